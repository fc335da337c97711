"""Every value with record, page, quoted words, how it was found and who confirmed it: what makes the rest checkable."""

from __future__ import annotations

from collections.abc import Iterator

from openpyxl import Workbook

from archive_app.domain.description import Description
from archive_app.domain.fact import DateMention, Fact, Source
from archive_app.domain.record import Record
from archive_app.exports.holdings import Holdings
from archive_app.exports.wording import told
from archive_app.exports.workbook import table
from archive_app.exports.workbook.cells import Link, day
from archive_app.exports.workbook.table import Column

COLUMNS = (
    Column("Record", 10), Column("Agreement", 11), Column("Field", 18), Column("Value", 42, True), Column("Page", 6),
    Column("Quoted words", 70, True), Column("How it was found", 16), Column("Rule or operands", 36, True),
    Column("Confidence", 11), Column("Confirmed by", 16), Column("Confirmed at", 22), Column("Original", 30),
)  # fmt: skip


def add(book: Workbook, holdings: Holdings) -> None:
    agreement_of = {record: one.id for one in holdings.agreements for record in one.records}
    table.add(book, "Evidence", COLUMNS, _rows(holdings, agreement_of), frozen=3)


def _rows(holdings: Holdings, agreement_of: dict[str, str]) -> Iterator[list[object]]:
    for record, description in holdings.records:
        for fact in _facts(description):
            yield _row(holdings, record, agreement_of.get(record.id), fact)


def _facts(description: Description) -> Iterator[Fact]:
    """All facts that hold but bare mentions of dates, which say nothing of the agreement."""
    return (fact for fact in description.facts if not isinstance(fact.value, DateMention))


def _row(holdings: Holdings, record: Record, agreement: str | None, fact: Fact) -> list[object]:
    evidence = fact.evidence
    found = {Source.READING: "read", Source.COMPUTED: "computed", Source.PERSON: "by a person"}[fact.source]
    rule = ", ".join(f"{name} {value}" for name, value in fact.operands) or fact.rule
    return [
        record.id, agreement, fact.field, _value(fact), evidence.page if evidence else None,
        evidence.quote if evidence else None, found, rule, round(fact.confidence, 2), fact.by, fact.at,
        Link(record.filename, holdings.originals[record.id]),
    ]  # fmt: skip


def _value(fact: Fact) -> object:
    value = fact.value
    return day(value) if isinstance(value, str) and fact.field.endswith("_date") else told(value)
