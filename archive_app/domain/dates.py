"""Dates as far as they are known, written in EDTF (``2014-09-03``, ``2014-09``, ``2014``), and durations."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import total_ordering

_EDTF = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z")

#: Units a duration may have; business days are not computed with.
UNITS = ("days", "weeks", "months", "years", "business days", "hours")


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, a month or a year. Orders by what is known: a year comes before its months, a month before its days."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Reads EDTF level 0. Raises ValueError for anything else, and for days that are not in the calendar."""
        match = _EDTF.match(text)
        if match is None:
            raise ValueError(f"“{text}” is not a date like 2014-09-03, 2014-09 or 2014")
        year, month, day = (int(part) if part else None for part in match.groups())
        assert year is not None
        date(year, month or 1, day or 1)
        return cls(year, month, day)

    def __lt__(self, other: PartialDate) -> bool:
        return (self.year, self.month or 0, self.day or 0) < (other.year, other.month or 0, other.day or 0)

    @property
    def first_day(self) -> date:
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def __str__(self) -> str:
        parts = [f"{self.year:04d}"] + [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time as a paper states it, for example 3 years. ``unit`` is one of UNITS."""

    number: float
    unit: str

    def __str__(self) -> str:
        number = int(self.number) if float(self.number).is_integer() else self.number
        return f"{number} {self.unit if number != 1 else self.unit.removesuffix('s')}"


def add(start: date, length: Duration) -> date | None:
    """The day ``length`` after ``start``; None for units that need a calendar of business days, and past year 9999.

    Months are counted on the calendar: the day stays the same, and where the month is too short it is the month's
    last (29 February and a year give 28 February; 31 January and a month give the end of February).
    """
    whole = int(length.number)
    if length.unit == "years":
        return _add_months(start, round(length.number * 12))
    if length.unit == "months" and whole == length.number:
        return _add_months(start, whole)
    days = {"days": 1, "weeks": 7}.get(length.unit)
    if days is None:
        return None
    ordinal = start.toordinal() + round(length.number * days)
    return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None


def _add_months(start: date, months: int) -> date | None:
    index = start.year * 12 + start.month - 1 + months
    year, month = divmod(index, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))
