"""The words of a page in no ink over its picture, each where it stands: they can be selected and searched for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from archive_app.domain.evidence import Box
from archive_app.domain.page import Page
from archive_app.exports.evidence_sheet.lettering import PLAIN, Lettering

#: Level, upside down, or sideways: from top to bottom, from bottom to top.
Run = Literal["level", "over", "down", "up"]
#: A word of some letters is not so much higher than wide, unless it stands sideways.
_TALL: Final = 1.5
#: Type in parts of the height of its line, and how far it falls below the line it stands on.
_SIZE, _FALL = 0.9, 0.2


def write_unseen(canvas: Canvas, page: Page, lettering: Lettering) -> None:
    """The canvas counts from the page's top left corner, upwards."""
    canvas.saveState()  # or what is written after them would have no ink either
    text = canvas.beginText()
    text.setTextRenderMode(3)
    for index, run in enumerate(_runs(page)):
        word = page.text[page.words.starts[index] : page.words.ends[index]]
        _write(text, lettering.unseen(word), page.words.box(index), run)
    canvas.drawText(text)
    canvas.restoreState()


def _write(text: PDFTextObject, word: str, box: Box, run: Run) -> None:
    """As long as its box; nothing where that has no size."""
    across, down = box.x1 - box.x0, box.bottom - box.top
    length, height = (across, down) if run in ("level", "over") else (down, across)
    size = max(1.0, height * _SIZE)
    natural = stringWidth(word, PLAIN, size)
    if natural <= 0 or length <= 0:
        return
    text.setFont(PLAIN, size)
    text.setHorizScale(100 * length / natural)
    if run == "level":
        text.setTextOrigin(box.x0, -box.bottom + size * _FALL)
    elif run == "over":
        text.setTextTransform(-1, 0, 0, -1, box.x1, -box.top - size * _FALL)
    elif run == "down":
        text.setTextTransform(0, -1, 1, 0, box.x0 + size * _FALL, -box.top)
    else:
        text.setTextTransform(0, 1, -1, 0, box.x1 - size * _FALL, -box.bottom)
    text.textOut(word + " ")


def _runs(page: Page) -> Iterator[Run]:
    """How each word runs: a tall one as it goes on to its neighbour, a short one as the word before it."""
    words = page.words
    before: Run = "level"
    for index in range(len(words)):
        box = words.box(index)
        run: Run = "level"
        if words.ends[index] - words.starts[index] > 2 and box.bottom - box.top > _TALL * (box.x1 - box.x0):
            run = _sideways(page, index)
        elif _goes_left(page, index):
            run = "over"
        elif before in ("down", "up") and _stands_above_or_below(words.box(index - 1), box):
            run = before
        before = run
        yield run


def _goes_left(page: Page, index: int) -> bool:
    """Whether the word after it, else the one before it, shows that its line runs to the left."""
    words, box = page.words, page.words.box(index)
    after = words.box(index + 1) if index + 1 < len(words) else None
    if after is not None and _stands_beside(box, after):
        return after.x1 <= box.x0
    before = words.box(index - 1) if index else None
    return before is not None and _stands_beside(box, before) and before.x0 >= box.x1


def _stands_beside(one: Box, other: Box) -> bool:
    apart = one.x1 <= other.x0 or other.x1 <= one.x0
    return apart and min(one.bottom, other.bottom) - max(one.top, other.top) > 0.5 * (one.bottom - one.top)


def _sideways(page: Page, index: int) -> Run:
    words = page.words
    first, second = (index, index + 1) if index + 1 < len(words) else (index - 1, index)
    if first < 0 or not _stands_above_or_below(words.box(first), words.box(second)):
        first, second = index - 1, index
    return "up" if first >= 0 and words.box(second).top < words.box(first).top else "down"


def _stands_above_or_below(one: Box, other: Box) -> bool:
    """Whether both share their width and not their height, as words of a line that runs sideways do."""
    apart = one.bottom <= other.top + 1 or other.bottom <= one.top + 1
    return apart and min(one.x1, other.x1) - max(one.x0, other.x0) > 0.5 * min(one.x1 - one.x0, other.x1 - other.x0)
