"""The height of a line as type is set, from the box around its ink: words of one size fill boxes of several heights.

Lines then stand as far apart as they were set, which tells where a paragraph ends, as in a PDF that has its text.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from archive_app.readers.ocr.seen import Corners, Point

# All in parts of the type's size.
#: How far letters rise over the line they stand on, and fall below it.
_TALL, _LOW, _FALL = 0.68, 0.46, 0.21
#: What a line's box holds, from its line of letters up and down, whatever letters it has.
_ABOVE, _BELOW = 0.89, 0.22
_LOW_LETTERS = frozenset("acemnorsuvwxzñ.,:;…-–—·_")
_FALLING = frozenset("gjpqyç,;()[]{}|Q$§@/")
#: Lines of about one size are of that size: what is measured of each varies by so much.
_ABOUT = 1.25


def extent(baseline: float, size: float) -> tuple[float, float]:
    """Where a line's box begins and ends. All in parts of the height of the box around its ink, from its top."""
    return baseline - _ABOVE * size, baseline + _BELOW * size


def baseline_and_size(text: str, pad: float) -> tuple[float, float]:
    """Where a text stands in the box around its ink, and how large it is, in parts of that box's height.

    ``pad`` is the white that the box has above and below the ink, in parts of the type's size.
    """
    rise, fall = _ink(text)
    whole = rise + fall + 2 * pad
    return (rise + pad) / whole, 1 / whole


def evened(sizes: Sequence[float]) -> list[float]:
    """Sizes of lines, those near to the usual one made equal to it."""
    if not sizes:
        return []
    usual = median(sizes)
    return [usual if usual / _ABOUT <= size <= usual * _ABOUT else size for size in sizes]


def _ink(text: str) -> tuple[float, float]:
    """How far a text's letters rise and fall."""
    signs = {sign for sign in text if not sign.isspace()}
    return _LOW if signs <= _LOW_LETTERS else _TALL, _FALL if signs & _FALLING else 0.0


def stretched(corners: Corners, extent: tuple[float, float]) -> Corners:
    """The corners moved to where the line's box begins and ends."""
    one, two, three, four = corners
    begin, end = extent
    return _between(one, four, begin), _between(two, three, begin), _between(two, three, end), _between(one, four, end)


def _between(above: Point, below: Point, part: float) -> Point:
    return above[0] + part * (below[0] - above[0]), above[1] + part * (below[1] - above[1])
