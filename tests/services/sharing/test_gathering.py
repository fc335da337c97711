"""What leaves the archive and what stays: restricted records, agreements that rest on them, their words."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from archive_app.services import records
from archive_app.services.archive import Archive
from archive_app.services.description import describing
from archive_app.services.sharing import exporting
from tests.services.making import by_name

ON = date(2026, 11, 22)


@pytest.fixture
def shut(archive: Archive) -> Archive:
    """The release and the paper of 2010 are restricted."""
    for name in ("release.html", "alliance 2010.pdf"):
        describing.correct(archive, by_name(archive)[name], "access", "restricted")
    return archive


def test_what_rests_on_restricted_records_stays_with_them(shut: Archive) -> None:
    ids, told = by_name(shut), exporting.gather(shut, ON)
    (only,) = told.agreements
    assert only.records == (ids["alliance 2013.pdf"],)
    assert (only.announced_by, told.links, told.left_out, told.shut_agreements) == ((), (), 3, 1)
    assert exporting.left_out(told, "xlsx") == (
        "Restricted records left out: 3.",
        "Agreements left out, since a paper of theirs is restricted: 1.",
    )


def test_restricted_records_leave_when_named_one_by_one(shut: Archive) -> None:
    ids = by_name(shut)
    told = exporting.gather(shut, ON, named=[ids["alliance 2010.pdf"]])
    assert {one.records[0] for one in told.agreements} == {ids["alliance 2010.pdf"], ids["alliance 2013.pdf"]}
    assert ids["release.html"] not in told.originals


@pytest.mark.parametrize("format", exporting.FORMATS)
def test_no_export_holds_a_word_of_what_is_restricted(shut: Archive, tmp_path: Path, format: str) -> None:
    ids = by_name(shut)
    exporting.export(shut, format, tmp_path / "out", ON)
    written = _text(tmp_path / "out")
    assert ids["alliance 2010.pdf"] not in written
    assert "alliance 2010" not in written


def _text(file: Path) -> str:
    """All that a file says, a workbook by its cells."""
    if file.read_bytes()[:2] != b"PK":
        return file.read_text("utf-8")
    file.rename(file.with_suffix(".xlsx"))
    book = openpyxl.load_workbook(file.with_suffix(".xlsx"))
    return "\n".join(str(value) for sheet in book for row in sheet.iter_rows(values_only=True) for value in row)


def test_every_value_of_a_workbook_can_be_checked(archive: Archive, tmp_path: Path) -> None:
    """From the cell to its line of evidence, from there to the words on the page of the original."""
    describing.correct(archive, by_name(archive)["alliance 2013.pdf"], "effective_date", "2013-07-01")
    exporting.export(archive, "xlsx", tmp_path / "book.xlsx", ON)
    book = openpyxl.load_workbook(tmp_path / "book.xlsx")
    checked = 0
    for row in book["Agreements"].iter_rows(min_row=2):
        for cell in row[5:9]:
            if cell.value is not None and cell.hyperlink is not None:
                line = _line(book, str(cell.hyperlink.location))
                record = records.described(archive, line["Record"])
                assert Path(_address(book, cell)).name == Path(record.record.original).name
                if line["How it was found"] == "by a person":
                    assert (line["Confirmed by"], line["Value"]) == (archive.person, cell.value)
                checked += 1
    assert checked == 7


def _line(book: Any, location: str) -> dict[str, Any]:
    sheet, place = location.replace("'", "").split("!")
    head, row = book[sheet][1], book[sheet][int(place[1:])]
    return {str(name.value): cell.value for name, cell in zip(head, row, strict=True)}


def _address(book: Any, cell: Any) -> str:
    sheet, place = str(cell.hyperlink.location).replace("'", "").split("!")
    return str(book[sheet][f"L{place[1:]}"].hyperlink.target)
