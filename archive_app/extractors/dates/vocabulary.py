"""The words of written dates as patterns: months in both languages with what scanning makes of them, days, years."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from archive_app.extractors.knowledge import Knowledge
from archive_app.extractors.numbers import FIRST_YEAR, LAST_YEAR, NumberWords

#: Digits as scanned: the letters o and l stand for 0 and 1.
DIGITS = str.maketrans("oli|", "0111")
_NUMBER = r"(?:[0-2]?[\dol]|3[01ol])"
_SUFFIX = r"(?:\s?(?:st|nd|rd|th)\b|\s?[º°ª]|\.[oaº°ª]|o\b|er\b)"
_YEAR = r"(?:[12](?:\.(?=\d{3}))?[0-9ol](?:\s?[0-9ol]{2}))(?![0-9a-z])"


@dataclass(frozen=True)
class Vocabulary:
    """Patterns over folded text. ``months`` has a group for each month; ``left`` ends, ``right`` begins at one."""

    months: re.Pattern[str]
    left: re.Pattern[str]
    right: re.Pattern[str]
    year_right: re.Pattern[str]
    numbers: NumberWords

    @classmethod
    def build(cls, knowledge: Knowledge) -> Vocabulary:
        numbers = knowledge.once(NumberWords.build)
        bracket = rf"(?:\s*\((?:\d{{1,2}}{_SUFFIX}?|{numbers.day})\))?"
        day = rf"(?:{_NUMBER}{_SUFFIX}?(?![\d%$])|(?:{numbers.day})\b){bracket}"
        # Behind a month only English writes a day in words: "mayo un acuerdo" holds none.
        english = rf"(?:{_NUMBER}{_SUFFIX}?(?![\d%$])|(?:{numbers.english_day})\b){bracket}"
        year = rf"(?:{_YEAR}|{numbers.year}(?:\s*\(\s*{_YEAR}\s*\))?|'\d\d\b)"
        return cls(
            re.compile(_months(knowledge.table("months"))),
            re.compile(_left(day)),
            re.compile(_right(english, year)),
            re.compile(rf"{_YEAR_JOINT}(?P<year>{year}|(?<=[-/])\d\d(?![\w-]))"),
            numbers,
        )

    def day_number(self, words: str) -> int | None:
        """1 to 31 for ``2nd``, ``1.º``, ``ninth (9th)``; digits in brackets decide. None for anything else."""
        digits = re.search(r"(?<![a-z])[\dol]{1,2}(?!\w{3})", words)
        if digits and any(mark.isdigit() for mark in digits[0]):
            number: int | None = int(digits[0].translate(DIGITS))
        else:
            number = self.numbers.day_of(words.split("(")[0])
        return number if number and 1 <= number <= 31 else None

    def year_number(self, words: str) -> int | None:
        """The year for ``2O14``, ``'07``, ``07``, ``two thousand eleven (2011)``."""
        digits = re.search(r"(?<![a-z])'?([0-9ol][0-9ol ]*[0-9ol])", words.replace(".", ""))
        if digits is None:
            return self.numbers.year_of(words)
        plain = digits[1].replace(" ", "").translate(DIGITS)
        number = int(plain) + (0 if len(plain) > 2 else 2000 if int(plain) < 40 else 1900)
        return number if FIRST_YEAR <= number <= LAST_YEAR else None


#: What may stand between a day and its month: "th day of the month of", " días del mes de ", ". ", "-".
_DAY_JOINT = (
    r"\s*[.,]?\s*(?:days?|dias?)?\s*,?\s*(?:of|del?|in)?\s*(?:the\s+)?"
    r"(?:month|mes|calendar month)?\s*(?:of|de)?\s*[-/.]?\s*"
)
#: What may stand between a month or day and the year: ", ", " of the year ", " del año ", " in ", "-".
_YEAR_JOINT = (
    r"\s*[.,]{0,2}\s*(?:(?:of|in|del?|the|,|a\.?d\.?)\s*)?"
    r"(?:(?:the\s+)?(?:year|ano)(?:\s+of\s+our\s+lord)?(?:\s+(?:of|de))?)?\s*[-/,.]?\s*"
)


def _left(day: str) -> str:
    first = rf"(?:(?P<first>{_NUMBER}{_SUFFIX}?)\s*(?:al?|to|y|and|&|-)\s*(?:el\s+)?)?"
    year = r"(?:(?P<year>[12]\d{3})(?P<joint>[-/. ]))?"
    return rf"(?:(?<![\w.,$/-])|(?<=\bof)|(?<=\bon)){year}{first}(?:(?P<day>{day}){_DAY_JOINT})\Z"


def _right(day: str, year: str) -> str:
    last = rf"(?:\s*(?:-|to|through|thru|and|&)\s*(?P<last>{day}))?"
    return (
        rf"\s*[.,]?\s*[-/.]?\s*(?:the\s+|el\s+)?(?P<day>{day}){last}"
        rf"(?:\s*,?\s*day)?(?:{_YEAR_JOINT}(?P<year>{year})|(?<=\d)[-/](?P<short>\d\d)(?![\w-]))?"
    )


def _months(table: dict[str, Any]) -> str:
    """One group for each month over all its names; long names also as scanned."""
    groups = []
    for month in map(str, range(1, 13)):
        names = {*table["en"][month], *table["es"][month]}
        spelled = [_as_scanned(name, table["damage"]) if len(name) > 4 else name for name in names]
        groups.append("(" + "|".join(sorted(spelled, key=len, reverse=True)) + ")")
    return rf"(?<![a-z])(?:{'|'.join(groups)})(?![a-z0])"


def _as_scanned(name: str, damage: dict[str, list[str]]) -> str:
    """A pattern for a month name in which letters may stand as scanning left them; the first letter but for 0."""
    parts = [_letter(letter, damage) if index or letter == "o" else letter for index, letter in enumerate(name)]
    return "".join(parts)


def _letter(letter: str, damage: dict[str, list[str]]) -> str:
    marks = damage.get(letter)
    return f"(?:{'|'.join(map(re.escape, [letter, *marks]))})" if marks else letter
