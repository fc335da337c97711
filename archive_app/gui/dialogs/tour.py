"""A short guided tour: a card at the window's foot, and a rim round the part it speaks of; left at any step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from archive_app.gui import theme
from archive_app.gui.language import tr
from archive_app.gui.views import parts

#: How wide the card is, and how far above the window's foot it stands, where the strips of work are, in pixels.
WIDTH, RAISED = 360, 72
GO_ON: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True)
class Stop:
    """One step: its words are ``tour.<name>`` and ``tour.<name>_text``; ``arrive`` shows what it speaks of, which is
    the widget that ``part`` gives.
    """

    name: str
    part: Callable[[], QWidget]
    arrive: Callable[[], object]


class Tour(QFrame):
    """The card. ``ended`` when it is left or done; Escape leaves it and Enter goes on, whatever has the focus.

    It stands in one place at every step, and so do its buttons: to follow it is to click again and again.
    """

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
        self.next = parts.button("", primary=True)
        self._lay_out()
        self.leave.clicked.connect(self.end)
        self.back.clicked.connect(lambda: self.go(self.at - 1))
        self.next.clicked.connect(lambda: self.go(self.at + 1))
        self._keys = QApplication.instance() or self
        self._keys.installEventFilter(self)

    def go(self, at: int) -> None:
        """To a step; past the last one it ends."""
        if at >= len(self._stops):
            self.end()
            return
        self.at = max(0, at)
        self._stops[self.at].arrive()
        self._word(self.at)
        self._stand()
        self.next.setFocus()

    def end(self) -> None:
        self._keys.removeEventFilter(self)
        self._rim.deleteLater()
        self.hide()
        self.deleteLater()
        self.ended.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Its keys come before those of what has the focus, and of shortcuts; other windows keep theirs."""
        if isinstance(event, QKeyEvent) and event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            if self._is_mine(watched) and event.key() in (*GO_ON, Qt.Key.Key_Escape):
                event.accept()
                if event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
                    self._key(event.key())
                return True
        elif event.type() == QEvent.Type.Resize and watched is self._window:
            self._stand()
        return False

    def _is_mine(self, watched: QObject) -> bool:
        """Whether a key goes to the window, with neither a menu nor a dialog over it."""
        if QApplication.activePopupWidget() or QApplication.activeModalWidget():
            return False
        return watched is self._window.windowHandle() or (
            isinstance(watched, QWidget) and watched.window() is self._window
        )

    def _key(self, key: int) -> None:
        self.end() if key == Qt.Key.Key_Escape else self.go(self.at + 1)

    # Parts -----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        foot = parts.row(0, 10, 0, 0)
        foot.addWidget(self.leave)
        foot.addStretch(1)
        foot.addWidget(self.back)
        foot.addWidget(self.next)
        layout = self._column = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(6)
        for part in (self._step, self._title, self._text):
            layout.addWidget(part)
        layout.addStretch(1)
        layout.addLayout(foot)
        self._fit()

    def _fit(self) -> None:
        """As large as the longest step wants it, and its chief button as wide as the longer of its words."""
        heights, widths = [], []
        for at in range(len(self._stops)):
            self._word(at)
            widths.append(self.next.sizeHint().width())
            heights.append(self._column.totalHeightForWidth(WIDTH))
        self.next.setFixedWidth(max(widths))
        self.setFixedHeight(max(heights))

    def _word(self, at: int) -> None:
        stop, last = self._stops[at], len(self._stops)
        self._step.setText(tr("tour.step", at + 1, last))
        self._title.setText(tr(f"tour.{stop.name}"))
        self._text.setText(tr(f"tour.{stop.name}_text"))
        self.setAccessibleName(self._title.text())
        self.setAccessibleDescription(self._text.text())
        self.back.setEnabled(at > 0)
        self.next.setText(tr("tour.done") if at == last - 1 else tr("tour.next"))

    def _stand(self) -> None:
        """At the middle of the window's foot; the rim where the part of this step is now."""
        window, part = self._window, self._stops[self.at].part()
        self._rim.surround(QRect(part.mapTo(window, QPoint(0, 0)), part.size()))
        self.move((window.width() - self.width()) // 2, window.height() - self.height() - RAISED)
        self.show()
        self.raise_()


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
