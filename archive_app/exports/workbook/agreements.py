"""The agreements, a row each; every value leads to the words that it rests on."""

from __future__ import annotations

from archive_app.domain.agreement import Agreement
from archive_app.domain.authority import AGENCY_ROLES
from archive_app.domain.dates import Duration
from archive_app.domain.fact import PERPETUAL
from archive_app.exports.holdings import Holdings
from archive_app.exports.wording import said
from archive_app.exports.workbook.book import Book
from archive_app.exports.workbook.cells import STATUS_FILLS, Filled, Link, day
from archive_app.exports.workbook.proof import Proof
from archive_app.exports.workbook.table import Column

COLUMNS = (
    Column("Agreement", 11), Column("Title", 44, True), Column("Kind", 28), Column("Agencies", 36, True),
    Column("With", 36, True), Column("Signed", 12), Column("Effective", 12), Column("Expires", 12),
    Column("Basis of end", 12), Column("State", 16), Column("Term", 10), Column("Renewal", 14),
    Column("Notice", 10), Column("Renews", 11), Column("Renewed by", 11), Column("Amends", 11), Column("Under", 11),
    Column("Chain", 11), Column("Ended by notice on", 12), Column("Announced by", 16, True),
    Column("Words the end rests on", 50, True), Column("Page", 6), Column("Records", 14, True), Column("Original", 36),
)  # fmt: skip
#: On paper up to the notice period; how agreements hang together is on the sheets that follow.
PRINTED = 13


def add(book: Book, holdings: Holdings, proof: Proof) -> None:
    rows = (_row(holdings, proof, one) for one in holdings.agreements)
    book.table("Agreements", COLUMNS, rows, len(holdings.agreements), frozen=2, printed=PRINTED)


def _row(holdings: Holdings, proof: Proof, one: Agreement) -> list[object]:
    say, status, of = holdings.labels.say, str(one.status(holdings.on)), proof.of
    end = holdings.fact_for(one, "expiration_date")
    evidence = end[1].evidence if end else None
    agencies = [p for p in one.parties if p.role in AGENCY_ROLES]
    others = [p for p in one.parties if p.role not in AGENCY_ROLES]
    expires = say(PERPETUAL) if one.is_perpetual else day(one.expiration_date)
    return [
        proof.words_of(one), of(one, "title", one.title), of(one, "kind", say(one.kind)), proof.of_party(one, agencies),
        proof.of_party(one, others), of(one, "agreement_date", day(one.agreement_date)),
        of(one, "effective_date", day(one.effective_date)), of(one, "expiration_date", expires),
        of(one, "expiration_date", say(one.expiration_basis or "unknown")),
        Filled(of(one, "expiration_date", say(status)), STATUS_FILLS[status]),
        of(one, "term", _length(holdings, one.term)),
        of(one, "renewal", _renewal(holdings, one)), of(one, "notice_period", _length(holdings, one.notice_period)),
        proof.of_link("renews", one.id, one.renews), proof.agreement(one.renewed_by),
        proof.of_link("amends", one.id, one.amends), proof.of_link("implements", one.id, one.implements),
        proof.agreement(one.chain), proof.of_link("terminates", one.id, one.terminated_on),
        ", ".join(one.announced_by) or None, evidence.quote if evidence else None,
        evidence.page if evidence else None, ", ".join(one.records), _original(holdings, one.records[0]),
    ]  # fmt: skip


def _length(holdings: Holdings, value: Duration | None) -> str | None:
    return None if value is None else said(value, holdings.labels)


def _renewal(holdings: Holdings, one: Agreement) -> str | None:
    how = holdings.labels.say(one.renewal) if one.renewal else None
    return " ".join(part for part in (how, _length(holdings, one.renewal_term)) if part) or None


def _original(holdings: Holdings, record: str) -> Link | str:
    path = holdings.originals.get(record)
    name = holdings.filenames.get(record, record)
    return Link(name, path) if path else holdings.labels.fill("{record} (not in this export)", record=record)
