"""When an agreement ends: as its words state it, or computed from a beginning and a term, or unknown."""

from __future__ import annotations

from dataclasses import dataclass

from archive_app.domain.dates import Duration, PartialDate, add

#: What a term is counted from, best first, where its own words name no anchor.
ANCHORS = ("effective_date", "agreement_date")


@dataclass(frozen=True, slots=True)
class Computed:
    """An end that was computed, with the (field, value) pairs it was made of."""

    date: str
    operands: tuple[tuple[str, str], ...]


def compute_expiry(effective: str | None, agreed: str | None, term: Duration | None) -> Computed | None:
    """The day a term runs out, counted from the effective date or, where none is stated, the agreement's date.

    None where either part is missing or the beginning is known only by month or year.
    """
    if term is None:
        return None
    for field, start in zip(ANCHORS, (effective, agreed), strict=True):
        if start is None:
            continue
        begin = PartialDate.parse(start)
        end = add(begin.first_day, term) if begin.day else None
        return Computed(end.isoformat(), ((field, start), ("term", str(term)))) if end else None
    return None
