"""What is known of a record: its facts, each with the words it rests on, to be corrected in place; and its history."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from archive_app.domain.evidence import Evidence
from archive_app.domain.fact import MANY, Fact
from archive_app.domain.record import State
from archive_app.gui import theme
from archive_app.gui.delegates.fact import FactDelegate
from archive_app.gui.language import tr
from archive_app.gui.models.description import history
from archive_app.gui.models.description.facts import FactRow, FactsModel
from archive_app.gui.models.description.opened import Opened, Standing
from archive_app.gui.models.table import TableModel
from archive_app.gui.operations import Session
from archive_app.gui.theme import Role
from archive_app.gui.views import parts
from archive_app.gui.views.description.evidence_card import EvidenceCard
from archive_app.gui.views.description.field_editor import FieldEditor
from archive_app.gui.views.description.file_facts import FileFacts
from archive_app.gui.views.description.notes import NotesPanel
from archive_app.gui.views.description.record_header import RecordHeader
from archive_app.gui.views.description.record_tables import RecordTables
from archive_app.gui.views.description.tag_row import TagRow

#: A panel less high than this has no room for its head while a field is edited, in pixels.
ROOM: Final = 620


class FactList(QListView):
    """Facts below one another, as high as each needs. Keys: C confirms, E corrects, A adds one, N says not stated."""

    key_pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(FactDelegate(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = {Qt.Key.Key_C: "confirm", Qt.Key.Key_E: "edit", Qt.Key.Key_F2: "edit", Qt.Key.Key_Return: "edit",
               Qt.Key.Key_A: "add", Qt.Key.Key_N: "not stated"}.get(Qt.Key(event.key()))  # fmt: skip
        if key and not event.modifiers():
            self.key_pressed.emit(key)
        else:
            super().keyPressEvent(event)


class DescriptionPanel(QFrame):
    """``chosen(fact)`` when a fact is to be shown on its page; the others tell what a person decided of a row.

    ``add_wanted`` asks for a value of any field, ``record_wanted(id)`` for another record. ``edited(record, row,
    values)`` tells what was typed in the form itself.
    """

    chosen = Signal(object)
    edited = Signal(str, object, object)
    confirm_wanted = Signal(object)
    not_stated_wanted = Signal(object)
    withdraw_wanted = Signal(object)
    add_wanted = Signal()
    words_wanted = Signal(object, object)
    record_wanted = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._session = session
        self._model = FactsModel(self)
        self.facts = FactList()
        self.facts.setModel(self._model)
        self.facts.setAccessibleName(tr("description.name"))
        self.header = RecordHeader()
        self.card = EvidenceCard()
        self.editor = FieldEditor(session)
        self._record: str | None = None
        #: Whether there is anything to show among the tags.
        self._tagged = False
        self._events = TableModel(history.columns(), self)
        self.tables = RecordTables()
        self.tags = TagRow()
        self.notes = NotesPanel()
        self.file = FileFacts()
        self._notice = self._make_notice()
        self._lay_out()
        self._connect()
        self.show_record(None)

    def show_record(self, opened: Opened | None) -> None:
        """A record, or the same one described anew: the fact that was chosen stays so."""
        before = self._current()
        self._take_record(opened.id if opened else None)
        self.header.show_record(opened)
        archive = self._session.archive
        if opened and archive:
            self._model.show(opened.described.description, archive.authorities)
        else:
            self._model.show(None)
        self._events.set_rows(list(reversed(opened.events)) if opened else [])
        self._past.setCurrentIndex(0 if opened and opened.events else 1)
        self.tables.show_tables(opened.tables if opened else ())
        self._show_annotations(opened)
        self._tabs.setTabVisible(self._tabs.indexOf(self.tables), bool(opened and opened.tables))
        self.file.show_record(opened)
        self._tabs.setVisible(opened is not None)
        self._say_notice(opened)
        self.card.show_row(None, False)
        again = self._model.find_row(before) if before and before.field and opened else QModelIndex()
        self._select(again, tell=False)
        if not again.isValid():
            self.facts.scrollToTop()
        self._make_room()

    def _take_record(self, record: str | None) -> None:
        """Of another record another field would be edited."""
        if record != self._record:
            self.editor.close_unsaved()
        self._record = record

    def show_standing(self, standing: Standing | None) -> None:
        self.header.show_standing(standing)

    def choose(self, fact: Fact) -> None:
        """Selects a fact, as when its words are clicked on the page."""
        self._tabs.setCurrentIndex(0)
        self._select(self._model.find(fact))

    def show_notes(self) -> None:
        self._tabs.setCurrentWidget(self.notes)

    def choose_note(self, id: int) -> None:
        """Selects a note, as when its words are clicked on the page."""
        self.show_notes()
        self.notes.choose(id)

    def _show_annotations(self, opened: Opened | None) -> None:
        writable = self._session.writable and opened is not None
        self._tagged = writable or bool(opened and opened.tags)
        self.tags.show_tags(opened.tags if opened else (), writable)
        self.notes.show_notes(opened.notes if opened else (), writable)
        name = tr("notes.name") if not (opened and opened.notes) else tr("notes.counted", len(opened.notes))
        self._tabs.setTabText(self._tabs.indexOf(self.notes), name)

    # Parts -----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        events = FactList()
        events.setModel(self._events)
        events.setAccessibleName(tr("description.history"))
        self._past = QStackedWidget()
        self._past.addWidget(events)
        calm = parts.EmptyPane("check", tr("description.unchanged"), tr("description.unchanged_text"))
        self._past.addWidget(calm)
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        self._tabs.tabBar().setDrawBase(False)
        self._tabs.tabBar().setProperty("role", "record")
        self._tabs.tabBar().setFont(theme.font("small"))
        self._tabs.tabBar().setUsesScrollButtons(False)
        self._tabs.tabBar().setElideMode(Qt.TextElideMode.ElideRight)
        self._tabs.addTab(self.facts, tr("description.name"))
        self._tabs.addTab(self.tables, tr("description.tables"))
        self._tabs.addTab(self.notes, tr("notes.name"))
        self._tabs.addTab(self._past, tr("description.history"))
        self._tabs.addTab(self.file, tr("description.file"))
        add = parts.tool("plus", tr("description.add"))
        add.clicked.connect(self.add_wanted)
        self._add = add
        self._tabs.setCornerWidget(add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (self.header, self.tags, self._notice):
            layout.addWidget(part)
        layout.addWidget(self._tabs, 1)
        layout.addWidget(self.card)
        layout.addWidget(self.editor)

    def _make_notice(self) -> QFrame:
        layout = parts.row(16, 8, 14, 8)
        self._notice_words = parts.label(size="small", wrap=True)
        layout.addWidget(self._notice_words)
        return parts.frame("notice", layout)

    def _say_notice(self, opened: Opened | None) -> None:
        told = ""
        if not self._session.writable:
            told = tr("description.read_only")
        elif opened and opened.described.record.state is State.SEARCHABLE:
            told = tr("description.still_reading")
        elif opened and opened.described.record.ocr_needed:
            number, every = opened.described.record.ocr_needed, opened.described.record.pages
            told = tr("description.pictures", every, count=number)
        self._notice_words.setText(told)
        self._notice.setVisible(opened is not None and bool(told))

    def _connect(self) -> None:
        self.facts.selectionModel().currentChanged.connect(lambda now, _before: self._chose(now))
        self.facts.clicked.connect(self._chose)
        self.card.edit_wanted.connect(self.edit)
        self.editor.saved.connect(self.edited)
        self.editor.left.connect(self._go_on)
        self.card.confirm_wanted.connect(self.confirm_wanted)
        self.card.not_stated_wanted.connect(self.not_stated_wanted)
        self.card.withdraw_wanted.connect(self.withdraw_wanted)
        self.facts.key_pressed.connect(self._key)
        self._tabs.currentChanged.connect(lambda _: self._turned())
        self.file.record_wanted.connect(self.record_wanted)

    def _current(self) -> FactRow | None:
        row = self.facts.currentIndex().data(Role.OBJECT)
        return row if isinstance(row, FactRow) else None

    def _select(self, index: QModelIndex, tell: bool = True) -> None:
        if index.isValid():
            blocked = self.facts.selectionModel().blockSignals(not tell)
            self.facts.setCurrentIndex(index)
            self.facts.selectionModel().blockSignals(blocked)
            self._show_card()
            self.facts.scrollTo(index)

    def _turned(self) -> None:
        """To another tab: a table is shown on its page at once."""
        self._show_card()
        if self._tabs.currentWidget() is self.tables:
            self.tables.tell()

    def _show_card(self) -> None:
        """Below the facts only: it speaks of the one at hand there."""
        row = self._current() if self._tabs.currentIndex() == 0 and self.editor.isHidden() else None
        self.card.show_row(row, self._session.writable)

    def _chose(self, index: QModelIndex) -> None:
        row = self._current()
        self._show_card()
        self.chosen.emit(row.fact if row else None)

    def take_words(self, words: Evidence) -> None:
        """Words of the page are to be the value of the field at hand, or of one that is asked for."""
        row = self._current()
        if self._session.writable:
            self.words_wanted.emit(row if row and not row.is_heading else None, words)

    def begin(self) -> None:
        """The field at hand is opened, or the first one."""
        self._tabs.setCurrentIndex(0)
        row = self._current()
        if row is None or row.is_heading:
            self._select(self._model.step(self._model.index(0), 1))
            row = self._current()
        if row:
            self.edit(row)

    def edit(self, row: FactRow, *, beside: bool = False) -> None:
        """Opens a field of the form below the list; with ``beside`` for one more value of it."""
        if self._record and self._session.writable and not row.is_heading:
            self.editor.edit(self._record, row, beside=beside)
            self._show_card()
            self._make_room()
            QTimer.singleShot(0, self._show_at_hand)

    def _make_room(self) -> None:
        """Where the panel is low, the field that is edited and its list have the place of the head."""
        crowded = self.editor.isVisible() and self.height() < ROOM
        self.header.setVisible(self._record is not None and not crowded)
        self.tags.setVisible(self._tagged and not crowded)

    def _show_at_hand(self) -> None:
        """The row that is edited, when the list is as high as the editor leaves it."""
        self.facts.scrollTo(self.facts.currentIndex())

    def _go_on(self, step: int) -> None:
        """From the field that was edited to the next (1) or the one before (-1), or back to the list (0)."""
        at = self._model.find_row(self.editor.row)
        following = self._model.step(at, step) if step else QModelIndex()
        self._make_room()
        self._select(following if following.isValid() else at)
        row = self._current()
        if following.isValid() and row:
            self.edit(row)
        else:
            self.facts.setFocus()

    def _key(self, key: str) -> None:
        row = self._current()
        if row is None or row.is_heading or not self._session.writable:
            return
        steps: dict[str, Callable[[FactRow], None]] = {
            "confirm": self.confirm_wanted.emit, "edit": self.edit, "not stated": self.not_stated_wanted.emit,
            "add": lambda row: self.edit(row, beside=row.field in MANY),
        }  # fmt: skip
        if key in ("edit", "add") or row.fact:
            steps[key](row)

