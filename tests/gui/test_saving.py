"""Saving: the name follows the form that is chosen, and what is saved can be opened at once."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from archive_app.gui.language import tr
from archive_app.gui.main_window import MainWindow
from archive_app.gui.main_window.saving import Saved, endings, in_form

KINDS = "Drawing (*.svg);;Picture (*.png);;Document (*.pdf)"


@pytest.mark.parametrize(
    ("name", "kind", "wanted"),
    [
        ("chart.svg", "Picture (*.png)", "chart.png"),
        ("chart.PNG", "Document (*.pdf)", "chart.pdf"),
        ("chart", "Drawing (*.svg)", "chart.svg"),
        ("chart of 2016.v2", "Picture (*.png)", "chart of 2016.v2.png"),
        ("chart.svg", "Drawing (*.svg)", "chart.svg"),
    ],
)
def test_the_name_follows_the_form(name: str, kind: str, wanted: str) -> None:
    assert in_form(name, kind, KINDS) == wanted


def test_every_form_of_the_window_has_an_ending() -> None:
    assert endings(KINDS) == (".svg", ".png", ".pdf")
    assert endings(tr("file_kind.timeline")) == endings(KINDS)
    assert endings(tr("file_kind.xlsx")) == (".xlsx",)


class Opener(QObject):
    """Stands in for the system's programs: remembers what it is asked to open."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[Path] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.asked.append(Path(url.toLocalFile()))


def test_what_is_saved_can_be_opened_with_its_folder(opened: MainWindow, tmp_path: Path, settle) -> None:
    opener = Opener()
    QDesktopServices.setUrlHandler("file", opener, "open")  # type: ignore[arg-type]
    try:
        opened.exporting.export("xlsx", tmp_path / "osha.xlsx", "US-DOL-OSHA")
        settle()
        saved = opened.findChild(Saved)
        assert isinstance(saved, Saved)
        saved.open.click()
        saved.folder.click()
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert opener.asked == [tmp_path / "osha.xlsx", tmp_path]
    opened.tell_good("Something else.")
    settle()
    assert opened.findChild(Saved) is None


def test_the_workbook_of_an_agency_is_asked_for_where_it_is_looked_at(opened: MainWindow, settle) -> None:
    asked: list[str] = []
    opened.places.workbook_wanted.disconnect(opened.exporting.ask_workbook)
    opened.places.workbook_wanted.connect(asked.append)
    opened.go("coverage")
    settle()
    view = opened.places.coverage
    view.workbook_wanted.emit(view.agency_shown)
    view.agency.setCurrentIndex(view.agency.findData("US-DOL-OSHA"))
    settle()
    view.workbook_wanted.emit(view.agency_shown)
    opened.go("timelines")
    settle()
    opened.places.timelines.show_agency("US-DOL-OSHA/austin-area")
    opened.places.timelines.workbook_wanted.emit(opened.places.timelines.agency)
    assert asked == ["", "US-DOL-OSHA", "US-DOL-OSHA/austin-area"]


def test_the_lapses_on_show_are_saved_as_a_table(opened: MainWindow, tmp_path: Path, settle) -> None:
    asked: list[int] = []
    opened.places.lapses_export_wanted.disconnect(opened.exporting.ask_lapses)
    opened.places.lapses_export_wanted.connect(asked.append)
    opened.go("coverage")
    settle()
    ledger = opened.places.coverage.ledger
    ledger.show_year(2014)
    ledger.save_wanted.emit(ledger.year.currentData() or 0)
    assert asked == [2014]
    for year, found in ((0, 1), (2014, 1), (2013, 0)):
        opened.exporting.export_lapses(tmp_path / f"{year}.xlsx", year)
        settle()
        assert openpyxl.load_workbook(tmp_path / f"{year}.xlsx")["Gaps"].max_row == 1 + found


def test_it_holds_that_agency_alone(opened: MainWindow, tmp_path: Path, settle) -> None:
    opened.exporting.export("xlsx", tmp_path / "osha.xlsx", "US-DOL-OSHA")
    opened.exporting.export("xlsx", tmp_path / "eeoc.xlsx", "US-EEOC")
    settle()
    rows = [openpyxl.load_workbook(tmp_path / f"{name}.xlsx")["Agreements"].max_row for name in ("osha", "eeoc")]
    assert rows == [3, 1]
