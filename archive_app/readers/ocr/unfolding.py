"""Columns of ruled tables one below the other, so that an engine reads each cell by itself.

Engines look for lines across a page: lines of two cells at different heights become one that is none, and columns of
short words are passed over.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from PIL import Image

from archive_app.readers.ocr.ruling import Grid

#: White around each column, in pixels.
_MARGIN = 40


class _Column(NamedTuple):
    """Its left edge and top in the picture, its size, and its top among the others."""

    x0: int
    top: int
    width: int
    height: int
    below: int


class Unfolded:
    """``picture`` is what an engine is to read instead of the tables of a picture without its rules."""

    def __init__(self, picture: Image.Image, grids: Sequence[Grid], paper: str) -> None:
        self._grids = grids
        self._columns: list[_Column] = []
        below = _MARGIN
        for grid in grids:
            for left, right in pairwise(grid.edges):
                self._columns.append(_Column(left, grid.top, right - left, grid.bottom - grid.top, below))
                below += grid.bottom - grid.top + _MARGIN
        widest = max(column.width for column in self._columns)
        self.picture = Image.new("RGB", (widest + 2 * _MARGIN, below), paper)
        for column in self._columns:
            part = (column.x0, column.top, column.x0 + column.width, column.top + column.height)
            self.picture.paste(picture.crop(part), (_MARGIN, column.below))

    def holds(self, x: float, y: float) -> bool:
        """Whether a point of the picture lies in one of the tables."""
        return any(grid.top <= y <= grid.bottom and grid.edges[0] <= x <= grid.edges[-1] for grid in self._grids)

    def way_back(self, y: float) -> tuple[int, int]:
        """How far right and down a word at this height among the columns is to be moved to lie on the picture."""
        column = next((one for one in reversed(self._columns) if one.below <= y), self._columns[0])
        return column.x0 - _MARGIN, column.top - column.below
