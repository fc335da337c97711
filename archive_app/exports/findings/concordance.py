"""Words in context, a line for each place. Lines are written as they come, so that there may be any number of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from archive_app.domain.findings import InContext, Inquiry
from archive_app.exports.findings import inquiry as asked
from archive_app.exports.findings import plain_table
from archive_app.exports.workbook import table
from archive_app.exports.workbook.cells import cell, day
from archive_app.exports.workbook.table import Column

COLUMNS = (
    Column("Before", 60), Column("Keyword", 24), Column("After", 60), Column("Record", 10), Column("Page", 7),
    Column("Date", 12), Column("Kind", 24), Column("Title", 60),
)  # fmt: skip
HEADER = ("before", "keyword", "after", "record", "page", "date", "kind", "title", "query", "understood", "searched_at")
#: Lines that a sheet holds; the most a program for spreadsheets takes is 1,048,576 with the header.
LONGEST_SHEET = 1_000_000
_TO_THE_RIGHT, _BOLD = Alignment(horizontal="right", vertical="top"), Font(bold=True)


def write_csv(inquiry: Inquiry, lines: Iterable[InContext], file: Path) -> int:
    told = (inquiry.question.query, inquiry.understood, inquiry.at)
    rows = ((*_values(line), line.date, line.kind, line.title, *told) for line in lines)
    return plain_table.write(HEADER, rows, file)


def _values(line: InContext) -> tuple[object, ...]:
    return line.before, line.keyword, line.after, line.record, line.page


def write_workbook(inquiry: Inquiry, lines: Iterable[InContext], file: Path) -> int:
    with asked.begun() as book:
        asked.add_sheet(book, "Words in context", asked.lines(inquiry))
        count = sum(_add(book, number, part) for number, part in enumerate(_parts(lines), 1))
    asked.save(book, f"{inquiry.archive}: {inquiry.question.query}", file)
    return count


def _add(book: Workbook, number: int, lines: Iterable[InContext]) -> int:
    """A sheet with these lines; gives how many there were."""
    sheet = table.add(book, "Concordance" if number == 1 else f"Concordance {number}", COLUMNS, (), frozen=0)
    count = 0
    for line in lines:
        sheet.append(_cells(sheet, line))
        count += 1
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(COLUMNS))}{count + 1}"
    return count


def _parts(lines: Iterable[InContext]) -> Iterator[Iterable[InContext]]:
    """The lines in parts that a sheet can hold; the first is there even where there are none."""
    source = iter(lines)
    yield islice(source, LONGEST_SHEET)
    for first in source:
        yield chain([first], islice(source, LONGEST_SHEET - 1))


def _cells(sheet: Worksheet, line: InContext) -> list[Cell]:
    """What stands before the keyword ends at it, as in a printed concordance."""
    made = [cell(sheet, value) for value in (*_values(line), day(line.date), line.kind, line.title)]
    made[0].alignment, made[1].font = _TO_THE_RIGHT, _BOLD
    return made
