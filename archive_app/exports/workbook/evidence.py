"""Every value with record, page, words, place, basis and who confirmed it: what makes the other sheets checkable."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from archive_app.domain.evidence import Box
from archive_app.domain.fact import Fact, Source
from archive_app.domain.record import Record
from archive_app.exports.holdings import Holdings
from archive_app.exports.labels import Labels
from archive_app.exports.wording import length, said
from archive_app.exports.workbook.book import Book
from archive_app.exports.workbook.cells import Link, day
from archive_app.exports.workbook.proof import Proof, every_fact
from archive_app.exports.workbook.table import Column

COLUMNS = (
    Column("Record", 10), Column("Agreement", 11), Column("Field", 18), Column("Value", 42, True), Column("Page", 6),
    Column("Quoted words", 70, True), Column("How it was found", 16), Column("Rule or operands", 36, True),
    Column("Confidence", 11), Column("Confirmed by", 16), Column("Confirmed at", 22), Column("Original", 36),
    Column("Place on the page", 26),
)  # fmt: skip
#: Fields whose values are the program's own words.
OWN_WORDS = frozenset({"kind", "renewal"})
FOUND = {Source.READING: "read", Source.COMPUTED: "computed", Source.PERSON: "by a person"}


def add(book: Book, holdings: Holdings, proof: Proof) -> None:
    book.table("Evidence", COLUMNS, _rows(holdings, proof), proof.count, frozen=3)


def _rows(holdings: Holdings, proof: Proof) -> Iterator[list[object]]:
    agreement_of = {record: one.id for one in holdings.agreements for record in one.records}
    boxes: Mapping[int, tuple[Box, ...]] = {}
    last: str | None = None
    for (record, _), fact in every_fact(holdings):
        if record.id != last:
            boxes, last = holdings.boxes(record.id), record.id
        yield _row(holdings, proof, record, agreement_of.get(record.id), fact, boxes)


def _row(
    holdings: Holdings, proof: Proof, record: Record, agreement: str | None, fact: Fact,
    boxes: Mapping[int, tuple[Box, ...]],
) -> list[object]:  # fmt: skip
    say, evidence = holdings.labels.say, fact.evidence
    operands = ", ".join(f"{say(name)} {length(value, holdings.labels)}" for name, value in fact.operands)
    return [
        record.id, proof.agreement(agreement), say(fact.field), _value(fact, holdings.labels),
        evidence.page if evidence else None, evidence.quote if evidence else None, say(FOUND[fact.source]),
        operands or fact.rule, round(fact.confidence, 2), fact.by, fact.at,
        Link(record.filename, holdings.originals[record.id]),
        _place(boxes.get(fact.id or 0) or (evidence.boxes if evidence else ())),
    ]  # fmt: skip


def _place(boxes: tuple[Box, ...]) -> str | None:
    """Boxes as ``x0 top x1 bottom`` in points from the page's top left corner, a line's each."""
    return "; ".join(" ".join(f"{side:g}" for side in box.as_list()) for box in boxes) or None


def _value(fact: Fact, labels: Labels) -> object:
    value = fact.value
    if isinstance(value, str):
        return day(value) if fact.field.endswith("_date") else _text(fact.field, value, labels)
    return said(value, labels)


def _text(field: str, value: str, labels: Labels) -> str:
    """What the program calls something is told in the language of the labels, what a paper says as it stands there."""
    return labels.say(value) if field in OWN_WORDS else value
