"""Which white strips part columns, and which part the cells of a table, a list's numbers or a form's labels.

Columns are read one after the other, cells line by line. The text itself tells: columns hold running lines, or blocks
that answer each other line by line, as two signers do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from archive_app.readers.layout.gutters import Gutter, gutters
from archive_app.readers.layout.lines import CELL_GAP, Line, lines_of
from archive_app.readers.layout.rows import with_rows
from archive_app.readers.layout.words import Word, typical_height

_DEEPEST = 6
#: Beside fewer lines a gutter must be wider, in heights: a few lines leave the same place free by chance.
_WIDTHS = ((8, 0.5), (4, 1.0), (0, 2.0))
_MANY_FIGURES = 0.4
_LONGEST_BLOCKS = 14
#: So many lines of running text on both sides are columns, however their lines begin.
_CERTAIN = 8
#: A column's longest marker: "(iii)", "12.1", "By:".
_MARKER = 5

_FIGURE = re.compile(r"[$€£(]*[\d.,/%x–-]*\d[\d.,/%)–-]*\Z")
_RULE = re.compile(r"_{3,}|/s/|\.{6,}", re.IGNORECASE)
_LABEL = re.compile(r"[^\W\d][^\W\d]*[^:]{0,24}:")


def flows(words: Sequence[Word], depth: int = 0) -> list[list[Line]]:
    """A region's words as runs of lines, each to be read from top to bottom before the next.

    The row of a table is one line, however many lines its cells take.
    """
    lines = lines_of(words)
    if depth == _DEEPEST or len(lines) < 2:
        return [with_rows(lines)] if lines else []
    gutter = _best(lines, typical_height(words))
    if gutter is None:
        return [with_rows(lines)]
    parts = (_words(lines[: gutter.first]), *gutter.split(lines), _words(lines[gutter.last :]))
    return [flow for part in parts if part for flow in flows(part, depth + 1)]


def _words(lines: Sequence[Line]) -> list[Word]:
    return [word for line in lines for word in line.words]


def _best(lines: Sequence[Line], height: float) -> Gutter | None:
    """The gutter that parts most: long, then wide. None where no white strip parts columns."""
    found = sorted(gutters(lines, height), key=lambda gutter: _weight(gutter, height), reverse=True)
    best = next((gutter for gutter in found if _parts_columns(gutter, lines, height)), None)
    if best is None:
        return None
    longer = [gutter for gutter in found if _goes_on_as(gutter, best) and _parts_columns(gutter, lines, height)]
    return max(longer, key=_length, default=best)


def _goes_on_as(gutter: Gutter, best: Gutter) -> bool:
    """Whether a gutter is the same further up or down: two signers stand wider apart than the columns they end."""
    inside = gutter.first <= best.first and best.last <= gutter.last and _length(gutter) > _length(best)
    return inside and abs(gutter.x - best.x) < best.width / 2


def _length(gutter: Gutter) -> int:
    return gutter.last - gutter.first


def _weight(gutter: Gutter, height: float) -> float:
    return _length(gutter) * min(gutter.width / height, 4.0)


def _parts_columns(gutter: Gutter, lines: Sequence[Line], height: float) -> bool:
    left, right = (lines_of(words) for words in gutter.split(lines))
    fewest = min(len(left), len(right))
    pairs = _pairs(left, right)
    # Blocks set in steps, one below the other, are read from top to bottom.
    if fewest < 2 or 2 * len(pairs) < fewest:
        return False
    if any(_are_markers(column) or _are_figures(column) for column in (left, right)):
        return False
    answers = _answers(pairs)
    if answers >= 2 and 2 * answers >= len(pairs):
        return True
    if gutter.width < _needed_width(fewest) * height:
        return False
    if answers and 4 * answers >= len(pairs):
        return True
    if _is_running(left) and _is_running(right):
        return fewest >= _CERTAIN or _is_aligned(right, height)
    return _are_blocks(left, right, pairs, gutter.width / height)


def _needed_width(lines: int) -> float:
    return next(width for fewest, width in _WIDTHS if lines >= fewest)


def _text(line: Line) -> str:
    return " ".join(word.text for word in line.words)


def _are_markers(lines: Sequence[Line]) -> bool:
    """Whether a column holds list numbers, bullets or labels as short as these."""
    return median(len(_text(line)) for line in lines) <= _MARKER


def _are_figures(lines: Sequence[Line]) -> bool:
    """Whether many lines hold, or end with a cell that holds, nothing but figures: the rows of a table."""
    figures = sum(all(_FIGURE.match(word.text) for word in _last_cell(line)) for line in lines)
    return figures >= _MANY_FIGURES * len(lines)


def _last_cell(line: Line) -> list[Word]:
    gap = CELL_GAP * (line.bottom - line.top)
    starts = [index for index, (before, after) in enumerate(pairwise(line.words), 1) if after.x0 - before.x1 > gap]
    return line.words[starts[-1] if starts else 0 :]


def _is_running(lines: Sequence[Line]) -> bool:
    """Whether these are lines of running text: several words each, and most as long as the column is wide."""
    if median(len(line.words) for line in lines) < 3:
        return False
    width = max(line.x1 for line in lines) - min(line.x0 for line in lines)
    return median(line.x1 - line.x0 for line in lines) >= 0.6 * width and not _has_cells(lines)


def _is_aligned(lines: Sequence[Line], height: float) -> bool:
    """Whether most lines begin at one edge; what stands behind a blank to be filled in does not."""
    edge = min(line.x0 for line in lines)
    return sum(line.x0 - edge < 0.6 * height for line in lines) > 0.5 * len(lines)


def _has_cells(lines: Sequence[Line]) -> bool:
    """Whether most lines fall into cells of their own."""
    return 2 * sum(_cells(line) > 1 for line in lines) > len(lines)


def _cells(line: Line) -> int:
    gap = CELL_GAP * (line.bottom - line.top)
    return 1 + sum(after.x0 - before.x1 > gap for before, after in pairwise(line.words))


def _pairs(left: Sequence[Line], right: Sequence[Line]) -> list[tuple[Line, Line]]:
    """Lines that stand side by side."""
    pairs = []
    for line in left:
        beside = next((other for other in right if other.top < line.bottom and line.top < other.bottom), None)
        if beside:
            pairs.append((line, beside))
    return pairs


def _answers(pairs: Sequence[tuple[Line, Line]]) -> int:
    """How many lines side by side ask for the same: a signature each, a name each, a date each."""
    return sum(_answer_each_other(left, right) for left, right in pairs)


def _answer_each_other(left: Line, right: Line) -> bool:
    first, second = _text(left), _text(right)
    if left.words[0].text.casefold() == right.words[0].text.casefold() and first[0].isalpha():
        return True
    return all(map(_RULE.search, (first, second))) or all(map(_LABEL.match, (first, second)))


def _are_blocks(left: Sequence[Line], right: Sequence[Line], pairs: Sequence[tuple[Line, Line]], width: float) -> bool:
    """Whether these are two short blocks, such as names with their offices, set well apart."""
    if not 3 <= max(len(left), len(right)) <= _LONGEST_BLOCKS or width < 2.5 or len(pairs) < 2:
        return False
    if min(len(left), len(right)) < 0.5 * max(len(left), len(right)):
        return False
    labels = sum(_text(line).endswith(":") for line in left)
    words = sorted(median(len(line.words) for line in lines) for lines in (left, right))
    return (
        words[0] >= 2
        and words[1] < 2 * words[0]
        and 2 * labels < len(left)
        and not _has_cells(left)
        and not _has_cells(right)
    )
