"""What persons wrote beside a record: each note with its author, and the words of the page it stands beside."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStackedWidget, QVBoxLayout, QWidget

from archive_app.domain.record import HIGHLIGHTS, Note
from archive_app.gui.delegates.fact import FactDelegate
from archive_app.gui.language import tr
from archive_app.gui.models.description import notes as told
from archive_app.gui.models.table import TableModel
from archive_app.gui.theme import markers
from archive_app.gui.views import parts


class NotesPanel(QWidget):
    """``chosen(note)`` when one is to be shown on its page; the others tell what is to become of one."""

    chosen = Signal(object)
    add_wanted = Signal()
    change_wanted = Signal(object)
    delete_wanted = Signal(object)
    kind_wanted = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model: TableModel[Note] = TableModel(told.columns(), self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(FactDelegate(self.list))
        self.list.setAccessibleName(tr("notes.name"))
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(parts.EmptyPane("note", tr("notes.none"), tr("notes.none_text")))
        self.add = parts.button(tr("notes.add"), "note")
        self.change = parts.tool("edit", tr("notes.change"))
        self.delete = parts.tool("close", tr("notes.delete"))
        self._lay_out()
        self._connect()
        self.show_notes((), False)

    def show_notes(self, notes: Sequence[Note], writable: bool) -> None:
        """The same note stays chosen where it is still there."""
        before = self.current
        self.model.set_rows(notes)
        self._stack.setCurrentIndex(0 if notes else 1)
        for part in (self.add, self.change, self.delete):
            part.setVisible(writable)
        if before:
            self.choose(before.id, tell=False)
        self._allow()

    @property
    def current(self) -> Note | None:
        return self.model.row_at(self.list.currentIndex())

    def choose(self, id: int, tell: bool = True) -> None:
        """Selects a note, as when its mark on the page is clicked."""
        index = self.model.find(lambda note: note.id == id)
        blocked = self.list.selectionModel().blockSignals(not tell)
        self.list.setCurrentIndex(index)
        self.list.selectionModel().blockSignals(blocked)
        self._allow()

    def _lay_out(self) -> None:
        foot = parts.row(12, 6, 12, 6)
        foot.addWidget(self.add)
        foot.addStretch(1)
        foot.addWidget(self.change)
        foot.addWidget(self.delete)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._stack, 1)
        layout.addWidget(parts.frame("footer", foot))

    def _connect(self) -> None:
        self.add.clicked.connect(self.add_wanted)
        self.change.clicked.connect(self._change)
        self.delete.clicked.connect(self._delete)
        self.list.activated.connect(lambda _: self._change())
        self.list.clicked.connect(lambda _: self._tell())
        self.list.selectionModel().currentChanged.connect(lambda _now, _before: self._tell())
        kinds = ((markers.key(kind), partial(self._to_kind, kind)) for kind in HIGHLIGHTS)
        for keys, action in (("E", self._change), ("F2", self._change), ("Del", self._delete), *kinds):
            made = QShortcut(QKeySequence(keys), self.list)
            made.setContext(Qt.ShortcutContext.WidgetShortcut)
            made.activated.connect(action)

    def _tell(self) -> None:
        self._allow()
        if self.current:
            self.chosen.emit(self.current)

    def _allow(self) -> None:
        for part in (self.change, self.delete):
            part.setEnabled(self.current is not None)

    def _change(self) -> None:
        if self.current and not self.change.isHidden():
            self.change_wanted.emit(self.current)

    def _to_kind(self, kind: str) -> None:
        if self.current and self.current.highlight and not self.change.isHidden():
            self.kind_wanted.emit(self.current, kind)

    def _delete(self) -> None:
        if self.current and not self.delete.isHidden():
            self.delete_wanted.emit(self.current)
