"""Workbooks and delimited text."""

from __future__ import annotations

import csv
import io

import openpyxl
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from making.paper import Paper
from making.plain_zip import settled

HEADER = PatternFill("solid", fgColor="E7EBF1")


def xlsx_bytes(paper: Paper) -> bytes:
    """A workbook with a sheet for each entry of `sheets`; the specimen line is each page's footer."""
    book = openpyxl.Workbook()
    del book[book.sheetnames[0]]
    book.properties.creator = "Convenio"
    book.properties.title = paper.title
    book.properties.description = paper.specimen
    for entry in paper.more["sheets"]:
        sheet = book.create_sheet(entry["name"])
        sheet.oddFooter.left.text = paper.specimen
        for row in entry["rows"]:
            sheet.append(row)
        _dress(sheet, entry.get("header", 1))
    buffer = io.BytesIO()
    book.save(buffer)
    return settled(buffer.getvalue())


def csv_bytes(paper: Paper) -> bytes:
    """Rows as UTF-8 with a byte order mark, as spreadsheets save them; the last row is the specimen line."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerows(paper.more["rows"])
    writer.writerow([f"# {paper.specimen}"])
    return buffer.getvalue().encode("utf-8-sig")


def _dress(sheet: Worksheet, header: int) -> None:
    for cell in sheet[header]:
        cell.font, cell.fill = Font(bold=True), HEADER
    for number, column in enumerate(sheet.columns, start=1):
        longest = max(len(str(cell.value or "")) for cell in column[header - 1 :])
        sheet.column_dimensions[get_column_letter(number)].width = min(longest + 2, 44)
