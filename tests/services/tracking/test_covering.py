"""Coverage through the years: of all, or of one agency, the same in the workbook and for the window."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from archive_app.domain.years import YearState
from archive_app.errors import UsageError
from archive_app.exports.wording import TURNS
from archive_app.exports.workbook.chart import STATES
from archive_app.services.archive import Archive
from archive_app.services.description import describing
from archive_app.services.sharing import exporting, lapse_lists
from archive_app.services.tracking import covering
from tests.services.making import AUSTIN, CONSULATE, by_name

ON = date(2026, 11, 22)


@pytest.mark.parametrize("agency", [None, "OSHA", CONSULATE])
def test_the_workbook_has_the_figures_of_the_service(agency: str | None, archive: Archive, tmp_path: Path) -> None:
    told = covering.by_year(archive, ON, agency=agency, restricted=False)
    assert told.cells
    exporting.export(archive, "xlsx", tmp_path / "book.xlsx", ON, agency=agency)
    rows = list(openpyxl.load_workbook(tmp_path / "book.xlsx")["Coverage by year"].iter_rows(values_only=True))
    counts = told.counts()
    assert [row[: 1 + len(STATES)] for row in rows[1:]] == [
        (year, *(counts[year][state] for state in STATES)) for year in told.years
    ]  # fmt: skip
    assert [row[1 + len(STATES) : 1 + len(STATES) + len(TURNS)] for row in rows[1:]] == [
        tuple(len(getattr(told.turns[year], name)) for name in TURNS) for year in told.years
    ]  # fmt: skip
    signed = {id for turns in told.turns.values() for id in turns.signed}
    assert sum(int(str(row[1 + len(STATES)])) for row in rows[1:]) == len(signed)


def test_an_agency_counts_its_offices_and_nobody_else(archive: Archive) -> None:
    told = covering.by_year(archive, ON, agency="OSHA")
    assert {(cell.agency, cell.consulate) for cell in told.cells} == {(AUSTIN, CONSULATE)}
    assert covering.by_year(archive, ON, agency="EEOC").cells == ()
    with pytest.raises(UsageError, match="No body is known by"):
        covering.by_year(archive, ON, agency="Nobody at all")


def test_restricted_papers_are_not_counted_where_figures_leave_the_archive(archive: Archive) -> None:
    whole = covering.by_year(archive, ON)
    describing.correct(archive, by_name(archive)["alliance 2013.pdf"], "access", "restricted")
    open_ones = covering.by_year(archive, ON, restricted=False)
    assert covering.by_year(archive, ON) == whole
    assert open_ones != whole
    assert {year: len(turns.renewed) for year, turns in whole.turns.items() if turns.renewed} == {2013: 1}
    assert not any(turns.renewed for turns in open_ones.turns.values())
    assert (whole.counts()[2026][YearState.COVERED], open_ones.counts()[2026][YearState.LAPSED]) == (1, 1)


def test_the_lapses_of_a_year_are_a_list_with_the_words_that_show_them(archive: Archive, tmp_path: Path) -> None:
    first = by_name(archive)["alliance 2010.pdf"]
    told = lapse_lists.export(archive, tmp_path / "lapses.xlsx", ON, year=2012, agency="OSHA", language="es")
    assert [line.lapse.start for line in told.lines] == [date(2012, 6, 2)]
    book = openpyxl.load_workbook(tmp_path / "lapses.xlsx")
    head, row = (list(row) for row in book["Lapsos sin convenio"].iter_rows(values_only=True))
    assert dict(zip(head, row, strict=True))["Palabras citadas"] == " … ".join([f"“shade” ({first}, página 1)"] * 2)
    assert (row[2], row[5]) == ("nada vigente", 364)
    about = [row[1] for row in book["Léame"].iter_rows(min_row=2, values_only=True)]
    assert str(about[0]).endswith("lapsos de 2012")
    assert lapse_lists.export(archive, tmp_path / "none.csv", ON, year=2015).lines == ()
    assert (tmp_path / "none.csv").read_text("utf-8-sig").startswith("Agency,Consulate,State")
    with pytest.raises(UsageError, match=r"otherwise than in \.xlsx or \.csv"):
        lapse_lists.export(archive, tmp_path / "lapses.pdf", ON)


def test_no_restricted_agreement_stands_in_the_list(archive: Archive, tmp_path: Path) -> None:
    describing.correct(archive, by_name(archive)["alliance 2010.pdf"], "access", "restricted")
    told = lapse_lists.export(archive, tmp_path / "lapses.csv", ON)
    assert (told.lines, told.left_out) == ((), 1)
