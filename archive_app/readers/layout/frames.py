"""Text that runs up, down or upside down on the shown page: turned upright to be laid out, its boxes turned back."""

from __future__ import annotations

from typing import Literal

#: How text runs on the shown page: so many quarter turns clockwise, or at a slant.
Direction = Literal[0, 1, 2, 3, 4]
SLANTED: Direction = 4

Rectangle = tuple[float, float, float, float]


def upright(box: Rectangle, direction: Direction) -> Rectangle:
    """A box ``(x0, top, x1, bottom)`` of the shown page where it would stand if its text ran to the right."""
    if direction == 0:
        return box
    x0, top, x1, bottom = box
    if direction == 1:
        return top, -x1, bottom, -x0
    if direction == 2:
        return -x1, -bottom, -x0, -top
    if direction == 3:
        return -bottom, x0, -top, x1
    return box


def as_printed(box: Rectangle, direction: Direction) -> Rectangle:
    """The way back from ``upright``."""
    if direction == 1:
        return upright(box, 3)
    return upright(box, 1) if direction == 3 else upright(box, direction)
