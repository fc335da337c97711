"""Said and held as a sheet: what is missing, who says so in which words, and whom to ask under which law."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook

from archive_app.exports.holdings import Holdings
from archive_app.exports.request_list import HEADERS, RequestList, rows
from archive_app.exports.workbook import table
from archive_app.exports.workbook.book import Book
from archive_app.exports.workbook.cells import day
from archive_app.exports.workbook.proof import Proof
from archive_app.exports.workbook.table import Column

WIDTHS = (24, 40, 12, 44, 40, 18, 12, 6, 60, 44, 34, 60)


def add_sheet(book: Book, holdings: Holdings, proof: Proof) -> None:
    """Among the other sheets of a workbook, where it is asked for."""
    if holdings.requests is not None:
        shown = _shown(holdings.requests)
        book.table("Said and held", _columns(HEADERS), shown, len(shown), frozen=2)


def write(asked: RequestList, file: Path) -> None:
    """The list as a workbook of its own."""
    book, say = Workbook(write_only=True), asked.labels.say
    table.add(book, say("Said and held"), _columns([say(name) for name in HEADERS]), _shown(asked), frozen=2)
    book.properties.title = f"{asked.title}: {asked.labels.say('Said and held')}"
    book.properties.creator = "Convenio"
    book.save(file)


def _columns(names: Sequence[str]) -> list[Column]:
    return [Column(name, width, width > 30) for name, width in zip(names, WIDTHS, strict=True)]


def _shown(asked: RequestList) -> list[list[object]]:
    """Its lines, with their two days as days."""
    return [[*row[:2], _day(row[2]), *row[3:6], _day(row[6]), *row[7:]] for row in rows(asked)]


def _day(value: object) -> object:
    return day(value) if isinstance(value, str) else value
