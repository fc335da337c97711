"""Drawings written as SVG, PDF or PNG by the file's ending, and what all of them are drawn with."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pypdfium2
from reportlab.graphics import renderPDF, renderSVG
from reportlab.graphics.shapes import Drawing, Line, String
from reportlab.lib.colors import Color, HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

WIDTH = 842.0  # A4 on its side; points (1/72 inch), y upwards as PDF has it
PAGE_HEIGHT = 595.0
MARGIN = 30.0
PNG_SCALE = 150 / 72  # 150 dots an inch
#: A picture has at most so many dots: that of hundreds of lanes is drawn smaller rather than never.
MOST_DOTS = 40_000_000
PAPER, INK, SOFT, FAINT = HexColor("#ffffff"), HexColor("#1d2730"), HexColor("#66727d"), HexColor("#e3e8ec")
GOOD, WARN, BAD, INFO = HexColor("#2e7d55"), HexColor("#a86a0b"), HexColor("#b03a3f"), HexColor("#3f68a8")
NEUTRAL, AHEAD, LAPSE = HexColor("#747b87"), HexColor("#8ab5a0"), HexColor("#b3261e")


def save(file: Path, title: str, whole: Drawing, sheets: Sequence[Drawing] = ()) -> None:
    """Writes the whole drawing; as PDF in sheets, where there are any."""
    ending = file.suffix.lower()
    if ending == ".pdf":
        file.write_bytes(_pdf(title, sheets or (whole,), PAGE_HEIGHT))
    elif ending == ".png":
        file.write_bytes(_png(_pdf(title, (whole,), 0.0)))
    else:
        renderSVG.drawToFile(whole, str(file))


def _pdf(title: str, sheets: Sequence[Drawing], least: float) -> bytes:
    """A page for each sheet, ``least`` points high or as high as its drawing is."""
    target = BytesIO()
    canvas = Canvas(target, pageCompression=1, invariant=1)
    canvas.setTitle(title)
    for drawing in sheets:
        size = (drawing.width, max(least, drawing.height))
        canvas.setPageSize(size)
        renderPDF.draw(drawing, canvas, 0, size[1] - drawing.height)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def _png(pdf: bytes) -> bytes:
    document = pypdfium2.PdfDocument(pdf)
    picture = BytesIO()
    document[0].render(scale=dots_a_point(*document[0].get_size())).to_pil().save(picture, "PNG")
    document.close()
    return picture.getvalue()


def dots_a_point(width: float, height: float) -> float:
    """How large a picture of so many points is drawn."""
    return min(PNG_SCALE, float((MOST_DOTS / (width * height)) ** 0.5))


def printable(text: str) -> str:
    """Text in the letters that the standard fonts have; others become a question mark rather than vanish."""
    return text.encode("cp1252", "replace").decode("cp1252")


def text(drawing: Drawing, x: float, y: float, told: str, size: float, color: Color = INK, bold: bool = False) -> float:
    """Writes a line from x on; gives where it ends."""
    font, plain = "Helvetica-Bold" if bold else "Helvetica", printable(told)
    drawing.add(String(x, y, plain, fontSize=size, fontName=font, fillColor=color))
    return x + float(stringWidth(plain, font, size))


def text_to(drawing: Drawing, x: float, y: float, told: str, size: float, color: Color = INK) -> None:
    """Writes a line that ends at x."""
    text(drawing, x - float(stringWidth(printable(told), "Helvetica", size)), y, told, size, color)


def text_around(drawing: Drawing, x: float, y: float, told: str, size: float, color: Color = INK) -> None:
    """Writes a line with x in its middle."""
    text(drawing, x - float(stringWidth(printable(told), "Helvetica", size)) / 2, y, told, size, color)


def pale(color: Color, alpha: float) -> Color:
    """The same colour, so much of it laid on paper."""
    red, green, blue = (1 - alpha * (1 - part) for part in (color.red, color.green, color.blue))
    return Color(red, green, blue)


def heading(drawing: Drawing, title: str, told: str, number: str = "") -> None:
    """The title at the top, a line below it, and the sheet's number at the right."""
    top = drawing.height - MARGIN
    text(drawing, MARGIN, top - 8, title, 16, bold=True)
    text(drawing, MARGIN, top - 24, told, 9.5, SOFT)
    if number:
        text_to(drawing, drawing.width - MARGIN, top - 8, number, 9, SOFT)


def dashes(drawing: Drawing, x: float, y: float, end: float) -> None:
    """A lapse's dotted line."""
    drawing.add(Line(x, y, end, y, strokeColor=LAPSE, strokeWidth=1.3, strokeDashArray=[1.5, 2]))
