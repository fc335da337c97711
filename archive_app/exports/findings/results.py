"""Results of a search: a line for each record, and in the workbook one for each of its pages too."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from openpyxl import Workbook

from archive_app.domain.findings import RecordFound, Results
from archive_app.exports.findings import inquiry, plain_table
from archive_app.exports.workbook import table
from archive_app.exports.workbook.cells import day
from archive_app.exports.workbook.table import Column

RECORDS = (
    Column("Record", 10), Column("Title", 60, True), Column("Kind", 26), Column("Date", 12), Column("Pages", 14),
    Column("Snippet", 80, True), Column("Reference", 60, True),
)  # fmt: skip
PAGES = (
    Column("Record", 10), Column("Title", 40, True), Column("Date", 12), Column("Page", 7), Column("Snippet", 99, True),
)  # fmt: skip
HEADER = (
    "record", "title", "kind", "date", "pages", "snippets", "reference", "query", "understood", "also_looked_for",
    "searched_at", "found", "restricted_left_out",
)  # fmt: skip
#: Between the pages' snippets in one cell of a CSV file.
_BETWEEN = " | "


def write_workbook(results: Results, file: Path) -> None:
    book = Workbook(write_only=True)
    inquiry.add_sheet(book, "Results of a search", inquiry.lines(results.inquiry))
    table.add(book, "Results", RECORDS, (_record(one) for one in results.records), frozen=2)
    table.add(book, "Pages", PAGES, _pages(results), frozen=2)
    inquiry.save(book, f"{results.inquiry.archive}: {results.inquiry.question.query}", file)


def _record(one: RecordFound) -> list[object]:
    first = one.pages[0].text if one.pages else None
    return [one.record, one.title, one.kind, day(one.date), _numbers(one), first, one.reference]


def _pages(results: Results) -> Iterator[list[object]]:
    for one in results.records:
        for found in one.pages:
            yield [one.record, one.title, day(one.date), found.page, found.text]


def _numbers(one: RecordFound) -> str:
    return ", ".join(str(found.page) for found in one.pages)


def write_csv(results: Results, file: Path) -> None:
    """What was asked stands in every line, so that lines of several files can be put together."""
    asked = results.inquiry
    told = (asked.question.query, asked.understood, asked.also, asked.at, asked.total, asked.left_out)
    plain_table.write(HEADER, ((*_csv(one), *told) for one in results.records), file)


def _csv(one: RecordFound) -> tuple[object, ...]:
    snippets = _BETWEEN.join(f"p. {found.page}: {found.text}" for found in one.pages)
    return one.record, one.title, one.kind, one.date, _numbers(one), snippets, one.reference
