"""Rows of a table whose cells take several lines: each cell is read to its end before the next one.

Where they begin and end the white tells: strips down the table part its columns, and lines of one cell stand closer
than rows do. Only rows that would be read in the wrong order are put together; whatever may be something else stays as
it is printed, line by line.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from statistics import median

from archive_app.readers.layout.lines import CELL_GAP, Line, lines_of
from archive_app.readers.layout.words import Word, typical_height

# All in heights of the region's typical word.
#: A strip between columns is so wide at least beside every line of the table; and so many spaces between words.
_STRIP, _SPACES = 0.5, 1.7
#: White between two lines this high ends a table.
_END = 2.5
#: Rows stand so much further apart than the lines of a cell.
_APART = 0.25
#: Lines of a cell are not further apart than this.
_LEADING = 0.6

#: Lines of a cell begin, end or are centred this near to one another.
_ALIGNED = 0.8
#: Cells of a row begin, end or have their middle this near to one another.
_LEVEL = 0.6
#: Beside a column of markers as short as this stands a list, not a table.
_MARKER = 5
#: Strips beside fewer lines with all cells may be chance: running text set wide has some.
_ROWS = 3

_FIGURE = re.compile(r"[$€£(]*[\d.,/%x–-]*\d[\d.,/%)–-]*\Z|[–—-]\Z")
_BULLET = re.compile(r"\(?(?:\w{1,2}|[ivxIVX]{1,4})[.)]\Z|[•·▪●○*‐–—-]\Z")
_BULLETS = frozenset("•·▪●○*")

Strip = tuple[float, float]
#: The words of a cell, line by line.
Cell = list[list[Word]]


def with_rows(lines: Sequence[Line]) -> list[Line]:
    """Lines from top to bottom, those of a row that is read cell by cell as one."""
    found = list(lines)
    height = typical_height([word for line in lines for word in line.words])
    strip = max(_STRIP * height, _SPACES * _space(lines, height))
    done = 0
    while done < len(found):
        table = _table(found, done, height, strip)
        if table is None:
            return found
        first, last, strips = table
        rows = [row for group in _groups(found[first:last], strips, height) for row in _read(group, strips)]
        found[first:last] = rows
        done = first + len(rows)
    return found


def _space(lines: Sequence[Line], height: float) -> float:
    """The usual space between words: wide in typewriting, and where lines are drawn out to one length."""
    gaps = [after.x0 - before.x1 for line in lines for before, after in pairwise(line.words)]
    return median([gap for gap in gaps if gap < CELL_GAP * height] or [0.0])


def _table(
    lines: Sequence[Line], start: int, height: float, strip: float
) -> tuple[int, int, list[Strip]] | None:  # fmt: skip
    """The first table from a line on: the stretch of its lines, and the strips between its columns."""
    for index in range(start, len(lines)):
        strips = _strips(lines[index])
        if strips:
            first, last, strips = _grown(lines, index, start, strips, height, strip)
            if _is_table(lines[first:last], strips):
                return first, last, _white(lines[first:last], strips, strip)
    return None


def _is_table(lines: Sequence[Line], strips: Sequence[Strip]) -> bool:
    """Whether several lines have all cells and another has not; of two columns the first must not be a list's."""
    rows = [_cells(line, strips) for line in lines]
    full = [cells for cells in rows if all(cells)]
    if len(full) < _ROWS or len(full) == len(rows):
        return False
    return len(strips) > 1 or median(sum(len(word.text) for word in cells[0]) for cells in full) > _MARKER


def _white(lines: Sequence[Line], strips: Sequence[Strip], least: float) -> list[Strip]:
    """Every strip that all these lines leave white: columns may stand closer than the gap that a table is known by."""
    found: list[Strip] = []
    end = float("-inf")
    for word in sorted((word for line in lines for word in line.words), key=lambda word: word.x0):
        if end > float("-inf") and word.x0 - end >= least:
            found.append((end, word.x0))
        end = max(end, word.x1)
    return found if len(found) >= len(strips) else list(strips)


def _strips(line: Line) -> list[Strip]:
    """The wide gaps in a line."""
    gap = CELL_GAP * (line.bottom - line.top)
    return [(before.x1, after.x0) for before, after in pairwise(line.words) if after.x0 - before.x1 > gap]


def _grown(
    lines: Sequence[Line], index: int, start: int, strips: list[Strip], height: float, strip: float
) -> tuple[int, int, list[Strip]]:  # fmt: skip
    """As far up and down from a line as the strips stay white; they become as narrow as the lines leave them."""
    first, last = index, index + 1
    while first > start and _near(lines[first - 1], lines[first], height):
        narrowed = _narrowed(strips, lines[first - 1], strip)
        if narrowed is None:
            break
        first, strips = first - 1, narrowed
    while last < len(lines) and _near(lines[last - 1], lines[last], height):
        narrowed = _narrowed(strips, lines[last], strip)
        if narrowed is None:
            break
        last, strips = last + 1, narrowed
    return first, last, strips


def _near(above: Line, below: Line, height: float) -> bool:
    return below.top - above.bottom < _END * height


def _narrowed(strips: Sequence[Strip], line: Line, least: float) -> list[Strip] | None:
    """What a line leaves white of each strip; None where a word stands across one, or in it."""
    starts, found = [word.x0 for word in line.words], []
    for left, right in strips:
        index = bisect_right(starts, (left + right) / 2)
        left = max(left, line.words[index - 1].x1) if index else left
        right = min(right, starts[index]) if index < len(starts) else right
        if right - left < least:
            return None
        found.append((left, right))
    return found


def _cells(line: Line, strips: Sequence[Strip]) -> list[list[Word]]:
    """The words of a line in each of the columns."""
    cells: list[list[Word]] = [[] for _ in range(len(strips) + 1)]
    edges = [right for _, right in strips]
    for word in line.words:
        cells[bisect_right(edges, word.x0 + 0.01)].append(word)
    return cells


# Rows ------------------------------------------------------------------------------------------------------------


def _groups(lines: Sequence[Line], strips: Sequence[Strip], height: float) -> Iterator[list[Line]]:
    """Lines that may be one row: those that stand close; else one with a first cell and those below without one."""
    leading = _leading(lines, typical_height(word for line in lines for word in line.words))
    for close in _parted(lines, lambda above, below: leading is None or below.top - above.bottom <= leading):
        if _is_row(close, strips):
            yield close
        else:
            yield from _parted(close, lambda above, below: _goes_on(above, below, strips, height))


def _parted(lines: Sequence[Line], belong: Callable[[Line, Line], bool]) -> Iterator[list[Line]]:
    """Lines in groups whose neighbours belong together."""
    group = [lines[0]]
    for above, below in pairwise(lines):
        if not belong(above, below):
            yield group
            group = []
        group.append(below)
    yield group


def _leading(lines: Sequence[Line], height: float) -> float | None:
    """The most white between lines of a cell, where rows stand clearly further apart; None where all stand alike.

    Lines of cells with one middle reach into each other, so that there is less than none between them: that parts
    rows only where no cell has lines one below the other.
    """
    spaces = sorted(below.top - above.bottom for above, below in pairwise(lines))
    apart = [less for less, more in pairwise(spaces) if more - less >= _APART * height and less <= _LEADING * height]
    clear = [less for less in apart if less > -_APART / 2 * height]
    return clear[0] if clear else apart[-1] if apart else None


def _goes_on(above: Line, below: Line, strips: Sequence[Strip], height: float) -> bool:
    return not _cells(below, strips)[0] and below.top - above.bottom <= _LEADING * height


def _read(group: list[Line], strips: Sequence[Strip]) -> list[Line]:
    """A row as one line, its words cell by cell; lines that are none as they are."""
    if not _is_row(group, strips):
        return group
    words: list[Word] = []
    steps: set[int] = set()
    for cell in _whole_cells(group, strips):
        if words and cell:
            steps.add(len(words))
        words += [word for part in cell for word in part]
    return [Line(words, frozenset(steps), max(line.height for line in group))]


def _whole_cells(group: Sequence[Line], strips: Sequence[Strip]) -> list[Cell]:
    """Each cell's own lines: those of the page are drawn from cells of several heights."""
    held = zip(*(_cells(line, strips) for line in group), strict=True)
    return [[line.words for line in lines_of([word for part in cell for word in part])] for cell in held]


def _is_row(group: Sequence[Line], strips: Sequence[Strip]) -> bool:
    """Whether lines are one row, which read line by line would be woven.

    A cell of one line beside one of several shows that, where all cells are level with each other.
    """
    cells = _whole_cells(group, strips)
    counts = [len(cell) for cell in cells]
    if len(group) < 2 or 1 not in counts or max(counts) < 2:
        return False
    by_line = [word.text for line in group for word in line.words]
    by_cell = [word.text for cell in cells for part in cell for word in part]
    return by_line != by_cell and _are_level(cells) and all(map(_is_one_text, cells))


def _are_level(cells: Sequence[Cell]) -> bool:
    """Whether all cells begin at one height, end at one, or have one middle."""
    held = [words for cell in cells if (words := [word for part in cell for word in part])]
    edges = [(min(word.top for word in words), max(word.bottom for word in words)) for words in held]
    heights = [(top, bottom, (top + bottom) / 2) for top, bottom in edges]
    return _agree(heights, _LEVEL * typical_height(word for words in held for word in words))


def _agree(places: Sequence[tuple[float, float, float]], limit: float) -> bool:
    """Whether they begin together, end together, or have one middle."""
    return any(max(these) - min(these) <= limit for these in zip(*places, strict=True))


def _is_one_text(cell: Cell) -> bool:
    """Whether the lines of a cell are one text: aligned, and neither figures, nor items of a list, nor a form's."""
    if any(part[-1].text.endswith(":") for part in cell):
        return False
    if len(cell) < 2:
        return not cell or len(cell[0]) > 1 or cell[0][0].text not in _BULLETS
    listed = sum(bool(_BULLET.match(part[0].text)) for part in cell) > 1
    figures = all(_FIGURE.match(word.text) for part in cell for word in part)
    return _are_aligned(cell) and not listed and not figures


def _are_aligned(cell: Cell) -> bool:
    """Whether lines stand below one another, as close as those of a text, to an edge or a middle."""
    height = typical_height(word for part in cell for word in part)
    if any(below[0].top - above[0].bottom > _LEADING * height for above, below in pairwise(cell)):
        return False
    edges = [(part[0].x0, part[-1].x1, (part[0].x0 + part[-1].x1) / 2) for part in cell]
    return _agree(edges, _ALIGNED * height)
