"""Words of a record as they are chosen: from where a drag or the keys began to where they are now."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from archive_app.domain.page import Page
from archive_app.gui.models.page.columns import Column, are_on_one_line
from archive_app.gui.models.page.passage import Part, Passage

#: A page by its place among the pages, and a word of it, both from 0.
Place = tuple[int, int]
#: The columns of the page at a place among the pages.
ColumnsOf = Callable[[int], Sequence[Column]]

#: Over more pages than these everything is taken: nobody follows one column for so long.
_FAR = 30


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
    """From one word to another, whichever comes first."""

    anchor: Place
    caret: Place

    def to(self, word: Place, extend: bool = True) -> WordSelection:
        """On to another word; without ``extend`` that word alone."""
        return WordSelection(self.anchor if extend else word, word)

    def passage(self, pages: Sequence[Page], columns_of: ColumnsOf) -> Passage:
        """In the order of reading. From one column to the same further down, what stands beside it is left out."""
        start, end = sorted((self.anchor, self.caret))
        return Passage(tuple(_parts(pages, columns_of, start, end)))

    def stepped(self, pages: Sequence[Page], step: Step, extend: bool) -> WordSelection:
        """By a word or a line, on over the ends of pages."""
        page, caret = self.caret
        word = _word(pages[page], caret, step)
        if word is not None:
            return self.to((page, word), extend)
        on = step in (Step.NEXT, Step.BELOW)
        beside = range(page + 1, len(pages)) if on else range(page - 1, -1, -1)
        other = next((index for index in beside if len(pages[index].words)), None)
        return self if other is None else self.to((other, 0 if on else len(pages[other].words) - 1), extend)


def whole_record(pages: Sequence[Page]) -> WordSelection | None:
    """All words of all pages; None where there are none."""
    held = [index for index, page in enumerate(pages) if len(page.words)]
    return WordSelection((held[0], 0), (held[-1], len(pages[held[-1]].words) - 1)) if held else None


def line_of(page: Page, word: int) -> tuple[int, int]:
    """The first and the last word of the printed line that a word stands in, as reading goes."""
    first = last = word
    while first > 0 and are_on_one_line(page.words.box(first - 1), page.words.box(first)):
        first -= 1
    while last + 1 < len(page.words) and are_on_one_line(page.words.box(last), page.words.box(last + 1)):
        last += 1
    return first, last


def _parts(pages: Sequence[Page], columns_of: ColumnsOf, start: Place, end: Place) -> Iterator[Part]:
    whole = start == (0, 0) and end[0] == len(pages) - 1 and end[1] == len(pages[-1].words) - 1
    far = end[0] - start[0] > _FAR
    column = None if whole or far else _shared_column(columns_of, start, end)
    for index in range(start[0], end[0] + 1):
        page = pages[index]
        first = start[1] if index == start[0] else 0
        last = end[1] if index == end[0] else len(page.words) - 1
        stretches = _without_beside(columns_of(index), column, first, last) if column else [(first, last)]
        for one, other in stretches:
            if one <= other:
                yield Part(page, page.words.starts[one], page.words.ends[other])


def _shared_column(columns_of: ColumnsOf, start: Place, end: Place) -> Column | None:
    """Both ends as one column, where they stand one below the other; None where they stand beside each other."""
    first, last = (_column_at(columns_of(page), word) for page, word in (start, end))
    if not first.shares_width(last):
        return None
    return Column((*first.lines, *last.lines), first.box.union(last.box))


def _column_at(columns: Sequence[Column], word: int) -> Column:
    return next(column for column in columns if word <= column.last)


def _without_beside(
    columns: Sequence[Column], wanted: Column, first: int, last: int
) -> Iterator[tuple[int, int]]:  # fmt: skip
    """From a word to another, but for columns that stand beside the wanted one."""
    mine = [column for column in columns if column.shares_width(wanted)]
    begin = first
    for column in columns:
        is_other = not column.shares_width(wanted) and any(column.is_beside(one) for one in mine)
        if is_other and column.last >= first and column.first <= last:
            yield begin, column.first - 1
            begin = column.last + 1
    yield begin, last


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
