"""The parties, a row for each of each agreement, with how the paper writes it."""

from __future__ import annotations

from collections.abc import Iterator

from archive_app.domain.fact import Fact, Party
from archive_app.exports.holdings import Holdings
from archive_app.exports.workbook.book import Book
from archive_app.exports.workbook.proof import Proof
from archive_app.exports.workbook.table import Column

COLUMNS = (
    Column("Agreement", 11), Column("Party", 46, True), Column("Role", 18), Column("Authority", 30),
    Column("As written", 46, True), Column("Record", 10), Column("Page", 6), Column("Words", 60, True),
)  # fmt: skip


def add(book: Book, holdings: Holdings, proof: Proof) -> None:
    found = list(_facts(holdings))
    rows = (_row(holdings, proof, *one) for one in found)
    book.table("Parties", COLUMNS, rows, len(found), frozen=2)


def _facts(holdings: Holdings) -> Iterator[tuple[str, str, Fact]]:
    for one in holdings.agreements:
        for record in one.records:
            text = holdings.descriptions.get(record)
            for fact in text.by_field.get("party", ()) if text else ():
                yield one.id, record, fact


def _row(holdings: Holdings, proof: Proof, agreement: str, record: str, fact: Fact) -> list[object]:
    party, evidence = fact.value, fact.evidence
    assert isinstance(party, Party)
    # By its name in the authority file; how the paper writes it stands beside.
    name = holdings.authorities.name(party.authority) if party.authority else party.name
    role = holdings.labels.say(party.role) if party.role else None
    return [
        proof.agreement(agreement), proof.of_fact(fact, name), role, party.authority, party.as_written,
        proof.record(record), evidence.page if evidence else None, evidence.quote if evidence else None,
    ]  # fmt: skip
