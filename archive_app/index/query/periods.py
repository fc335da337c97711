"""The value of ``date:`` as days: 2011, 2014-09, 2011-08..2014, 2012.., >2012, <=2014-09-03."""

from __future__ import annotations

import re
from datetime import date, timedelta

from archive_app.domain.dates import PartialDate

EARLIEST, LATEST = 0, 9999_99_99
_COMPARED = re.compile(r"(>=|<=|>|<|=)?(.*)", re.DOTALL)
_PARTIAL = re.compile(r"(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?\Z")


def read_period(text: str) -> tuple[int, int, str]:
    """First and last day as yyyymmdd, and the period as it is told. Raises ValueError for what is none."""
    if ".." in text:
        return _between(*text.split("..", 1))
    match = _COMPARED.match(text)
    assert match is not None
    sign, day = match[1] or "", _partial(match[2])
    if sign in ("", "="):
        return number(day.first_day), number(day.last_day), str(day)
    if sign[0] == ">":
        first = number(day.first_day) if sign == ">=" else _next(day.last_day)
        return first, LATEST, f"{sign}{day}"
    last = number(day.last_day) if sign == "<=" else number(day.first_day) - 1
    return EARLIEST, last, f"{sign}{day}"


def _between(first: str, last: str) -> tuple[int, int, str]:
    start, end = (_partial(part) if part else None for part in (first, last))
    if start is None and end is None:
        raise ValueError("no date on either side of ..")
    if start and end and start.first_day > end.last_day:
        raise ValueError(f"{start} is after {end}")
    return (
        number(start.first_day) if start else EARLIEST,
        number(end.last_day) if end else LATEST,
        f"{start or ''}..{end or ''}",
    )


def _partial(text: str) -> PartialDate:
    match = _PARTIAL.match(text.strip())
    if match is None:
        raise ValueError(f"“{text}” is no date")
    return PartialDate.parse("-".join(part.zfill(2) for part in match.groups() if part))


def number(day: date) -> int:
    """A day as a number that sorts: yyyymmdd."""
    return day.year * 10_000 + day.month * 100 + day.day


def _next(day: date) -> int:
    return LATEST if day == date.max else number(day + timedelta(days=1))


def span_of(edtf: str) -> tuple[int, int]:
    """The days that a date known by day, month or year may stand for. Raises ValueError for anything else."""
    if len(edtf) == 10 and edtf[4] == edtf[7] == "-":  # a whole day, as most are, in a tenth of the time
        whole = number(date.fromisoformat(edtf))
        return whole, whole
    day = PartialDate.parse(edtf)
    return number(day.first_day), number(day.last_day)
