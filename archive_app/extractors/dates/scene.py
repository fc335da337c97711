"""What the rules for dates see: a date, the words around it, where signatures begin, and what kind of paper it is."""

from __future__ import annotations

from dataclasses import dataclass

from archive_app.domain.fact import AGREEMENT_KINDS, ANNOUNCEMENT_KINDS
from archive_app.extractors.context import Reading
from archive_app.extractors.dates.cues import DateCues, Surroundings
from archive_app.extractors.dates.found import Found


@dataclass(frozen=True)
class Scene:
    """What the rules see: the date, the words around it, where signatures begin, and what kind of paper it is."""

    reading: Reading
    date: Found
    previous: Found | None
    around: Surroundings
    cues: DateCues
    signatures_from: int
    kind: str | None

    @property
    def instrument(self) -> bool:
        return self.kind in AGREEMENT_KINDS

    @property
    def announcement(self) -> bool:
        return self.kind in ANNOUNCEMENT_KINDS


#: The part of a date, the rule that told it, and how surely; None where a rule does not fit.
Told = tuple[str, str, float] | None
