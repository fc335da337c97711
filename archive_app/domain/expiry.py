"""When an agreement ends: as its words state it, or computed from a beginning and a term, or unknown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from archive_app.domain.dates import Duration, PartialDate, add

#: In a term's rule, between how it was read and what it is counted from: ``term: …; from the effective date``.
ANCHOR_MARK = "; from "
#: A term counted from a day that is none of the paper's own ("from the launch") has no end that can be computed.
ANOTHER_DAY = "another day"
#: What a term is counted from, best first, where its own words name nothing.
ANCHORS = ("effective_date", "agreement_date")
#: The same where its words name it. A signatory's date is that of the last signature.
_NAMED = {
    "the effective date": ANCHORS,
    "its signature": ("agreement_date", "effective_date"),
    "the day it bears": ("agreement_date", "effective_date"),
    "the last signature": ("signatory", "agreement_date", "effective_date"),
}


@dataclass(frozen=True, slots=True)
class Computed:
    """An end that was computed, with the (field, value) pairs it was made of."""

    date: str
    operands: tuple[tuple[str, str], ...]


def anchor_of(rule: str) -> str | None:
    """What a term's rule says it is counted from: a key such as ``its signature``, or a day in EDTF."""
    return rule.partition(ANCHOR_MARK)[2] or None


def compute_expiry(days: Mapping[str, str | None], term: Duration | None, anchor: str | None = None) -> Computed | None:
    """The day a term runs out, counted from the day its words name, else from its effect, else its agreement's date.

    ``days`` are EDTF by field (effective_date, agreement_date, signatory). None where the term or every beginning is
    missing, or the beginning is known only by month or year. A term of nothing is no term.
    """
    if term is None or term.number <= 0 or anchor == ANOTHER_DAY:
        return None
    if anchor and anchor not in _NAMED:
        return _from("date", anchor, term)
    fields = _NAMED.get(anchor, ANCHORS) if anchor else ANCHORS
    start = next(((field, day) for field in fields if (day := days.get(field))), None)
    return _from(*start, term) if start else None


def _from(field: str, start: str, term: Duration) -> Computed | None:
    begin = PartialDate.parse(start)
    end = add(begin.first_day, term) if begin.day else None
    return Computed(end.isoformat(), ((field, start), ("term", str(term)))) if end else None
