"""Dates in figures: 10/31/2023, 13.5.2015, 2015-08-12, 9-II-2023. Their order is the paper's or the language's."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from archive_app.domain.dates import PartialDate
from archive_app.extractors.dates.found import Found, exists, full_year
from archive_app.extractors.dates.vocabulary import DIGITS
from archive_app.extractors.knowledge import Knowledge
from archive_app.extractors.numbers import FIRST_YEAR, LAST_YEAR

#: What may not stand before figures of a date. Looked at apart, since patterns that begin with figures search faster.
_JOINED = re.compile(r"[\w,$%./-]")
_JOINED_YEAR = re.compile(r"[\d./]")
_TRIPLE = re.compile(
    r"(?P<a>[\do]{1,2})\s?(?P<joint>[-/.])\s?(?P<b>[\do]{1,2})(?:\s?(?P=joint)\s?|,\s?)"
    r"(?P<year>[12][\dol]{3}|\d\d)(?![\w/%-]|[.,]\d)"
)
_ISO = re.compile(r"(?P<year>[12]\d{3})(?P<joint>[-/.])(?P<month>\d\d?)(?P=joint)(?P<day>\d\d?)(?!\d|[-/]\d)")
#: Eight digits are a date only inside a file's name or an address; standing alone they are as well a case's number.
_COMPACT = re.compile(r"[_/-](?P<year>(?:19|20)\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?=[_-]|\.[a-z]|\s|\Z)")
_MONTH_AND_YEAR = re.compile(
    r"(?:date|fecha|period|periodo)\s*:?\s+(?P<year>(?:19|20)\d\d)-(?P<month>0[1-9]|1[0-2])(?![\d-])"
)
_ROMAN = re.compile(r"(\d\d?)([-/. ])([ivx]{1,4})\2([12]\d{3})(?![\w/-])")
#: Words before figures that make them a number of something else.
_NUMBERED = re.compile(
    r"(?:\b(?:no|nos|num|numero|numeros|section|sections|sec|secs|seccion|art|article|articulo|exhibit|exh|ex|clause|clausula|"
    r"case|caso|docket|form|rule|item|version|ver|v|paragraph|para|parrafo|schedule|appendix|anexo|tel|telephone|phone|fax|"
    r"chapter|release number|release no|part|title|line|lines|ip)\b\.?|[§#])\s*:?\s*\Z"
)
_DATE_LABEL = re.compile(r"\b(?:dated?|fecha)(?: signed)?:? ?\Z")


@dataclass(frozen=True, slots=True)
class _Triple:
    """Figures that may be day and month in either order."""

    start: int
    end: int
    a: int
    b: int
    year: int

    @property
    def forced(self) -> str | None:
        """``mdy`` or ``dmy`` where only one order is in the calendar."""
        orders = [order for order in ("mdy", "dmy") if self.date(order)]
        return orders[0] if len(orders) == 1 else None

    def date(self, order: str) -> PartialDate | None:
        month, day = (self.a, self.b) if order == "mdy" else (self.b, self.a)
        return PartialDate(self.year, month, day) if exists(self.year, month, day) else None


def numeric_dates(folded: str, language_at: Callable[[int], str | None], knowledge: Knowledge) -> list[Found]:
    """All dates in figures; ``language_at`` gives the language around an offset, which decides the order left open."""
    figures = (match for match in _TRIPLE.finditer(folded) if _stands_free(folded, match, _JOINED))
    triples = [triple for match in figures if (triple := _triple(folded, match))]
    found = [*_iso(folded), *_roman(folded, knowledge), *_ordered(triples, language_at)]
    return sorted(found, key=lambda date: date.start)


def _stands_free(folded: str, match: re.Match[str], joined: re.Pattern[str]) -> bool:
    return match.start() == 0 or not joined.match(folded, match.start() - 1)


def _triple(folded: str, match: re.Match[str]) -> _Triple | None:
    """The figures, unless a word before says they number something, or dots and two digits make a section of them."""
    short = len(match["year"]) == 2
    before = folded[max(0, match.start() - 24) : match.start()]
    section = short and match["joint"] == "." and not _DATE_LABEL.search(before)
    if section or _NUMBERED.search(before):
        return None
    a, b = (int(match[name].translate(DIGITS)) for name in "ab")
    year = full_year(match["year"].translate(DIGITS))
    triple = _Triple(match.start(), match.end(), a, b, year)
    return triple if triple.date("mdy") or triple.date("dmy") else None


def _ordered(triples: list[_Triple], language_at: Callable[[int], str | None]) -> Iterator[Found]:
    """Each with its order: the calendar's, that of the paper's other dates in figures, or its language's."""
    shown = {triple.forced for triple in triples} - {None}
    shown_order = shown.pop() if len(shown) == 1 else None
    for triple in triples:
        order = triple.forced or shown_order or ("dmy" if language_at(triple.start) == "es" else "mdy")
        date, other = triple.date(order), triple.date("mdy" if order == "dmy" else "dmy")
        if date is None:
            date, other = other, None
        assert date is not None
        assert date.month is not None
        sure = triple.forced or shown_order or date == other
        yield Found(
            triple.start, triple.end, date.year, date.month, date.day, "numeric",
            0.97 if sure else 0.88, None if sure else other,
        )  # fmt: skip


def _iso(folded: str) -> Iterable[Found]:
    """``2015-08-12``, ``2015.5.13``, ``report-20170302.html``, and ``date: 2018-08``."""
    iso = (match for match in _ISO.finditer(folded) if _stands_free(folded, match, _JOINED_YEAR))
    for match in (*iso, *_COMPACT.finditer(folded)):
        year, month, day = (int(match[name]) for name in ("year", "month", "day"))
        numbered = _NUMBERED.search(folded, max(0, match.start() - 24), match.start())
        if not numbered and FIRST_YEAR <= year <= LAST_YEAR and exists(year, month, day):
            form = "numeric" if "joint" in match.re.groupindex else "compact"
            yield Found(match.start("year"), match.end(), year, month, day, form, 0.97 if form == "numeric" else 0.9)
    for match in _MONTH_AND_YEAR.finditer(folded):
        yield Found(match.start("year"), match.end(), int(match["year"]), int(match["month"]), None, "month", 0.9)


def _roman(folded: str, knowledge: Knowledge) -> Iterator[Found]:
    """``9-II-2023``, ``9.xi.2011``: the month in Roman numerals between day and year."""
    numerals = {name: int(month) for month, names in knowledge.table("months")["roman"].items() for name in names}
    for match in _ROMAN.finditer(folded):
        day, month, year = int(match[1]), numerals.get(match[3]), full_year(match[4])
        if month and _stands_free(folded, match, _JOINED) and exists(year, month, day):
            yield Found(match.start(), match.end(), year, month, day, "numeric", 0.95)


def without_overlaps(found: Iterable[Found]) -> list[Found]:
    """In reading order; of dates that share words the one with a month's name stays, else the longer one."""
    kept: list[Found] = []
    for date in sorted(found, key=lambda date: (date.form == "numeric", date.start - date.end)):
        if all(date.end <= other.start or other.end <= date.start for other in kept):
            kept.append(date)
    return sorted(kept, key=lambda date: date.start)
