"""How dialogs are answered: by their two buttons, and by arrows that go through what was found."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTableView

from archive_app.gui.language import tr


def ok_and_cancel(dialog: QDialog) -> QDialogButtonBox:
    """The buttons that accept and leave a dialog, the first one its chief."""
    return _with_cancel(dialog, QDialogButtonBox.StandardButton.Ok)


def save_and_cancel(dialog: QDialog) -> QDialogButtonBox:
    """The same of a dialog in which something is written rather than chosen."""
    return _with_cancel(dialog, QDialogButtonBox.StandardButton.Save)


def offer_changes(buttons: QDialogButtonBox, count: int) -> None:
    """Lets OK say how many records it will change; it cannot be pressed where it is none."""
    ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
    ok.setEnabled(count > 0)
    ok.setText(tr("bulk.do", count=count) if count else tr("bulk.do_none"))


def stepped(table: QTableView, event: QKeyEvent) -> bool:
    """Selects the row below or above for an arrow key typed in a field over the table; False where there is none."""
    step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
    at = table.currentIndex().row() + step
    if not step or not 0 <= at < table.model().rowCount():
        return False
    table.selectRow(at)
    return True


def _with_cancel(dialog: QDialog, chief: QDialogButtonBox.StandardButton) -> QDialogButtonBox:
    buttons = QDialogButtonBox(chief | QDialogButtonBox.StandardButton.Cancel)
    buttons.button(chief).setProperty("role", "primary")
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    return buttons
