"""Letterheads and signatures as drawn things: emblem, names, address, ink on a line."""

from __future__ import annotations

import math
import random
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from making.styles import COLOURS, INK

BLUE_INK = HexColor("#1b2a7a")


class Letterhead(Flowable):
    """The head of a first page: an invented emblem, the names of the office, its address, a rule."""

    def __init__(self, head: dict[str, Any]) -> None:
        super().__init__()
        self.lines: list[str] = head["lines"]
        self.address: list[str] = head.get("address", [])
        self.colour = COLOURS[head.get("colour", "navy")]
        self.emblem: bool = head.get("emblem", True)
        self.faces = ("Times-Bold", "Times-Roman") if head.get("serif", True) else ("Helvetica-Bold", "Helvetica")

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        self.width = available_width
        self.height = max(56.0, 15.0 * len(self.lines) + 12, 11.0 * len(self.address) + 12) + 18
        return self.width, self.height

    def draw(self) -> None:
        canvas = self.canv
        canvas.saveState()
        left = 0.0
        if self.emblem:
            _emblem(canvas, 26, self.height - 27, 25, self.colour)
            left = 66.0
        self._names(canvas, left)
        self._address(canvas)
        canvas.setStrokeColor(self.colour)
        canvas.setLineWidth(1.4)
        canvas.line(0, 12, self.width, 12)
        canvas.setLineWidth(0.4)
        canvas.line(0, 9, self.width, 9)
        canvas.restoreState()

    def _names(self, canvas: Canvas, left: float) -> None:
        canvas.setFillColor(self.colour)
        for number, line in enumerate(self.lines):
            canvas.setFont(self.faces[0 if number == 0 else 1], 14 if number == 0 else 11)
            canvas.drawString(left, self.height - 16 - 15 * number, line)

    def _address(self, canvas: Canvas) -> None:
        canvas.setFillColor(COLOURS["grey"])
        canvas.setFont(self.faces[1], 8.5)
        for number, line in enumerate(self.address):
            canvas.drawRightString(self.width, self.height - 12 - 11 * number, line)


class Signature(Flowable):
    """A line to sign on, with invented ink over it unless it is blank."""

    def __init__(self, name: str, width: float, prefix: str = "", inked: bool = True) -> None:
        super().__init__()
        self.name, self.width, self.height = name, width, 40.0
        self.prefix, self.inked = prefix, inked

    def draw(self) -> None:
        canvas = self.canv
        canvas.setFont("Times-Roman", 11)
        canvas.setFillColor(INK)
        start = 0.0
        if self.prefix:
            canvas.drawString(0, 6, self.prefix)
            start = 22.0
        canvas.setLineWidth(0.6)
        canvas.line(start, 3, self.width, 3)
        if self.inked:
            _scribble(canvas, self.name, start + 8, 8)


def _scribble(canvas: Canvas, name: str, x: float, y: float) -> None:
    """A pen stroke that is always the same for the same name."""
    pen = random.Random(name)
    canvas.saveState()
    canvas.setStrokeColor(BLUE_INK)
    canvas.setLineWidth(1.1)
    path = canvas.beginPath()
    path.moveTo(x, y + pen.uniform(2, 10))
    slant, reach = pen.uniform(-0.5, 0.9), pen.uniform(12, 30)
    for letter in name:
        step = pen.uniform(2, 9)
        rise = pen.uniform(0.7, 1.2) * reach if letter.isupper() or letter in "bdfhklt" else pen.uniform(2, 9)
        fall = pen.uniform(-12, -3) if letter in "gjpqyz" else pen.uniform(-1, 3)
        path.curveTo(x + slant * step, y + rise, x + (1 + slant) * step, y + rise, x + step * 0.7, y + fall)
        x += step
    path.curveTo(x + 12, y + 12, x + 26, y - 6, x + 40, y + pen.uniform(2, 12))
    canvas.drawPath(path, stroke=1, fill=0)
    canvas.restoreState()


def _emblem(canvas: Canvas, x: float, y: float, radius: float, colour: HexColor) -> None:
    """A plain invented device: two rings and a star, nobody's seal."""
    canvas.setStrokeColor(colour)
    canvas.setFillColor(colour)
    canvas.setLineWidth(1.3)
    canvas.circle(x, y, radius)
    canvas.setLineWidth(0.5)
    canvas.circle(x, y, radius - 4)
    path = canvas.beginPath()
    for point in range(10):
        reach = (radius - 9) * (1 if point % 2 == 0 else 0.42)
        angle = math.pi / 2 + point * math.pi / 5
        (path.lineTo if point else path.moveTo)(x + reach * math.cos(angle), y + reach * math.sin(angle))
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)
