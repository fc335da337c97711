"""A word where it is printed, and the repairs that need to see its neighbours."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

#: Words that touch are one word that the file drew in pieces. In parts of their height.
_TOUCHING = 0.006
#: In points: type is never smaller, whatever a broken font claims.
_LEAST = 0.5
#: So many single letters in a row are one word set wide.
_LETTERS_SET_WIDE = 4
#: In text set wide, a gap so many times the usual one stands between words.
_WORD_GAP = 1.6


class Word(NamedTuple):
    """A word and its box, in points from the shown page's top left corner."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float


def typical_height(words: Iterable[Word]) -> float:
    """The height most words have: the measure by which every other distance is judged."""
    heights = sorted(word.bottom - word.top for word in words)
    return max(heights[len(heights) // 2], _LEAST) if heights else _LEAST


def joined(words: Sequence[Word]) -> Word:
    """One word from several that stand side by side."""
    return Word(
        "".join(word.text for word in words),
        words[0].x0,
        min(word.top for word in words),
        max(word.x1 for word in words),
        max(word.bottom for word in words),
    )


def repaired(line: list[Word]) -> list[Word]:
    """A line's words from left to right, with those made whole that were drawn in pieces or set wide."""
    whole: list[Word] = []
    letters = 0
    for word in line:
        text, x0, top, _, bottom = word
        if whole and abs(x0 - whole[-1][3]) <= _TOUCHING * (bottom - top):
            whole[-1] = joined((whole[-1], word))
        else:
            whole.append(word)
        letters += len(text) == 1
    return _closed_up(whole) if letters >= _LETTERS_SET_WIDE else whole


def _closed_up(line: list[Word]) -> list[Word]:
    """The line with every run of single letters made into words: ``A C U E R D O`` is ``ACUERDO``."""
    result: list[Word] = []
    run: list[Word] = []
    for word in line:
        if len(word.text) == 1 and word.text.isalpha():
            run.append(word)
        else:
            result += [*_words_of_letters(run), word]
            run = []
    return result + _words_of_letters(run)


def _words_of_letters(letters: list[Word]) -> list[Word]:
    if len(letters) < _LETTERS_SET_WIDE:
        return letters
    gaps = [after.x0 - before.x1 for before, after in pairwise(letters)]
    limit = _WORD_GAP * max(median(gaps), 0.0)
    words = [[letters[0]]]
    for letter, gap in zip(letters[1:], gaps, strict=True):
        if gap > limit:
            words.append([])
        words[-1].append(letter)
    return [joined(word) for word in words]
