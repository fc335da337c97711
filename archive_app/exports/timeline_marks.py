"""The signs for papers on a timeline's axis: each kind has a shape of its own, since colour alone says too little."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reportlab.graphics.shapes import Circle, Drawing, Group, Line, Polygon, Rect

from archive_app.exports.drawn import INK, PAPER

SIZE = 3.4
#: Marks of one day stand side by side, so far apart.
STEP = 2 * SIZE + 0.8

#: In every legend; that of events only where there are any.
KINDS = ("signature", "amendment", "termination", "press release", "media announcement", "letter")


def draw(drawing: Drawing, kind: str, x: float, y: float) -> None:
    """Draws a mark of a kind around a point."""
    drawing.add(SHAPES.get(kind, _dot)(x, y))


def legend(
    drawing: Drawing, x: float, y: float, names: Mapping[str, str], write: Callable[[float, str], float]
) -> None:
    """Marks in a row from x by kind, each with its name beside it; ``write`` gives where one ends."""
    for kind, name in names.items():
        draw(drawing, kind, x + SIZE, y)
        x = write(x + 3 * SIZE, name) + 2 * SIZE


def _diamond(x: float, y: float) -> Polygon:
    return Polygon([x - SIZE, y, x, y - SIZE, x + SIZE, y, x, y + SIZE], fillColor=INK, strokeColor=None)


def _hollow_diamond(x: float, y: float) -> Polygon:
    points = [x - SIZE, y, x, y - SIZE, x + SIZE, y, x, y + SIZE]
    return Polygon(points, fillColor=PAPER, strokeColor=INK, strokeWidth=1.1)


def _cross(x: float, y: float) -> Group:
    return Group(
        Line(x - SIZE, y - SIZE, x + SIZE, y + SIZE, strokeColor=INK, strokeWidth=1.4),
        Line(x - SIZE, y + SIZE, x + SIZE, y - SIZE, strokeColor=INK, strokeWidth=1.4),
    )


def _pennant(x: float, y: float) -> Group:
    return Group(
        Line(x - SIZE, y - SIZE, x - SIZE, y + SIZE, strokeColor=INK, strokeWidth=1.0),
        Polygon([x - SIZE, y + SIZE, x + SIZE, y + SIZE * 0.4, x - SIZE, y - SIZE * 0.2], fillColor=INK,
                strokeColor=None),
    )  # fmt: skip


def _dot(x: float, y: float) -> Circle:
    return Circle(x, y, SIZE * 0.85, fillColor=INK, strokeColor=None)


def _ring(x: float, y: float) -> Circle:
    return Circle(x, y, SIZE * 0.8, fillColor=PAPER, strokeColor=INK, strokeWidth=1.1)


def _envelope(x: float, y: float) -> Group:
    return Group(
        Rect(x - SIZE, y - SIZE * 0.7, 2 * SIZE, 1.4 * SIZE, fillColor=PAPER, strokeColor=INK, strokeWidth=0.9),
        Line(x - SIZE, y + SIZE * 0.7, x, y - SIZE * 0.1, strokeColor=INK, strokeWidth=0.8),
        Line(x + SIZE, y + SIZE * 0.7, x, y - SIZE * 0.1, strokeColor=INK, strokeWidth=0.8),
    )


SHAPES: dict[str, Callable[[float, float], Polygon | Group | Circle]] = {
    "signature": _diamond, "amendment": _hollow_diamond, "termination": _cross,
    "press release": _dot, "media announcement": _ring, "letter": _envelope,
    "event": _pennant,
}  # fmt: skip
