"""Said and held as a sheet: what is missing, who says so in which words, and whom to ask under which law."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook

from archive_app.exports.holdings import Holdings
from archive_app.exports.requests.asking import HEADERS, RequestList, rows
from archive_app.exports.workbook import table
from archive_app.exports.workbook.book import Book
from archive_app.exports.workbook.cells import day
from archive_app.exports.workbook.proof import Proof
from archive_app.exports.workbook.table import Column

WIDTHS = (24, 40, 12, 44, 40, 18, 12, 6, 60, 44, 34, 60)


def add(book: Workbook, asked: RequestList) -> None:
    say = asked.labels.say
    columns = [Column(say(name), width, width > 30) for name, width in zip(HEADERS, WIDTHS, strict=True)]
    shown = ([*row[:2], _day(row[2]), *row[3:6], _day(row[6]), *row[7:]] for row in rows(asked))
    table.add(book, say("Said and held"), columns, shown, frozen=2)


def add_sheet(book: Book, holdings: Holdings, proof: Proof) -> None:
    """Among the other sheets of a workbook, where it is asked for."""
    if holdings.requests is not None:
        found = rows(holdings.requests)
        columns = [Column(name, width, width > 30) for name, width in zip(HEADERS, WIDTHS, strict=True)]
        shown = ([*row[:2], _day(row[2]), *row[3:6], _day(row[6]), *row[7:]] for row in found)
        book.table("Said and held", columns, shown, len(found), frozen=2)


def _day(value: object) -> object:
    return day(value) if isinstance(value, str) else value


def write(asked: RequestList, file: Path) -> None:
    """The list as a workbook of its own."""
    book = Workbook(write_only=True)
    add(book, asked)
    book.properties.title = f"{asked.title}: {asked.labels.say('Said and held')}"
    book.properties.creator = "Convenio"
    book.save(file)
