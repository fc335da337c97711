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
from archive_app.services import covering, describing, exporting
from archive_app.services.archive import Archive
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
