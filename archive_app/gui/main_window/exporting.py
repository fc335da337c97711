"""Taking things out: a workbook, tables, or the timeline on show as a picture."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject

from archive_app.errors import UsageError
from archive_app.gui.language import code, tr
from archive_app.gui.main_window.frame import Frame
from archive_app.gui.main_window.saving import Saved, ask_file

#: Formats of the menu; ``file_name.<format>`` is the name proposed for the file, ``file_kind.<format>`` its kind.
FORMATS: Final = ("xlsx", "html", "ics", "csv", "tables", "ris", "bibtex", "csl-json", "ead3", "atom-csv",
                  "dublin-core", "json")  # fmt: skip
#: Of these only what is searched for is written, where something is.
OF_SEARCH: Final = ("ris", "bibtex", "csl-json")


class Exporting(QObject):
    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window, self._folder = window, Path.home()
        window.places.export_wanted.connect(self.ask_timeline)
        window.places.years_export_wanted.connect(self.ask_years)
        window.places.workbook_wanted.connect(self.ask_workbook)
        window.places.lapses_export_wanted.connect(self.ask_lapses)
        window.places.requests_export_wanted.connect(self.ask_requests)

    def menu(self) -> dict[str, Callable[[], object]]:
        return {
            "export_timeline": self.ask_timeline, "export_requests": self.ask_requests,
            "export_years": self.ask_years,
            **{f"export_{format}": partial(self.ask, format) for format in FORMATS},
        }

    def ask(self, format: str) -> None:
        file = self._ask_file(tr(f"file_name.{format}"), tr(f"file_kind.{format}"))
        if file:
            self.export(format, file)

    def ask_workbook(self, agency: str) -> None:
        """The workbook of a body and its offices; of all where none is named."""
        named = tr("file_name.xlsx_of", agency.replace("/", "-")) if agency else tr("file_name.xlsx")
        file = self._ask_file(named, tr("file_kind.xlsx"))
        if file:
            self.export("xlsx", file, agency)

    def export(self, format: str, file: Path, agency: str = "") -> None:
        """Writes the whole archive in a format, or an agency's part, in the background.

        Of citations it writes only what is searched for.

        What an export says of its own is in the window's language.
        """
        from archive_app.services.sharing import exporting

        on, language = self._window.session.on, code()
        query = (self._window.places.records.asked.query or None) if format in OF_SEARCH else None
        self._window.session.ask(
            lambda archive: exporting.export(
                archive, format, file, on, agency=agency or None, query=query, language=language
            ),
            lambda holdings: self.say(file, getattr(holdings, "left_out", 0)),
            lane="reading",
            whole=True,
        )

    def ask_timeline(self, agency: str = "") -> None:
        agency = agency or self._window.places.timelines.agency or ""
        if not agency:
            self._window.go("timelines")
            self._window.tell(UsageError(tr("exporting.choose_agency")))
            return
        kinds = tr("file_kind.timeline")
        file = self._ask_file(tr("file_name.timeline", agency.replace("/", "-")), kinds)
        if file:
            self.export_timeline(agency, file)

    def export_timeline(self, agency: str, file: Path) -> None:
        """Draws a body's timeline, narrowed as the view is."""
        from archive_app.services.sharing import exporting

        on, language = self._window.session.on, code()
        kind, role, events = self._window.places.timelines.narrowing
        self._window.session.ask(
            lambda archive: exporting.export_timeline(
                archive, agency, file, on, language=language, kind=kind or None, role=role or None, events=events
            ),
            lambda _: self.say(file), whole=True,
        )  # fmt: skip

    def ask_years(self) -> None:
        file = self._ask_file(tr("file_name.years"), tr("file_kind.timeline"))
        if file:
            self.export_years(file)

    def export_years(self, file: Path) -> None:
        """Draws coverage by year, of the roles and the agency that the view is narrowed to."""
        from archive_app.gui.models.tracking import coverage
        from archive_app.services.sharing import exporting

        on, language, view = self._window.session.on, code(), self._window.places.coverage
        (rows, columns), agency = view.sides, view.agency_shown
        self._window.session.ask(
            lambda archive: exporting.export_years(
                archive, file, on, between=coverage.sides(archive, rows, columns), agency=agency or None,
                language=language,
            ),
            lambda _: self.say(file),
            whole=True,
        )  # fmt: skip

    def ask_lapses(self, year: int) -> None:
        named = tr("file_name.lapses_of", year) if year else tr("file_name.lapses")
        file = self._ask_file(named, tr("file_kind.results"))
        if file:
            self.export_lapses(file, year)

    def export_lapses(self, file: Path, year: int = 0) -> None:
        """Writes the lapses of what coverage is narrowed to, of a year or of all."""
        from archive_app.gui.models.tracking import coverage
        from archive_app.services.sharing import lapse_lists

        on, language, view = self._window.session.on, code(), self._window.places.coverage
        (rows, columns), agency = view.sides, view.agency_shown
        self._window.session.ask(
            lambda archive: lapse_lists.export(
                archive, file, on, between=coverage.sides(archive, rows, columns), agency=agency or None,
                year=year or None, language=language,
            ),
            lambda _: self.say(file),
            whole=True,
        )  # fmt: skip

    def ask_requests(self) -> None:
        file = self._ask_file(tr("file_name.requests"), tr("file_kind.requests"))
        if file:
            self.export_requests(file)

    def export_requests(self, file: Path) -> None:
        """Writes what is to be asked for, without the words of restricted records."""
        from archive_app.services.tracking import holdings

        on, language = self._window.session.on, code()
        self._window.session.ask(
            lambda archive: holdings.export(archive, file, on, language=language),
            lambda found: self.say(file, found.left_out),
            whole=True,
        )

    def ask_file(self, name: str, kinds: str) -> Path | None:
        """Where to save something, None where it is not to be saved."""
        return self._ask_file(name, kinds)

    def say(self, file: Path, left_out: int = 0) -> None:
        told = tr("exporting.saved", file)
        if left_out:
            told += " " + tr("exporting.left_out", count=left_out)
        self._window.tell_good(told)
        Saved(self._window, file)

    def _ask_file(self, name: str, kinds: str) -> Path | None:
        """In the folder that the last one was saved in, the home folder at first."""
        file = ask_file(self._window, self._folder, name, kinds)
        if file:
            self._folder = file.parent
        return file
