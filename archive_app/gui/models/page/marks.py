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

    HIGHLIGHT = 1
    EVIDENCE = 2
    HIT = 3
    CHOSEN = 4
    SELECTED = 5
    NOTE = 6


@dataclass(frozen=True)
class Mark:
    """Words of a page to be marked, by span and, where there is geometry, by boxes; ``fact`` where they bear one.

    ``note`` is the id of the note that stands beside them, ``highlight`` the kind that a person marked them as.
    """

    page: int
    start: int
    end: int
    boxes: tuple[Box, ...]
    marking: Marking
    fact: Fact | None = None
    note: int | None = None
    highlight: str | None = None


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


def word_at(page: Page, x: float, y: float) -> int | None:
    """The word at a point (PDF points), else the nearest on the line at that height; None where there is none."""
    best: tuple[float, int] | None = None
    for index in range(len(page.words)):
        box = page.words.box(index)
        if box.top - 2 <= y <= box.bottom + 2:
            away = max(box.x0 - x, 0.0, x - box.x1)
            best = min(best, (away, index)) if best else (away, index)
    return best[1] if best else None


def hit_marks(pages: Sequence[Page], found: Sequence[Sequence[Span]]) -> list[Mark]:
    """What a search found: for each page the spans of its words."""
    return [
        Mark(page.number, start, end, page.words.between(start, end), Marking.HIT)
        for page, spans in zip(pages, found, strict=True)
        for start, end in spans
    ]
