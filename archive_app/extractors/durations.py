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
    """One pattern for all wordings of a length, and the unit of each of its groups."""

    pattern: re.Pattern[str]
    units: tuple[str, ...]
    numbers: NumberWords

    @classmethod
    def build(cls, knowledge: Knowledge) -> LengthPattern:
        table = knowledge.table("terms")
        numbers = knowledge.once(NumberWords.build)
        units = tuple(table["units"])
        groups = "|".join("(" + "|".join(table["units"][unit]).replace(" ", r"\s+") + ")" for unit in units)
        filler = "|".join(sorted(table["filler"]["words"], key=len, reverse=True)).replace(" ", r"\s+")
        number = rf"(?:(?P<words>{numbers.any})\s*(?:\(\s*#?(?P<both>\d{{1,4}}(?:\.\d+)?)\s*\))?|(?P<figure>\d{{1,4}}(?:\.\d+)?)(?:\s*\([a-z -]+\))?)"
        return cls(
            re.compile(rf"(?<![\w.$§-]){number}(?:[\s-]+|(?<=\)))(?:(?:{filler})[\s-]+)?(?:{groups})\b"), units, numbers
        )

    def duration(self, match: re.Match[str]) -> Duration | None:
        """What a match says; figures decide over words."""
        figure = match["figure"] or match["both"]
        number = float(figure) if figure else self.numbers.number(match["words"])
        unit = next(unit for unit, text in zip(self.units, match.groups()[3:], strict=True) if text)
        return Duration(float(number), unit) if number and number < 1000 else None


_ANNIVERSARY = re.compile(
    r"\b(?:the )?([a-z]+(?:[- ][a-z]+)?|\d{1,2}(?:st|nd|rd|th))(?: \(\d+(?:st|nd|rd|th)?\))?(?:[ -]year)? anniversary\b"
)


def lengths(reading: Reading) -> list[Length]:
    """All lengths of time in reading order. Ask by ``reading.once(lengths)``."""
    return list(_lengths(reading))


def _lengths(reading: Reading) -> Iterator[Length]:
    wording = reading.knowledge.once(LengthPattern.build)
    folded = reading.folded
    for match in wording.pattern.finditer(folded):
        duration = wording.duration(match)
        if duration:
            yield Length(match.start(), match.end(), duration, *_around(folded, match.start(), match.end()))
    for match in _ANNIVERSARY.finditer(folded):
        words = match[1]
        years = (
            int(words[:-2])
            if words[0].isdigit()
            else wording.numbers.day_of(words) or wording.numbers.day_of(words.split()[-1])
        )
        if years:
            before, after = _around(folded, match.start(), match.end())
            yield Length(match.start(), match.end(), Duration(float(years), "years"), before, after)


def _around(folded: str, start: int, end: int) -> tuple[str, str]:
    """The words of the sentence before and behind a span, white space folded."""
    before = _SPACE.sub(" ", folded[max(0, start - _BEFORE) : start])
    after = _SPACE.sub(" ", folded[end : end + _AFTER])
    cut = [match.end() for match in _STOP.finditer(before)]
    stop = _STOP.search(after)
    return before[cut[-1] :] if cut else before, after[: stop.start()] if stop else after
