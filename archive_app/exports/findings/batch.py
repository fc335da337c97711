"""The report on a list of queries: a line for each, and one for each value of a facet that was counted by."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from openpyxl import Workbook

from archive_app.domain.findings import BatchReport, BatchRow
from archive_app.exports.findings import inquiry, plain_table
from archive_app.exports.workbook import table
from archive_app.exports.workbook.table import Column

ROWS = (
    Column("Line", 7), Column("Name", 24, True), Column("Query", 50, True), Column("Understood as", 50, True),
    Column("Records", 9), Column("Pages", 9), Column("Of which restricted", 10), Column("Also looked for", 50, True),
    Column("Fault", 60, True),
)  # fmt: skip
FACETS = (Column("Line", 7), Column("Name", 24, True), Column("Query", 50, True), Column("Counted by", 14),
          Column("Value", 50, True), Column("Records", 9))  # fmt: skip
HEADER = (
    "line", "name", "query", "understood", "records", "pages", "restricted", "also_looked_for", "fault", "searched_at",
)  # fmt: skip


def write_workbook(report: BatchReport, file: Path) -> None:
    book = Workbook(write_only=True)
    inquiry.add_sheet(book, "Report on a list of queries", _told(report))
    table.add(book, "Queries", ROWS, (_row(row) for row in report.rows), frozen=3)
    if report.facets:
        table.add(book, "Counts", FACETS, _counts(report), frozen=3)
    inquiry.save(book, f"{report.archive}: {len(report.rows)} queries", file)


def _told(report: BatchReport) -> Iterator[inquiry.Line]:
    yield "Archive", report.archive
    yield "Queries", len(report.rows)
    yield "That could not be read", report.faults
    yield "Searched on", report.at
    if report.remark:
        yield "Remark", report.remark


def _row(row: BatchRow) -> list[object]:
    told = [row.line, row.name or None, row.query, row.understood or None]
    if row.fault:
        return [*told, None, None, None, None, row.fault]
    return [*told, row.records, row.pages, row.restricted, _also(row) or None, None]


def _also(row: BatchRow) -> str:
    return "; ".join(f"{term}: {', '.join(names)}" for term, names in row.expanded.items())


def _counts(report: BatchReport) -> Iterator[list[object]]:
    for row in report.rows:
        for facet in report.facets:
            for value, number in row.facets.get(facet, {}).items():
                yield [row.line, row.name or None, row.query, facet, report.labels.get(value, value), number]


def write_csv(report: BatchReport, file: Path) -> None:
    """A column for each facet holds its values with their numbers."""
    rows = ((*_row(row), report.at, *(_values(report, row, facet) for facet in report.facets)) for row in report.rows)
    plain_table.write((*HEADER, *report.facets), rows, file)


def _values(report: BatchReport, row: BatchRow, facet: str) -> str:
    counted = row.facets.get(facet, {})
    return "; ".join(f"{report.labels.get(value, value)}: {number}" for value, number in counted.items())
