"""What was asked, in words: a sheet of a workbook, and the columns that tell it in each line of a CSV file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Font

from archive_app.domain.findings import Inquiry
from archive_app.exports.workbook import table
from archive_app.exports.workbook.cells import cell
from archive_app.exports.workbook.table import Column

Line = tuple[str, object]


def lines(inquiry: Inquiry) -> Iterator[Line]:
    """Name and value of each thing that is told, those that say nothing left out."""
    question = inquiry.question
    yield "Archive", inquiry.archive
    yield "Query", question.query
    yield "Understood as", inquiry.understood or "everything"
    yield "Also looked for", inquiry.also or ("nothing else" if question.expand else "switched off")
    for facet, values in sorted(question.filters.items()):
        yield f"Narrowed to {facet}", ", ".join(sorted(values))
    yield "Sorted by", question.sort
    yield "Searched on", inquiry.at
    yield "Records found", inquiry.total
    yield "Restricted, left out", inquiry.left_out
    if inquiry.remark:
        yield "Remark", inquiry.remark


@contextmanager
def begun() -> Iterator[Workbook]:
    """A workbook whose sheets are written as their rows come; one that is stopped halfway is left without complaint."""
    book = Workbook(write_only=True)
    try:
        yield book
    except BaseException:
        for sheet in book.worksheets:
            sheet.close()
        raise


def save(book: Workbook, title: str, file: Path) -> None:
    """Writes a workbook. Whole first: one that is stopped halfway complains of each of its sheets."""
    book.properties.title = title
    book.properties.creator = "Convenio"
    whole = BytesIO()
    book.save(whole)
    file.write_bytes(whole.getvalue())


def add_sheet(book: Workbook, title: str, told: Iterable[Line]) -> None:
    """A sheet of names and values, under a heading."""
    sheet = book.create_sheet("Read me")
    table.set_up(sheet, (Column("", 24), Column("", 100, True)))
    heading = cell(sheet, title)
    heading.font = Font(bold=True, size=16)
    sheet.row_dimensions[1].height = 24.0
    sheet.append([heading])
    for name, value in told:
        label = cell(sheet, name)
        label.font = Font(bold=True)
        sheet.append([label, cell(sheet, value, wrap=True)])
