"""The list of records, out of which records can be dragged as files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl, Signal
from PySide6.QtGui import QDrag, QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from archive_app.gui import theme

_ICON = 36


class RecordsTable(QTableView):
    """``drag_wanted`` when rows begin to be dragged: copies of their files are made first, then ``drag`` goes on."""

    drag_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)

    def startDrag(self, actions: Qt.DropAction) -> None:
        self.drag_wanted.emit()

    def drag(self, files: Sequence[Path]) -> None:
        """The copies at the pointer, if the button is still held: they may have taken a moment to be made."""
        if not files or not QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            return
        drag = QDrag(self)
        drag.setMimeData(as_files(files))
        drag.setPixmap(theme.picture("copy", _ICON, theme.colours().accent, self.devicePixelRatioF()))
        drag.exec(Qt.DropAction.CopyAction, Qt.DropAction.CopyAction)


def as_files(files: Sequence[Path]) -> QMimeData:
    """Files as other programs take them, dropped or pasted."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    return data
