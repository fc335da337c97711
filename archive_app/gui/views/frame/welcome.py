"""The first start asks one question: a new archive, one that is there, or the sample."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from archive_app.gui import theme
from archive_app.gui.language import tr
from archive_app.gui.views import parts

CHOICES: Final = ("sample", "new", "open")


class Card(QFrame):
    """A choice, to be clicked or taken with Enter."""

    taken = Signal()

    def __init__(self, icon: str, title: str, text: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(266, 184)
        self._icon, self._drawing = icon, QLabel()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 22, 22, 18)
        layout.setSpacing(8)
        layout.addWidget(self._drawing)
        layout.addSpacing(4)
        layout.addWidget(parts.label(title, "title", "heading", bold=True))
        layout.addWidget(parts.label(text, "soft", wrap=True))
        layout.addStretch(1)

    def showEvent(self, event: QShowEvent) -> None:
        self.ink()

    def ink(self) -> None:
        self._drawing.setPixmap(theme.picture(self._icon, 36, theme.colours().accent, self.devicePixelRatioF()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.taken.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.taken.emit()
        else:
            super().keyPressEvent(event)


class Welcome(QWidget):
    """``chosen(name)``: new, open or sample."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawing = QLabel()
        self.cards: dict[str, Card] = {}
        layout = QVBoxLayout(self)
        layout.addStretch(3)
        for part in self._head():
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(part)
        layout.addSpacing(34)
        line = parts.row(spacing=20)
        line.addStretch(1)
        for name in CHOICES:
            line.addWidget(self._card(name))
        line.addStretch(1)
        layout.addLayout(line)
        layout.addSpacing(26)
        words = tr("welcome.offline")
        note = parts.label(words, "faint", "small")
        note.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(note)
        layout.addStretch(4)

    def showEvent(self, event: QShowEvent) -> None:
        self._ink()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.isVisible():
            self._ink()
            for card in self.cards.values():
                card.ink()

    def _ink(self) -> None:
        self._drawing.setPixmap(theme.picture("convenio", 76, theme.colours().accent, self.devicePixelRatioF()))

    def _head(self) -> list[QLabel]:
        question = tr("welcome.question")  # fmt: skip
        return [
            self._drawing,
            parts.label("Convenio", "title", "display", bold=True),
            parts.label(question, "soft", "heading"),
        ]

    def _card(self, name: str) -> Card:
        made = Card(name, tr(f"welcome.{name}"), tr(f"welcome.{name}_text"))
        made.taken.connect(lambda: self.chosen.emit(name))
        self.cards[name] = made
        return made
