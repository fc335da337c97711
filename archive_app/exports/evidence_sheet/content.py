"""What an evidence sheet shows, and how each fact is told on it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from archive_app.domain.evidence import Box
from archive_app.domain.fact import DATE_FIELDS, Fact, Source
from archive_app.domain.page import Page
from archive_app.domain.record import Record
from archive_app.exports.labels import Labels
from archive_app.exports.plain import line
from archive_app.exports.reference import readable
from archive_app.exports.wording import length, said

_LANGUAGES: Final = {"en": "English", "es": "Spanish"}


@dataclass(frozen=True)
class SheetPage:
    """A page with its picture (JPEG); None for one that is not drawn, whose text is shown instead."""

    page: Page
    picture: bytes | None = None


@dataclass(frozen=True)
class EvidenceSheet:
    """``facts`` are numbered from 1; ``reference`` cites the record, ``left_out`` counts pages that are not shown."""

    record: Record
    title: str
    reference: str
    facts: tuple[Fact, ...]
    pages: tuple[SheetPage, ...]
    labels: Labels
    left_out: int = 0

    def marks(self, page: int) -> dict[tuple[int, int], tuple[list[int], tuple[Box, ...]]]:
        """The words of a page that facts rest on, by their span: the numbers of these facts, and the boxes."""
        return self._marks.get(page, {})

    @cached_property
    def _marks(self) -> dict[int, dict[tuple[int, int], tuple[list[int], tuple[Box, ...]]]]:
        found: dict[int, dict[tuple[int, int], tuple[list[int], tuple[Box, ...]]]] = defaultdict(dict)
        for number, fact in enumerate(self.facts, 1):
            words = fact.evidence
            if words and words.end > words.start:
                found[words.page].setdefault((words.start, words.end), ([], words.boxes))[0].append(number)
        return found

    # In words --------------------------------------------------------------------------------------------------

    def field(self, fact: Fact) -> str:
        name = self.labels.say(fact.field).replace("_", " ")
        return name[:1].upper() + name[1:]

    def value(self, fact: Fact) -> str:
        """As it is read, and as it is kept where that is a date."""
        say = self.labels.say
        if fact.field == "language" and isinstance(fact.value, str):
            return " + ".join(say(_LANGUAGES.get(one, one)) for one in fact.value.split("+"))
        if fact.field in DATE_FIELDS and isinstance(fact.value, str):
            return readable(fact.value, self.labels)
        return line(said(fact.value, self.labels))

    def source(self, fact: Fact) -> str:
        """Where the value is from: the page and how sure, a person and when, or what it was computed from."""
        fill = self.labels.fill
        if fact.source is Source.PERSON:
            how = fill("decided by {person} on {day}", person=fact.by or "", day=(fact.at or "")[:10])
        elif fact.source is Source.COMPUTED:
            pairs = ((self.labels.say(field), length(value, self.labels)) for field, value in fact.operands)
            operands = ", ".join(map(" ".join, pairs))
            how = fill("computed from {operands}", operands=operands.replace("_", " "))
        else:
            how = fill("read with a certainty of {percent} % ({rule})", percent=round(fact.confidence * 100),
                        rule=fact.rule)  # fmt: skip
        page = fact.evidence.page if fact.evidence else None
        return fill("page {page}, {said}", page=page, said=how) if page else how
