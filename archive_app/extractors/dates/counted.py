"""Days told by their distance from another: ``two days later``, ``al día siguiente``, ``tres días después del …``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from archive_app.extractors.context import Reading
from archive_app.extractors.dates.found import Found
from archive_app.extractors.numbers import NumberWords

#: Days and weeks behind a number, or the next day alone.
_LATER = (
    r"\b(?:(?P<number>\d{{1,2}}|{words}) (?P<unit>days?|dias?|weeks?|semanas?) (?:later|after|despues|mas tarde)|"
    r"(?P<next>(?:the )?(?:next|following) day|al dia siguiente|un dia despues))\b"
)
#: Letters behind the wording in which the day it counts from may stand: "two days after the meeting of August 27".
_REACH = 90


def counted_day(reading: Reading, start: int, end: int, found: Sequence[Found]) -> tuple[date, tuple[int, int]] | None:
    """The day a sentence tells by its distance from one named behind it, else from the last one named before it."""
    numbers = reading.knowledge.once(NumberWords.build)
    match = re.search(_LATER.format(words=numbers.any), reading.folded[start:end])
    if match is None:
        return None
    at = start + match.end()
    behind = [day for day in found if at <= day.start < min(end, at + _REACH)]
    before = [day for day in found if day.exact and day.end <= start + match.start()]
    origin = behind[0] if behind else before[-1] if before else None
    if origin is None or origin.date is None or not origin.exact:
        return None
    distance = _distance(match, numbers)
    if distance is None:
        return None
    return origin.date.first_day + timedelta(days=distance), (start + match.start(), at)


def _distance(match: re.Match[str], numbers: NumberWords) -> int | None:
    """In days; None for words that are no number."""
    if match["next"]:
        return 1
    written = match["number"]
    number = int(written) if written.isdigit() else numbers.number(written)
    return number * (7 if match["unit"][0] in "ws" else 1) if number is not None else None
