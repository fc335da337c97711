"""Coverage: which two bodies have an agreement in force, by any two roles; through the years; and the lapses."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from archive_app.domain.ledger import LedgerLine
from archive_app.gui.delegates.cells import CoverageDelegate
from archive_app.gui.delegates.headers import WrappedHeader
from archive_app.gui.language import capital, tr, word
from archive_app.gui.models import coverage
from archive_app.gui.models.coverage import EVIDENCE, CoverageModel, Read
from archive_app.gui.models.table import TableModel
from archive_app.gui.operations import Session
from archive_app.gui.views import parts
from archive_app.gui.views.day_picker import DayPicker
from archive_app.gui.views.year_slider import YearSlider


class CoverageView(QWidget):
    """``agreement_wanted(id)`` when a cell or a lapse is opened, ``words_wanted`` when what shows a lapse is."""

    agreement_wanted = Signal(str)
    words_wanted = Signal(str, int, str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.model = CoverageModel(self)
        self.gaps = TableModel[LedgerLine]((), self)
        self.matrix = self._matrix()
        self.lapses = parts.table(tr("coverage.lapses"))
        self.lapses.setModel(self.gaps)
        self.lapses.setSortingEnabled(True)
        self.lapses.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.rows, self.columns = QComboBox(), QComboBox()
        self.years = YearSlider(session)
        self.setFocusProxy(self.matrix)
        self._lay_out()
        self.matrix.activated.connect(self._open_cell)
        self.lapses.activated.connect(self._open_gap)
        session.day_changed.connect(self.refresh)

    def refresh(self) -> None:
        on, rows, columns = self._session.on, str(self.rows.currentData()), str(self.columns.currentData())
        self._session.ask(lambda archive: coverage.read(archive, on, rows, columns), self._show, key="coverage")

    def _show(self, read: Read) -> None:
        archive, covered = self._session.archive, read.covered
        if archive is None:
            return
        self._list_roles(read)
        self.years.set_first(read.first)
        self.model.show(covered, archive.authorities)
        self.gaps.set_columns(coverage.ledger_columns(covered.on))
        self.gaps.set_rows(read.ledger)
        for column, width in enumerate((210, 120, 174, 174, 160, 240)):
            self.lapses.setColumnWidth(column, width)
        known = [one.lapse for one in read.ledger if one.lapse.known]
        open_now = sum(lapse.end is None for lapse in known)
        self._lapses_title.setText(tr("coverage.count", len(known), open_now, len(read.ledger) - len(known)))
        self._stack.setCurrentIndex(0 if covered.cells else 1)

    def _open_cell(self, index: QModelIndex) -> None:
        cell = self.model.cell(index)
        if cell:
            self.agreement_wanted.emit(cell.agreements[-1])

    def _open_gap(self, index: QModelIndex) -> None:
        """The agreement before it; where what shows its end is opened, the very words."""
        line = self.gaps.row_at(index)
        if line and line.evidence.quotes and index.column() == EVIDENCE:
            quote = line.evidence.quotes[0]
            self.words_wanted.emit(quote.record, quote.page, quote.words)
        elif line:
            self.agreement_wanted.emit(line.after.id)

    def _list_roles(self, read: Read) -> None:
        """The roles that parties have here, those chosen staying so."""
        for choice in (self.rows, self.columns):
            before = choice.currentData()
            blocked = choice.blockSignals(True)
            while choice.count() > 1:
                choice.removeItem(1)
            for role, number in read.roles:
                choice.addItem(tr("coverage.role", capital(word("role", role)), number), role)
            choice.setCurrentIndex(max(0, choice.findData(before)))
            choice.blockSignals(blocked)

    # Parts -----------------------------------------------------------------------------------------------------

    def _roles(self) -> list[QWidget]:
        """Whom to set against whom."""
        made: list[QWidget] = []
        for choice, usual, name in (
            (self.columns, tr("coverage.agencies"), tr("coverage.across")),
            (self.rows, tr("coverage.consulates"), tr("coverage.down")),
        ):
            choice.addItem(usual, "")
            choice.setAccessibleName(name)
            choice.setToolTip(name)
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(14)
            choice.currentIndexChanged.connect(self.refresh)
            made.append(choice)
        made.insert(1, parts.label(tr("coverage.against"), "soft"))
        return made

    def _matrix(self) -> QTableView:
        made = QTableView()
        made.setAccessibleName(tr("coverage.name"))
        made.setItemDelegate(CoverageDelegate(made))
        made.setHorizontalHeader(WrappedHeader(Qt.Orientation.Horizontal, made))
        made.setVerticalHeader(WrappedHeader(Qt.Orientation.Vertical, made))
        made.setModel(self.model)
        made.setShowGrid(False)
        made.setMouseTracking(True)
        made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        made.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        made.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        made.horizontalHeader().setDefaultSectionSize(138)
        made.verticalHeader().setDefaultSectionSize(50)
        made.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        return made

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(parts.heading(tr("coverage.name"), *self._roles(), DayPicker(self._session)))
        layout.addWidget(self.years)
        self._lapses_title = parts.label("", "section", bold=True)
        below = parts.column()
        head = parts.row(20, 10, 16, 8)
        head.addWidget(self._lapses_title)
        below.addWidget(parts.frame("header", head))
        below.addWidget(self.lapses, 1)
        self.splitter = parts.above(self.matrix, parts.frame("panel", below))
        words = tr("coverage.empty_text")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.splitter)
        self._stack.addWidget(parts.EmptyPane("coverage", tr("coverage.empty"), words))
        layout.addWidget(self._stack, 1)
