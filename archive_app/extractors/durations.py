"""Lengths of time as papers state them: three (3) years, 90 days' , dos años, the second anniversary of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from archive_app.domain.dates import Duration
from archive_app.extractors.context import Reading
from archive_app.extractors.knowledge import Knowledge
from archive_app.extractors.numbers import NumberWords

_SPACE = re.compile(r"\s+")
_BEFORE, _AFTER = 320, 220
#: Letters before a unit in which its number stands, and what may join the two.
_NUMBER, _JOINTS = 60, " \n\t\u00a0-)"
#: A full stop that ends a sentence: behind a word of some length or a bracket, before a blank.
_STOP = re.compile(r"(?<=[a-z\d)\"']{3})(?<!\binc)(?<!corp)(?<!\bltd)(?<!\bsec)(?<!\bart)\. (?=[a-z\d\"('])")


@dataclass(frozen=True, slots=True)
class Length:
    """A duration at a span of the text, with the rest of its sentence before and behind it (folded, single blanks)."""

    start: int
    end: int
    duration: Duration
    before: str
    after: str

    @property
    def sentence(self) -> str:
        return f"{self.before} … {self.after}"


@dataclass(frozen=True)
class LengthPattern:
    """Patterns of a length: its unit, one group for each of ``units``, and the number that ends at the unit."""

    unit: re.Pattern[str]
    number: re.Pattern[str]
    units: tuple[str, ...]
    numbers: NumberWords

    @classmethod
    def build(cls, knowledge: Knowledge) -> LengthPattern:
        table = knowledge.table("terms")
        numbers = knowledge.once(NumberWords.build)
        units = tuple(table["units"])
        groups = "|".join("(" + "|".join(table["units"][unit]).replace(" ", r"\s+") + ")" for unit in units)
        one = "|".join(table["filler"]["one"])
        filler = "|".join(sorted(table["filler"]["words"], key=len, reverse=True)).replace(" ", r"\s+")
        both = r"(?:\(\s*#?(?:(?P<both>\d{1,4}(?:\.\d+)?)|[\dol]{1,4})\s*\))?"
        words = rf"(?P<words>{numbers.any})\s*{both}|(?P<one>{one})"
        figure = r"(?P<figure>\d{1,4}(?:\.\d+)?)(?:\s*\([a-z\s-]+\))?"
        return cls(
            re.compile(rf"(?<![a-z])(?:{groups})\b"),
            re.compile(rf"(?<![\w.$§-])(?:{words}|{figure})(?:[\s-]+|(?<=\)))(?:(?:{filler})[\s-]+)?\Z"),
            units,
            numbers,
        )

    def lengths(self, folded: str) -> Iterator[tuple[int, int, Duration]]:
        """Start, end and value of every length in a folded text; figures decide over words."""
        for match in self.unit.finditer(folded):
            before = folded[max(0, match.start() - _NUMBER) : match.start()]
            number = self.number.search(before) if before[-1:] in _JOINTS else None
            value = self._value(number) if number else None
            if number and value and value < 1000:
                unit = self.units[(match.lastindex or 1) - 1]
                yield match.start() - len(before) + number.start(), match.end(), Duration(value, unit)

    def _value(self, number: re.Match[str]) -> float | None:
        figure = "1" if number["one"] else number["figure"] or number["both"]
        return float(figure) if figure else self.numbers.number(number["words"])


_BEFORE_ANNIVERSARY = re.compile(r"\s+anniversary\b")
#: What stands before the word anniversary: the second, the third (3rd), two-year.
_WHICH = re.compile(
    r"(?:the\s+)?\b([a-z]+(?:[-\s][a-z]+)??|\d{1,2}(?:st|nd|rd|th))(?:\s+\(\d+(?:st|nd|rd|th)?\))?(?:[\s-]year)?\s+\Z"
)


def lengths(reading: Reading) -> list[Length]:
    """All lengths of time in reading order. Ask by ``reading.once(lengths)``."""
    return list(_lengths(reading))


def _lengths(reading: Reading) -> Iterator[Length]:
    wording = reading.knowledge.once(LengthPattern.build)
    folded = reading.folded
    for start, end, duration in wording.lengths(folded):
        if _BEFORE_ANNIVERSARY.match(folded, end):
            continue  # told with the anniversary, below
        yield Length(start, end, duration, *_around(folded, start, end))
    for match in re.finditer(r"anniversary\b", folded):
        which = _WHICH.search(folded[max(0, match.start() - 40) : match.start()])
        years = _which_year(which[1], wording.numbers) if which else None
        if which and years:
            start = match.start() - len(which[0])
            yield Length(start, match.end(), Duration(float(years), "years"), *_around(folded, start, match.end()))


def _which_year(words: str, numbers: NumberWords) -> int | None:
    """2 for ``second``, ``2nd``, ``two``; the last word decides where another stands before it."""
    return int(words[:-2]) if words[0].isdigit() else numbers.day_of(words) or numbers.day_of(words.split()[-1])


def _around(folded: str, start: int, end: int) -> tuple[str, str]:
    """The words of the sentence before and behind a span, white space folded."""
    before = _SPACE.sub(" ", folded[max(0, start - _BEFORE) : start])
    after = _SPACE.sub(" ", folded[end : end + _AFTER])
    cut = [match.end() for match in _STOP.finditer(before)]
    stop = _STOP.search(after)
    return before[cut[-1] :] if cut else before, after[: stop.start()] if stop else after
