"""Small scans drawn in code: a few lines in both languages, set as a letter is."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

LINES = (
    "The area office and the consulate agree on October 3, 2014.",
    "La señora Núñez firmó en El Paso el 16 de mayo de 2013.",
    "Each of them names one person who answers within ten days.",
)
DPI = 150
LEADING = 40


@cache
def font(size: int) -> ImageFont.FreeTypeFont:
    import reportlab

    return ImageFont.truetype(str(Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"), size)


def page(*lines: str, size: int = 24, width: int = 900) -> Image.Image:
    """A sheet at 150 dpi with these lines, from 60 pixels below its top."""
    sheet = Image.new("RGB", (width, 120 + LEADING * len(lines)), "white")
    draw = ImageDraw.Draw(sheet)
    for number, line in enumerate(lines):
        draw.text((60, 60 + LEADING * number), line, fill="black", font=font(size))
    return sheet
