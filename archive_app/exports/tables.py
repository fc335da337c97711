"""The tables of records as a workbook: a sheet for each, and one that lists them and leads to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from archive_app.domain.table import Table
from archive_app.exports.holdings import Holdings
from archive_app.exports.workbook import table as sheets
from archive_app.exports.workbook.cells import Link, cell
from archive_app.exports.workbook.table import Column

#: Digits alone, with commas between thousands or none; a number that begins with a needless zero is a name.
_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,14})(?:\.\d{1,6})?", re.ASCII)
_NARROWEST, _WIDEST = 8, 60
CONTENTS = (
    Column("Sheet", 16), Column("Record", 10), Column("Title", 60, True), Column("Page", 7), Column("Rows", 7),
    Column("Columns", 9), Column("Original", 40),
)  # fmt: skip


class Placed(NamedTuple):
    """A table, the name of its sheet, and the record it stands in; ``address`` leads to its page."""

    sheet: str
    record: str
    title: str
    filename: str
    address: str
    table: Table


def write(holdings: Holdings, file: Path) -> None:
    """Writes the workbook. Cells are text as the paper has it; a whole cell that is a plain number is a number."""
    placed = list(_placed(holdings))
    book = Workbook(write_only=True)
    sheets.add(book, "Tables", CONTENTS, (_listed(one) for one in placed), frozen=1)
    for one in placed:
        _add(book, one)
    book.properties.title = f"{holdings.title}: {holdings.scope}"
    book.properties.creator = "Convenio"
    book.save(file)


def _placed(holdings: Holdings) -> Iterator[Placed]:
    for record, told in holdings.records:
        seen: dict[int, int] = {}
        address = holdings.originals[record.id].resolve().as_uri()
        for table in holdings.tables.get(record.id, ()):
            seen[table.page] = number = seen.get(table.page, 0) + 1
            name = f"{record.id} p{table.page}" + (f" ({number})" if number > 1 else "")
            # Programs that show PDF go to the page; others take the file.
            to = f"{address}#page={table.page}" if record.media_type == "application/pdf" else address
            yield Placed(name, record.id, told.text("title") or record.filename, record.filename, to, table)


def _listed(one: Placed) -> list[object]:
    table = one.table
    return [Link(one.sheet, f"#'{one.sheet}'!A1"), one.record, one.title, table.page, len(table.rows), table.columns,
            Link(one.filename, one.address)]  # fmt: skip


def _add(book: Workbook, one: Placed) -> None:
    """The record's title and page, which lead to the original; an empty row, so that the table stands by itself."""
    sheet: Worksheet = book.create_sheet(one.sheet)
    sheets.set_up(sheet, [Column("", width) for width in _widths(one.table)])
    sheet.append([cell(sheet, Link(f"{one.title}, page {one.table.page} ({one.record})", one.address))])
    sheet.append([])
    for row in one.table.rows:
        sheet.append([_cell(sheet, text) for text in row])


def _widths(table: Table) -> list[float]:
    longest = (max(map(len, column)) for column in zip(*table.rows, strict=True))
    return [min(_WIDEST, max(_NARROWEST, length + 2)) for length in longest]


def _cell(sheet: Worksheet, text: str) -> Cell:
    if not _NUMBER.fullmatch(text):
        return cell(sheet, text, wrap=True)
    number = text.replace(",", "")
    made = cell(sheet, float(number) if "." in number else int(number))
    decimals = len(number.partition(".")[2])
    made.number_format = ("#,##0" if "," in text else "0") + ("." + "0" * decimals if decimals else "")
    return made
