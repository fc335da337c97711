"""Who is covered by whom on the day: a matrix, the lapses behind its empty places, and times that cannot be told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from archive_app.domain.coverage import Cell, Gap
from archive_app.domain.ledger import LedgerLine
from archive_app.exports.holdings import Holdings
from archive_app.exports.workbook.book import Book
from archive_app.exports.workbook.cells import STATUS_FILLS, Filled
from archive_app.exports.workbook.proof import Proof
from archive_app.exports.workbook.table import Column

GAP_COLUMNS = (
    Column("Agency", 46, True), Column("Consulate", 40, True), Column("From", 12), Column("To", 12),
    Column("Days", 8), Column("After", 11), Column("Agency id", 30), Column("Consulate id", 26),
    Column("Ended with", 11), Column("Basis of end", 14), Column("Record", 10), Column("Page", 6),
    Column("Quoted words", 60, True), Column("Told of meanwhile, not held", 40, True),
)  # fmt: skip
UNKNOWN_COLUMNS = (
    Column("Agency", 46, True), Column("Consulate", 40, True), Column("From", 12), Column("To", 12),
    Column("After", 11), Column("Agency id", 30), Column("Consulate id", 26),
)  # fmt: skip

#: As wide as a state with its day: what leads to its evidence is kept on one line by some programs.
STATE_WIDTH = 28


def add(book: Book, holdings: Holdings, proof: Proof) -> None:
    """Agencies down, consulates across; an empty cell means that the archive holds no agreement of the two."""
    told = holdings.coverage
    name = holdings.authorities.name
    states = {(cell.agency, cell.consulate): cell for cell in told.cells}
    columns = [Column("Agency", 46, True), *(Column(name(id), STATE_WIDTH) for id in told.consulates)]

    def rows() -> Iterator[list[object]]:
        for agency in told.agencies:
            cells = [states.get((agency, consulate)) for consulate in told.consulates]
            yield [name(agency), *(_filled(holdings, proof, c) if c else None for c in cells)]

    book.table("Coverage", columns, rows(), len(told.agencies))


def _filled(holdings: Holdings, proof: Proof, cell: Cell) -> Filled:
    status = holdings.labels.say(str(cell.status))
    text = holdings.labels.fill("{state} since {day}", state=status, day=cell.since) if cell.since else status
    return Filled(proof.leading_to(cell.agreements[-1], text), STATUS_FILLS[str(cell.status)])


def add_gaps(book: Book, holdings: Holdings, proof: Proof) -> None:
    """Each lapse; where it still goes on, To is empty and the days are counted to the workbook's day."""
    lines = {(x.lapse.agency, x.lapse.consulate, x.lapse.start): x for x in holdings.ledger if x.lapse.known}
    rows = (
        _gap(holdings, proof, gap, lines.get((gap.agency, gap.consulate, gap.start))) for gap in holdings.coverage.gaps
    )
    book.table("Gaps", GAP_COLUMNS, rows, len(holdings.coverage.gaps), frozen=2)
    unknown = [line for line in holdings.ledger if not line.lapse.known]
    if unknown:
        book.table("Unknown times", UNKNOWN_COLUMNS, (_unknown(proof, one) for one in unknown), len(unknown), frozen=2)


def _gap(holdings: Holdings, proof: Proof, gap: Gap, line: LedgerLine | None) -> list[object]:
    name = holdings.authorities.name
    days = ((gap.end or holdings.on) - gap.start).days + 1
    return [name(gap.agency), name(gap.consulate), gap.start, gap.end, days, proof.agreement(gap.after),
            gap.agency, gap.consulate, *_shown(holdings, proof, line)]  # fmt: skip


def _shown(holdings: Holdings, proof: Proof, line: LedgerLine | None) -> list[object]:
    """What ended the lapse, and what shows the end before it."""
    if line is None:
        return [None] * 6
    quotes, say = line.evidence.quotes, holdings.labels.say
    first = proof.record(quotes[0].record) if quotes else None
    told = "; ".join(f"{say(str(want.lack))}: {want.title or ''} {want.day or ''}" for want in line.spoken_of)
    return [
        proof.agreement(line.lapse.before), say(line.evidence.basis), first,
        quotes[0].page if quotes else None, " … ".join(f"“{quote.words}”" for quote in quotes) or None, told or None,
    ]  # fmt: skip


def _unknown(proof: Proof, line: LedgerLine) -> list[object]:
    lapse = line.lapse
    days: tuple[date, date | None] = (lapse.start, lapse.end)
    return [line.agency, line.consulate, *days, proof.agreement(lapse.after), lapse.agency, lapse.consulate]
