"""Pages of a record on a sheet: as a picture with the words framed and numbered, or as text with them grounded."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from typing import Final

from reportlab.lib.colors import HexColor
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from archive_app.domain.page import Page
from archive_app.exports.evidence_sheet.content import Told, Words
from archive_app.exports.evidence_sheet.lettering import BOLD, PLAIN, Lettering
from archive_app.exports.evidence_sheet.unseen import write_unseen

MARGIN: Final = 46.0
INK, SOFT = HexColor("#1d2730"), HexColor("#5b6670")
_MARK, _GROUND = HexColor("#1f5f99"), HexColor("#cfe3f5")
_NOTE, _NOTE_GROUND = HexColor("#8a5a00"), HexColor("#fbe9c4")
#: The size of the numbers on a plate, and its height.
_PLATE, _HIGH = 7.0, 10.5
#: Size and line height of pages that are shown as text.
_SIZE, _LEADING = 9.0, 13.0
#: No line of text has room for more letters.
_MOST_LETTERS: Final = 400

#: Left, bottom, right and top of the room for something, in points from the sheet's lower left corner.
Room = tuple[float, float, float, float]


def plate(canvas: Canvas, x: float, y: float, told: Sequence[Told], link: Callable[[Told], str | None]) -> None:
    """A small plate with the numbers of facts or notes, each leading to a named place, where there is one."""
    numbers = _numbers(told)
    widths = [stringWidth(number, BOLD, _PLATE) for number in numbers]
    space = stringWidth(" ", BOLD, _PLATE)
    canvas.setFillColor(_NOTE if all(one.is_note for one in told) else _MARK)
    canvas.roundRect(x, y, plate_width(told), _HIGH, 2.5, stroke=0, fill=1)
    canvas.setFillColor(HexColor("#ffffff"))
    canvas.setFont(BOLD, _PLATE)
    canvas.drawString(x + 3, y + 2.8, " ".join(numbers))
    left = x + 3
    for one, wide in zip(told, widths, strict=True):
        if place := link(one):
            canvas.linkRect("", place, (left - 3, y, left + wide + 3, y + _HIGH))
        left += wide + space


def plate_width(told: Sequence[Told]) -> float:
    return float(stringWidth(" ".join(_numbers(told)), BOLD, _PLATE)) + 6


def _numbers(told: Sequence[Told]) -> list[str]:
    return [str(one) + ("," if one is not told[-1] else "") for one in told]


def on_page(place: Told | int) -> str:
    """The name of the words that a fact or note is about, or of a page."""
    return f"words-{place}" if isinstance(place, Told) else f"page-{place}"


def in_list(told: Told) -> str:
    """The name of the place where a fact or note is told."""
    return f"told-{told}"


def draw_page(canvas: Canvas, page: Page, picture: bytes, marks: Sequence[Words], room: Room,
              lettering: Lettering) -> None:  # fmt: skip
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
    write_unseen(canvas, page, lettering)
    canvas.restoreState()
    plates = _Plates(canvas, x, x + page.width * scale)
    for words in marks:
        _frame(canvas, words, (x, y + page.height * scale), scale)
        if words.boxes:
            box = words.boxes[0]
            top, bottom = y + (page.height - box.top) * scale, y + (page.height - box.bottom) * scale
            _bookmark(canvas, words, top)
            plates.put(words, (top + bottom) / 2, on_right=box.x0 + box.x1 > page.width)


class _Plates:
    """Plates beside a page, at the height of their words: over the page they would hide others."""

    def __init__(self, canvas: Canvas, left: float, right: float) -> None:
        self._canvas, self._edges = canvas, (left, right)
        #: Where plates stand already, on each side.
        self._taken: tuple[list[float], list[float]] = ([], [])

    def put(self, words: Words, middle: float, *, on_right: bool) -> None:
        """Where there is one already, below it."""
        y, taken = middle - _HIGH / 2, self._taken[on_right]
        while any(abs(y - other) < _HIGH + 1 for other in taken):
            y -= 1
        taken.append(y)
        x = self._edges[1] + 3 if on_right else self._edges[0] - 3 - plate_width(words.told)
        plate(self._canvas, x, y, words.told, in_list)


def _frame(canvas: Canvas, words: Words, corner: tuple[float, float], scale: float) -> None:
    """Around each line of the words."""
    ink = _NOTE if words.is_note else _MARK
    for box in words.boxes:
        x0, x1 = corner[0] + box.x0 * scale, corner[0] + box.x1 * scale
        top, bottom = corner[1] - box.top * scale, corner[1] - box.bottom * scale
        canvas.setFillColor(ink)
        canvas.setFillAlpha(0.13)
        canvas.setStrokeColor(ink)
        canvas.setLineWidth(1)
        canvas.setDash(*((2, 1.5) if words.is_note else ()))
        canvas.rect(x0 - 2, bottom - 1, x1 - x0 + 4, top - bottom + 2, stroke=1, fill=1)
        canvas.setDash()
        canvas.setFillAlpha(1)


def _bookmark(canvas: Canvas, words: Words, top: float) -> None:
    for one in words.told:
        canvas.bookmarkPage(on_page(one), fit="XYZ", left=0, top=top + 60)


def draw_text(canvas: Canvas, text: str, marks: Sequence[Words], room: Room, start: int,
              lettering: Lettering) -> int | None:  # fmt: skip
    """A page's text from an offset on, as far as there is room; where it goes on, None where it ends."""
    left, bottom, right, top = room
    y = top - _LEADING
    for begin, end in _lines(text, start, right - left, lettering):
        if y < bottom:
            return begin
        _draw_marks(canvas, text, marks, (left, y, right), (begin, end), lettering)
        canvas.setFillColor(INK)
        canvas.setFont(PLAIN, _SIZE)
        canvas.drawString(left, y, lettering.shown(text[begin:end]))
        y -= _LEADING
    return None


def _draw_marks(
    canvas: Canvas, text: str, marks: Sequence[Words], at: tuple[float, float, float], line: tuple[int, int],
    lettering: Lettering,
) -> None:  # fmt: skip
    """What is marked of a line of text; facts have their plates before it, notes behind."""
    left, y, right = at
    plates: dict[bool, list[Told]] = {False: [], True: []}
    for words in marks:
        first, last = max(words.start, line[0]), min(words.end, line[1])
        if first < last:
            x = left + stringWidth(lettering.shown(text[line[0] : first]), PLAIN, _SIZE)
            _ground(canvas, (x, y), stringWidth(lettering.shown(text[first:last]), PLAIN, _SIZE), words.is_note)
            if words.start >= line[0]:
                plates[words.is_note] += words.told
                _bookmark(canvas, words, y)
    if facts := plates[False]:
        plate(canvas, max(2, left - 4 - plate_width(facts)), y - 2, facts, in_list)
    if notes := plates[True]:
        plate(canvas, right + 3, y - 2, notes, in_list)


def _ground(canvas: Canvas, at: tuple[float, float], width: float, is_note: bool) -> None:
    """A ground with a line below behind words of a line of text."""
    x, y = at
    canvas.setFillColor(_NOTE_GROUND if is_note else _GROUND)
    canvas.rect(x, y - 3, width, _SIZE + 3, stroke=0, fill=1)
    canvas.setStrokeColor(_NOTE if is_note else _MARK)
    canvas.setLineWidth(0.9)
    canvas.line(x, y - 3, x + width, y - 3)


def _lines(text: str, start: int, width: float, lettering: Lettering) -> Iterator[tuple[int, int]]:
    """Spans of the text from an offset on, each with room in a line; a line of its own stays one where it has."""
    while start < len(text):
        stop = text.find("\n", start)
        stop = len(text) if stop < 0 else stop
        end = _fitting(text, start, stop, width, lettering)
        yield start, end
        start = end + 1 if end < len(text) and text[end] in "\n " else end


def _fitting(text: str, start: int, stop: int, width: float, lettering: Lettering) -> int:
    """Where a line that begins at ``start`` ends: at the last blank before there is no more room, or in a word."""
    far = min(stop, start + _MOST_LETTERS)
    held = bisect_right(range(start + 1, far + 1), width,
                        key=lambda end: stringWidth(lettering.shown(text[start:end]), PLAIN, _SIZE))  # fmt: skip
    end = start + held
    if end >= stop:
        return stop
    blank = text.rfind(" ", start, end + 1)
    return blank if blank > start else max(end, start + 1)
