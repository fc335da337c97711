"""A short guided tour: a card beside the part of the window it speaks of, to be followed or left at any step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from archive_app.gui import theme
from archive_app.gui.language import tr
from archive_app.gui.views import parts

WIDTH, GAP = 340, 14


@dataclass(frozen=True)
class Stop:
    """One step: its words are ``tour.<name>`` and ``tour.<name>_text``; ``arrive`` shows what it speaks of, which is
    the widget that ``part`` gives.
    """

    name: str
    part: Callable[[], QWidget]
    arrive: Callable[[], object]


class Tour(QFrame):
    """The card. ``ended`` when it is left or done; Escape leaves it, Enter goes on."""

    ended = Signal()

    def __init__(self, stops: Sequence[Stop], window: QWidget) -> None:
        super().__init__(window)
        self._window, self._stops, self.at = window, stops, -1
        self._rim = Rim(window)
        self.setProperty("role", "card")
        self.setFixedWidth(WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._step = parts.label("", "faint", "small")
        self._title = parts.label("", "title", "heading", bold=True, wrap=True)
        self._text = parts.label("", "soft", wrap=True)
        self.leave = parts.button(tr("tour.leave"))
        self.back = parts.button(tr("tour.back"))
        self.next = parts.button(tr("tour.next"), primary=True)
        foot = parts.row(0, 10, 0, 0)
        foot.addWidget(self.leave)
        foot.addStretch(1)
        foot.addWidget(self.back)
        foot.addWidget(self.next)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(6)
        for part in (self._step, self._title, self._text):
            layout.addWidget(part)
        layout.addLayout(foot)
        self.leave.clicked.connect(self.end)
        self.back.clicked.connect(lambda: self.go(self.at - 1))
        self.next.clicked.connect(lambda: self.go(self.at + 1))

    def go(self, at: int) -> None:
        """To a step; past the last one it ends."""
        if at >= len(self._stops):
            self.end()
            return
        self.at = max(0, at)
        stop = self._stops[self.at]
        stop.arrive()
        self._step.setText(tr("tour.step", self.at + 1, len(self._stops)))
        self._title.setText(tr(f"tour.{stop.name}"))
        self._text.setText(tr(f"tour.{stop.name}_text"))
        self.setAccessibleName(self._title.text())
        self.setAccessibleDescription(self._text.text())
        self.back.setEnabled(self.at > 0)
        self.next.setText(tr("tour.done") if self.at == len(self._stops) - 1 else tr("tour.next"))
        self._stand_beside(stop.part())
        self.next.setFocus()

    def end(self) -> None:
        self._rim.deleteLater()
        self.hide()
        self.deleteLater()
        self.ended.emit()

    def _stand_beside(self, part: QWidget) -> None:
        """At the right of the part where there is room, else below it, else within it; always inside the window."""
        window = self._window
        self.adjustSize()
        box = QRect(part.mapTo(window, QPoint(0, 0)), part.size())
        self._rim.surround(box)
        x, y = box.right() + GAP, box.top() + GAP
        if x + self.width() > window.width():
            x, y = box.left() + GAP, box.bottom() + GAP
        x = max(GAP, min(x, window.width() - self.width() - GAP))
        y = max(GAP, min(y, window.height() - self.height() - GAP))
        self.move(x, y)
        self.show()
        self.raise_()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        else:
            super().keyPressEvent(event)


class Rim(QWidget):
    """A rim round what the card speaks of; clicks go through it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def surround(self, box: QRect) -> None:
        self.setGeometry(box.adjusted(-3, -3, 3, 3))
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colours().accent, 3))
        painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), 8, 8)
