"""The agreements, a row each, and their parties, a row for each party of each agreement."""

from __future__ import annotations

from collections.abc import Iterator

from openpyxl import Workbook

from archive_app.domain.agreement import Agreement
from archive_app.domain.authority import AGENCY_ROLES
from archive_app.domain.fact import Party
from archive_app.exports.holdings import Holdings
from archive_app.exports.workbook import table
from archive_app.exports.workbook.cells import STATUS_FILLS, Filled, Link, day
from archive_app.exports.workbook.table import Column

COLUMNS = (
    Column("Agreement", 11), Column("Title", 44, True), Column("Kind", 28), Column("Agencies", 36, True),
    Column("With", 36, True), Column("Signed", 12), Column("Effective", 12), Column("Expires", 12),
    Column("Basis of end", 12), Column("State", 16), Column("Term", 10), Column("Renewal", 14),
    Column("Notice", 10), Column("Renews", 11), Column("Renewed by", 11), Column("Amends", 11), Column("Under", 11),
    Column("Chain", 11), Column("Ended by notice on", 12), Column("Announced by", 16, True),
    Column("Words the end rests on", 50, True), Column("Page", 6), Column("Records", 14, True), Column("Original", 22),
)  # fmt: skip
#: On paper up to the notice period; how agreements hang together is on the sheets that follow.
PRINTED = 13

PARTY_COLUMNS = (
    Column("Agreement", 11), Column("Party", 46, True), Column("Role", 18), Column("Authority", 30),
    Column("As written", 46, True), Column("Record", 10), Column("Page", 6), Column("Words", 60, True),
)  # fmt: skip


def add(book: Workbook, holdings: Holdings) -> None:
    table.add(
        book, "Agreements", COLUMNS, (_row(holdings, one) for one in holdings.agreements), frozen=2, printed=PRINTED
    )


def add_parties(book: Workbook, holdings: Holdings) -> None:
    table.add(book, "Parties", PARTY_COLUMNS, _party_rows(holdings), frozen=2)


def _row(holdings: Holdings, one: Agreement) -> list[object]:
    status = str(one.status(holdings.on))
    end = holdings.end_fact(one)
    evidence = end.evidence if end else None
    agencies = [p.name for p in one.parties if p.role in AGENCY_ROLES]
    others = [p.name for p in one.parties if p.role not in AGENCY_ROLES]
    return [
        one.id, one.title, one.kind, "; ".join(agencies), "; ".join(others), day(one.agreement_date),
        day(one.effective_date), day(one.expiration_date), one.expiration_basis or "unknown",
        Filled(status, STATUS_FILLS[status]), _text(one.term), _renewal(one), _text(one.notice_period),
        one.renews, one.renewed_by, one.amends, one.implements, one.chain, one.terminated_on,
        ", ".join(one.announced_by), evidence.quote if evidence else None, evidence.page if evidence else None,
        ", ".join(one.records), _original(holdings, one.records[0]),
    ]  # fmt: skip


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _renewal(one: Agreement) -> str | None:
    return " ".join(part for part in (one.renewal, _text(one.renewal_term)) if part) or None


def _original(holdings: Holdings, record: str) -> Link | str:
    path = holdings.originals.get(record)
    return Link(f"{record}{path.suffix}", path) if path else f"{record} (not in this export)"


def _party_rows(holdings: Holdings) -> Iterator[list[object]]:
    for one in holdings.agreements:
        for record in one.records:
            text = holdings.descriptions.get(record)
            for fact in text.by_field.get("party", ()) if text else ():
                party = fact.value
                assert isinstance(party, Party)
                evidence = fact.evidence
                yield [
                    one.id, _authorised(holdings, party), party.role, party.authority, party.as_written, record,
                    evidence.page if evidence else None, evidence.quote if evidence else None,
                ]  # fmt: skip


def _authorised(holdings: Holdings, party: Party) -> str:
    """A party by its name in the authority file; how the paper writes it stands beside."""
    return holdings.authorities.name(party.authority) if party.authority else party.name
