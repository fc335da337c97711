"""The lapses below coverage: who had nothing in force from when to when, of all years or of one, and what shows it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from archive_app.domain.ledger import LedgerLine
from archive_app.gui.language import tr
from archive_app.gui.models.table import TableModel
from archive_app.gui.models.tracking import coverage
from archive_app.gui.models.tracking.coverage import EVIDENCE
from archive_app.gui.views import parts
from archive_app.gui.views.eliding import Choice

#: On a small window the length of a lapse is still seen.
WIDTHS = (180, 94, 174, 158, 150, 240)


class LapseLedger(QFrame):
    """``agreement_wanted(id)`` for the agreement before a lapse, ``words_wanted`` for what shows its end.

    ``save_wanted(year)`` for the lapses on show as a table, 0 for those of every year.
    """

    agreement_wanted = Signal(str)
    words_wanted = Signal(str, int, str)
    save_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._every: Sequence[LedgerLine] = ()
        self._on = date.min
        self._title = parts.label("", "section", bold=True, wrap=True)
        self.year = Choice()
        self.year.setAccessibleName(tr("coverage.lapses_of"))
        self.year.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        self.year.setMinimumWidth(220)
        self.year.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        self.year.setMinimumWidth(220)
        self.year.addItem(tr("coverage.every_year"), None)
        self.model = TableModel[LedgerLine]((), self)
        self.table = parts.table(tr("coverage.lapses"))
        self.table.setModel(self.model)
        self.table.setSortingEnabled(True)
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self._lay_out()
        self.year.currentIndexChanged.connect(lambda _: self._narrow())
        self.table.activated.connect(self._open)

    def show_lines(self, lines: Sequence[LedgerLine], years: Sequence[int], on: date) -> None:
        """Every lapse up to a day, and the years it can be narrowed to; the one chosen stays so where it is there."""
        before, blocked = self.year.currentData(), self.year.blockSignals(True)
        while self.year.count() > 1:
            self.year.removeItem(1)
        for year in reversed(years):
            self.year.addItem(tr("coverage.in_year", year), year)
        self.year.setCurrentIndex(max(0, self.year.findData(before)))
        self.year.blockSignals(blocked)
        self._every, self._on = lines, on
        self.model.set_columns(coverage.ledger_columns(on))
        self._narrow()
        for column, width in enumerate(WIDTHS):
            self.table.setColumnWidth(column, width)

    def show_year(self, year: int) -> None:
        """Those with a day in a year, ready to be gone through by keys."""
        self.year.setCurrentIndex(max(0, self.year.findData(year)))
        if self.model.rows:
            self.table.selectRow(0)
        self.table.setFocus()

    def _narrow(self) -> None:
        year = self.year.currentData()
        shown = [one for one in self._every if year is None or one.lapse.touches(year, self._on)]
        self.model.set_rows(shown)
        known = [one.lapse for one in shown if one.lapse.known]
        open_now = sum(lapse.end is None for lapse in known)
        self._title.setText(tr("coverage.count", len(known), open_now, len(shown) - len(known)))

    def _open(self, index: QModelIndex) -> None:
        """The agreement before it; where what shows its end is opened, the very words."""
        line = self.model.row_at(index)
        if line and line.evidence.quotes and index.column() == EVIDENCE:
            quote = line.evidence.quotes[0]
            self.words_wanted.emit(quote.record, quote.page, quote.words)
        elif line:
            self.agreement_wanted.emit(line.after.id)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        head = parts.row(20, 6, 16, 6)
        head.addWidget(self._title, 1)
        head.addWidget(self.year)
        save = parts.tool("export", tr("coverage.save_lapses"))
        save.clicked.connect(lambda: self.save_wanted.emit(self.year.currentData() or 0))
        head.addWidget(save)
        layout.addWidget(parts.frame("header", head))
        layout.addWidget(self.table, 1)
