"""The workbook opened again and read cell by cell."""

from __future__ import annotations

import gc
import sys
import textwrap
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from archive_app.domain.agreement import Status
from archive_app.domain.coverage import coverage
from archive_app.domain.description import describe
from archive_app.domain.evidence import Evidence
from archive_app.domain.fact import Fact, Source
from archive_app.domain.record import Record, State
from archive_app.exports import EXPORTERS
from archive_app.exports.holdings import Holdings
from archive_app.exports.workbook.cells import LONGEST, plain
from tests.domain.histories import AUTHORITIES, history, paper

ON = date(2026, 11, 22)
PAIR = "OSHA/austin CON/austin"


@pytest.fixture
def holdings(tmp_path: Path) -> Holdings:
    end = Fact("expiration_date", "2016-12", 0.95, "stated end", Evidence(2, "until December 2016"), Source.READING)
    papers = [
        paper("R1", PAIR, "2010-06-01", years=2, title="=SUM(1;1) Alliance"),
        paper("R2", PAIR, "2013-06-01"),
        paper("R3", "OSHA/austin CON/laredo", "2020-01-01", expiration_date="perpetual"),
    ]
    described = describe([*(f for f in papers[1].description.facts), end])
    told = [(p.record, p.description) for p in papers]
    told[1] = ("R2", described)
    agreements = history(papers[0], type(papers[1])("R2", "R2.pdf", described), papers[2]).agreements
    records = tuple((_record(id), description) for id, description in told)
    return Holdings("Papers", ON, AUTHORITIES, agreements, records, {id: tmp_path / f"{id}.pdf" for id, _ in told},
                    coverage(agreements, ON), left_out=1)  # fmt: skip


def _record(id: str) -> Record:
    return Record(id, "0" * 64, "application/pdf", 1234, f"{id}.pdf", f"originals/{id}.pdf", False,
                  "2026-11-22T10:00:00+00:00", State.DESCRIBED, 3)  # fmt: skip


@pytest.fixture
def book(holdings: Holdings, tmp_path: Path) -> Workbook:
    file = tmp_path / "agreements.xlsx"
    EXPORTERS["xlsx"](holdings, file)
    return load_workbook(file)


def rows(sheet: Worksheet) -> list[dict[str, object]]:
    header, *lines = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, header), line, strict=True)) for line in lines]


def test_the_sheets_stand_in_reading_order(book: Workbook) -> None:
    assert book.sheetnames == [
        "Read me", "Agreements", "Parties", "Timeline", "Coverage", "Gaps", "Links", "Evidence", "Records",
    ]  # fmt: skip


def test_each_agreement_has_its_row_with_real_dates(book: Workbook, holdings: Holdings) -> None:
    told = rows(book["Agreements"])
    assert [row["Agreement"] for row in told] == [one.id for one in holdings.agreements]
    first, second, third = told
    assert (first["Effective"], first["Signed"]) == (None, datetime(2010, 6, 1))
    assert (first["Expires"], first["Basis of end"]) == (datetime(2012, 6, 1), "computed")
    assert (second["Expires"], second["Basis of end"]) == ("2016-12", "stated")
    assert (second["Words the end rests on"], second["Page"]) == ("until December 2016", 2)
    assert (third["Expires"], third["State"]) == ("perpetual", str(Status.IN_FORCE))
    assert (first["Agencies"], first["With"]) == ("Austin Area Office", "Consulate in Austin")


def test_text_that_looks_like_a_formula_stays_text(book: Workbook) -> None:
    cell = book["Agreements"]["B2"]
    assert (cell.value, cell.data_type) == ("=SUM(1;1) Alliance", "s")


def test_originals_are_linked(book: Workbook, tmp_path: Path) -> None:
    sheet = book["Records"]
    links = [cell.hyperlink.target for row in sheet.iter_rows(min_row=2) for cell in row if cell.hyperlink]
    assert links == [(tmp_path / f"R{n}.pdf").as_uri() for n in (1, 2, 3)]


def test_years_in_force_are_filled_and_told_by_sign(book: Workbook) -> None:
    told = {row["Agreement"]: row for row in rows(book["Timeline"])}
    assert [told["A1"].get(str(year)) for year in (2010, 2011, 2012, 2013)] == ["□", "□", "□", None]
    assert [told["A2"].get(str(year)) for year in (2012, 2013, 2016, 2017)] == [None, "■", "■", None]
    assert told["A3"]["2026"] == "→"


def test_gaps_and_coverage_agree(book: Workbook, holdings: Holdings) -> None:
    gaps = rows(book["Gaps"])
    assert [(g["From"], g["To"], g["Days"]) for g in gaps] == [
        (datetime(2012, 6, 2), datetime(2013, 5, 31), 364),
        (datetime(2017, 1, 1), None, (ON - date(2016, 12, 31)).days),
    ]
    (line,) = rows(book["Coverage"])
    assert str(line["Consulate in Austin"]).startswith("expired since 2017-01-01")
    assert str(line["Consulate in Laredo"]).startswith("in force")


def test_names_of_bodies_and_meanings_have_room_for_all_their_lines(book: Workbook) -> None:
    sheet = book["Coverage"]
    for cell in sheet[1]:
        width = sheet.column_dimensions[cell.coordinate.rstrip("1")].width
        assert (sheet.row_dimensions[1].height or 0) >= 15 * len(textwrap.wrap(str(cell.value), int(width)))
    told = [len(str(cell.value)) for row in sheet.iter_rows(min_row=2, min_col=2) for cell in row if cell.value]
    assert max(told) <= sheet.column_dimensions["B"].width
    meant = book["Read me"]
    long = [at for at, row in enumerate(meant.iter_rows(values_only=True), 1) if len(str(row[1])) > 100]
    assert long
    assert all((meant.row_dimensions[at].height or 0) >= 30 for at in long)


def test_every_value_has_its_evidence_row(book: Workbook, holdings: Holdings) -> None:
    told = rows(book["Evidence"])
    wanted = sum(len(description.facts) for _, description in holdings.records)
    assert len(told) == wanted
    computed = next(row for row in told if row["How it was found"] == "computed")
    assert computed["Rule or operands"] == "agreement_date 2010-06-01, term 2 years"
    stated = next(row for row in told if row["Quoted words"] == "until December 2016")
    assert (stated["Record"], stated["Agreement"], stated["Page"]) == ("R2", "A2", 2)


def test_the_first_sheet_counts_what_the_others_hold(book: Workbook) -> None:
    told = {row[0]: row[1] for row in book["Read me"].iter_rows(min_row=2, values_only=True)}
    assert (told["Agreements"], told["Records"], told["Restricted, left out"], told["Gaps"]) == (3, 3, 1, 2)


def test_tables_keep_header_and_filter_and_fit_the_page(book: Workbook) -> None:
    for sheet in book.worksheets[1:]:
        assert sheet.freeze_panes in ("B2", "C2", "D2")
        assert sheet.auto_filter.ref == sheet.dimensions
        assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
        assert sheet.print_title_rows == "$1:$1"


@pytest.mark.filterwarnings("error::pytest.PytestUnraisableExceptionWarning")
def test_a_place_that_cannot_be_written_is_one_fault(holdings: Holdings, tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError if sys.platform != "win32" else PermissionError):
        EXPORTERS["xlsx"](holdings, tmp_path)
    gc.collect()


def test_long_and_hostile_text_is_told_as_cut() -> None:
    assert len(plain("x" * 40_000)) == LONGEST
    assert plain("x" * 40_000).endswith("in the archive]")
    assert plain("a\x00b\x1bc") == "abc"
