"""Records: what a search found, or everything; the one at hand beside the list."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from archive_app.domain.fact import Fact
from archive_app.domain.record import Note
from archive_app.errors import ConvenioError
from archive_app.gui.models import wording
from archive_app.gui.models.search.asking import Asked
from archive_app.gui.models.search.records import BATCH, RecordsModel
from archive_app.gui.operations import Session
from archive_app.gui.views.description.record_pane import RecordPane
from archive_app.gui.views.search.facets import FacetPanel
from archive_app.gui.views.search.found_list import FoundList
from archive_app.gui.views.search.year_bars import FACET
from archive_app.services.search import searching
from archive_app.services.search.searching import Found

#: Milliseconds between two looks at an index that is being made anew.
LOOK_EVERY: Final = 700
WHOLE_ROW: Final = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows


class RecordsView(QSplitter):
    """``counted(total)`` tells how many records there are when nothing is searched for; ``faulty`` of the query.

    ``action_wanted(name)`` asks for what an archive without records begins with. ``answered`` tells that the question
    at hand was, ``opened_by_person`` that a record was chosen from its answer.
    """

    counted = Signal(int)
    faulty = Signal(bool)
    query_wanted = Signal(str)
    action_wanted = Signal(str)
    answered = Signal()
    opened_by_person = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._session = session
        #: The question that is answered now.
        self.asked = Asked()
        #: Its answer, None until it is there.
        self.answer: Found | None = None
        self._wanted: str | None = None
        self._stays = False
        self.model = RecordsModel(self)
        self.facets = FacetPanel(self.facet_name)
        self.found = FoundList(session, self.model, self.facet_name)
        self.list, self.hit, self.years = self.found.table, self.found.hit, self.found.years
        self.strip, self.chips = self.found.strip, self.found.chips
        self._arrive = 0
        self.pane = RecordPane(session)
        self._lay_out()
        #: While the index is made anew, what can be found by now is shown again and again.
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(LOOK_EVERY)
        self._connect()

    # Asking ----------------------------------------------------------------------------------------------------

    def search(self, query: str) -> None:
        """Finds what the query asks for; an empty one shows every record. An answer still on its way is dropped."""
        self.put(self.asked.with_query(query))

    def put(self, asked: Asked) -> None:
        """Asks a question; one that is asked already is not asked again."""
        if asked != self.asked:
            self.asked, self._stays = asked, False
            self._ask()

    def ask_again(self, asked: Asked) -> None:
        """A question that was asked before: the record at hand stays."""
        self.asked, self._stays = asked, True
        self._ask()

    def refresh(self) -> None:
        """The same question again, since the archive has changed: the record at hand stays, and its page."""
        self._stays = True
        self._ask()
        self.pane.refresh()

    def refresh_list(self) -> None:
        """Only the list: files are coming in, and the record at hand has not changed."""
        self._stays = True
        self._ask()

    def follow_queue(self) -> None:
        """Records were described behind: the list anew, and the record at hand where it still waited for that."""
        self.refresh_list()
        if self.pane.waits:
            self.pane.refresh()

    def reset(self) -> None:
        """Another archive: no query, no filters, nothing chosen."""
        self.asked, self._stays = Asked(), False
        self.pane.clear()
        self._ask()

    def open_record(self, record: str, page: int = 1) -> None:
        """Shows a record, also one that the list does not hold."""
        self._wanted = record
        row = self.model.row_of(record)
        if row is not None:
            self.list.selectRow(row)
        else:
            self.list.clearSelection()
            self.pane.open(record, page)

    def open_words(self, record: str, page: int, words: str) -> None:
        """Shows a record at a page with words of it marked."""
        self.open_record(record, page)
        self._wanted = None
        self.pane.open_words(record, page, words)

    def open_fact(self, record: str, fact: Fact) -> None:
        """Shows a record with one of its facts chosen and its words marked."""
        self.open_record(record)
        self._wanted = None
        self.pane.open(record, fact=fact)

    def open_note(self, note: Note) -> None:
        """Shows a note beside its words."""
        self.open_record(note.record)
        self._wanted = None
        self.pane.open_note(note)

    def toggle_filter(self, facet: str, value: str) -> None:
        self.put(self.asked.toggled(facet, value))

    def narrow_to_years(self, years: frozenset[str]) -> None:
        self.put(self.asked.with_values(FACET, years))

    def open_place(self, record: str, page: int, start: int, end: int) -> None:
        """Shows a stretch of a page's text, marked."""
        self.open_record(record, page)
        self._wanted = None
        self.pane.open_place(record, page, start, end, self.asked.question)

    def set_sort(self, sort: str) -> None:
        if sort != self.asked.order:
            self.put(self.asked.with_sort(sort))

    def step_hit(self, step: int) -> None:
        """To the next hit (1) or the one before (-1): on the pages at hand, else in the record that follows."""
        row = self.list.currentIndex().row() + step
        if not self.pane.page.step_hit(step) and 0 <= row < self.model.rowCount():
            self._arrive = step
            self.list.selectRow(row)

    @property
    def chosen_records(self) -> list[str]:
        """The records chosen in the list, else the one that is open."""
        opened = self.pane.opened
        return self._selected or ([opened.id] if opened else [])

    @property
    def _selected(self) -> list[str]:
        rows = self.list.selectionModel().selectedRows()
        return [hit.record for index in rows if (hit := self.model.hit(index.row()))]

    def _ask(self) -> None:
        asked, self.answer = self.asked, None
        self._session.ask(
            lambda archive: searching.ask(archive, asked.question, limit=BATCH, facets=True),
            self._show, lane="search", key="search", failed=self._refuse,
        )  # fmt: skip

    def _fetch(self, offset: int) -> None:
        asked = self.asked

        def take(found: Found) -> None:
            if asked == self.asked:
                self.model.take(offset, found.hits)
                self._show_late()

        self._session.ask(
            lambda archive: searching.ask(archive, asked.question, limit=BATCH, offset=offset), take, lane="search"
        )

    def _show_late(self) -> None:
        """The row at hand was gone to before it was there."""
        now, shown = self.list.currentIndex(), self.pane.opened
        hit = self.model.hit(now.row()) if now.isValid() else None
        if hit and (shown is None or shown.id != hit.record):
            self._chose(now)

    # Showing ---------------------------------------------------------------------------------------------------

    def _show(self, found: Found) -> None:
        self.answer = found
        before = self.pane.opened.id if self.pane.opened else None
        chosen = frozenset(self._selected)
        self.found.make_room(bool(found.query))
        self.model.show(found.total, found.hits)
        self.facets.show_counts(found.facets, self.asked.filters)
        self.found.show_found(self.asked, found)
        self.faulty.emit(False)
        if not self.asked.narrows:
            self.counted.emit(found.total)
        self._select(self._wanted or before, chosen)
        self._wanted = None
        self._show_pane()
        if found.index and not found.index.fault:
            self._again.start()
        self.answered.emit()

    def _select(self, record: str | None, chosen: frozenset[str]) -> None:
        """The record that was at hand where it is among the first found, else the best one."""
        row = self.model.row_of(record) if record else None
        if self._stays and record:
            self._mark(row, chosen)
        elif self.model.rowCount():
            row = 0 if self.asked.query or row is None else row
            self.list.selectRow(row)
            self.list.scrollToTop() if row == 0 else self.list.scrollTo(self.model.index(row, 0))
        elif self.asked.query:
            self.pane.clear()
            self.hit.clear()

    def _mark(self, row: int | None, chosen: frozenset[str]) -> None:
        """Selects the row of the record that is shown already, and does not show it again.

        Where several were chosen they all stay so: who changed many records goes on with the same ones.
        """
        selection = self.list.selectionModel()
        blocked = selection.blockSignals(True)
        if row is not None:
            self.list.selectRow(row)
        for other in self.model.rows_of(chosen) if len(chosen) > 1 else ():
            selection.select(self.model.index(other, 0), WHOLE_ROW)
        selection.blockSignals(blocked)
        self.list.viewport().update()

    def _refuse(self, fault: ConvenioError) -> None:
        """A query that cannot be read finds nothing, so nothing found before is shown below its sentence."""
        self.model.show(0, ())
        self.found.show_fault(self.asked.query, fault)
        self.faulty.emit(True)

    def _show_pane(self) -> None:
        """Nothing can be chosen from an empty list: only a record that is open already stands beside it."""
        self.pane.setVisible(bool(self.model.rowCount()) or self.pane.opened is not None)

    def _chose(self, now: QModelIndex) -> None:
        hit = self.model.hit(now.row()) if now.isValid() else None
        if hit is None:
            return
        shown = self.pane.opened
        if shown is None or shown.id != hit.record or self.asked.query or shown.hits:
            self.pane.open(hit.record, hit.page or 1, self.asked.question, arrive=self._arrive)
        if self.asked.query:
            self.hit.show_hit(hit.record, self.asked.question)
        else:
            self.hit.clear()
        self._arrive = 0

    def facet_name(self, facet: str, value: str) -> str:
        archive = self._session.archive
        if facet == "agency" and archive is not None:
            return archive.authorities.name(value)
        return wording.facet_value(facet, value)

    # Parts -----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.addWidget(self.found)
        self.addWidget(self.pane)
        self.setStretchFactor(0, 2)
        self.setStretchFactor(1, 5)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)

    def _connect(self) -> None:
        self._again.timeout.connect(self.refresh_list)
        self.pane.shown.connect(lambda _: self._show_pane())
        self.model.wanted.connect(self._fetch)
        self.model.sort_wanted.connect(self.set_sort)
        self.list.horizontalHeader().sectionClicked.connect(lambda column: self.model.sort(column))
        self.list.selectionModel().currentRowChanged.connect(lambda now, _before: self._chose(now))
        self.found.sort_wanted.connect(self.set_sort)
        self.found.action_wanted.connect(self.action_wanted)
        self.list.clicked.connect(self.opened_by_person)
        self.hit.page_wanted.connect(self.pane.page.go_to)
        self.hit.step_wanted.connect(self.step_hit)
        self.pane.page.stepped.connect(lambda: self.hit.show_step(*self.pane.page.hit))
        self.facets.toggled.connect(self.toggle_filter)
        self.chips.removed.connect(self.toggle_filter)
        self.strip.query_wanted.connect(self.query_wanted)
        self.strip.expand_wanted.connect(lambda on: self.put(self.asked.with_expand(on)))
        self.strip.term_turned.connect(lambda term: self.put(self.asked.turned(term)))
        self.pane.description.record_wanted.connect(self.open_record)

