"""A page turned by quarters: how large it then is, where its words lie, and which point of it is under the pointer."""

from __future__ import annotations

from archive_app.domain.evidence import Box

QUARTERS = 4


def size(width: float, height: float, quarters: int) -> tuple[float, float]:
    """Width and height after so many quarter turns to the right."""
    return (height, width) if quarters % 2 else (width, height)


def box(of: Box, width: float, height: float, quarters: int) -> Box:
    """Where a box of an upright page of that size lies once it is turned."""
    if quarters == 1:
        return Box(height - of.bottom, of.x0, height - of.top, of.x1)
    if quarters == 2:
        return Box(width - of.x1, height - of.bottom, width - of.x0, height - of.top)
    if quarters == 3:
        return Box(of.top, width - of.x1, of.bottom, width - of.x0)
    return of


def upright(x: float, y: float, width: float, height: float, quarters: int) -> tuple[float, float]:
    """The point of the upright page of that size that is seen at ``x``, ``y`` of the turned one."""
    if quarters == 1:
        return y, height - x
    if quarters == 2:
        return width - x, height - y
    if quarters == 3:
        return width - y, x
    return x, y
