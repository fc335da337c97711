"""To review: readings that are not certain, each beside the words it was read from; one key decides and moves on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QModelIndex, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from archive_app.domain.evidence import Evidence
from archive_app.domain.fact import Fact
from archive_app.domain.record import Note
from archive_app.gui.language import tr
from archive_app.gui.models.description import opened as contents
from archive_app.gui.models.description import review
from archive_app.gui.models.description.facts import FactRow
from archive_app.gui.models.description.opened import Opened
from archive_app.gui.models.description.review import ReviewRow
from archive_app.gui.models.table import TableModel
from archive_app.gui.operations import Session
from archive_app.gui.views import parts
from archive_app.gui.views.description.evidence_card import EvidenceCard
from archive_app.gui.views.page import PageView
from archive_app.services import kept_notes
from archive_app.services.undo.edits import Edit

#: So many rows below the one at hand another paper is looked for, to be ready when the list comes to it.
FURTHER: Final = 12


class ReviewView(QWidget):
    """Decisions are told with the record they are about; ``record_wanted(id, fact)`` opens it among the records."""

    edit_wanted = Signal(str, object)
    confirm_wanted = Signal(str, object)
    not_stated_wanted = Signal(str, object)
    undo_wanted = Signal()
    confirm_all_wanted = Signal(str, object)
    words_wanted = Signal(str, object, object)
    #: The papers of the same form as the one that was corrected last are to be looked at.
    alike_wanted = Signal()
    record_wanted = Signal(str, object)
    counted = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._opened: Opened | None = None
        #: The paper that comes after the one at hand in the list, once it was read.
        self._ahead: Opened | None = None
        #: Decided already and not written yet: what the archive still tells of them is out of date.
        self._decided: set[tuple[str, int | None, str]] = set()
        #: What was decided in one go, the last one last.
        self._past: list[tuple[ReviewRow, ...]] = []
        self.model = TableModel(review.columns(), self)
        self.table = parts.table(tr("review.name"))
        self.table.setModel(self.model)
        self.table.setSortingEnabled(True)
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        for column, width in enumerate((84, 176, 104, 130)):
            self.table.setColumnWidth(column, width)
        self.page = PageView(session)
        self.card = EvidenceCard()
        self.setFocusProxy(self.table)
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """The list, and the notes of the paper at hand."""
        self._ahead = None
        self._session.ask(review.read, self._show, key="review")
        if self._opened is not None:
            record = self._opened.id
            self._session.ask(lambda archive: kept_notes.of(archive, record), self._show_notes, key="review notes")

    def _show_notes(self, notes: Sequence[Note]) -> None:
        if {note.record for note in notes} <= {self.page.record}:
            self.page.set_notes(notes)

    def _show(self, rows: Sequence[ReviewRow]) -> None:
        """The list anew; the one at hand stays so, where it is still to be decided."""
        self._decided &= {review.key(row) for row in rows}
        self._put([row for row in rows if review.key(row) not in self._decided])

    def _put(self, rows: Sequence[ReviewRow]) -> None:
        now, at = self._row(), max(0, self.table.currentIndex().row())
        self.model.set_rows(rows)
        self.counted.emit(len(rows))
        self._stack.setCurrentIndex(0 if rows else 1)
        self._count.setText(tr("review.count", count=len(rows)))
        if not rows:
            self._opened = None
            self.page.show_record(None)
            return
        same = self.model.find(lambda row: now is not None and review.key(row) == review.key(now))
        self.table.selectRow(same.row() if same.isValid() else min(at, len(rows) - 1))
        self._look_ahead()

    def _row(self) -> ReviewRow | None:
        return self.model.row_at(self.table.currentIndex())

    def _chose(self, index: QModelIndex) -> None:
        row = self.model.row_at(index)
        if row is None:
            return
        described, fact = row
        self.card.show_row(FactRow("", fact.field, fact), self._session.writable)
        if self._opened is not None and self._opened.id == described.id:
            self.page.choose(_with_boxes(self._opened, fact))
        else:
            self._open(described.id, fact)
            self._look_ahead()

    def _open(self, record: str, fact: Fact) -> None:
        def show(opened: Opened) -> None:
            self._opened = opened
            self.page.show_record(opened)
            self.page.choose(_with_boxes(opened, fact))

        if self._ahead is not None and self._ahead.id == record:
            show(self._ahead)
        else:
            self._session.ask(lambda archive: contents.read(archive, record), show, key="review page")

    def _look_ahead(self) -> None:
        """Reads the paper that the list comes to next, and has its page drawn."""
        now, at = self._row(), self.table.currentIndex().row()
        further = (row for row in self.model.rows[at + 1 : at + 1 + FURTHER] if now and row[0].id != now[0].id)
        described, fact = next(further, (None, None))
        if described is None or (self._ahead is not None and self._ahead.id == described.id):
            return
        record, page = described.id, fact.evidence.page if fact and fact.evidence else 1

        def keep(opened: Opened) -> None:
            self._ahead = opened
            self.page.prepare(opened, page)

        self._session.ask(lambda archive: contents.read(archive, record), keep, key="review ahead")

    # Deciding --------------------------------------------------------------------------------------------------

    def _accept(self) -> None:
        self._decide(self._row(), self.confirm_wanted)

    def _accept_paper(self) -> None:
        """Every reading of the paper at hand."""
        now = self._row()
        rows = [row for row in self.model.rows if now and row[0].id == now[0].id]
        if rows and self._session.writable:
            self._leave(*rows)
            self.confirm_all_wanted.emit(rows[0][0].id, [row[1] for row in rows])

    def _refuse(self) -> None:
        self._decide(self._row(), self.not_stated_wanted)

    def _decide(self, row: ReviewRow | None, signal: SignalInstance) -> None:
        """Told, and gone from the list at once: the next one is at hand before this one is written."""
        if row and self._session.writable:
            self._leave(row)
            signal.emit(row[0].id, FactRow("", row[1].field, row[1]))

    def _leave(self, *rows: ReviewRow) -> None:
        self._past.append(rows)
        left = {review.key(row) for row in rows}
        self._decided |= left
        self._put([other for other in self.model.rows if review.key(other) not in left])

    def _edit(self) -> None:
        row = self._row()
        if row and self._session.writable:
            self.edit_wanted.emit(row[0].id, FactRow("", row[1].field, row[1]))

    def _take_words(self, words: Evidence) -> None:
        """Words of the page are to be the value instead."""
        row = self._row()
        if row and self._session.writable:
            self.words_wanted.emit(row[0].id, FactRow("", row[1].field, row[1]), words)

    def corrected(self, record: str, fact: Fact | None) -> None:
        """A correction was saved: its reading is gone from the list, and the next one at hand."""
        row = next((row for row in self.model.rows if fact and row[0].id == record and row[1].id == fact.id), None)
        if row:
            self._leave(row)

    def take_back(self, edit: Edit) -> None:
        """A change was undone. Where it was the decision made here last, its readings are at hand again."""
        rows = self._past[-1] if self._past else ()
        if not rows or {row[0].id for row in rows} != set(edit.records) or not _is_of(edit, rows):
            return
        self._past.pop()
        self._decided -= {review.key(row) for row in rows}
        self._put([*rows, *self.model.rows])
        self.table.selectRow(self.model.find(lambda one: review.key(one) == review.key(rows[0])).row())

    def forget_decided(self) -> None:
        """Something could not be written: what the archive tells holds."""
        self._decided.clear()
        self.refresh()

    def _move(self, by: int) -> None:
        at = self.table.currentIndex().row() + by
        if 0 <= at < len(self.model.rows):
            self.table.selectRow(at)

    # Parts -----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._count = parts.label("", "soft", "small")
        keys = parts.label(tr("review.keys"), "faint", "small")
        keys.setMinimumWidth(200)  # cut on a small screen, where wide letters would make the window wider than that
        layout.addWidget(parts.heading(tr("review.name"), self._count, keys))
        below = parts.column()
        below.addWidget(self.page, 1)
        below.addWidget(self.card)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.table)
        self.splitter.addWidget(parts.frame("panel", below))
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 1)
        words = tr("review.empty_text")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.splitter)
        self._stack.addWidget(parts.EmptyPane("check", tr("review.empty"), words))
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.table.selectionModel().currentRowChanged.connect(lambda now, _before: self._chose(now))
        self.card.edit_wanted.connect(self._edit)
        self.card.confirm_wanted.connect(self._accept)
        self.card.not_stated_wanted.connect(self._refuse)
        self.page.value_wanted.connect(self._take_words)
        self._session.operations.refused.connect(self.forget_decided)
        for keys, action in (
            ("A", self._accept), ("Shift+A", self._accept_paper), ("E", self._edit), ("N", self._refuse),
            ("U", self.undo_wanted.emit), ("S", self.alike_wanted.emit), ("O", self._open_record),
            ("J", partial(self._move, 1)), ("K", partial(self._move, -1)),
        ):  # fmt: skip
            self._key(keys, action)
        self.table.doubleClicked.connect(lambda _: self._open_record())

    def _key(self, keys: str, action: object) -> None:
        made = QShortcut(QKeySequence(keys), self)
        made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.activated.connect(action)

    def _open_record(self) -> None:
        row = self.model.row_at(self.table.currentIndex())
        if row:
            self.record_wanted.emit(row[0].id, row[1])


def _with_boxes(opened: Opened, fact: Fact) -> Fact:
    """The fact as its record has it: lists leave the boxes of evidence away."""
    return next((held for held in opened.described.description.facts if held.id == fact.id), fact)


def _is_of(edit: Edit, rows: Sequence[ReviewRow]) -> bool:
    """Whether a change was of the fields that these readings are of."""
    return {row[1].field for row in rows} == {field for slot in edit.slots if (field := getattr(slot, "field", None))}
