"""A person who signed, and the words that say so."""

from __future__ import annotations

from dataclasses import dataclass

from archive_app.domain.fact import Fact, Signatory
from archive_app.extractors.authorities.words import words
from archive_app.extractors.context import Reading


@dataclass(frozen=True, slots=True)
class Signer:
    """The span of a person's name in the text, and what is written beside it."""

    start: int
    end: int
    value: Signatory
    confidence: float
    rule: str

    @property
    def key(self) -> str:
        """First and last name, folded: the same person in another block or another spelling."""
        line = [word.folded for word in words(self.value.name)]
        return f"{line[0][:1]} {line[-1]}" if line else ""

    @property
    def told(self) -> int:
        """How much is known beside the name."""
        return sum(value is not None for value in (self.value.title, self.value.party, self.value.date))

    def fact(self, reading: Reading) -> Fact:
        return reading.fact("signatory", self.value, (self.start, self.end), self.confidence, f"signatory: {self.rule}")
