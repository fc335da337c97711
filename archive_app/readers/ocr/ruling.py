"""Rules of a level picture: taken off it, and what they tell of its tables.

What stands in ruled cells is taken for a drawing by engines that know no tables.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from PIL import Image, ImageChops, ImageFilter

#: Rules are looked for in cells of so many pixels along them, which are dark where this much of them is (of 255).
_CELL, _DARK = 8, 190
#: A rule is dark for eight cells on end, as no letter is at 300 dots an inch: what is added up doubles at each step.
_LONG = (1, 2, 4)
#: What is dark for twelve pixels across is no rule but an area: a picture, or the ground of a heading.
_THICK = (1, 2, 4, 4)
#: Rules of a table cross this part of the picture, upright ones this part of their row.
_ACROSS, _DOWN = 0.12, 0.6
#: Rows are so high at least, and edges of columns lie within so much of those in the row above, in pixels.
_LOWEST, _STRAIGHT = 16, 8

Combine = Callable[[Image.Image, Image.Image], Image.Image]


@dataclass(frozen=True)
class Grid:
    """A ruled table's place in the picture: its top and bottom, and its columns' edges from left to right."""

    top: int
    bottom: int
    edges: tuple[int, ...]


class Rules:
    """The rules of a picture in red, green and blue."""

    def __init__(self, picture: Image.Image) -> None:
        grey = picture.convert("L")
        self._picture = picture
        self._paper = max(range(128, 256), key=grey.histogram().__getitem__)
        ink = grey.point(lambda level: 255 if level < 0.7 * self._paper else 0)
        self._level = _level_rules(ink)
        turned = ink.transpose(Image.Transpose.TRANSPOSE)
        self._upright = _level_rules(turned).transpose(Image.Transpose.TRANSPOSE)

    def taken_off(self) -> Image.Image:
        """The picture with its rules painted as its paper is; the same picture where it has none."""
        rules = ImageChops.lighter(self._level, self._upright)
        if rules.getbbox() is None:
            return self._picture
        cleaned = self._picture.copy()
        cleaned.paste(self.paper, mask=rules.filter(ImageFilter.MaxFilter(5)))
        return cleaned

    @property
    def paper(self) -> str:
        """The colour that most of the picture has."""
        return f"rgb({self._paper}, {self._paper}, {self._paper})"

    def grids(self) -> list[Grid]:
        """Tables of several columns, from top to bottom."""
        found: list[Grid] = []
        for row in self._rows():
            if found and _goes_on(found[-1], row):
                found[-1] = Grid(found[-1].top, row.bottom, found[-1].edges)
            else:
                found.append(row)
        return found

    def _rows(self) -> Iterator[Grid]:
        """What stands between two level rules with upright ones between."""
        width, height = self._level.size
        across = _runs(self._level.resize((1, height), Image.Resampling.BOX), _ACROSS)
        for (_, above), (below, _) in pairwise(across):
            if below - above >= _LOWEST:
                band = self._upright.crop((0, above + 3, width, below - 3)).resize((width, 1), Image.Resampling.BOX)
                edges = tuple((begin + end) // 2 for begin, end in _runs(band, _DOWN))
                if len(edges) > 2:
                    yield Grid(above, below, edges)


def _goes_on(grid: Grid, row: Grid) -> bool:
    """Whether a row is the next of a table: below the rule it ends at, with its columns."""
    same = len(grid.edges) == len(row.edges) and row.top - grid.bottom <= _LOWEST
    return same and all(abs(one - other) <= _STRAIGHT for one, other in zip(grid.edges, row.edges, strict=True))


def _runs(profile: Image.Image, part: float) -> list[tuple[int, int]]:
    """Where a row or column of grey levels is light for this part at least: begin and end of each run."""
    limit, found = 255 * part, []
    for light, run in groupby(enumerate(profile.tobytes()), lambda place: place[1] >= limit):
        places = [place for place, _ in run]
        if light:
            found.append((places[0], places[-1] + 1))
    return found


def _level_rules(ink: Image.Image) -> Image.Image:
    """The ink of level rules alone."""
    cells = ink.reduce((_CELL, 1)).point(lambda level: 255 if level >= _DARK else 0)
    long = _opened(cells, _LONG, across=False)
    thin = ImageChops.subtract(long, _opened(long, _THICK, across=True))
    # A rule begins and ends within a cell.
    whole = ImageChops.lighter(_shifted(thin, 1, False), ImageChops.lighter(thin, _shifted(thin, -1, False)))
    return ImageChops.multiply(whole.resize(ink.size, Image.Resampling.NEAREST), ink)


def _opened(mask: Image.Image, steps: tuple[int, ...], across: bool) -> Image.Image:
    """What of a mask is at least as long as the steps add up to, one more."""
    for combine, back in ((ImageChops.darker, 1), (ImageChops.lighter, -1)):
        mask = _added(mask, combine, [back * step for step in steps], across)
    return mask


def _added(mask: Image.Image, combine: Combine, steps: list[int], across: bool) -> Image.Image:
    for step in steps:
        mask = combine(mask, _shifted(mask, step, across))
    return mask


def _shifted(mask: Image.Image, by: int, across: bool) -> Image.Image:
    return ImageChops.offset(mask, 0, by) if across else ImageChops.offset(mask, by, 0)
