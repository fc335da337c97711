"""Dates written with a month's name: every reading begins at the name and looks left and right of it."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import zip_longest

from archive_app.extractors.dates.found import Found, exists
from archive_app.extractors.dates.vocabulary import Vocabulary

#: How far from a month's name the rest of its date may stand.
_REACH = 90
_BLANK_BEFORE = re.compile(
    r"(?:[_\[\]]\s*|\b)(?:day|dias?)\s*(?:of|del mes de|de)?\s*(?:the month of\s*)?\Z|_\s*(?:of|de)?\s*\Z"
)
#: The month's end in words: "the last day of", "el último día del mes de".
_LAST_DAY = re.compile(r"\b(?:last\s+day\s+(?:of|in)(?:\s+the\s+month\s+of)?|ultimo\s+dia\s+(?:del\s+mes\s+)?de)\s+\Z")
#: A cheap look before the costly ones: most months' names in English text are the verb "may".
_NUMBER_NEAR = re.compile(r"\d|thousand|hundred|\bmil\b|nineteen|twenty")
_DIGIT_NEAR = re.compile(r"\d[^\n]{0,16}\Z")
_DAY_AFTER_YEAR = re.compile(r"[-/](\d\d?)(?![\d/-])")
_YEAR_DAY_BEFORE = re.compile(
    r"(?<![\w/-])(?:(?P<year>[12]\d{3})[-/](?P<day>\d\d?)|(?P<day2>\d\d?)[-/](?P<year2>[12]\d{3}))[-/]\Z"
)
#: "the 4th day of May, 2012": the article is part of such a date.
_ARTICLE = re.compile(r"\bthe\s+\Z")
_DAY_OF = re.compile(r"\bday\s+of\b")
_FIRST_OF = re.compile(r"1o\.?\s+de\b")
_YEAR_BEFORE = re.compile(r"(?<![\w/-])([12]\d{3})[-/. ]\Z")
_RANGE_JOINT = re.compile(r"\s*,?\s*(?:to|through|thru|until|till|al?|y|and|hasta|-)\s*(?:el\s+)?\Z")


def written_dates(folded: str, words: Vocabulary) -> list[Found]:
    """All dates with a month's name, in reading order; those without a year have ``year`` None."""
    found: list[Found] = []
    for month in words.months.finditer(folded):
        start = found[-1].end if found else 0
        found.extend(_at(folded, month, start, words))
    return list(_with_shared_years(folded, found))


def _at(folded: str, name: re.Match[str], start: int, words: Vocabulary) -> Iterable[Found]:
    """The dates of one month's name, by the first wording that fits."""
    month = name.lastindex or 0
    before = folded[max(start, name.start() - _REACH) : name.start()]
    after = folded[name.end() : name.end() + _REACH]
    if not (_NUMBER_NEAR.search(after, 0, 50) or _DIGIT_NEAR.search(before)):
        return ()  # "may" the verb, "march" the walk
    offset = name.start() - len(before)
    return (
        _year_first(before, after, name, month, offset)
        or _month_first(after, name, month, words)
        or _day_first(before, after, name, month, offset, words)
        or _month_alone(before, after, name, month, words)
        or _without_year(before, after, name, month, offset, words)
    )


def _year_first(before: str, after: str, name: re.Match[str], month: int, offset: int) -> list[Found]:
    """``2020/Sep/23``, ``2020/23/Sep``, ``23-2020-September``."""
    both = _YEAR_DAY_BEFORE.search(before)
    if both:
        year, day = int(both["year"] or both["year2"]), int(both["day"] or both["day2"])
        return _dated(offset + both.start(), name.end(), year, month, day)
    year_only, day_after = _YEAR_BEFORE.search(before), re.match(r"[-/. ](\d\d?)(?![\w/-])", after)
    if year_only and day_after:
        end = name.end() + day_after.end()
        return _dated(offset + year_only.start(), end, int(year_only[1]), month, int(day_after[1]))
    return []


def _month_first(after: str, name: re.Match[str], month: int, words: Vocabulary) -> list[Found]:
    """``August 29th, 2011``, ``august the first two thousand``, ``August 25-29, 2014``, ``Sep-2020-23``."""
    match = words.right.match(after)
    year = words.year_number(match["year"] or match["short"]) if match and (match["year"] or match["short"]) else None
    if match and year:
        return _days(name.start(), name.end(), match, (match["day"], match["last"]), year, month, words)
    year_then_day = words.year_right.match(after)
    day = _DAY_AFTER_YEAR.match(after, year_then_day.end()) if year_then_day else None
    year = words.year_number(year_then_day["year"]) if year_then_day else None
    if day and year and after[:1] in "-/":
        return _dated(name.start(), name.end() + day.end(), year, month, int(day[1]))
    return []


def _days(
    start: int, base: int, match: re.Match[str], days: tuple[str, str | None], year: int, month: int, words: Vocabulary
) -> list[Found]:
    """One date, or the two ends of a range of days in one month."""
    first, last = words.day_number(days[0]), words.day_number(days[1]) if days[1] else None
    end = base + match.end()
    if last is None:
        return _dated(start, end, year, month, first)
    middle = base + match.end("day")
    return _dated(start, middle, year, month, first) + _dated(base + match.start("last"), end, year, month, last)


def _day_first(before: str, after: str, name: re.Match[str], month: int, offset: int, words: Vocabulary) -> list[Found]:
    """``9 de febrero de 2023``, ``the ninth day of August, two thousand one``, ``del 25 al 29 de agosto de 2014``."""
    left, right = words.left.search(before), words.year_right.match(after)
    year = words.year_number(right["year"]) if right else None
    if left is None or right is None or year is None:
        return []
    day, end = _left_day(before, left, words), name.end() + right.end()
    first = words.day_number(left["first"]) if left["first"] else None
    article = _ARTICLE.search(before, 0, left.start("day")) if _DAY_OF.search(before, left.start("day")) else None
    dated = _dated(offset + (article.start() if article else left.start("day")), end, year, month, day)
    if first is None:
        return dated
    return _dated(offset + left.start("first"), offset + left.end("first"), year, month, first) + dated


def _left_day(before: str, left: re.Match[str], words: Vocabulary) -> int | None:
    """The day before a month; ``1o. de mayo`` is the first and not a scanned tenth."""
    return 1 if _FIRST_OF.match(before, left.start("day")) else words.day_number(left["day"])


def _month_alone(before: str, after: str, name: re.Match[str], month: int, words: Vocabulary) -> list[Found]:
    """``November 2012``, ``the last day of June 2019``; nothing where the day was left blank or is none."""
    right = words.year_right.match(after)
    year = words.year_number(right["year"]) if right else None
    last = _LAST_DAY.search(before)
    if right and year and last:
        start = name.start() - len(before) + last.start()
        return _dated(start, name.end() + right.end(), year, month, monthrange(year, month)[1])
    if (
        right is None
        or year is None
        or _BLANK_BEFORE.search(before)
        or words.left.search(before)
        or not re.search(r"\d{4}|[a-z]", right["year"])
    ):
        return []
    return [Found(name.start(), name.end() + right.end(), year, month, None, "month", 0.95)]


def _without_year(
    before: str, after: str, name: re.Match[str], month: int, offset: int, words: Vocabulary
) -> list[Found]:
    """``August 25``, ``27 de agosto``, ``3 abr``."""
    right, left = words.right.match(after), words.left.search(before)
    in_figures = right and right["year"] is None and right["short"] is None and right["day"][0].isdigit()
    if right and in_figures and (day := words.day_number(right["day"])):
        return _yearless(name.start(), name.end() + right.end("day"), month, day)
    if left and (day := _left_day(before, left, words)):
        return _yearless(offset + left.start("day"), name.end(), month, day)
    return []


def _dated(start: int, end: int, year: int, month: int, day: int | None) -> list[Found]:
    if day is None or not exists(year, month, day):
        return []
    return [Found(start, end, year, month, day, "written")]


def _yearless(start: int, end: int, month: int, day: int) -> list[Found]:
    return [Found(start, end, None, month, day, "written", 0.9)] if exists(2000, month, day) else []


def _with_shared_years(folded: str, found: list[Found]) -> Iterator[Found]:
    """Gives ``August 25`` the year of ``August 25 through September 1, 2014``, less one where New Year is between."""
    for date, following in zip_longest(found, found[1:]):
        shared = following is not None and date.year is None and _one_range(folded, date, following)
        yield _before(date, following) if shared else date


def _one_range(folded: str, date: Found, following: Found) -> bool:
    """Whether only a word like ``through`` or ``al`` stands between the two."""
    near = following.start - date.end < 20
    return following.exact and near and bool(_RANGE_JOINT.match(folded[date.end : following.start]))


def _before(date: Found, following: Found) -> Found:
    assert following.year
    year = following.year - (date.month > following.month)
    return replace(date, year=year) if date.day and exists(year, date.month, date.day) else date
