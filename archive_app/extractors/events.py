"""Yearly events, Labor Rights Week above all, that a release or a news item tells of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from archive_app.domain.fact import ANNOUNCEMENT_KINDS, Fact
from archive_app.extractors.context import Reading
from archive_app.extractors.knowledge import Knowledge
from archive_app.extractors.sentences import sentences

#: A name in full leaves little doubt; that the paper tells of the event itself leaves some.
_SURE = 0.95


@dataclass(frozen=True)
class Events:
    """A pattern for each event by its name, and what makes a sentence one about all years to come."""

    names: tuple[tuple[str, re.Pattern[str]], ...]
    habit: re.Pattern[str]

    @classmethod
    def build(cls, knowledge: Knowledge) -> Events:
        """Ask for it with ``knowledge.once(Events.build)``."""
        table = knowledge.table("events")
        names = tuple((row["name"], _any(row["cues"])) for row in table["event"])
        return cls(names, _any(table["habit"]["cues"]))


def _any(cues: Iterable[str]) -> re.Pattern[str]:
    """Any of them as whole words; a space in a cue may be a line's end in a paper."""
    pattern = "|".join(cue.replace(" ", r"\s+") for cue in cues)
    return re.compile(rf"\b(?:{pattern})\b")


def find(reading: Reading) -> Iterable[Fact]:
    """``event``: each event that an announcement names, with the first words that tell of it."""
    if reading.value("kind") not in ANNOUNCEMENT_KINDS:
        return
    events = reading.knowledge.once(Events.build)
    for name, pattern in events.names:
        span = next(_told(reading, pattern, events.habit), None)
        if span:
            yield reading.fact("event", name, span, _SURE, "event: named")


def _told(reading: Reading, name: re.Pattern[str], habit: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Where an event is named in a sentence that does not speak of every year; a line's end may part the name."""
    for match in name.finditer(reading.folded):
        around = [one for one in sentences(reading.text) if one[0] < match.end() and one[1] > match.start()]
        start, end = min(around, default=match.span())[0], max((one[1] for one in around), default=match.end())
        if not habit.search(reading.folded, start, end):
            yield match.span()
