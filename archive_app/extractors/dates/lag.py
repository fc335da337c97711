"""A beginning some time after the signing: ``takes effect thirty days after its signature``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from archive_app.extractors.context import Reading
from archive_app.extractors.durations import Length, lengths
from archive_app.extractors.knowledge import Knowledge
from archive_app.extractors.shorthand import Shorthand

#: Letters before a length in which taking effect must be told.
_NEAR = 120


@dataclass(frozen=True)
class LagCues:
    """The table ``date_cues.lag`` as patterns over the words before and behind a length."""

    before: re.Pattern[str]
    after: re.Pattern[str]

    @classmethod
    def build(cls, knowledge: Knowledge) -> LagCues:
        table, short = knowledge.table("date_cues")["lag"], knowledge.once(Shorthand.build)
        return cls(short.pattern(table["before"]), short.pattern(table["after"]))


def lag(reading: Reading) -> Length | None:
    """The time between the signing and the effect, None where none is told. Ask by ``reading.once(lag)``."""
    cues = reading.knowledge.once(LagCues.build)
    told = (
        length
        for length in reading.once(lengths)
        if cues.before.search(length.before[-_NEAR:]) and cues.after.match(length.after)
    )
    return next(told, None)
