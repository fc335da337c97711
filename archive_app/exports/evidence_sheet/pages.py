"""Pages of a record on a sheet: as a picture with the words framed and numbered, or as text with them grounded."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import Final

from reportlab.lib.colors import HexColor
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from archive_app.domain.evidence import Box
from archive_app.domain.page import Page

MARGIN: Final = 46.0
INK, SOFT = HexColor("#1d2730"), HexColor("#5b6670")
_MARK, _GROUND = HexColor("#1f5f99"), HexColor("#cfe3f5")
#: Size and line height of pages that are shown as text.
_SIZE, _LEADING = 10.0, 13.5
_FONT: Final = "Times-Roman"

Marks = Mapping[tuple[int, int], tuple[list[int], tuple[Box, ...]]]
#: Left, bottom, right and top of the room for something, in points from the sheet's lower left corner.
Room = tuple[float, float, float, float]


def printable(text: str) -> str:
    """Text in the letters that the standard fonts have; others become a question mark rather than vanish."""
    return text.encode("cp1252", "replace").decode("cp1252")


def tag(canvas: Canvas, x: float, y: float, words: str) -> None:
    """A small plate with the numbers of facts."""
    width = stringWidth(words, "Helvetica-Bold", 7.5) + 6
    canvas.setFillColor(_MARK)
    canvas.roundRect(x, y, width, 10.5, 2.5, stroke=0, fill=1)
    canvas.setFillColor(HexColor("#ffffff"))
    canvas.setFont("Helvetica-Bold", 7.5)
    canvas.drawString(x + 3, y + 2.7, words)


def draw_page(canvas: Canvas, page: Page, picture: bytes, marks: Marks, room: Room) -> None:
    """The page as large as there is room for; its words can be selected and searched for over the picture."""
    left, bottom, right, top = room
    scale = min((right - left) / page.width, (top - bottom) / page.height)
    x, y = left + ((right - left) - page.width * scale) / 2, top - page.height * scale
    canvas.drawImage(ImageReader(BytesIO(picture)), x, y, page.width * scale, page.height * scale)
    canvas.setStrokeColor(HexColor("#b9c0c6"))
    canvas.setLineWidth(0.5)
    canvas.rect(x, y, page.width * scale, page.height * scale, stroke=1, fill=0)
    canvas.saveState()
    canvas.translate(x, y + page.height * scale)
    canvas.scale(scale, scale)
    _unseen_words(canvas, page)
    for numbers, boxes in marks.values():
        _frame(canvas, numbers, boxes)
    canvas.restoreState()


def _frame(canvas: Canvas, numbers: Iterable[int], boxes: tuple[Box, ...]) -> None:
    """Points from the page's top left corner, as boxes are."""
    for number, box in enumerate(boxes):
        canvas.setFillColor(_MARK)
        canvas.setFillAlpha(0.13)
        canvas.setStrokeColor(_MARK)
        canvas.setLineWidth(1.1)
        canvas.rect(box.x0 - 2, -box.bottom - 1, box.x1 - box.x0 + 4, box.bottom - box.top + 2, stroke=1, fill=1)
        canvas.setFillAlpha(1)
        if number == 0:
            tag(canvas, box.x0 - 2, -box.top + 1, ", ".join(map(str, numbers)))


def _unseen_words(canvas: Canvas, page: Page) -> None:
    """Each word where it stands, in no ink."""
    canvas.saveState()  # or what is written after them would have no ink either
    text = canvas.beginText()
    text.setTextRenderMode(3)
    for index in range(len(page.words)):
        box = page.words.box(index)
        word = printable(page.text[page.words.starts[index] : page.words.ends[index]])
        size = max(1.0, (box.bottom - box.top) * 0.9)
        natural = stringWidth(word, "Helvetica", size)
        if natural > 0 and box.x1 > box.x0:
            text.setFont("Helvetica", size)
            text.setHorizScale(100 * (box.x1 - box.x0) / natural)
            text.setTextOrigin(box.x0, -box.bottom + size * 0.2)
            text.textOut(word + " ")
    canvas.drawText(text)
    canvas.restoreState()


def draw_text(canvas: Canvas, text: str, marks: Marks, room: Room, start: int) -> int | None:
    """A page's text from an offset on, as far as there is room; where it goes on, None where it ends."""
    left, bottom, right, top = room
    y = top - _LEADING
    for begin, end in _lines(text, start, right - left):
        if y < bottom:
            return begin
        for (first, last), (numbers, _) in marks.items():
            if max(first, begin) < min(last, end):
                _ground(canvas, text, (left, y), (begin, end), (max(first, begin), min(last, end)))
            if begin <= first < end:
                tag(canvas, left - 14 - 4 * len(numbers), y - 2, ", ".join(map(str, numbers)))
        canvas.setFillColor(INK)
        canvas.setFont(_FONT, _SIZE)
        canvas.drawString(left, y, _shown(text[begin:end]))
        y -= _LEADING
    return None


def _ground(canvas: Canvas, text: str, at: tuple[float, float], line: tuple[int, int], words: tuple[int, int]) -> None:
    """A ground with a line below behind words of a line of text."""
    x = at[0] + stringWidth(_shown(text[line[0] : words[0]]), _FONT, _SIZE)
    width = stringWidth(_shown(text[words[0] : words[1]]), _FONT, _SIZE)
    canvas.setFillColor(_GROUND)
    canvas.rect(x, at[1] - 3, width, _SIZE + 3, stroke=0, fill=1)
    canvas.setStrokeColor(_MARK)
    canvas.setLineWidth(0.9)
    canvas.line(x, at[1] - 3, x + width, at[1] - 3)


def _lines(text: str, start: int, width: float) -> Iterable[tuple[int, int]]:
    """Spans of the text from an offset on, each with room in a line; a line of its own stays one where it has."""
    while start < len(text):
        stop = text.find("\n", start)
        stop = len(text) if stop < 0 else stop
        end = _fitting(text, start, stop, width)
        yield start, end
        start = end + 1 if end < len(text) and text[end] in "\n " else end


def _fitting(text: str, start: int, stop: int, width: float) -> int:
    """Where a line that begins at ``start`` ends: at the last blank before there is no more room, or in a word."""
    held = 1 + bisect_right(range(start + 1, stop + 1), width,
                            key=lambda end: stringWidth(_shown(text[start:end]), _FONT, _SIZE))  # fmt: skip
    end = min(start + held - 1, stop)
    if end >= stop:
        return stop
    blank = text.rfind(" ", start, end + 1)
    return blank if blank > start else max(end, start + 1)


def _shown(text: str) -> str:
    """A letter for each letter, so that widths follow the text."""
    return "".join(letter if letter.isprintable() else " " for letter in printable(text))
