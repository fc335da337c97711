"""What every extractor is given: the paper as one text, the program's knowledge, and the facts found before it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar, cast

from archive_app.domain.fact import Fact, Value
from archive_app.domain.page import Transcript
from archive_app.domain.paper import Paper
from archive_app.extractors.folding import fold
from archive_app.extractors.furniture import Furniture
from archive_app.extractors.knowledge import Knowledge

T = TypeVar("T")


@dataclass
class Reading:
    """One paper in the course of being read. ``facts`` grows as extractors run, in the order of the pipeline."""

    paper: Paper
    transcript: Transcript
    knowledge: Knowledge
    facts: list[Fact] = field(default_factory=list)
    _made: dict[Callable[[Reading], Any], Any] = field(default_factory=dict)

    @classmethod
    def of(cls, paper: Paper, knowledge: Knowledge) -> Reading:
        return cls(paper, Transcript(paper.pages), knowledge)

    @cached_property
    def text(self) -> str:
        """The text, with blanks in place of what a web page prints over it."""
        return self.knowledge.once(Furniture.build).blanked(self.transcript.text)

    @cached_property
    def printed(self) -> str:
        """All that stands on the pages, folded: dates are read there too."""
        whole = self.transcript.text
        return self.folded if whole == self.text else fold(whole)

    def is_furniture(self, start: int, end: int) -> bool:
        """Whether a span holds nothing but what a web page prints over its text."""
        return self.text[start:end].isspace()

    @cached_property
    def folded(self) -> str:
        """The text in small letters without accents, of the same length, for matching."""
        return fold(self.text)

    def once(self, make: Callable[[Reading], T]) -> T:
        """What several extractors need of this paper (its dates, its heading), made on the first call only."""
        if make not in self._made:
            self._made[make] = make(self)
        return cast(T, self._made[make])

    def found(self, field: str) -> Iterator[Fact]:
        return (fact for fact in self.facts if fact.field == field)

    def value(self, field: str) -> Value:
        """The most confident value found so far for a field, None where there is none."""
        best = max(self.found(field), key=lambda fact: fact.confidence, default=None)
        return best.value if best else None

    def fact(self, field: str, value: Value, span: tuple[int, int], confidence: float, rule: str) -> Fact:
        """A fact that rests on a span of the joined text."""
        return Fact(field, value, confidence, rule, self.transcript.evidence(*span))
