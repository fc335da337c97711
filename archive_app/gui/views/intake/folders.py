"""Watched folders, and below them the linked files that are not what they were."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from archive_app.domain.record import Watched
from archive_app.gui.language import tr
from archive_app.gui.models.intake import folders
from archive_app.gui.models.intake.folders import Folders
from archive_app.gui.operations import Session
from archive_app.gui.views import parts
from archive_app.gui.views.list_pane import ListPane
from archive_app.services.preservation.linked_files import LinkedFile


class FoldersPane(QWidget):
    """``unwatch_wanted(folders)`` by path; ``locate_wanted``, ``accept_wanted`` and ``remove_wanted`` of records."""

    add_wanted = Signal()
    look_wanted = Signal()
    unwatch_wanted = Signal(object)
    locate_wanted = Signal(str)
    locate_in_wanted = Signal()
    accept_wanted = Signal(str)
    remove_wanted = Signal(object)
    record_wanted = Signal(str)
    #: How many linked files are not what they were.
    counted = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.watched: ListPane[Watched] = ListPane(
            session, "watched", folders.folder_columns(), (360, 120, 130, 150), icon="open"
        )
        self.linked: ListPane[LinkedFile] = ListPane(
            session, "links", folders.linked_columns(), (104, 340, 150), icon="link"
        )
        self._offer()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(parts.above(self.watched, self.linked))
        self.setFocusProxy(self.watched)
        self.linked.row_opened.connect(lambda row: self.record_wanted.emit(row.taken_as or row.record.id))
        self.linked.table.selectionModel().selectionChanged.connect(lambda: self._enable())

    def _offer(self) -> None:
        folders, linked = self.watched, self.linked
        self.add = folders.act(tr("folders.add"), "plus", self.add_wanted.emit, rows=False, key="Ins")
        self.stop = folders.act(tr("folders.stop"), "close", self._stop, key="Del")
        self.look = folders.act(tr("folders.look"), "search", self.look_wanted.emit, rows=False)
        self.locate = linked.act(tr("folders.locate"), "open", lambda: self._send(self.locate_wanted.emit), key="L")
        self.locate_in = linked.act(tr("folders.locate_in"), "search", self.locate_in_wanted.emit)
        self.accept = linked.act(tr("folders.accept"), "check", lambda: self._send(self.accept_wanted.emit), key="A")
        self.remove = linked.act(tr("folders.remove"), "trash", self._remove, key="Del")

    def refresh(self) -> None:
        self._session.ask(folders.read, self.show_folders, lane="watching", key="folders")

    def show_folders(self, held: Folders) -> None:
        self.watched.show_rows(held.watched)
        self.linked.show_rows(held.linked)
        self.counted.emit(sum(not one.taken_as for one in held.linked))
        self._enable()

    def _enable(self) -> None:
        """What helps depends on what happened to the file."""
        row = self.linked.row
        writable = self._session.writable and row is not None
        gone = row is not None and row.state == "gone"
        self.locate.setEnabled(writable and gone)
        self.locate_in.setEnabled(writable and gone)
        self.accept.setEnabled(writable and not gone and row is not None and row.taken_as is None)
        self.remove.setEnabled(writable)

    def _stop(self) -> None:
        self.unwatch_wanted.emit([row.folder for row in self.watched.chosen])

    def _send(self, then: Callable[[str], object]) -> None:
        row = self.linked.row
        if row is not None:
            then(row.record.id)

    def _remove(self) -> None:
        if self.linked.row is not None:
            self.remove_wanted.emit([self.linked.row.record.id])
