"""The lapse ledger: which pair had nothing in force from when to when, or of which that cannot be told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from archive_app.domain.coverage import ONE_DAY, Gap, Pair, Pairs, Span, gaps_between, spans_until


@dataclass(frozen=True, slots=True)
class Lapse:
    """A time of a pair without anything known to be in force, both days included; ``end`` is None while it goes on.

    ``after`` is the agreement before it; ``before`` the one that ended it, None while it goes on. ``known`` is False
    where that agreement has no known end: whether anything was in force cannot be told, and ``start`` is its beginning.
    """

    agency: str
    consulate: str
    start: date
    end: date | None
    after: str
    before: str | None = None
    known: bool = True

    def days(self, on: date) -> int:
        """Its length up to a day."""
        return ((self.end or on) - self.start).days + 1

    def touches(self, year: int, on: date) -> bool:
        """Whether a day of it up to a day is in a year; of one that goes on nothing is known of days to come."""
        return self.start.year <= year <= (self.end or on).year


def ledger(pairs: Pairs, on: date) -> tuple[Lapse, ...]:
    """Every lapse up to a day and every time that is unknown, by pair and day."""
    found: list[Lapse] = []
    for pair, agreements in pairs.items():
        spans = spans_until(agreements, on)
        found += [_lapse(gap, spans) for gap in gaps_between(pair, spans, on)]
        found += _unknown(pair, spans)
    return tuple(sorted(found, key=lambda lapse: (lapse.agency, lapse.consulate, lapse.start)))


def _lapse(gap: Gap, spans: list[Span]) -> Lapse:
    """A lapse with the agreement that ended it."""
    next_day = gap.end + ONE_DAY if gap.end else None
    before = next((span.agreement for span in spans if span.start == next_day), None)
    return Lapse(gap.agency, gap.consulate, gap.start, gap.end, gap.after, before)


def _unknown(pair: Pair, spans: list[Span]) -> Iterator[Lapse]:
    """From the beginning of each agreement with no known end to the next beginning, where nothing else is in force."""
    covered_until: date | None = None
    for at, span in enumerate(spans):
        if span.open:
            return
        following = spans[at + 1] if at + 1 < len(spans) else None
        if span.end is None:
            start = span.start if covered_until is None else max(span.start, covered_until + ONE_DAY)
            end = following.start - ONE_DAY if following else None
            if end is None or end >= start:
                yield Lapse(*pair, start, end, span.agreement, following.agreement if following else None, known=False)
        elif covered_until is None or span.end > covered_until:
            covered_until = span.end
