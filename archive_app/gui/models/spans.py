"""Which words of a page are to be marked: by what a search found, by what a fact rests on."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from archive_app.domain.evidence import Box, Evidence
from archive_app.domain.fact import Fact
from archive_app.domain.page import Page

_BOLD = re.compile(r"<b>(.*?)</b>", re.DOTALL)
_WORD = re.compile(r"\w+")
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


def hit_marks(pages: Iterable[Page], words: frozenset[str]) -> list[Mark]:
    """All places of these words (folded) on the pages."""
    return [
        Mark(page.number, start, end, page.words.between(start, end), Marking.HIT)
        for page in pages
        for start, end in find(page.text, words)
    ]


def marked_words(snippet: str) -> frozenset[str]:
    """The words that a snippet shows as found, folded."""
    return frozenset(fold(word) for bold in _BOLD.findall(snippet) for word in _WORD.findall(html.unescape(bold)))


def find(text: str, words: frozenset[str]) -> list[Span]:
    """Where whole words stand in a text, without regard to case and accents."""
    if not words:
        return []
    return [match.span() for match in _WORD.finditer(text) if fold(match[0]) in words]


def fold(word: str) -> str:
    parts = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))
