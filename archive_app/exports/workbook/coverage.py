"""Who is covered by whom on the day: a matrix, and the lapses behind its empty places."""

from __future__ import annotations

from collections.abc import Iterator

from openpyxl import Workbook

from archive_app.exports.holdings import Holdings
from archive_app.exports.workbook import table
from archive_app.exports.workbook.cells import STATUS_FILLS, Filled
from archive_app.exports.workbook.table import Column

GAP_COLUMNS = (
    Column("Agency", 46, True), Column("Consulate", 40, True), Column("From", 12), Column("To", 12),
    Column("Days", 8), Column("After", 11), Column("Agency id", 30), Column("Consulate id", 26),
)  # fmt: skip


def add(book: Workbook, holdings: Holdings) -> None:
    """Agencies down, consulates across; an empty cell means that the archive holds no agreement of the two."""
    told = holdings.coverage
    name = holdings.authorities.name
    states = {(cell.agency, cell.consulate): cell for cell in told.cells}
    columns = [Column("Agency", 46, True), *(Column(name(id), 17, True) for id in told.consulates)]

    def rows() -> Iterator[list[object]]:
        for agency in told.agencies:
            cells = [states.get((agency, consulate)) for consulate in told.consulates]
            yield [name(agency), *(_filled(str(c.status), c.since) if c else None for c in cells)]

    table.add(book, "Coverage", columns, rows())


def _filled(status: str, since: object) -> Filled:
    return Filled(f"{status} since {since}" if since else status, STATUS_FILLS[status])


def add_gaps(book: Workbook, holdings: Holdings) -> None:
    """Each lapse; where it still goes on, To is empty and the days are counted to the workbook's day."""
    name = holdings.authorities.name
    rows = (
        [name(gap.agency), name(gap.consulate), gap.start, gap.end, ((gap.end or holdings.on) - gap.start).days + 1,
         gap.after, gap.agency, gap.consulate]
        for gap in holdings.coverage.gaps
    )  # fmt: skip
    table.add(book, "Gaps", GAP_COLUMNS, rows, frozen=2)
