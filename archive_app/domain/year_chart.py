"""Where a chart of coverage through the years has its columns and its line, on any paper or screen. Plain geometry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from archive_app.domain.years import DRAWN, Years, YearState, gridlines

#: A column takes so much of its year's room, the rest stands between it and the next.
FILLED = 0.8
#: Longer than any year.
_DAYS = 366


@dataclass(frozen=True, slots=True)
class Segment:
    """So many pairs that were in one state in a year: from ``x`` so wide, and from ``foot`` to ``top``."""

    year: int
    state: YearState
    number: int
    x: float
    width: float
    foot: float
    top: float

    @property
    def high(self) -> float:
        return abs(self.top - self.foot)

    def holds(self, x: float, y: float) -> bool:
        low, high = sorted((self.foot, self.top))
        return self.x <= x <= self.x + self.width and low <= y <= high


@dataclass(frozen=True)
class YearChart:
    """Years from ``left`` to ``right``, pairs from ``foot`` to ``top``, whichever of these is the greater one."""

    told: Years
    left: float
    right: float
    foot: float
    top: float

    @property
    def column(self) -> float:
        """How wide a year's room is."""
        return (self.right - self.left) / max(1, len(self.told.years))

    @cached_property
    def lines(self) -> range:
        """The numbers at which lines go across."""
        counts = self.told.counts().values()
        return gridlines(max((sum(counted[state] for state in DRAWN) for counted in counts), default=0))

    @cached_property
    def segments(self) -> tuple[Segment, ...]:
        """The states of each year upon each other; none for a state that no pair was in."""
        return tuple(one for year, counted in self.told.counts().items() for one in self._column(year, counted))

    def _column(self, year: int, counted: dict[YearState, int]) -> Iterator[Segment]:
        below, x = 0, self.x(date(year, 1, 1)) + self.column * (1 - FILLED) / 2
        for state in DRAWN:
            number = counted.get(state, 0)
            if number:
                foot, top = self.y(below), self.y(below + number)
                yield Segment(year, state, number, x, self.column * FILLED, foot, top)
            below += number

    @cached_property
    def line(self) -> tuple[tuple[float, float], ...]:
        """The corners of the line that tells for each day how many pairs had something in force."""
        if not self.told.steps:
            return ()
        corners, number = [(self.left, self.y(0))], 0
        for day, pairs in self.told.steps:
            corners += [(self.x(day), self.y(number)), (self.x(day), self.y(pairs))]
            number = pairs
        return (*corners, (self.x(self.told.on), self.y(number)))

    def numbered(self, width: float) -> tuple[int, ...]:
        """The years whose numbers have room, each being so wide: all, or every second, fifth, tenth, …"""
        step = next(n for n in (1, 2, 5, 10, 20, 50, 10_000) if n * self.column >= width or n == 10_000)
        return tuple(year for year in self.told.years if year % step == 0 or step == 1)

    def x(self, day: date) -> float:
        """Where a day stands, each year being as wide as any other."""
        share = (day.timetuple().tm_yday - 1) / _DAYS
        return self.left + (day.year - self.told.years[0] + share) * self.column

    def middle(self, year: int) -> float:
        return self.x(date(year, 1, 1)) + self.column / 2

    def y(self, pairs: float) -> float:
        return self.foot + pairs * (self.top - self.foot) / self.lines[-1]

    def year_at(self, x: float) -> int | None:
        """The year whose room a place is in."""
        at = int((x - self.left) // self.column)
        return self.told.years[at] if 0 <= at < len(self.told.years) else None
