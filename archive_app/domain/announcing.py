"""Releases, news and letters, each matched to the agreement it tells of: by parties, by day, by words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from archive_app.domain.agreement import Agreement
from archive_app.domain.fact import ANNOUNCEMENT_KINDS, Relation
from archive_app.domain.history import Described, Orphan
from archive_app.domain.likeness import same_subject
from archive_app.domain.linking import Linker
from archive_app.domain.links import Link, Quote, quoted
from archive_app.domain.ties import first_day

#: A release or a letter belongs to a signing at most so far from it.
ANNOUNCED_WITHIN = timedelta(days=45)
#: What tells the very day of a signing means no paper that bears a day further from it.
SIGNED_WITHIN = timedelta(days=14)
TELLING_KINDS = ANNOUNCEMENT_KINDS | {"correspondence"}


def match_announcements(linker: Linker) -> list[Orphan]:
    """Puts each release or letter beside its agreement; gives those that tell of no paper held."""
    return [orphan for record in linker.records if (orphan := _match(linker, record))]


def _match(linker: Linker, record: Described) -> Orphan | None:
    """A release or letter joins the nearest signing of the bodies it names, or tells of no paper held.

    What ends an agreement announces none that was signed about that time.
    """
    description = record.description
    if description.text("kind") not in TELLING_KINDS:
        return None
    told = first_day(description.text("agreement_date"))
    day = told or first_day(description.text("issued_date"))
    if day is None:
        return None
    signed = told if told and str(told) == description.text("agreement_date") else None
    ends = any(relation.type == "terminates" for relation in description.relations)
    best = _decided(linker, record) or (None if ends else _nearest(linker, record, day, signed))
    if best:
        linker.ties[best].announced_by.append(record.record)
        linker.links["announces", record.record, best] = _link(linker, record, best, day)
    elif told and len(record.bodies) >= 2:
        return Orphan(record.record, Relation("announces", date=description.text("agreement_date")))
    return None


def _decided(linker: Linker, record: Described) -> str | None:
    """The agreement that a person said it tells of."""
    meant = (one for one in linker.decisions.all if one.type == "announces" and one.record == record.record)
    return next((linker.of_record.get(one.target) for one in meant if one.confirmed), None)


def _nearest(linker: Linker, record: Described, day: date, signed: date | None) -> str | None:
    """Of the signings near a day the one that fits best; ``signed`` is the very day that is told, where it is known."""
    near = [
        id
        for id in linker.lookup.near(day, ANNOUNCED_WITHIN)
        if _fits(linker, record, id) and not (signed and _is_of_another_day(linker.ties[id].agreement, signed))
    ]

    def fit(id: str) -> tuple[bool, timedelta, tuple[bool, int, str]]:
        other = same_subject(record, linker.by_id[linker.ties[id].agreement.records[0]]) is False
        return (other, _distance(linker.ties[id].agreement, day), linker.finder.likeness(record, id))

    return min(near, key=fit, default=None)


def _is_of_another_day(agreement: Agreement, signed: date) -> bool:
    """Whether the days that a paper bears, each known to the day, are all far from the day of a signing."""
    days = [day for day in (agreement.agreement_date, agreement.effective_date) if day]
    exact = bool(days) and all(len(day) == len("2014-09-03") for day in days)
    return exact and _distance(agreement, signed) > SIGNED_WITHIN


def _fits(linker: Linker, record: Described, id: str) -> bool:
    refused = linker.decisions.of("announces", (record.record,), linker.ties[id].agreement.records)
    return linker.finder.is_of_same_bodies(record, id) and not (refused and not refused.confirmed)


def _link(linker: Linker, record: Described, id: str, day: date) -> Link:
    agreement = linker.ties[id].agreement
    days = _distance(agreement, day).days if agreement.begins else ANNOUNCED_WITHIN.days
    decision = linker.decisions.of("announces", (record.record,), agreement.records)
    reasons = ("day" if days == 0 else "month", "akin" if agreement.authorities - record.bodies else "bodies")
    return Link(
        "announces", None, id, record.record, agreement.records[0], "confirmed" if decision else "stated",
        1.0 if decision else round(0.95 - min(days, 45) / 100, 2), quotes=tuple(_words(record)), reasons=reasons,
        decision=decision,
    )  # fmt: skip


def _words(record: Described) -> Iterator[Quote]:
    """The words of the announcement itself, else those of the day it tells."""
    told = record.description
    announces = (f for f in told.by_field.get("relation", ()) if getattr(f.value, "type", None) == "announces")
    fact = next(announces, None) or told.fact("agreement_date") or told.fact("issued_date")
    yield from quoted(record.record, fact)


def _distance(agreement: Agreement, day: date) -> timedelta:
    days = [first_day(agreement.agreement_date), first_day(agreement.effective_date)]
    return min((abs(known - day) for known in days if known), default=timedelta.max)
