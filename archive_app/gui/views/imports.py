"""Import report: what each import took in, what it left out, and what failed, where, why, and what helps."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from archive_app.domain.record import ImportReport
from archive_app.gui.language import number, tr
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
        self.choice.setAccessibleName(tr("imports.import"))
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
            (tr("imports.found"), counts.found, ""), (tr("imports.added"), counts.added, "good"),
            (tr("imports.duplicates"), counts.duplicates, ""), (tr("imports.skipped"), counts.skipped, ""),
            (tr("imports.failed"), counts.failed, "bad"),
        )  # fmt: skip
        for words, amount, colour in told:
            self._tiles.addWidget(_tile(words, amount, colour if amount else ""))
        self._tiles.addStretch(1)
        self._sum.setText(self._sentence(counts))
        self.failures.set_rows(report.failures)
        self.skips.set_rows(report.skips)
        self._tabs.setTabText(0, tr("imports.failed_count", len(report.failures)))
        self._tabs.setTabText(1, tr("imports.skipped_count", len(report.skips)))
        if report.skips and not report.failures:
            self._tabs.setCurrentIndex(1)
        for at, rows in enumerate((report.failures, report.skips)):
            self._stacks[at].setCurrentIndex(0 if rows else 1)

    def _sentence(self, counts: ImportReport) -> str:
        if counts.seconds is None:
            return tr("imports.going_on")
        sum = tr("imports.sum", 
            counts.found, counts.added, counts.duplicates, counts.skipped, counts.failed
        )
        return tr("imports.seconds", sum, number(counts.seconds, 1))

    # Parts -----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        more = parts.button(tr("imports.more"), "import")
        more.clicked.connect(self.import_wanted)
        layout.addWidget(parts.heading(tr("imports.name"), self.choice, more))
        body = parts.column()
        body.addLayout(self._tiles)
        self._sum.setContentsMargins(22, 0, 20, 10)
        body.addWidget(self._sum)
        body.addWidget(self._tables(), 1)
        words = tr("imports.empty_text")
        self._stack = QStackedWidget()
        self._stack.addWidget(parts.frame("panel", body))
        self._stack.addWidget(parts.EmptyPane("report", tr("imports.empty"), words))
        layout.addWidget(self._stack, 1)

    def _tables(self) -> QTabWidget:
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        self._tabs.tabBar().setDrawBase(False)
        self._stacks: list[QStackedWidget] = []
        calm = (tr("imports.nothing_failed"), tr("imports.nothing_skipped"))
        for model, name, widths, empty in (
            (self.failures, tr("imports.failed_tab"), (276, 86, 424), calm[0]),
            (self.skips, tr("imports.skipped_tab"), (330,), calm[1]),
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


def _tile(words: str, amount: int, colour: str) -> QFrame:
    layout = QVBoxLayout()
    layout.setContentsMargins(18, 10, 26, 10)
    layout.setSpacing(0)
    big = parts.label(number(amount), size="display", bold=True)
    if colour:
        big.setProperty("role", "fault" if colour == "bad" else "good")
    layout.addWidget(big)
    layout.addWidget(parts.label(words, "soft", "small"))
    return parts.frame("tile", layout)

