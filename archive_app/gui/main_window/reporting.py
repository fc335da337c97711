"""What searches found, taken out: results and words in context as files, lists of queries with their report."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from archive_app.domain.findings import BatchReport, InContext
from archive_app.errors import UsageError
from archive_app.gui.language import tr
from archive_app.gui.main_window.exporting import Exporting
from archive_app.gui.main_window.frame import Frame
from archive_app.services.search import batches, concordance, results


class Reporting(QObject):
    def __init__(self, window: Frame, exporting: Exporting) -> None:
        super().__init__(window)
        self._window, self._exporting = window, exporting
        window.places.line_wanted.connect(self.open_line)
        window.places.concordance_export_wanted.connect(self.ask_concordance)
        window.places.records.years.years_wanted.connect(window.places.records.narrow_to_years)

    def menu(self) -> dict[str, Callable[[], object]]:
        return {
            "concordance": lambda: self._window.go("concordance"), "batch": self.ask_batch,
            "export_results": self.ask_results,
        }  # fmt: skip

    def open_line(self, line: InContext) -> None:
        """The page of a place of the query's words, with them marked."""
        self._window.go("records")
        self._window.places.records.open_place(line.record, line.page, line.start, line.end)

    # Results ---------------------------------------------------------------------------------------------------

    def ask_results(self) -> None:
        if not self._window.places.records.asked.narrows:
            self._window.tell(UsageError(tr("saved.nothing")))
            return
        file = self._ask_file("results")
        if file:
            self.export_results(file)

    def export_results(self, file: Path) -> None:
        """Writes all that the question at hand finds, in the background."""
        question = self._window.places.records.asked.question
        progress = self._window.session.work(
            lambda archive, progress: results.export(archive, question, file, progress),
            lambda written: self._exporting.say(file, written.inquiry.left_out),
        )
        self._window.work.follow(tr("reporting.writing"), progress)

    def ask_concordance(self, sort: str) -> None:
        file = self._ask_file("concordance")
        if file:
            self.export_concordance(file, sort)

    def export_concordance(self, file: Path, sort: str) -> None:
        question = self._window.places.records.asked.question
        progress = self._window.session.work(
            lambda archive, progress: concordance.export(archive, question, file, sort=sort, progress=progress),
            lambda written: self._exporting.say(file, written[0].left_out),
        )
        self._window.work.follow(tr("reporting.writing"), progress)

    # Lists of queries ------------------------------------------------------------------------------------------

    def ask_batch(self) -> None:
        file, _kind = QFileDialog.getOpenFileName(
            self._window, tr("batch.choose"), str(Path.home()), tr("file_kind.batch")
        )
        if file:
            self.run_batch(Path(file))

    def run_batch(self, file: Path) -> None:
        """Puts the queries of a CSV file to the archive one after the other, and shows the report."""
        progress = self._window.session.work(
            lambda archive, progress: batches.run(archive, batches.read(file), progress=progress), self._show_report
        )
        self._window.work.follow(tr("batch.asking"), progress)

    def _show_report(self, report: BatchReport) -> None:
        from archive_app.gui.dialogs.search.batch_report import BatchReported

        dialog = BatchReported(report, self._window)
        dialog.query_wanted.connect(self._window.search.put)
        dialog.export_wanted.connect(lambda: self.ask_report(report))
        dialog.open()

    def ask_report(self, report: BatchReport) -> None:
        file = self._ask_file("report")
        if file:
            self.export_report(report, file)

    def export_report(self, report: BatchReport, file: Path) -> None:
        self._window.session.ask(lambda _: batches.write(report, file), lambda _: self._exporting.say(file))

    def _ask_file(self, what: str) -> Path | None:
        """A place for a workbook or a CSV file; a name without an ending becomes a workbook."""
        named = str(Path.home() / tr(f"file_name.{what}"))
        file, _kind = QFileDialog.getSaveFileName(self._window, tr("exporting.title"), named, tr("file_kind.results"))
        if not file:
            return None
        path = Path(file)
        return path if path.suffix else path.with_suffix(".xlsx")
