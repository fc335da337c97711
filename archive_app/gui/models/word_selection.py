"""Words of a page as they are chosen: from where a drag or the keys began to where they are now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from archive_app.domain.evidence import Evidence
from archive_app.domain.page import Page
from archive_app.gui.models import spans


class Step(Enum):
    """Where the keys go to from the word at hand."""

    NEXT = "next"
    PREVIOUS = "previous"
    BELOW = "below"
    ABOVE = "above"
    LINE_START = "line start"
    LINE_END = "line end"


@dataclass(frozen=True)
class WordSelection:
    """From one word of a page to another, whichever comes first. ``page`` is its place among the pages, from 0."""

    page: int
    anchor: int
    caret: int

    def to(self, word: int, extend: bool = True) -> WordSelection:
        """On to another word; without ``extend`` that word alone."""
        return replace(self, anchor=self.anchor if extend else word, caret=word)

    def evidence(self, pages: Sequence[Page]) -> Evidence:
        return spans.words_between(pages[self.page], self.anchor, self.caret)

    def stepped(self, pages: Sequence[Page], step: Step, extend: bool) -> WordSelection:
        """By a word or a line; alone it goes on to the next page, which words that are extended do not."""
        page = pages[self.page]
        word = _word(page, self.caret, step)
        if word is not None:
            return self.to(word, extend)
        beside = self.page + (1 if step in (Step.NEXT, Step.BELOW) else -1)
        if extend or not 0 <= beside < len(pages) or not len(pages[beside].words):
            return self
        first = 0 if beside > self.page else len(pages[beside].words) - 1
        return WordSelection(beside, first, first)


def whole_page(pages: Sequence[Page], index: int) -> WordSelection | None:
    """All words of a page; None where it has none."""
    number = len(pages[index].words)
    return WordSelection(index, 0, number - 1) if number else None


def line_of(page: Page, word: int) -> tuple[int, int]:
    """The first and the last word of the printed line that a word stands in, as reading goes."""
    first = last = word
    while first > 0 and _are_on_one_line(page, first - 1, first):
        first -= 1
    while last + 1 < len(page.words) and _are_on_one_line(page, last, last + 1):
        last += 1
    return first, last


def _word(page: Page, caret: int, step: Step) -> int | None:
    """The word that a step leads to; None where it would leave the page."""
    first, last = line_of(page, caret)
    if step is Step.LINE_START:
        return first
    if step is Step.LINE_END:
        return last
    if step is Step.BELOW:
        return _in_line(page, last + 1, caret)
    if step is Step.ABOVE:
        return _in_line(page, first - 1, caret)
    beside = caret + (1 if step is Step.NEXT else -1)
    return beside if 0 <= beside < len(page.words) else None


def _in_line(page: Page, of: int, caret: int) -> int | None:
    """The word of another line that stands nearest below or above."""
    if not 0 <= of < len(page.words):
        return None
    first, last = line_of(page, of)
    middle = _middle(page, caret)
    return min(range(first, last + 1), key=lambda word: abs(_middle(page, word) - middle))


def _middle(page: Page, word: int) -> float:
    box = page.words.box(word)
    return (box.x0 + box.x1) / 2


def _are_on_one_line(page: Page, word: int, following: int) -> bool:
    """To the right of the one before, and at its height by half."""
    one, other = page.words.box(word), page.words.box(following)
    overlap = min(one.bottom, other.bottom) - max(one.top, other.top)
    return other.x0 >= one.x0 and overlap > 0.5 * min(one.bottom - one.top, other.bottom - other.top)
