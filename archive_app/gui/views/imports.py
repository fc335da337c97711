"""Import report: what each import took in, what it left out, and what failed, where, why, and what helps."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from archive_app.domain.record import ImportReport
from archive_app.gui.models import imports, wording
from archive_app.gui.models.imports import Report
from archive_app.gui.models.table import TableModel
from archive_app.gui.operations import Session
from archive_app.gui.views import parts
from archive_app.services import reports


class ImportsView(QWidget):
    """The last import first; others can be chosen. ``counted(number)`` tells how many files of the last failed."""

    counted = Signal(int)
    import_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.failures = TableModel(imports.failure_columns(), self)
        self.skips = TableModel(imports.skip_columns(), self)
        self.choice = QComboBox()
        self.choice.setAccessibleName(self.tr("Import"))
        self.choice.setMinimumWidth(330)
        self._tiles = parts.row(20, 18, 20, 14, spacing=12)
        self._sum = parts.label("", "soft", "small")
        self._lay_out()
        self.choice.currentIndexChanged.connect(self._chose)

    def refresh(self) -> None:
        self._session.ask(reports.imports, self._list, key="imports")

    def _list(self, held: Sequence[ImportReport]) -> None:
        blocked = self.choice.blockSignals(True)
        self.choice.clear()
        for report in held:
            brief = Report(report, (), ())
            self.choice.addItem(f"{wording.moment(report.at)}   {brief.title}", report)
        self.choice.blockSignals(blocked)
        self._stack.setCurrentIndex(0 if held else 1)
        self.counted.emit(held[0].failed if held else 0)
        self._chose()

    def _chose(self) -> None:
        report = self.choice.currentData()
        if report is not None:
            self._session.ask(
                lambda archive: Report(report, *reports.left_out(archive, report.id)), self._show, key="import report"
            )

    def _show(self, report: Report) -> None:
        counts = report.counts
        while item := self._tiles.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        told = (
            (self.tr("found"), counts.found, ""), (self.tr("added"), counts.added, "good"),
            (self.tr("already here"), counts.duplicates, ""), (self.tr("left out"), counts.skipped, ""),
            (self.tr("failed"), counts.failed, "bad"),
        )  # fmt: skip
        for words, number, colour in told:
            self._tiles.addWidget(_tile(words, number, colour if number else ""))
        self._tiles.addStretch(1)
        self._sum.setText(self._sentence(counts))
        self.failures.set_rows(report.failures)
        self.skips.set_rows(report.skips)
        self._tabs.setTabText(0, self.tr("Failed ({0})").format(len(report.failures)))
        self._tabs.setTabText(1, self.tr("Left out ({0})").format(len(report.skips)))
        if report.skips and not report.failures:
            self._tabs.setCurrentIndex(1)
        for number, rows in enumerate((report.failures, report.skips)):
            self._stacks[number].setCurrentIndex(0 if rows else 1)

    def _sentence(self, counts: ImportReport) -> str:
        if counts.seconds is None:
            return self.tr("This import is still going on, or was broken off.")
        sum = self.tr("{0} found = {1} added + {2} already here + {3} left out + {4} failed").format(
            counts.found, counts.added, counts.duplicates, counts.skipped, counts.failed
        )
        return self.tr("{0}, in {1} seconds").format(sum, f"{counts.seconds:.1f}")

    # Parts -----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        more = parts.button(self.tr("Import more…"), "import")
        more.clicked.connect(self.import_wanted)
        layout.addWidget(parts.heading(self.tr("Import report"), self.choice, more))
        body = parts.column()
        body.addLayout(self._tiles)
        self._sum.setContentsMargins(22, 0, 20, 10)
        body.addWidget(self._sum)
        body.addWidget(self._tables(), 1)
        words = self.tr("Drop files or folders onto this window to take them in.")
        self._stack = QStackedWidget()
        self._stack.addWidget(parts.frame("panel", body))
        self._stack.addWidget(parts.EmptyPane("report", self.tr("No imports yet"), words))
        layout.addWidget(self._stack, 1)

    def _tables(self) -> QTabWidget:
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        self._tabs.tabBar().setDrawBase(False)
        self._stacks: list[QStackedWidget] = []
        calm = (self.tr("Nothing failed"), self.tr("Nothing was left out"))
        for model, name, widths, empty in (
            (self.failures, self.tr("Failed"), (276, 86, 424), calm[0]),
            (self.skips, self.tr("Left out"), (330,), calm[1]),
        ):
            table = parts.table(name)
            table.setModel(model)
            for column, width in enumerate(widths):
                table.setColumnWidth(column, width)
            stack = QStackedWidget()
            stack.addWidget(table)
            stack.addWidget(parts.EmptyPane("check", empty))
            self._stacks.append(stack)
            self._tabs.addTab(stack, name)
        return self._tabs


def _tile(words: str, number: int, colour: str) -> QFrame:
    layout = QVBoxLayout()
    layout.setContentsMargins(18, 10, 26, 10)
    layout.setSpacing(0)
    big = parts.label(f"{number:,}", size="display", bold=True)
    if colour:
        big.setProperty("role", "fault" if colour == "bad" else "good")
    layout.addWidget(big)
    layout.addWidget(parts.label(words, "soft", "small"))
    return parts.frame("tile", layout)

