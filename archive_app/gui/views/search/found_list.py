"""The list of what was found: how much and in which order above it, and what to do where nothing is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QStackedWidget, QVBoxLayout, QWidget

from archive_app.errors import ConvenioError
from archive_app.gui import language
from archive_app.gui.delegates.record import RecordDelegate
from archive_app.gui.language import tr
from archive_app.gui.models.search.asking import Asked
from archive_app.gui.models.search.records import RecordsModel
from archive_app.gui.operations import Session
from archive_app.gui.views import parts
from archive_app.gui.views.eliding import Choice
from archive_app.gui.views.frame.beginnings import Beginnings
from archive_app.gui.views.search.answer_strip import AnswerStrip
from archive_app.gui.views.search.facets import Chips
from archive_app.gui.views.search.hit_panel import HitPanel
from archive_app.gui.views.search.records_table import RecordsTable
from archive_app.gui.views.search.year_bars import YearBars
from archive_app.services.search import histograms
from archive_app.services.search.searching import Found

#: Below this width, in pixels, the list has no column of dates.
NARROW: Final = 300
#: The list is never narrower.
LEAST: Final = 224
#: Orders of the list, each with the key of its name.
SORTS: Final = {"relevance": "records.relevance", "date": "records.date_order", "title": "records.title_order"}


class FoundList(QFrame):
    """``sort_wanted(order)`` when another order is chosen, ``action_wanted(name)`` to fill an empty archive."""

    sort_wanted = Signal(str)
    action_wanted = Signal(str)

    def __init__(self, session: Session, model: RecordsModel, facet_name: Callable[[str, str], str]) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self.setMinimumWidth(LEAST)
        self._session, self._model = session, model
        self._told: tuple[Asked, Found] | None = None
        self.table = self._make_table()
        self.strip = AnswerStrip()
        self.chips = Chips(facet_name)
        self.years = YearBars()
        self.hit = HitPanel(session)
        self.empty = Beginnings("search", "")
        self.empty.action_wanted.connect(self.action_wanted)
        self._lay_out()

    def make_room(self, searched: bool) -> None:
        """Rows as high as what they tell: where words were asked for, the words around them too."""
        self._delegate.snippet_lines = 2 if searched else 0
        self.table.verticalHeader().setDefaultSectionSize(self._delegate.row_height())

    def show_found(self, asked: Asked, found: Found) -> None:
        """What is said of an answer, and what stands there where it is empty."""
        self._told = asked, found
        self.chips.show_chosen(asked.filters)
        self._say_count(found)
        self.strip.show_answer(asked, found)
        self.years.show_years(histograms.of(found.facets, found.total), asked)
        self._show_sort(asked.order)
        if found.total:
            self._stack.setCurrentWidget(self.table)
        else:
            self._say_empty(asked.narrows)

    def show_fault(self, query: str, fault: ConvenioError) -> None:
        """The sentence of a query that cannot be read, over an empty list."""
        self._told = None
        self.strip.show_fault(query, fault)
        self._count.clear()
        self.hit.clear()
        self.years.hide()
        self._put_empty("unreadable")

    def fit(self) -> None:
        """A narrow list has no column of dates; they stand beside the kind."""
        narrow = self.width() < NARROW
        if narrow != self.table.isColumnHidden(1) or narrow != self._delegate.dated:
            self._delegate.dated = narrow
            self.table.setColumnHidden(1, narrow)
            self.table.viewport().update()
            if self._told:
                self._say_count(self._told[1])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def _say_count(self, found: Found) -> None:
        count = tr("records.count", count=found.total)
        took = tr("records.took", count, language.number(round(found.seconds * 1000))) if found.query else count
        self._count.setText(count if self._delegate.dated else took)
        self._count.setToolTip(tr("records.understood", found.understood) if found.query else "")

    def _say_empty(self, narrowed: bool) -> None:
        if self._session.busy:
            self._put_empty("reading")
        else:
            self._put_empty("nothing" if narrowed else "empty")

    def _put_empty(self, why: str) -> None:
        """Why there is nothing; of an archive that nothing was taken into yet, how to begin."""
        self.empty.say(tr(f"records.{why}"), tr(f"records.{why}_text"))
        self.empty.show_ways(why == "empty" and self._session.writable)
        self._stack.setCurrentWidget(self.empty)

    def _show_sort(self, order: str) -> None:
        blocked = self.order.blockSignals(True)
        self.order.setCurrentIndex(list(SORTS).index(order))
        self.order.blockSignals(blocked)

    # Parts -----------------------------------------------------------------------------------------------------

    def _make_table(self) -> RecordsTable:
        made = parts.dress_table(RecordsTable(), tr("records.name"))
        self._delegate = RecordDelegate(made)
        made.setItemDelegate(self._delegate)
        made.setModel(self._model)
        made.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        head = made.horizontalHeader()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.setSectionsClickable(True)
        made.setColumnWidth(1, 104)
        head.setMinimumSectionSize(70)
        return made

    def _heading(self) -> QWidget:
        self._count = parts.label("", "soft", "small")
        self.order = Choice()
        self.order.setAccessibleName(tr("records.order"))
        self.order.setFont(self._count.font())
        for sort, words in SORTS.items():
            self.order.addItem(tr(words), sort)
        self.order.currentIndexChanged.connect(lambda _: self.sort_wanted.emit(self.order.currentData()))
        line = parts.row(20, 6, 8, 6)
        line.addWidget(self._count, 1)
        line.addWidget(self.order)
        return parts.frame("header", line)

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (self._heading(), self.strip, self.chips, self.years):
            layout.addWidget(part)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.hit)
