"""A sheet that is a table: header that stays in view, filter, widths, and a page set-up for paper."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from math import ceil
from typing import NamedTuple

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from archive_app.exports.workbook.cells import HEADER_FILL, HEADER_FONT, WRAP, cell, shown

#: The height of a line in points, the most lines a row shows, and how full wrapped lines are on average.
LINE, MOST_LINES, FILLED = 15.0, 8, 0.85


class Column(NamedTuple):
    """A header, a width in characters, and whether long text is wrapped."""

    header: str
    width: float
    wrap: bool = False


def add(
    book: Workbook,
    title: str,
    columns: Sequence[Column],
    rows: Iterable[Sequence[object]],
    *,
    frozen: int = 1,
    printed: int | None = None,
) -> Worksheet:
    """A sheet with a header row and the rows; ``frozen`` columns stay in view. A row has a value for each column.

    Only the first ``printed`` columns go on paper, where all of them would be too small to read.
    """
    sheet: Worksheet = book.create_sheet(title)
    set_up(sheet, columns)
    sheet.freeze_panes = f"{get_column_letter(frozen + 1)}2"
    sheet.row_dimensions[1].height = LINE * max(_header_lines(column) for column in columns)
    sheet.append([header(sheet, column.header) for column in columns])
    count = 1
    for row in rows:
        # Programs fit rows to wrapped text when a person types it, not when they open a file.
        sheet.row_dimensions[count + 1].height = LINE * lines(columns, row)
        sheet.append([cell(sheet, value, wrap=c.wrap) for c, value in zip(columns, row, strict=True)])
        count += 1
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{count}"
    if printed:
        sheet.print_area = f"A1:{get_column_letter(printed)}{count}"
    return sheet


def lines(columns: Sequence[Column], row: Sequence[object]) -> int:
    """How many lines the highest cell of a row takes, at most MOST_LINES."""
    long = [len(shown(value)) / (c.width * FILLED) for c, value in zip(columns, row, strict=True) if c.wrap]
    return max(1, min(MOST_LINES, ceil(max(long, default=1))))


def _header_lines(column: Column) -> int:
    """Names of bodies may head a column: the place at their end must not be cut off."""
    return max(1, len(textwrap.wrap(column.header, max(1, int(column.width)))))


def set_up(sheet: Worksheet, columns: Sequence[Column]) -> None:
    """Widths, and A4 on its side, as wide as the page, with the header on every page and page numbers."""
    for number, column in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = Worksheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
    sheet.HeaderFooter.oddFooter.center.text = "&A – &P / &N"  # type: ignore[union-attr]


def header(sheet: Worksheet, text: str) -> Cell:
    """A cell of a header."""
    made = cell(sheet, text)
    made.font, made.fill, made.alignment = HEADER_FONT, HEADER_FILL, WRAP
    return made
