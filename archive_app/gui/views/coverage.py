"""Coverage: which agency and which consulate have an agreement in force, and the lapses."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSplitter,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from archive_app.domain.coverage import Coverage, Gap
from archive_app.gui.delegates.cells import CoverageDelegate
from archive_app.gui.delegates.headers import WrappedHeader
from archive_app.gui.language import tr
from archive_app.gui.models.coverage import CoverageModel, gap_columns
from archive_app.gui.models.table import TableModel
from archive_app.gui.operations import Session
from archive_app.gui.views import parts
from archive_app.gui.views.day_picker import DayPicker
from archive_app.services import agreements


class CoverageView(QWidget):
    """``agreement_wanted(id)`` when a cell or a lapse is opened."""

    agreement_wanted = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.model = CoverageModel(self)
        self.gaps = TableModel[Gap]((), self)
        self.matrix = self._matrix()
        self.lapses = parts.table(tr("coverage.lapses"))
        self.lapses.setModel(self.gaps)
        self.lapses.setSortingEnabled(True)
        self.lapses.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setFocusProxy(self.matrix)
        self._lay_out()
        self.matrix.activated.connect(self._open_cell)
        self.lapses.activated.connect(self._open_gap)
        session.day_changed.connect(self.refresh)

    def refresh(self) -> None:
        on = self._session.on
        self._session.ask(lambda archive: agreements.covered(archive, on), self._show, key="coverage")

    def _show(self, covered: Coverage) -> None:
        archive = self._session.archive
        if archive is None:
            return
        self.model.show(covered, archive.authorities)
        self.gaps.set_columns(gap_columns(archive.authorities, covered.on))
        self.gaps.set_rows(covered.gaps)
        for column, width in enumerate((340, 180, 200, 160)):
            self.lapses.setColumnWidth(column, width)
        open_now = sum(gap.end is None for gap in covered.gaps)
        self._lapses_title.setText(
            tr("coverage.count", len(covered.gaps), open_now)
        )
        self._stack.setCurrentIndex(0 if covered.cells else 1)

    def _open_cell(self, index: QModelIndex) -> None:
        cell = self.model.cell(index)
        if cell:
            self.agreement_wanted.emit(cell.agreements[-1])

    def _open_gap(self, index: QModelIndex) -> None:
        gap = self.gaps.row_at(index)
        if gap:
            self.agreement_wanted.emit(gap.after)

    # Parts -----------------------------------------------------------------------------------------------------

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
        layout.addWidget(parts.heading(tr("coverage.name"), DayPicker(self._session)))
        self._lapses_title = parts.label("", "section", bold=True)
        below = parts.column()
        head = parts.row(20, 10, 16, 8)
        head.addWidget(self._lapses_title)
        below.addWidget(parts.frame("header", head))
        below.addWidget(self.lapses, 1)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.matrix)
        self.splitter.addWidget(parts.frame("panel", below))
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        words = tr("coverage.empty_text")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.splitter)
        self._stack.addWidget(parts.EmptyPane("coverage", tr("coverage.empty"), words))
        layout.addWidget(self._stack, 1)
