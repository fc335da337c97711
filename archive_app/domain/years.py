"""Coverage over time: each pair's state in each year, and how many pairs were in each state."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from archive_app.domain.coverage import ONE_DAY, Pair, Pairs, Span, spans_until


class YearState(StrEnum):
    """What a year was for a pair. Unknown ends are never counted as covered."""

    BEFORE = "before the first"
    COVERED = "covered"
    PARTLY = "partly covered"
    UNKNOWN = "unknown"
    LAPSED = "nothing in force"


@dataclass(frozen=True, slots=True)
class YearCell:
    """A pair in a year: its state, and on how many days something is known to have been in force."""

    agency: str
    consulate: str
    year: int
    state: YearState
    days: int


@dataclass(frozen=True)
class Years:
    """Every pair in every year from the first agreement to the day asked for."""

    on: date
    years: tuple[int, ...]
    cells: tuple[YearCell, ...]

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
    cells = (cell for pair, found in spans.items() if found for cell in _row(pair, found, years, on))
    return Years(on, years, tuple(cells))


def _row(pair: Pair, spans: list[Span], years: Iterable[int], on: date) -> Iterable[YearCell]:
    days = _days_by_year(_runs(spans, on))
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
