"""What an engine sees in a picture."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from PIL import Image

Point = tuple[float, float]
#: Top left, top right, bottom right and bottom left corner as the text runs, wherever those lie on the picture.
Corners = tuple[Point, Point, Point, Point]


class SeenWord(NamedTuple):
    """A word with its corners in pixels of the picture, and how sure the engine is of it, from 0 to 1."""

    text: str
    corners: Corners
    confidence: float


@dataclass(frozen=True, slots=True)
class Seen:
    """All words of a picture, and by how many degrees its text runs clockwise of level."""

    words: tuple[SeenWord, ...] = ()
    angle: float = 0.0


class Engine(Protocol):
    """Reads a picture in red, green and blue. Raises ReadingError where it fails."""

    def read(self, picture: Image.Image) -> Seen: ...


def slope(corners: Corners) -> float:
    """By how many degrees text between these corners runs clockwise of level, from -180 to 180."""
    (x0, y0), (x1, y1) = corners[0], corners[1]
    return math.degrees(math.atan2(y1 - y0, x1 - x0))


def common_slope(lines: Sequence[Corners]) -> float:
    """The slope of most of the text: the median of those that run nearly as the longest does."""
    if not lines:
        return 0.0
    longest = slope(max(lines, key=length))
    weighed = [(slope(line) - longest + 180) % 360 - 180 for line in sorted(lines, key=length)[len(lines) // 2 :]]
    near = [difference for difference in weighed if abs(difference) < 10]
    return longest + median(near)


def length(corners: Corners) -> float:
    return math.dist(corners[0], corners[1])
