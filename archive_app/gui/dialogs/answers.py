"""How dialogs are answered: by their two buttons, and by arrows that go through what was found."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTableView


def ok_and_cancel(dialog: QDialog) -> QDialogButtonBox:
    """The buttons that accept and leave a dialog, the first one its chief."""
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
    buttons.button(QDialogButtonBox.StandardButton.Ok).setProperty("role", "primary")
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    return buttons


def stepped(table: QTableView, event: QKeyEvent) -> bool:
    """Selects the row below or above for an arrow key typed in a field over the table; False where there is none."""
    step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
    at = table.currentIndex().row() + step
    if not step or not 0 <= at < table.model().rowCount():
        return False
    table.selectRow(at)
    return True
