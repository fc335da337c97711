"""A record's description: what its facts say together, a person's word before any reading."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import cast

from archive_app.domain.dates import Duration
from archive_app.domain.expiry import anchor_of, compute_expiry
from archive_app.domain.fact import CONFIRMED, MANY, DateMention, Fact, Party, Relation, Signatory, Source, Value


@dataclass(frozen=True, slots=True)
class Description:
    """The facts that hold for a record, by field, best first. Refused and overruled readings are not among them.

    ``overruled`` are readings in whose place a person stated something else: other papers may cite what was read.
    """

    by_field: dict[str, tuple[Fact, ...]]
    overruled: tuple[Fact, ...] = ()

    def fact(self, field: str) -> Fact | None:
        """The fact that holds for a field with one value, None where nothing is known."""
        facts = self.by_field.get(field, ())
        return facts[0] if facts else None

    def value(self, field: str) -> Value:
        fact = self.fact(field)
        return fact.value if fact else None

    def text(self, field: str) -> str | None:
        """A field whose values are text: dates in EDTF, kind, language, title, …"""
        return cast(str | None, self.value(field))

    def duration(self, field: str) -> Duration | None:
        return cast(Duration | None, self.value(field))

    @property
    def parties(self) -> tuple[Party, ...]:
        return tuple(cast(Party, fact.value) for fact in self.by_field.get("party", ()))

    @property
    def signatories(self) -> tuple[Signatory, ...]:
        return tuple(cast(Signatory, fact.value) for fact in self.by_field.get("signatory", ()))

    @property
    def relations(self) -> tuple[Relation, ...]:
        return tuple(cast(Relation, fact.value) for fact in self.by_field.get("relation", ()))

    @property
    def date_mentions(self) -> tuple[DateMention, ...]:
        return tuple(cast(DateMention, fact.value) for fact in self.by_field.get("date", ()))

    @property
    def expiration_basis(self) -> str | None:
        """``stated``, ``computed``, or None where no end is known."""
        fact = self.fact("expiration_date")
        if fact is None or fact.value is None:
            return None
        return "computed" if fact.source is Source.COMPUTED else "stated"

    @property
    def facts(self) -> tuple[Fact, ...]:
        return tuple(fact for facts in self.by_field.values() for fact in facts)

    @property
    def date(self) -> str | None:
        """The day a list sorts this record by: issued, else agreed, else effective."""
        return self.text("issued_date") or self.text("agreement_date") or self.text("effective_date")


def describe(facts: Iterable[Fact]) -> Description:
    """What holds: a person's facts for a field replace all readings of it, and computed values come last.

    A reading that a person only confirmed leaves the other readings of a field with many values beside it.
    Of several readings of a field with one value the most confident holds (the earlier one where equal).
    A person's None leaves the field unknown, and nothing is computed in its place.
    """
    grouped: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        grouped[fact.field].append(fact)
    held = {field: _holding(field, found) for field, found in grouped.items()}
    computed = _computed_expiry(held)
    if computed:
        held["expiration_date"] = (computed,)
    by_field = {field: facts for field, facts in held.items() if any(f.value is not None for f in facts)}
    return Description(by_field, tuple(_overruled(grouped)))


def _overruled(grouped: dict[str, list[Fact]]) -> Iterator[Fact]:
    """The readings of each field of which a person has stated something else."""
    for found in grouped.values():
        stated = {fact.value for fact in found if fact.source is Source.PERSON}
        if stated:
            yield from (fact for fact in found if fact.source is Source.READING and fact.value not in stated)


def _holding(field: str, found: list[Fact]) -> tuple[Fact, ...]:
    by_person = [fact for fact in found if fact.source is Source.PERSON]
    if not by_person:
        return tuple(found) if field in MANY else (max(found, key=lambda fact: fact.confidence),)
    if field in MANY and all(fact.rule == CONFIRMED for fact in by_person):
        confirmed = {fact.value: fact for fact in by_person}
        return tuple(dict.fromkeys(confirmed.get(fact.value, fact) for fact in found))
    return tuple(by_person) if field in MANY else (by_person[-1],)


def _computed_expiry(held: dict[str, tuple[Fact, ...]]) -> Fact | None:
    """An expiration date from a beginning and a term, where none is stated and no person has spoken of it."""
    if "expiration_date" in held or "term" not in held:
        return None
    description, term = Description(held), held["term"][0]
    days = {
        "effective_date": description.text("effective_date"),
        "agreement_date": description.text("agreement_date"),
        # Where a person said that nobody signed, the one value is None.
        "signatory": max((one.date for one in description.signatories if one and one.date), default=None),
    }
    computed = compute_expiry(days, description.duration("term"), anchor_of(term.rule))
    if computed is None:
        return None
    field, start = computed.operands[0]
    return replace(
        term,
        id=None,
        field="expiration_date",
        value=computed.date,
        # Two readings must both be right; a person's operand is certain.
        confidence=round(term.confidence * _confidence(held.get(field, ()), start), 3),
        rule=f"{field} + term",
        source=Source.COMPUTED,
        operands=computed.operands,
    )


def _confidence(facts: Iterable[Fact], day: str) -> float:
    """Of the fact that tells a day: the day itself, a signature's, or a date among those mentioned."""
    return next((fact.confidence for fact in facts if day in (fact.value, getattr(fact.value, "date", None))), 1.0)
