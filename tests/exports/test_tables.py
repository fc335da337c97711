"""The workbook of tables opened again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from archive_app.domain.table import Table
from archive_app.exports import EXPORTERS
from tests.domain.histories import paper
from tests.exports.gathering import gathered

CELLS = {
    "1,234": 1234, "0": 0, "-12": -12, "3.50": 3.5, "1,234,567.25": 1234567.25, "2013": 2013,
    "1,23": "1,23", "007": "007", "$4,200": "$4,200", "12 days": "12 days", "1.108,50": "1.108,50", "–": "–",
    "=1+1": "=1+1", "٣": "٣", "12345678901234567": "12345678901234567",
}  # fmt: skip


def test_each_table_has_a_sheet_that_leads_to_its_page(tmp_path: Path) -> None:
    told = gathered(paper("R1", "", title="=Counts"), paper("R2", ""), title="Papers")
    grid = (("Year", "Days"), ("2011", "9"))
    holdings = replace(told, tables={"R1": (Table(2, grid), Table(2, grid), Table(3, grid))})
    EXPORTERS["tables"](holdings, tmp_path / "out.xlsx")
    book = load_workbook(tmp_path / "out.xlsx")
    assert book.sheetnames == ["Tables", "R1 p2", "R1 p2 (2)", "R1 p3"]
    head = book["R1 p3"]["A1"]
    assert (head.value, head.data_type) == ("=Counts, page 3 (R1)", "s")
    assert head.hyperlink.target == "file:///kept/R1.pdf#page=3"
    assert list(book["R1 p3"].iter_rows(min_row=3, values_only=True)) == [("Year", "Days"), (2011, 9)]
    listed = list(book["Tables"].iter_rows(min_row=2, values_only=True))
    assert listed[1] == ("R1 p2 (2)", "R1", "=Counts", 2, 2, 2, "R1.pdf")
    assert book["Tables"]["A3"].hyperlink.target == "#'R1 p2 (2)'!A1"


@pytest.mark.parametrize("text", CELLS)
def test_only_a_plain_number_becomes_a_number(text: str, tmp_path: Path) -> None:
    holdings = replace(gathered(paper("R1", "")), tables={"R1": (Table(1, (("a", "b"), (text, "c"))),)})
    EXPORTERS["tables"](holdings, tmp_path / "out.xlsx")
    found = load_workbook(tmp_path / "out.xlsx")["R1 p1"]["A4"]
    assert found.value == CELLS[text]
    assert found.data_type == ("s" if isinstance(CELLS[text], str) else "n")


def test_an_archive_without_tables_says_so_by_an_empty_list(tmp_path: Path) -> None:
    EXPORTERS["tables"](gathered(paper("R1", "")), tmp_path / "out.xlsx")
    book = load_workbook(tmp_path / "out.xlsx")
    assert (book.sheetnames, book["Tables"].max_row) == (["Tables"], 1)
