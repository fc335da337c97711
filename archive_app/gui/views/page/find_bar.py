"""Find in the record: words typed, how often they stand in it, and keys to go from one to the next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from archive_app.gui.language import number, tr
from archive_app.gui.views import parts


class FindBar(QFrame):
    """``asked(words)`` as they are typed, ``stepped(1 or -1)`` to another place, ``closed`` when it goes."""

    asked = Signal(str)
    stepped = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "header")
        self.words = QLineEdit()
        self.words.setPlaceholderText(tr("page.find_hint"))
        self.words.setAccessibleName(tr("page.find"))
        self.told = parts.label("", "soft", "small")
        self._back = parts.tool("previous", tr("page.find_back"))
        self._on = parts.tool("next", tr("page.find_on"))
        self._close = parts.tool("close", tr("page.find_close"))
        layout = parts.row(10, 5, 8, 5, spacing=4)
        self.setLayout(layout)
        layout.addWidget(self.words, 1)
        for part in (self.told, self._back, self._on, self._close):
            layout.addWidget(part)
        self.words.textChanged.connect(self.asked)
        self._back.clicked.connect(lambda: self.stepped.emit(-1))
        self._on.clicked.connect(lambda: self.stepped.emit(1))
        self._close.clicked.connect(self.leave)
        self.hide()

    def begin(self) -> None:
        """Shown, with the words typed last chosen, so that others can be typed over them."""
        self.show()
        self.words.setFocus()
        self.words.selectAll()
        self.asked.emit(self.words.text())

    def leave(self) -> None:
        self.hide()
        self.closed.emit()

    def tell(self, at: int, total: int) -> None:
        """Which of how many places is at hand, from 1."""
        if not self.words.text().strip():
            self.told.clear()
        else:
            self.told.setText(tr("page.found", number(at), number(total)) if total else tr("page.found_none"))
        for part in (self._back, self._on):
            part.setEnabled(total > 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)
