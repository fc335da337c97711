"""Which words of a page are to be marked: by what a search found, by what a fact rests on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from archive_app.domain.evidence import Box, Evidence
from archive_app.domain.fact import Fact
from archive_app.domain.page import Page

Span = tuple[int, int]


class Marking(IntEnum):
    """Why words are marked; a higher one is painted over a lower one."""

    EVIDENCE = 1
    HIT = 2
    CHOSEN = 3


@dataclass(frozen=True)
class Mark:
    """Words of a page to be marked, by span and, where there is geometry, by boxes; ``fact`` where they bear one."""

    page: int
    start: int
    end: int
    boxes: tuple[Box, ...]
    marking: Marking
    fact: Fact | None = None


def evidence_marks(facts: Iterable[Fact]) -> list[Mark]:
    """The words that facts rest on, each stretch once."""
    marks: dict[tuple[int, int, int], Mark] = {}
    for fact in facts:
        if fact.evidence and fact.evidence.end > fact.evidence.start:
            mark = of_evidence(fact.evidence, Marking.EVIDENCE, fact)
            marks.setdefault((mark.page, mark.start, mark.end), mark)
    return list(marks.values())


def of_evidence(evidence: Evidence, marking: Marking, fact: Fact | None = None) -> Mark:
    return Mark(evidence.page, evidence.start, evidence.end, evidence.boxes, marking, fact)


def hit_marks(pages: Sequence[Page], found: Sequence[Sequence[Span]]) -> list[Mark]:
    """What a search found: for each page the spans of its words."""
    return [
        Mark(page.number, start, end, page.words.between(start, end), Marking.HIT)
        for page, spans in zip(pages, found, strict=True)
        for start, end in spans
    ]
