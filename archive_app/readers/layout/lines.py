"""Words that stand at one height, as printed lines from the top of a region to its bottom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from archive_app.readers.layout.words import Word, repaired, typical_height

#: A gap this wide, in heights, is a step to the next cell or tab stop, not a space between words.
CELL_GAP = 2.0
#: Words this much taller than most are titles or initials; they must not draw the lines beside them together.
_TALL = 1.8


class Line:
    """One printed line: its words from left to right, and the box around them.

    Or the row of a table: its words cell by cell, with the ``steps`` to the next cell; ``height`` is that of a line.
    """

    __slots__ = ("_steps", "bottom", "height", "top", "words", "x0", "x1")

    def __init__(self, words: list[Word], steps: frozenset[int] | None = None, height: float | None = None) -> None:
        self.words = words
        self.x0 = min(word.x0 for word in words)
        self.x1 = max(word.x1 for word in words)
        self.top = min(word.top for word in words)
        self.bottom = max(word.bottom for word in words)
        self.height = self.bottom - self.top if height is None else height
        self._steps = steps

    @property
    def steps(self) -> frozenset[int]:
        """The words, by their place among all of them, that begin another cell than the word before."""
        if self._steps is not None:
            return self._steps
        gap = CELL_GAP * self.height
        return frozenset(
            place for place, (before, after) in enumerate(pairwise(self.words), 1) if after.x0 - before.x1 > gap
        )


def lines_of(words: Sequence[Word]) -> list[Line]:
    """The lines of a region, from top to bottom."""
    limit = _TALL * typical_height(words)
    lines = _grouped(word for word in words if word[4] - word[2] <= limit)
    for tall in _grouped(word for word in words if word[4] - word[2] > limit):
        _set_in(tall, lines)
    return [Line(repaired(sorted(line, key=_left))) for line in sorted(lines, key=_top)]


def _left(word: Word) -> float:
    return word.x0


def _middle(word: Word) -> float:
    return word[2] + word[4]


def _top(line: list[Word]) -> float:
    return min(word.top for word in line)


def _grouped(words: Iterable[Word]) -> list[list[Word]]:
    """Words by height: each joins the line whose tallest word it overlaps by half."""
    lines: list[list[Word]] = []
    top = bottom = height = 0.0
    for word in sorted(words, key=_middle):
        _, _, word_top, _, word_bottom = word
        own_height = word_bottom - word_top
        overlap = (bottom if bottom < word_bottom else word_bottom) - (top if top > word_top else word_top)
        joins = overlap > 0.5 * (height if height < own_height else own_height)
        if lines and joins:
            lines[-1].append(word)
        else:
            lines.append([word])
        if not joins or own_height > height:
            top, bottom, height = word_top, word_bottom, own_height
    return lines


def _set_in(tall: list[Word], lines: list[list[Word]]) -> None:
    """Puts tall words on the first line beside them, or on a line of their own."""
    top, bottom = _top(tall), max(word.bottom for word in tall)
    for line in lines:
        line_top, line_bottom = _top(line), max(word.bottom for word in line)
        if min(bottom, line_bottom) - max(top, line_top) > 0.5 * (line_bottom - line_top):
            line.extend(tall)
            return
    lines.append(tall)
