"""Import report: what each import took in, what it left out, and what failed, where, why, and what helps."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from archive_app.domain.record import Failure, ImportReport, Skip
from archive_app.gui.language import number, tr
from archive_app.gui.models import wording
from archive_app.gui.models.intake import imports
from archive_app.gui.models.intake.imports import Report
from archive_app.gui.operations import Session
from archive_app.gui.views import parts
from archive_app.gui.views.eliding import Choice
from archive_app.gui.views.list_pane import ListPane
from archive_app.services.intake import reports


class ReportsPane(QWidget):
    """The last import first; others can be chosen. ``counted(number)`` tells how many files of the last failed,
    ``retry_wanted(files)`` of those that are to be taken in once more.
    """

    counted = Signal(int)
    import_wanted = Signal()
    retry_wanted = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.failed: ListPane[Failure] = ListPane(
            session, "failures", imports.failure_columns(), (196, 78), several=True, lines=3
        )
        self.skipped: ListPane[Skip] = ListPane(session, "skips", imports.skip_columns(), (276,), several=True, lines=2)
        self.failures, self.skips = self.failed.model, self.skipped.model
        self.retry = self.failed.act(tr("imports.retry"), "undo", lambda: self._retry(self.failed.chosen), key="R")
        self.retry_all = self.failed.act(tr("imports.retry_all"), "undo", self._retry_all, rows=False)
        self.choice = Choice()
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
        self.failed.show_rows(report.failures)
        self.failed.foot.setVisible(bool(report.failures))  # how to try again, where there is something to try
        self.skipped.show_rows(report.skips)
        self.retry_all.setEnabled(self._session.writable and bool(report.failures))
        self._tabs.setTabText(0, tr("imports.failed_count", len(report.failures)))
        self._tabs.setTabText(1, tr("imports.skipped_count", len(report.skips)))
        if report.skips and not report.failures:
            self._tabs.setCurrentIndex(1)

    def _sentence(self, counts: ImportReport) -> str:
        if counts.seconds is None:
            return tr("imports.going_on")
        told = (
            tr(f"imports.sum_{kind}", count=getattr(counts, kind))
            for kind in ("found", "added", "duplicates", "skipped", "failed")
        )
        return tr("imports.seconds", tr("imports.sum", *told), number(counts.seconds, 1))

    def _retry(self, failures: Sequence[Failure]) -> None:
        if failures:
            self.retry_wanted.emit([one.file for one in failures])

    def _retry_all(self) -> None:
        self._retry(self.failures.rows)

    # Parts -----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        more = parts.button(tr("imports.more"), "import")
        more.clicked.connect(self.import_wanted)
        body = parts.column()
        head = parts.row(20, 12, 16, 0)
        head.addWidget(self.choice)
        head.addStretch(1)
        head.addWidget(more)
        body.addLayout(head)
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
        self._tabs.addTab(self.failed, tr("imports.failed_tab"))
        self._tabs.addTab(self.skipped, tr("imports.skipped_tab"))
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

