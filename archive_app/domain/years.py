"""Coverage over time: each pair's state in each year, how many were in force on each day, and what a year changed."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from archive_app.domain.agreement import Agreement
from archive_app.domain.coverage import ONE_DAY, Gap, Pair, Pairs, Span, gaps_between, spans_until


class YearState(StrEnum):
    """What a year was for a pair. Unknown ends are never counted as covered."""

    BEFORE = "before the first"
    COVERED = "covered"
    PARTLY = "partly covered"
    UNKNOWN = "unknown"
    LAPSED = "nothing in force"


#: The states that a chart draws, from the axis up: a pair that never had an agreement yet stands for nothing.
DRAWN = (YearState.COVERED, YearState.PARTLY, YearState.UNKNOWN, YearState.LAPSED)
#: What a year changes, in the order in which it is told: the names in ``Turns``.
TURNED = ("signed", "renewed", "lapsed")


def gridlines(most: int) -> range:
    """Whole numbers from 0 on for lines across a chart of up to so many pairs, at most seven of them; 1 at least."""
    step = next(n * 10**power for power in range(12) for n in (1, 2, 5) if n * 10**power * 6 >= most)
    last = max(step, -(-most // step) * step)
    return range(0, last + 1, step)


@dataclass(frozen=True, slots=True)
class YearCell:
    """A pair in a year: its state, and on how many days something is known to have been in force."""

    agency: str
    consulate: str
    year: int
    state: YearState
    days: int


@dataclass(frozen=True, slots=True)
class Turns:
    """What a year changed: agreements that began and renew or amend none, renewals that began, lapses that began.

    ``agreements`` are all that had a day in the year, or may have had one, their end being unknown. Each is told by its
    id, once, however many pairs it binds; a lapse is a pair's.
    """

    signed: tuple[str, ...] = ()
    renewed: tuple[str, ...] = ()
    lapsed: tuple[Gap, ...] = ()
    agreements: tuple[str, ...] = ()


@dataclass(frozen=True)
class Years:
    """Every pair in every year from the first agreement to the day asked for, and what each year changed.

    ``steps`` are the days on which the number of pairs changes that are known to have something in force, with it.
    """

    on: date
    years: tuple[int, ...]
    cells: tuple[YearCell, ...]
    turns: Mapping[int, Turns] = field(default_factory=dict)
    steps: tuple[tuple[date, int], ...] = ()

    def in_force(self, day: date) -> int:
        """How many pairs are known to have something in force on a day."""
        at = bisect_right(self.steps, day, key=lambda step: step[0])
        return self.steps[at - 1][1] if at else 0

    def range_of(self, year: int) -> tuple[int, int]:
        """The smallest and the largest number of pairs with something in force on a day of the year."""
        first, last = date(year, 1, 1), min(self.on, date(year, 12, 31))
        numbers = [self.in_force(first), *(number for day, number in self.steps if first <= day <= last)]
        return min(numbers), max(numbers)

    def counts(self) -> dict[int, Counter[YearState]]:
        """How many pairs were in each state, by year."""
        counted: dict[int, Counter[YearState]] = {year: Counter() for year in self.years}
        for cell in self.cells:
            counted[cell.year][cell.state] += 1
        return counted


def by_year(pairs: Pairs, on: date) -> Years:
    """The states of all pairs, as known on a day; the last year counts up to that day."""
    spans = {pair: spans_until(agreements, on) for pair, agreements in sorted(pairs.items())}
    first = min((found[0].start.year for found in spans.values() if found), default=on.year)
    years = tuple(range(first, on.year + 1))
    runs = {pair: _runs(found, on) for pair, found in spans.items() if found}
    cells = (cell for pair, known in runs.items() for cell in _row(pair, spans[pair], known, years, on))
    return Years(on, years, tuple(cells), _turns(pairs, spans, years, on), _steps(runs.values(), on))


def _turns(pairs: Pairs, spans: Mapping[Pair, list[Span]], years: Iterable[int], on: date) -> dict[int, Turns]:
    known = {agreement.id: agreement for agreements in pairs.values() for agreement in agreements}
    lives = {span.agreement: span for found in spans.values() for span in found}
    began: dict[int, list[Agreement]] = defaultdict(list)
    for id, life in sorted(lives.items(), key=lambda item: (item[1].start, item[0])):
        began[life.start.year].append(known[id])
    lapses: dict[int, list[Gap]] = defaultdict(list)
    for pair, found in spans.items():
        for gap in gaps_between(pair, found, on):
            lapses[gap.start.year].append(gap)
    return {
        year: Turns(
            tuple(one.id for one in began[year] if one.renews is None and one.amends is None),
            tuple(one.id for one in began[year] if one.renews is not None),
            tuple(lapses[year]),
            tuple(id for id, life in lives.items() if _touches(life, year)),
        )
        for year in years
    }  # fmt: skip


def _touches(life: Span, year: int) -> bool:
    return life.start.year <= year and (life.end is None or life.end.year >= year)


def _steps(every: Iterable[Iterable[tuple[date, date]]], on: date) -> tuple[tuple[date, int], ...]:
    """The number of pairs in force from each day on at which it changes, up to a day."""
    changes: Counter[date] = Counter()
    for runs in every:
        for start, end in runs:
            changes[start] += 1
            if end < on:
                changes[end + ONE_DAY] -= 1
    steps, number = [], 0
    for day in sorted(changes):
        number += changes[day]
        if changes[day]:
            steps.append((day, number))
    return tuple(steps)


def _row(
    pair: Pair, spans: list[Span], runs: Iterable[tuple[date, date]], years: Iterable[int], on: date
) -> Iterable[YearCell]:
    days = _days_by_year(runs)
    for year in years:
        last = on if year == on.year else date(year, 12, 31)
        in_force = days.get(year, 0)
        yield YearCell(*pair, year, _state(spans, date(year, 1, 1), last, in_force), in_force)


def _days_by_year(runs: Iterable[tuple[date, date]]) -> dict[int, int]:
    days: dict[int, int] = defaultdict(int)
    for start, end in runs:
        for year in range(start.year, end.year + 1):
            first = start if year == start.year else date(year, 1, 1)
            last = end if year == end.year else date(year, 12, 31)
            days[year] += (last - first).days + 1
    return days


def _runs(spans: Iterable[Span], on: date) -> list[tuple[date, date]]:
    """The known days in force up to a day, each once."""
    runs: list[tuple[date, date]] = []
    for span in spans:
        if span.end is None and not span.open:
            continue
        end = min(span.end or on, on)
        if runs and span.start <= runs[-1][1] + ONE_DAY:
            runs[-1] = (runs[-1][0], max(runs[-1][1], end))
        elif end >= span.start:
            runs.append((span.start, end))
    return runs


def _state(spans: list[Span], first: date, last: date, days: int) -> YearState:
    if days > (last - first).days:
        return YearState.COVERED
    if days:
        return YearState.PARTLY
    governing = next((span for span in reversed(spans) if span.start <= last), None)
    if governing is None:
        return YearState.BEFORE
    return YearState.UNKNOWN if governing.end is None else YearState.LAPSED
