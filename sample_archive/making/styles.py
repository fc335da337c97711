"""Type for the printed papers: one family of paragraph styles for each form of paper."""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle

INK = HexColor("#1d1d1f")
COLOURS = {
    "navy": HexColor("#14305c"),
    "green": HexColor("#0f5a3c"),
    "wine": HexColor("#7a1f35"),
    "grey": HexColor("#4a4a4a"),
    "black": INK,
}


@dataclass(frozen=True)
class Face:
    """The type of one form of paper. Sizes in points."""

    roman: str
    bold: str
    italic: str
    size: float
    justified: bool
    centred_headings: bool
    margin: float
    headlines: bool = False


TIMES = ("Times-Roman", "Times-Bold", "Times-Italic")
HELVETICA = ("Helvetica", "Helvetica-Bold", "Helvetica-Oblique")
FACES = {
    "alliance": Face(*TIMES, 11.5, justified=True, centred_headings=False, margin=72),
    "memorandum": Face(*TIMES, 11.5, justified=True, centred_headings=True, margin=76),
    "plain": Face(*HELVETICA, 10.5, justified=False, centred_headings=False, margin=68),
    "letter": Face(*TIMES, 11.5, justified=False, centred_headings=False, margin=78),
    "release": Face(*HELVETICA, 10.5, justified=False, centred_headings=False, margin=66, headlines=True),
    "news": Face(*TIMES, 11, justified=True, centred_headings=False, margin=60, headlines=True),
    "columns": Face(*TIMES, 11, justified=True, centred_headings=True, margin=54),
}


def paragraph_styles(face: Face) -> dict[str, ParagraphStyle]:
    """A paragraph style for each kind of block."""
    lead = face.size * 1.27
    base = ParagraphStyle(
        "paragraph",
        fontName=face.roman,
        fontSize=face.size,
        bulletFontName=face.roman,
        bulletFontSize=face.size,
        leading=lead,
        spaceAfter=face.size * 0.75,
        textColor=INK,
        alignment=TA_JUSTIFY if face.justified else TA_LEFT,
    )
    return {
        "paragraph": base,
        "clause": _like(base, "clause", leftIndent=26, bulletIndent=2),
        "subclause": _like(base, "subclause", leftIndent=50, bulletIndent=27),
        "bullet": _like(base, "bullet", leftIndent=34, bulletIndent=20, spaceAfter=face.size * 0.4),
        "lines": _like(base, "lines", alignment=TA_LEFT),
        "centre": _like(base, "centre", alignment=TA_CENTER, spaceAfter=face.size * 0.45),
        "right": _like(base, "right", alignment=TA_RIGHT),
        "cell": _like(base, "cell", fontSize=face.size - 1.5, leading=lead - 2, alignment=TA_LEFT, spaceAfter=0),
        "signature": _like(base, "signature", alignment=TA_LEFT, spaceAfter=0),
        **_titles(base, face),
    }


def _titles(base: ParagraphStyle, face: Face) -> dict[str, ParagraphStyle]:
    """Titles are centred, but headlines of releases and newspapers are large and stand left."""
    middle = TA_CENTER if face.centred_headings else TA_LEFT
    head = _like(base, "bold", fontName=face.bold, spaceAfter=face.size * 0.35)
    if face.headlines:
        title = _like(head, "title", alignment=TA_LEFT, fontSize=face.size + 6, leading=face.size * 1.27 + 8)
    else:
        title = _like(head, "title", alignment=TA_CENTER, fontSize=face.size + 2, leading=face.size * 1.27 + 3)
    return {
        "title": title,
        "heading": _like(base, "heading", fontName=face.bold, alignment=middle, spaceBefore=7, keepWithNext=1),
        "subheading": _like(base, "subheading", fontName=face.italic, alignment=TA_LEFT, keepWithNext=1),
    }


def _like(base: ParagraphStyle, name: str, **changes: object) -> ParagraphStyle:
    return ParagraphStyle(name, parent=base, **changes)
