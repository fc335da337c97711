"""Where a region of a page stands in two columns: the white strip between them, and how far down it goes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from archive_app.readers.layout.lines import Line
from archive_app.readers.layout.words import Word

# All lengths in heights of the region's typical word.
#: The narrowest gap that may be part of a gutter.
_NARROWEST = 0.5
#: Lines of a column go on over a gap this many times its usual step from line to line.
_SAME_COLUMN = 1.8
#: A line is in a column when it begins this near to the column's edge.
_ALIGNED = 1.5
#: How far from the gutter a word that oversteps it may begin or end.
_OVERSTEP = 3.0
#: The part of a stretch's words that may overstep its gutter.
_MOST_OVERSTEPPING = 0.01
_MOST_POSITIONS = 12


@dataclass(frozen=True)
class Gutter:
    """A white strip around ``x`` beside the lines from ``first`` to before ``last``, ``width`` points at its narrowest.

    ``beside`` counts the lines that have words on both sides of it.
    """

    x: float
    first: int
    last: int
    width: float
    beside: int

    def split(self, lines: Sequence[Line]) -> tuple[list[Word], list[Word]]:
        """The words left and right of it; a word that oversteps goes where more of it is."""
        words = [word for line in lines[self.first : self.last] for word in line.words]
        left = [word for word in words if word.x0 + word.x1 < 2 * self.x]
        right = [word for word in words if word.x0 + word.x1 >= 2 * self.x]
        return left, right


def gutters(lines: Sequence[Line], height: float) -> Iterator[Gutter]:
    """Every stretch of lines with a white strip down it and words on both sides, in no order."""
    rows = [_Row(line) for line in lines]
    for x in _positions(rows, height):
        yield from _stretches(rows, x, height)


class _Row:
    """A line, prepared to be asked about many positions."""

    __slots__ = ("ends", "line", "starts")

    def __init__(self, line: Line) -> None:
        self.line = line
        self.starts = [word[1] for word in line.words]
        self.ends = [word[3] for word in line.words]

    def side(self, x: float, height: float) -> str:
        """What stands at x: words on the ``left``, on the ``right``, on ``both``, a word ``over`` it, ``across`` it.

        Over it is the end of a cell that oversteps the gutter by a little; across it is running text.
        """
        index = bisect_right(self.starts, x)
        if index == 0:
            return "right"
        if self.ends[index - 1] > x:
            return "over" if self._oversteps(index - 1, x, height) else "across"
        if index == len(self.starts):
            return "left"
        return "both" if self.starts[index] - self.ends[index - 1] >= _NARROWEST * height else "across"

    def gap(self, x: float) -> tuple[float, float]:
        """The white around x, as far as this line bounds it."""
        index = bisect_right(self.starts, x)
        left = self.ends[index - 1] if index else float("-inf")
        return left, self.starts[index] if index < len(self.starts) else float("inf")

    def _oversteps(self, index: int, x: float, height: float) -> bool:
        near = _OVERSTEP * height
        if index + 1 < len(self.starts) and self.ends[index] - x < near:
            return self.starts[index + 1] - self.ends[index] >= 0.6 * height
        if index and x - self.starts[index] < near:
            return self.starts[index] - self.ends[index - 1] >= 0.6 * height
        return False


def _positions(rows: Sequence[_Row], height: float) -> list[float]:
    """Where gaps of several lines lie over one another: the middles, those most lines share first."""
    edges = sorted(_edges(rows, _NARROWEST * height))
    peaks: list[tuple[int, float]] = []
    depth = 0
    for index, (x, step) in enumerate(edges):
        depth += step
        if step > 0 and index + 1 < len(edges) and edges[index + 1][1] < 0 and depth > 1:
            peaks.append((depth, (x + edges[index + 1][0]) / 2))
    peaks.sort(reverse=True)
    return [x for _, x in peaks[:_MOST_POSITIONS]]


def _edges(rows: Sequence[_Row], narrowest: float) -> Iterator[tuple[float, int]]:
    """Both edges of every wide gap: inside a line, and between a line and the next where one ends before the other."""
    for row in rows:
        for end, start in zip(row.ends, row.starts[1:], strict=False):
            if start - end >= narrowest:
                yield end, 1
                yield start, -1
    for above, below in pairwise(rows):
        for first, second in ((above.line, below.line), (below.line, above.line)):
            if second.x0 - first.x1 >= narrowest:
                yield first.x1, 1
                yield second.x0, -1


def _stretches(rows: Sequence[_Row], x: float, height: float) -> Iterator[Gutter]:
    """The gutters at x: between lines that run across it, as far up and down as the columns go.

    And the part of each between its first and last line with words on both sides, for where the rest are blocks set
    in steps, one below the other.
    """
    sides = [row.side(x, height) for row in rows]
    for tolerant in (True, False):
        found = False
        for run in _runs(sides, tolerant):
            both = [index for index in run if sides[index] == "both"]
            inner = range(both[0], both[-1] + 1) if both else run
            for part in (run, inner) if inner != run else (run,):
                gutter = _gutter(rows, sides, x, part, height)
                if gutter:
                    found = True
                    yield gutter
        if found or "over" not in sides:
            return


def _runs(sides: Sequence[str], tolerant: bool) -> Iterator[range]:
    """Lines one after the other that leave the position free."""
    start = None
    for index, side in enumerate([*sides, "across"]):
        if side == "across" or (side == "over" and not tolerant):
            if start is not None and index - start > 1:
                yield range(start, index)
            start = None
        elif start is None:
            start = index


def _gutter(rows: Sequence[_Row], sides: Sequence[str], x: float, run: range, height: float) -> Gutter | None:
    run = _without_chance_gaps(rows, sides, run, x, height)
    core = _core(rows, sides, run, x, height)
    if core is None:
        return None
    stretch = _extended(rows, x, core, run, height)
    over = sum(sides[index] == "over" for index in stretch)
    if over > _MOST_OVERSTEPPING * sum(len(rows[index].starts) for index in stretch):
        return None
    gaps = [rows[index].gap(x) for index in stretch if sides[index] != "over"]
    width = min(right for _, right in gaps) - max(left for left, _ in gaps)
    beside = sum(sides[index] == "both" for index in stretch)
    return Gutter(x, stretch.start, stretch.stop, width, beside) if width >= _NARROWEST * height else None


def _core(rows: Sequence[_Row], sides: Sequence[str], run: range, x: float, height: float) -> range | None:
    """The lines of a run where both columns stand, from the first line of the shorter one to its last."""
    run = _without_strays(rows, run, height)
    left = [index for index in run if sides[index] in ("left", "both")]
    right = [index for index in run if sides[index] in ("right", "both")]
    if not left or not right:
        return None
    core = range(max(left[0], right[0]), min(left[-1], right[-1]) + 1)
    return core if set(left) & set(core) and set(right) & set(core) else None


def _without_strays(rows: Sequence[_Row], run: range, height: float) -> range:
    """The run without a single line far above or below the rest: a running head, or a foot with the page's number."""
    for inner, stray in ((run[:-1], run[-1:]), (run[1:], run[:1])):
        if len(inner) < 2:
            return run
        lines = [rows[index].line for index in inner]
        nearest = lines[-1] if stray[0] > inner[-1] else lines[0]
        away = abs(rows[stray[0]].line.top - nearest.top)
        if away > _SAME_COLUMN * _usual_step(lines, height):
            run = range(max(run.start, inner.start), min(run.stop, inner.stop))
    return run


def _without_chance_gaps(rows: Sequence[_Row], sides: Sequence[str], run: range, x: float, height: float) -> range:
    """The run without running text at its ends in which a space between words happens to lie on x.

    Such a space is narrower than the gutter, and what follows it does not begin at the right column's edge, or only
    happens to.
    """
    both = [index for index in run if sides[index] == "both"]
    if len(both) < 3:
        return run
    gaps = {index: rows[index].gap(x) for index in both}
    usual = median(right - left for left, right in gaps.values())
    edge = median(right for _, right in gaps.values())
    chance = {
        index
        for index, (left, right) in gaps.items()
        if right - left < 0.4 * usual and (abs(right - edge) > 0.6 * height or _is_space(right - left, usual, height))
    }
    real = [index for index in both if index not in chance]
    if not real:
        return run[:0]
    start = max((index + 1 for index in chance if index < real[0]), default=run.start)
    stop = min((index for index in chance if index > real[-1]), default=run.stop)
    return range(start, stop)


def _is_space(gap: float, usual: float, height: float) -> bool:
    """Whether a gap is a space between words, where most gaps are far wider."""
    return gap < 0.7 * height and usual > 2 * height


def _extended(rows: Sequence[_Row], x: float, core: range, run: range, height: float) -> range:
    """The core with those lines above and below it in which one column begins earlier or goes on longer."""
    first, last = core.start, core.stop
    step = _usual_step([rows[index].line for index in core], height)
    left_edge = min(rows[index].line.x0 for index in core)
    right_edge = min(
        rows[index].starts[bisect_right(rows[index].starts, x)] for index in core if rows[index].starts[-1] > x
    )

    def belongs(index: int, neighbour: int) -> bool:
        line, other = rows[index].line, rows[neighbour].line
        edge = right_edge if line.x0 > x else left_edge
        near = abs(line.top - other.top) <= _SAME_COLUMN * step
        return near and abs(line.x0 - edge) <= _ALIGNED * height

    while first > run.start and belongs(first - 1, first):
        first -= 1
    while last < run.stop and belongs(last, last - 1):
        last += 1
    return range(first, last)


def _usual_step(lines: Sequence[Line], height: float) -> float:
    """From line to line: the wider steps inside count, since paragraphs stand apart there too."""
    steps = sorted(below.top - above.top for above, below in pairwise(lines))
    return max(steps[(len(steps) * 9) // 10] if steps else 0.0, 1.2 * height)
