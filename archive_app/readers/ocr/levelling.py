"""A picture turned by the few degrees that its scanner or camera was off: engines read level lines best."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import pairwise

from PIL import Image

from archive_app.readers.ocr.seen import Corners, Point, Seen, SeenWord

#: Skew is looked for up to so many degrees, first in steps of the one size, then of the other.
_MOST = 7.0
_STEPS = (1.0, 0.25, 0.05)
#: Less is not worth a turn, which blurs.
_LEAST = 0.2
#: The longer side of the small picture that skew is looked for in, in pixels.
_SMALL = 900


def levelled(picture: Image.Image, skew: float) -> Image.Image:
    """The picture with its text level, or a quarter turn from that; on white, larger by its corners."""
    if abs(skew) < _LEAST:
        return picture
    return picture.rotate(skew, Image.Resampling.BICUBIC, expand=True, fillcolor="white")


def seen_as_it_lies(seen: Seen, skew: float, level: tuple[int, int], size: tuple[int, int]) -> Seen:
    """What was seen in the level picture of one size, as it lies on the picture itself, of another."""
    if abs(skew) < _LEAST:
        return seen
    back = _Back(skew, level, size)
    words = tuple(SeenWord(word.text, back.corners(word.corners), word.confidence) for word in seen.words)
    return replace(seen, words=words, angle=seen.angle + skew)


def skew_of(picture: Image.Image) -> float:
    """By how many degrees text runs clockwise of level, or of a quarter turn from that; 0 where it shows none."""
    ink = _ink(picture)
    best, reach = 0.0, _MOST
    for step in _STEPS:
        count = round(reach / step)
        angles = (best + step * index for index in range(-count, count + 1))
        best = max(angles, key=lambda angle: _sharpness(ink, angle))
        reach = step
    return best if _sharpness(ink, best) > _sharpness(ink, 0.0) else 0.0


def _ink(picture: Image.Image) -> Image.Image:
    """A small picture of what is darker than the paper."""
    small = picture.convert("L")
    small.thumbnail((_SMALL, _SMALL), Image.Resampling.BOX)
    histogram = small.histogram()
    paper = max(range(128, 256), key=histogram.__getitem__)
    return small.point(lambda level: 255 if level < 0.7 * paper else 0)


def _sharpness(ink: Image.Image, angle: float) -> float:
    """How abruptly ink begins and ends from row to row, or from column to column: most where text is level."""
    turned = ink.rotate(angle, Image.Resampling.BILINEAR).convert("F")
    rows = turned.resize((1, turned.height), Image.Resampling.BOX)
    columns = turned.resize((turned.width, 1), Image.Resampling.BOX)
    return max(_steps(rows) * turned.width, _steps(columns) * turned.height)


def _steps(profile: Image.Image) -> float:
    levels = profile.tobytes()
    values = memoryview(levels).cast("f").tolist()
    return sum((after - before) ** 2 for before, after in pairwise(values))


class _Back:
    """From the level picture to the picture: a turn about the middle, which both share."""

    def __init__(self, skew: float, level: tuple[int, int], size: tuple[int, int]) -> None:
        self._cos, self._sin = math.cos(math.radians(skew)), math.sin(math.radians(skew))
        self._level, self._size = level, size

    def corners(self, corners: Corners) -> Corners:
        one, two, three, four = map(self._point, corners)
        return one, two, three, four

    def _point(self, point: Point) -> Point:
        x, y = point[0] - self._level[0] / 2, point[1] - self._level[1] / 2
        return (
            x * self._cos - y * self._sin + self._size[0] / 2,
            y * self._cos + x * self._sin + self._size[1] / 2,
        )
