"""Numbers in words, English and Spanish: days of the month, years, lengths of time. All words here are folded."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from archive_app.extractors.knowledge import Knowledge

_WORD = re.compile(r"[a-z]+")
#: Words a day above twenty begins with, and words that are an article more often than a day.
_TENS = ("twenty", "thirty", "treinta y", "diez y", "veinte y", "decimo", "vigesimo", "trigesimo")
_ARTICLES = frozenset({"un", "una"})
#: Years that papers of an archive may bear.
FIRST_YEAR, LAST_YEAR = 1000, 2999


@dataclass(frozen=True)
class NumberWords:
    """Word to number, and patterns made of them: ``day`` (1 to 31), ``year``, and ``any`` (any number in words).

    ``english_day`` is a day in English words alone.
    """

    values: dict[str, int]
    joining: frozenset[str]
    days: dict[str, int]
    day: str
    english_day: str
    year: str
    any: str

    @classmethod
    def build(cls, knowledge: Knowledge) -> NumberWords:
        table = knowledge.table("numbers")
        values = {**table["en"]["cardinal"], **table["es"]["cardinal"]}
        ordinals = {**table["en"]["ordinal"], **table["es"]["ordinal"]}
        days = _days(values, ordinals)
        word = _either(values)
        joining = table["joining"]["words"]
        more = rf"(?:(?:[\s,-]+(?:{'|'.join(joining)}))?[\s,-]*[\s-](?:{word}))"
        return cls(
            {**ordinals, **values},
            frozenset(joining),
            days,
            _either(days).replace(" ", r"[\s-]+"),
            _either(_days(table["en"]["cardinal"], table["en"]["ordinal"])).replace(" ", r"[\s-]+"),
            rf"(?:{_either(_openers(table))})\b{more}{{1,6}}\b",
            rf"(?:{word})\b{more}{{0,5}}\b",
        )

    def day_of(self, words: str) -> int | None:
        """1 to 31 for a cardinal or ordinal in words: ``twenty-ninth``, ``treinta y uno``."""
        return self.days.get(" ".join(_WORD.findall(words)))

    def number(self, words: str) -> int | None:
        """A whole number in words: ``one hundred and eighty``, ``noventa``; None where the words make none."""
        values = self._values(words)
        return _sum(values) if values else None

    def year_of(self, words: str) -> int | None:
        """A year in words: ``two thousand eleven``, ``nineteen ninety-four``, ``mil novecientos noventa y cuatro``."""
        values = self._values(words)
        if not values:
            return None
        if len(values) > 1 and 10 <= values[0] < 100 and all(value < 100 for value in values):
            year = values[0] * 100 + _sum(values[1:])
        else:
            year = _sum(values)
        return year if FIRST_YEAR <= year <= LAST_YEAR else None

    def _values(self, words: str) -> list[int]:
        found = [word for word in _WORD.findall(words) if word not in self.joining]
        return [self.values[word] for word in found] if all(word in self.values for word in found) else []


def _sum(values: Iterable[int]) -> int:
    """Adds small numbers, multiplies by hundred and thousand: 2 1000 11 is 2011."""
    total = current = 0
    for value in values:
        if value == 1000:
            total, current = total + max(current, 1) * 1000, 0
        elif value == 100:
            current = max(current, 1) * 100
        else:
            current += value
    return total + current


def _days(cardinals: dict[str, int], ordinals: dict[str, int]) -> dict[str, int]:
    """All ways to say 1 to 31: words below 32, and tens with a unit (``thirty first``, ``treinta y uno``)."""
    words = {**ordinals, **cardinals}
    days = {word: value for word, value in words.items() if 1 <= value <= 31 and word not in _ARTICLES}
    for ten in _TENS:
        tens = words.get(ten.split()[0])
        for unit, value in words.items():
            if tens and value < 10 and tens + value <= 31:
                days[f"{ten} {unit}"] = tens + value
    return days


def _openers(table: dict[str, Any]) -> list[str]:
    """Words a year can begin with: one thousand, two thousand, nineteen, twenty, mil, dos mil."""
    english = [word for word, value in table["en"]["cardinal"].items() if value in (1, 2, 18, 19, 20)]
    return english + [word for word, value in table["es"]["cardinal"].items() if value in (2, 1000)]


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))
