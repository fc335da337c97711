"""The columns of a page as its words tell them: where reading goes up again, another one has begun beside the last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce

from archive_app.domain.evidence import Box
from archive_app.domain.page import Page


@dataclass(frozen=True)
class Line:
    """The printed line from one word of the page to another, and the box around it."""

    first: int
    last: int
    box: Box


@dataclass(frozen=True)
class Column:
    """Lines that are read one below the other; ``box`` holds them all."""

    lines: tuple[Line, ...]
    box: Box

    @property
    def first(self) -> int:
        return self.lines[0].first

    @property
    def last(self) -> int:
        return self.lines[-1].last

    def shares_width(self, other: Column) -> bool:
        """Whether both stand one below the other: the narrower one half in the width of the other at least."""
        shared = min(self.box.x1, other.box.x1) - max(self.box.x0, other.box.x0)
        return shared > 0.5 * min(self.box.x1 - self.box.x0, other.box.x1 - other.box.x0)

    def is_beside(self, other: Column) -> bool:
        """Whether both stand side by side."""
        one, two = self.box, other.box
        return (one.x1 <= two.x0 or two.x1 <= one.x0) and min(one.bottom, two.bottom) > max(one.top, two.top)


def columns(page: Page) -> tuple[Column, ...]:
    """In the order of reading. A page of one column is one; so is what stands above and below two."""
    found: list[list[Line]] = []
    for line in _lines(page):
        if found and _goes_up(found[-1][-1], line):
            _part_above(found, line)
            found.append([line])
        elif not found or _ends(found, line):
            found.append([line])
        else:
            found[-1].append(line)
    return tuple(Column(tuple(lines), _around(lines)) for lines in found)


def are_on_one_line(one: Box, other: Box) -> bool:
    """To the right of the one before, and at its height by half."""
    return _is_on_line((one.x0, one.top, one.x1, one.bottom), (other.x0, other.top, other.x1, other.bottom))


def _lines(page: Page) -> Iterator[Line]:
    """From the flat boxes: a drag over many pages asks for the lines of all of them at once."""
    flat, first, before = page.words.boxes, 0, None
    left = top = right = bottom = 0.0
    for index in range(len(page.words)):
        box = x0, y0, x1, y1 = flat[4 * index : 4 * index + 4]
        if before is not None and _is_on_line(before, box):
            top, right, bottom = min(top, y0), max(right, x1), max(bottom, y1)
        else:
            if before is not None:
                yield Line(first, index - 1, Box(left, top, right, bottom))
            first, left, top, right, bottom = index, x0, y0, x1, y1
        before = box
    if before is not None:
        yield Line(first, len(page.words) - 1, Box(left, top, right, bottom))


def _is_on_line(one: Sequence[float], other: Sequence[float]) -> bool:
    """The same for boxes as four numbers."""
    overlap = min(one[3], other[3]) - max(one[1], other[1])
    return other[0] >= one[0] and overlap > 0.5 * min(one[3] - one[1], other[3] - other[1])


def _goes_up(before: Line, line: Line) -> bool:
    return line.box.top < before.box.top - 0.5 * (before.box.bottom - before.box.top)


def _part_above(found: list[list[Line]], line: Line) -> None:
    """What stands above the column that begins with this line is none of the column to its left."""
    before = found[-1]
    beside = next((index for index, other in enumerate(before) if other.box.bottom > line.box.top), 0)
    if beside and all(other.box.x1 <= line.box.x0 for other in before[beside:]):
        found[-1:] = [before[:beside], before[beside:]]


def _ends(found: Sequence[Sequence[Line]], line: Line) -> bool:
    """Whether a line stands below two columns: it begins in the width of the one to the left."""
    if len(found) < 2:
        return False
    left, right = _around(found[-2]), _around(found[-1][:1])
    return left.x1 <= right.x0 and right.top < left.bottom and line.box.x0 < left.x1


def _around(lines: Sequence[Line]) -> Box:
    return reduce(Box.union, (line.box for line in lines))


# The word at a point ---------------------------------------------------------------------------------------------


def nearest_word(page: Page, columns: Sequence[Column], x: float, y: float, begun: int | None = None) -> int | None:
    """The word nearest to a point (PDF points), in the column there; None on a page without words.

    Beside all columns it is one of the column that holds ``begun``, the word at which a drag began.
    """
    if not columns:
        return None
    line = min(_lines_meant(columns, x, y, begun), key=lambda line: (_away(line.box, x, y)[1], _away(line.box, x, y)))
    return min(range(line.first, line.last + 1), key=lambda word: _away(page.words.box(word), x, y)[0])


def _lines_meant(columns: Sequence[Column], x: float, y: float, begun: int | None) -> tuple[Line, ...]:
    """Of the columns that hold the point, else of the one where the drag began, else of the nearest."""
    holding = [column for column in columns if _away(column.box, x, y) == (0, 0)]
    if holding:
        return tuple(line for column in holding for line in column.lines)
    own = next((column for column in columns if begun is not None and column.first <= begun <= column.last), None)
    if own is not None and own.box.top <= y <= own.box.bottom:
        return own.lines
    return min(columns, key=lambda column: sum(_away(column.box, x, y))).lines


def _away(box: Box, x: float, y: float) -> tuple[float, float]:
    """How far a point lies beside a box, and above or below it."""
    return max(box.x0 - x, 0.0, x - box.x1), max(box.top - y, 0.0, y - box.bottom)
