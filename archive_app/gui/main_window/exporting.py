"""Taking things out: a workbook, tables, or the timeline on show as a picture."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject
from PySide6.QtWidgets import QFileDialog

from archive_app.errors import UsageError
from archive_app.services import exporting

if TYPE_CHECKING:
    from archive_app.gui.main_window.window import MainWindow


#: For each format of the menu the name proposed for the file, and the kind of file as the dialog tells it.
FILES: Final = {
    "xlsx": ("agreements.xlsx", QT_TRANSLATE_NOOP("Exporting", "Workbook (*.xlsx)")),
    "html": ("histories.html", QT_TRANSLATE_NOOP("Exporting", "Page (*.html)")),
    "ics": ("ends.ics", QT_TRANSLATE_NOOP("Exporting", "Calendar (*.ics)")),
    "csv": ("agreements.csv", QT_TRANSLATE_NOOP("Exporting", "Table (*.csv)")),
    "tables": ("tables.xlsx", QT_TRANSLATE_NOOP("Exporting", "Workbook (*.xlsx)")),
    "ris": ("citations.ris", QT_TRANSLATE_NOOP("Exporting", "Citations (*.ris)")),
    "ead3": ("finding-aid.xml", QT_TRANSLATE_NOOP("Exporting", "Finding aid (*.xml)")),
    "json": ("archive.json", QT_TRANSLATE_NOOP("Exporting", "JSON (*.json)")),
}


class Exporting(QObject):
    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.places.export_wanted.connect(self.ask_timeline)

    def menu(self) -> dict[str, Callable[[], object]]:
        return {
            "export_timeline": self.ask_timeline,
            **{f"export_{format}": partial(self.ask, format) for format in FILES},
        }

    def ask(self, format: str) -> None:
        name, kinds = FILES[format]
        file = self._ask_file(name, self.tr(str(kinds)))
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
