"""Where the letters of a level line stand and how large they are, measured in the picture.

An engine's box around a line is wider or closer as the picture is soft or crisp; the ink of the small letters is not.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy

#: How high the band is in which most of a line's ink lies, in parts of the type's size: small letters, or capitals.
_SMALL_LETTERS, _CAPITALS = 0.46, 0.67
#: A row belongs to the band where it has this part of the ink that the fullest rows have.
_FULL = 0.42
#: A band of another height than these parts of the engine's box is a picture's edge, or a rule.
_LEAST, _MOST = 0.2, 0.8


class Standing(NamedTuple):
    """The line that letters stand on, as a part of the box's height from its top, and their size in pixels."""

    baseline: float
    size: float


def standing(grey: Any, box: tuple[float, float, float, float], text: str) -> Standing | None:
    """How a line of text stands in its box ``(x0, top, x1, bottom)`` of a grey picture; None where that is unclear."""
    x0, top, x1, bottom = (max(0, round(side)) for side in box)
    part = grey[top:bottom, x0:x1]
    if part.shape[0] < 6 or part.shape[1] < 6:
        return None
    paper, darkest = numpy.median(part), numpy.percentile(part, 1)
    rows = (part < (paper + darkest) / 2).sum(axis=1)
    band = _longest(rows >= _FULL * numpy.percentile(rows, 92))
    high = band[1] - band[0]
    if not _LEAST * part.shape[0] <= high <= _MOST * part.shape[0]:
        return None
    share = _SMALL_LETTERS if 2 * sum(sign.islower() for sign in text) > len(text.replace(" ", "")) else _CAPITALS
    return Standing(band[1] / part.shape[0], high / share)


def _longest(full: Any) -> tuple[int, int]:
    """The longest run of rows that are full."""
    edges = numpy.flatnonzero(numpy.diff(numpy.concatenate(([0], full.astype(numpy.int8), [0]))))
    runs = list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))
    return max(runs, key=lambda run: run[1] - run[0], default=(0, 0))
