"""Years across, agreements down: a filled cell for each year with a day in force."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from archive_app.domain.agreement import Agreement
from archive_app.domain.coverage import span
from archive_app.exports.holdings import Holdings
from archive_app.exports.workbook.book import Book
from archive_app.exports.workbook.cells import Filled
from archive_app.exports.workbook.proof import Proof
from archive_app.exports.workbook.table import Column

#: The sign, colour and pattern of a year in force, by the basis of the agreement's end.
STATED, COMPUTED = Filled("■", "7FB7A3"), Filled("□", "7FB7A3", "lightUp")
ENDLESS, UNKNOWN = Filled("→", "7FB7A3"), Filled("?", "B9AECF", "lightGray")


def add(book: Book, holdings: Holdings, proof: Proof) -> None:
    years = list(_years(holdings))
    columns = [Column("Parties", 60, True), Column("Agreement", 11), Column("Chain", 11),
               *(Column(str(year), 5.5) for year in years)]  # fmt: skip
    ordered = sorted(holdings.agreements, key=lambda one: (one.chain, one.begins or date.max, one.id))
    rows = ([_parties(one), proof.agreement(one.id), one.chain, *_cells(one, years, holdings.on)] for one in ordered)
    book.table("Timeline", columns, rows, len(ordered), frozen=3)


def _parties(one: Agreement) -> str:
    return " – ".join(party.name for party in one.parties) or one.title


def _years(holdings: Holdings) -> range:
    spans = [s for one in holdings.agreements if (s := span(one, holdings.on))]
    starts = [s.start.year for s in spans] or [holdings.on.year]
    ends = [s.end.year for s in spans if s.end]
    # Far ends (99 years) would make the sheet unreadable; the Agreements sheet has them.
    return range(min(starts), min(max([holdings.on.year, *ends]), holdings.on.year + 10) + 1)


def _cells(one: Agreement, years: list[int], on: date) -> Iterator[object]:
    life = span(one, on)
    for year in years:
        yield None if life is None else _cell(one, life.start, life.end, life.open, year)


def _cell(one: Agreement, start: date, end: date | None, endless: bool, year: int) -> Filled | None:
    if year < start.year or (end and year > end.year):
        return None
    if end:
        return COMPUTED if one.expiration_basis == "computed" else STATED
    if endless:
        return ENDLESS
    # Where the end is unknown only the year it began is known to be in force.
    return UNKNOWN if year == start.year else None
