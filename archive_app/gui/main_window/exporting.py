"""Taking things out: a workbook, tables, or the timeline on show as a picture."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from archive_app.errors import UsageError
from archive_app.services import exporting

if TYPE_CHECKING:
    from archive_app.gui.main_window.window import MainWindow


class Exporting(QObject):
    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.places.export_wanted.connect(self.ask_timeline)

    def menu(self) -> dict[str, Callable[[], object]]:
        return {
            "export_xlsx": lambda: self.ask("xlsx", self.tr("Workbook (*.xlsx)")),
            "export_csv": lambda: self.ask("csv", self.tr("Table (*.csv)")),
            "export_json": lambda: self.ask("json", "JSON (*.json)"),
            "export_timeline": self.ask_timeline,
        }

    def ask(self, format: str, kinds: str) -> None:
        file = self._ask_file(f"agreements.{format}", kinds)
        if file:
            self.export(format, file)

    def export(self, format: str, file: Path) -> None:
        """Writes the whole archive in a format, in the background."""
        on = self._window.session.on
        self._window.session.ask(
            lambda archive: exporting.export(archive, format, file, on),
            lambda holdings: self._say(file, getattr(holdings, "left_out", 0)),
            lane="reading",
        )

    def ask_timeline(self, agency: str = "") -> None:
        agency = agency or self._window.places.timelines.agency or ""
        if not agency:
            self._window.go("timelines")
            self._window.tell(UsageError(self.tr("There is no timeline to draw yet; choose an agency first.")))
            return
        kinds = self.tr("Drawing (*.svg);;Picture (*.png);;Document (*.pdf)")
        file = self._ask_file(f"timeline-{agency.replace('/', '-')}.svg", kinds)
        if file:
            self.export_timeline(agency, file)

    def export_timeline(self, agency: str, file: Path) -> None:
        on = self._window.session.on
        self._window.session.ask(
            lambda archive: exporting.export_timeline(archive, agency, file, on), lambda _: self._say(file)
        )

    def _say(self, file: Path, left_out: int = 0) -> None:
        told = self.tr("Saved as {0}.").format(file)
        if left_out:
            told += " " + self.tr("Restricted records stayed in the archive: {0}.").format(left_out)
        self._window.tell_good(told)

    def _ask_file(self, name: str, kinds: str) -> Path | None:
        file, _kind = QFileDialog.getSaveFileName(self._window, self.tr("Export"), str(Path.home() / name), kinds)
        return Path(file) if file else None
