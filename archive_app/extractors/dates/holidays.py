"""Days named by a feast and a year (Labor Day 2015), and days told by a distance from a date (two weeks before …)."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from archive_app.domain.dates import Duration, add
from archive_app.extractors.dates.found import Found
from archive_app.extractors.knowledge import Knowledge
from archive_app.extractors.numbers import NumberWords

_YEAR = re.compile(r"(?:19|20)\d\d\b(?![-/])")
#: Letters before a year in which a feast's name begins.
_LONGEST = 60


def holiday_dates(folded: str, knowledge: Knowledge) -> Iterator[Found]:
    """``Labor Day 2015``, ``el día de la Tierra de 2010``: a feast of knowledge/holidays.toml with its year."""
    pattern, rules = knowledge.once(_calendar)
    for year in _YEAR.finditer(folded):
        # Years are fewer than the places where a feast's name might begin.
        match = pattern.search(folded, max(0, year.start() - _LONGEST), year.start())
        if match:
            day = _day_of(rules[match[1]], int(year[0]))
            yield Found(match.start(), year.end(), day.year, day.month, day.day, "holiday", 0.95)


def _calendar(knowledge: Knowledge) -> tuple[re.Pattern[str], dict[str, dict[str, Any]]]:
    rules = {name: rule for rule in knowledge.table("holidays")["day"] for name in rule["names"]}
    names = "|".join(map(re.escape, sorted(rules, key=len, reverse=True)))
    return re.compile(rf"\b({names}),?\s+(?:of\s+|in\s+|de\s+|del\s+)?\Z"), rules


def _day_of(rule: dict[str, Any], year: int) -> date:
    """The day of a feast in a year."""
    if "fixed" in rule:
        month, day = rule["fixed"]
        return date(year, month, day)
    if "easter" in rule:
        return easter(year) + timedelta(days=rule["easter"])
    month, which, weekday = rule["weekday"]
    days = [week[weekday] for week in calendar.monthcalendar(year, month) if week[weekday]]
    return date(year, month, days[which - 1 if which > 0 else which]) + timedelta(days=rule.get("days", 0))


def easter(year: int) -> date:
    """Easter Sunday of the western churches, by the Gregorian computus."""
    golden, century = year % 19, year // 100
    epact = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon = epact - epact // 28 * (1 - 29 // (epact + 1) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    days_from_21_march = moon - weekday
    month = 3 + (days_from_21_march + 40) // 44
    return date(year, month, days_from_21_march + 28 - 31 * (month // 4))


_DISTANCE = (
    r"(?P<number>\d{1,3}|%s)\s*(?:\(\d+\)\s*)?(?P<unit>days?|weeks?|months?|years?|dias?|semanas?|mes(?:es)?|anos?)\s+"
    r"(?P<side>before|prior to|after|following|antes del?|despues del?)\s+(?:el\s+)?\Z"
)
#: Before such words the distance is a limit or a length, not a day.
_LIMIT = re.compile(
    r"(?:within|least|than|most|period of|term of|dentro de(?: los)?|menos|mas|plazo de|hasta|"
    r"first|next|up to|for|por|every|"
    r"primeros|siguientes|proximos)\s+(?:the\s+|los\s+|las\s+)?\Z"
)
_UNITS = {"day": "days", "week": "weeks", "month": "months", "year": "years",
          "dia": "days", "semana": "weeks", "mes": "months", "meses": "months", "ano": "years"}  # fmt: skip


def shifted(folded: str, found: Found, knowledge: Knowledge) -> Found:
    """``two weeks before May 13, 1999`` as the day it means; a limit ("within 30 days after") is left alone."""
    before = folded[max(0, found.start - 60) : found.start]
    match = knowledge.once(_distance).search(before) if found.exact else None
    if match is None or _LIMIT.search(before, 0, match.start()):
        return found
    words = match["number"]
    number = int(words) if words.isdigit() else knowledge.once(NumberWords.build).number(words)
    unit = _UNITS.get(match["unit"]) or _UNITS[match["unit"].removesuffix("s")]
    sign = -1 if match["side"].startswith(("before", "prior", "antes")) else 1
    day = add(date(found.year or 1, found.month, found.day or 1), Duration(sign * (number or 0), unit))
    if not number or day is None:
        return found
    start = found.start - len(before) + match.start()
    return replace(found, start=start, year=day.year, month=day.month, day=day.day, form="shifted", confidence=0.9)


def _distance(knowledge: Knowledge) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){_DISTANCE % knowledge.once(NumberWords.build).any}")
