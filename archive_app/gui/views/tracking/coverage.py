"""Coverage: which two bodies have an agreement in force, by any two roles; through the years; and the lapses."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QComboBox,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from archive_app.gui.delegates.cells import CoverageDelegate
from archive_app.gui.delegates.headers import WrappedHeader
from archive_app.gui.language import capital, tr, word
from archive_app.gui.models.tracking import coverage
from archive_app.gui.models.tracking.coverage import CoverageModel, Read
from archive_app.gui.operations import Session
from archive_app.gui.views import parts
from archive_app.gui.views.eliding import Choice, offer
from archive_app.gui.views.tracking.day_picker import DayPicker
from archive_app.gui.views.tracking.lapse_ledger import LapseLedger
from archive_app.gui.views.tracking.year_chart import YearChartView
from archive_app.gui.views.tracking.year_slider import YearSlider

#: The two pictures of coverage: on the day, and through the years.
ON_THE_DAY, BY_YEAR = 0, 1


class CoverageView(QWidget):
    """``agreement_wanted(id)`` when a cell or a lapse is opened, ``words_wanted`` when what shows a lapse is.

    ``those_wanted(ids, words)`` for the agreements of a year, ``export_wanted`` for the chart as a picture,
    ``workbook_wanted(id)`` for that of the agency on show, "" for all; ``lapses_export_wanted(year)``
    for the lapses below, 0 for those of every year.
    """

    agreement_wanted = Signal(str)
    those_wanted = Signal(object, str)
    words_wanted = Signal(str, int, str)
    export_wanted = Signal()
    workbook_wanted = Signal(str)
    lapses_export_wanted = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.model = CoverageModel(self)
        self.matrix = self._matrix()
        self.chart = YearChartView()
        self.ledger = LapseLedger()
        self.lapses, self.gaps = self.ledger.table, self.ledger.model
        self.rows, self.columns, self.agency = QComboBox(), QComboBox(), Choice()
        self.years = YearSlider(session)
        self.setFocusProxy(self.matrix)
        self._lay_out()
        self._connect()

    @property
    def sides(self) -> tuple[str, str]:
        """The roles that stand down and across; "" where the usual ones do."""
        return str(self.rows.currentData()), str(self.columns.currentData())

    @property
    def agency_shown(self) -> str:
        """The id of the agency that all is narrowed to, "" for every one."""
        return str(self.agency.currentData() or "")

    def refresh(self) -> None:
        on, (rows, columns), agency = self._session.on, self.sides, self.agency_shown
        by_year = self._pictures.currentIndex() == BY_YEAR
        self._session.ask(
            lambda archive: coverage.read(archive, on, rows, columns, agency, by_year), self._show, key="coverage"
        )

    def show_picture(self, which: int) -> None:
        """ON_THE_DAY or BY_YEAR; the years are asked for when they are first seen."""
        self._pictures.setCurrentIndex(which)
        self._beside.setCurrentIndex(which)
        self._switch.button(which).setChecked(True)
        self.setFocusProxy(self.chart if which == BY_YEAR else self.matrix)
        if which == BY_YEAR:
            self.refresh()

    def _show(self, read: Read) -> None:
        archive, covered = self._session.archive, read.covered
        if archive is None:
            return
        self._list_roles(read)
        self._list_agencies(read)
        self.years.set_first(read.first)
        self.model.show(covered, archive.authorities)
        if read.years:
            self.chart.show_years(read.years)
        self.ledger.show_lines(read.ledger, range(read.first, covered.on.year + 1), covered.on)
        self._stack.setCurrentIndex(0 if covered.cells else 1)

    def _open_cell(self, index: QModelIndex) -> None:
        cell = self.model.cell(index)
        if cell:
            self.agreement_wanted.emit(cell.agreements[-1])

    def _open_year(self, year: int) -> None:
        """All agreements that had a day in a year, or may have had one."""
        words = tr("coverage.of_year", year)
        if self.agency_shown:
            words = tr("coverage.of_agency", words, self.agency.currentText())
        self.those_wanted.emit(frozenset(self.chart.told.turns[year].agreements), words)

    def _list_roles(self, read: Read) -> None:
        """The roles that parties have here, those chosen staying so."""
        for choice in (self.rows, self.columns):
            offer(choice, [(role, tr("coverage.role", capital(word("role", role)), n)) for role, n in read.roles])

    def _list_agencies(self, read: Read) -> None:
        offer(self.agency, read.agencies)

    # Parts -----------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.matrix.activated.connect(self._open_cell)
        self.ledger.agreement_wanted.connect(self.agreement_wanted)
        self.ledger.words_wanted.connect(self.words_wanted)
        self.ledger.save_wanted.connect(self.lapses_export_wanted)
        self.chart.agreements_wanted.connect(self._open_year)
        self.chart.lapses_wanted.connect(self.ledger.show_year)
        self.agency.currentIndexChanged.connect(self.refresh)
        self._switch.idClicked.connect(self.show_picture)
        self._session.day_changed.connect(self.refresh)

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

    def _strip(self) -> QFrame:
        """Which picture, of which agency; beside them what belongs to the picture: the slider, or how to save it."""
        self._switch = QButtonGroup(self)
        self.agency.addItem(tr("coverage.every_agency"), "")
        self.agency.setAccessibleName(tr("coverage.agency"))
        self.agency.setMinimumWidth(110)
        self.agency.setMaximumWidth(340)
        self.agency.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.agency.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        line = parts.row(20, 4, 16, 4, spacing=6)
        for which, icon, words in ((ON_THE_DAY, "coverage", tr("coverage.on_the_day")),
                                   (BY_YEAR, "chart", tr("coverage.by_year"))):  # fmt: skip
            one = parts.tool(icon, words, words)
            one.setCheckable(True)
            self._switch.addButton(one, which)
            line.addWidget(one)
        self._switch.button(ON_THE_DAY).setChecked(True)
        line.addWidget(self.agency, 2)
        self._beside = QStackedWidget()
        self._beside.addWidget(self.years)
        self._beside.addWidget(self._saving())
        line.addWidget(self._beside, 3)
        book = parts.tool("workbook", tr("coverage.workbook"))
        book.clicked.connect(lambda: self.workbook_wanted.emit(self.agency_shown))
        line.addWidget(book)
        return parts.frame("header", line)

    def _saving(self) -> QWidget:
        save, layout = parts.tool("export", tr("coverage.save")), parts.row()
        save.clicked.connect(self.export_wanted)
        layout.addStretch(1)
        layout.addWidget(save)
        return parts.frame("plain", layout)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(parts.heading(tr("coverage.name"), *self._roles(), DayPicker(self._session)))
        layout.addWidget(self._strip())
        self._pictures = QStackedWidget()
        self._pictures.addWidget(self.matrix)
        self._pictures.addWidget(self.chart)
        self.splitter = parts.above(self._pictures, self.ledger)
        words = tr("coverage.empty_text")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.splitter)
        self._stack.addWidget(parts.EmptyPane("coverage", tr("coverage.empty"), words))
        layout.addWidget(self._stack, 1)

