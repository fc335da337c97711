"""Spreadsheets of descriptions: looked at first, each row with its fate, then written as one change."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive_app.domain.description import describe
from archive_app.errors import ReadingError, UsageError
from archive_app.services.archive import Archive
from archive_app.services.description import description_sheets as sheets
from archive_app.services.search import searching
from archive_app.services.undo import editing
from tests import builders
from tests.services.making import by_name


def text(archive: Archive, id: str, field: str) -> str | None:
    return describe(archive.catalogue.facts.of(id)).text(field)


def test_a_plan_tells_each_row_and_writes_nothing(archive: Archive, tmp_path: Path) -> None:
    ids = by_name(archive)
    rows = [
        ["Archivo", "Título", "Fecha de vencimiento", "Partes", "Remarks"],
        ["alliance 2010.pdf", "Shade and water", "2012-06-01", "", "as on the shelf"],
        ["alliance 2013.pdf", "Alliance on trenches", "", "", ""],
        ["", "", "", "", ""],
        ["carta.txt", "", "some day", "", ""],
        ["lost.pdf", "Lost", "", "", ""],
        ["alliance 2010.pdf", "Once more", "", "", ""],
        ["", "Whose", "", "", ""],
    ]
    planned = sheets.plan(archive, builders.make_xlsx(tmp_path / "list.xlsx", {"List": rows}), jobs=0)
    assert planned.columns == {"Archivo": "file", "Título": "title", "Fecha de vencimiento": "expiration_date",
                               "Partes": "party", "Remarks": None}  # fmt: skip
    assert [(row.number, row.record, row.state) for row in planned.rows] == [
        (2, ids["alliance 2010.pdf"], "changed"), (3, ids["alliance 2013.pdf"], "same"),
        (5, ids["carta.txt"], "failed"), (6, None, "failed"), (7, ids["alliance 2010.pdf"], "failed"),
        (8, None, "failed"),
    ]  # fmt: skip
    # The end is computed as that day, so the row says nothing new of it.
    (change,) = planned.rows[0].changes
    assert (change.field, change.before, change.after) == ("title", "Alliance on shade", "Shade and water")
    problems = [row.problem for row in planned.rows if row.problem]
    assert problems[0].startswith("“some day” is not a date")
    assert problems[1:] == ["“lost.pdf” names no record of the archive.",
                            f"Row 2 is about {ids['alliance 2010.pdf']} already.",
                            "The row names no record."]  # fmt: skip
    assert text(archive, ids["alliance 2010.pdf"], "title") == "Alliance on shade"


def test_what_is_written_is_found_and_undone_in_one_step(archive: Archive, tmp_path: Path) -> None:
    ids = by_name(archive)
    (tmp_path / "list.csv").write_text(
        f"record;title;parties;access\n{ids['carta.txt'].lower()};Carta de los techadores;OSHA;\n"
        f"{ids['release.html']};Unknown;;restricted\n",
        encoding="utf-8",
    )
    written = sheets.write(archive, sheets.plan(archive, tmp_path / "list.csv", jobs=0))
    assert (written.written, written.count("changed"), written.count("failed")) == (True, 2, 0)
    assert {hit.record for hit in searching.search(archive, "title:techadores").hits} == {ids["carta.txt"]}
    assert text(archive, ids["release.html"], "access") == "restricted"
    # A second run finds all as it is.
    assert sheets.plan(archive, tmp_path / "list.csv", jobs=0).count("same") == 2
    assert editing.undo(archive).type == "import of descriptions"
    assert text(archive, ids["carta.txt"], "title") is None
    assert text(archive, ids["release.html"], "access") is None


def test_columns_can_be_mapped_and_left_out(archive: Archive, tmp_path: Path) -> None:
    id = by_name(archive)["carta.txt"]
    (tmp_path / "list.csv").write_text(f"Nr,Our title,Title\n{id},Ours,Theirs\n", encoding="utf-8")
    mapping = {"nr": "record", "our title": "title", "Title": ""}
    (row,) = sheets.plan(archive, tmp_path / "list.csv", mapping, jobs=0).rows
    assert [(change.field, change.after) for change in row.changes] == [("title", "Ours")]
    for wrong, sentence in (
        ({"Nr": "record", "Our title": "title"}, "Two columns are for title"),
        ({"Nr": "record", "Owner": "title"}, "There is no column “Owner”"),
        ({"Nr": "record", "Our title": "heading"}, "There is no field “heading”"),
        ({}, "has no column that names records"),
    ):
        with pytest.raises(UsageError, match=sentence):
            sheets.plan(archive, tmp_path / "list.csv", wrong, jobs=0)


def test_what_is_no_spreadsheet_is_told(archive: Archive, tmp_path: Path) -> None:
    (tmp_path / "empty.csv").write_text("\n\n", encoding="utf-8")
    (tmp_path / "torn.xlsx").write_bytes(
        builders.make_xlsx(tmp_path / "a.xlsx", {"A": [["record", "title"]]}).read_bytes()[:900]
    )
    builders.make_pdf(tmp_path / "paper.pdf", "A paper.")
    for name, fault, sentence in (
        ("nothing.csv", UsageError, "There is no file"),
        ("paper.pdf", UsageError, "is not a spreadsheet"),
        ("empty.csv", UsageError, "has no row of headings"),
        ("torn.xlsx", ReadingError, "damaged or incomplete"),
    ):
        with pytest.raises(fault, match=sentence):
            sheets.plan(archive, tmp_path / name, jobs=0)
