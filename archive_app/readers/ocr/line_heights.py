"""The height of a line as type is set, from the box around its ink: words of one size fill boxes of several heights.

Lines then stand as far apart as they were set, which tells where a paragraph ends, as in a PDF that has its text.
"""

from __future__ import annotations

from archive_app.readers.ocr.seen import Corners, Point

# All in parts of the type's size.
#: How far letters rise over the line they stand on, and fall below it.
_TALL, _LOW, _FALL = 0.68, 0.46, 0.21
#: What a line's box holds, from its line of letters up and down, whatever letters it has.
_ABOVE, _BELOW = 0.89, 0.22
_LOW_LETTERS = frozenset("acemnorsuvwxzñ.,:;…-–—·_")
_FALLING = frozenset("gjpqyç,;()[]{}|Q$§@/")


def as_set(text: str, pad: float) -> tuple[float, float]:
    """Where a line's box begins and ends, in parts of the height of the box around its ink, from the top of that.

    ``pad`` is the white that the box around the ink has above and below it, in parts of the type's size.
    """
    signs = {sign for sign in text if not sign.isspace()}
    rise = _LOW if signs <= _LOW_LETTERS else _TALL
    fall = _FALL if signs & _FALLING else 0.0
    whole = rise + fall + 2 * pad
    baseline = pad + rise
    return (baseline - _ABOVE) / whole, (baseline + _BELOW) / whole


def stretched(corners: Corners, extent: tuple[float, float]) -> Corners:
    """The corners moved to where the line's box begins and ends."""
    one, two, three, four = corners
    begin, end = extent
    return _between(one, four, begin), _between(two, three, begin), _between(two, three, end), _between(one, four, end)


def _between(above: Point, below: Point, part: float) -> Point:
    return above[0] + part * (below[0] - above[0]), above[1] + part * (below[1] - above[1])
