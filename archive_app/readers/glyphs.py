"""The words of a PDF page with their boxes, from the character boxes that pdfium keeps.

Two calls a word where that is enough, since each costs a microsecond: the first character's box and the last one's.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import cast

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from archive_app.readers.layout.frames import SLANTED, Direction, Rectangle, upright
from archive_app.readers.layout.words import Word

#: pdfium's sign for a hyphen at a line's end, after which it joins the next line to this one.
_LINE_END_HYPHEN = "\ufffe"
_SPELLED = str.maketrans(
    {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st"}
    | {"\u00ad": "-", "\u0002": "-", _LINE_END_HYPHEN: "-"}
)
_TOKEN = re.compile(r"[^\s\x00-\x01\x03-\x1f\x7f]+")
_UNREADABLE = re.compile("[\ufffd\ue000-\uf8ff]")
#: A word so wide for its letters, or so long, may be several words set without a space.
_WIDE = 0.8
_LONG = 24
#: In heights: a gap that parts words, and a step back that begins a new line.
_WORD_GAP = 0.2
_STEP_BACK = 0.5


def words_on(page: pdfium.PdfPage) -> dict[Direction, list[Word]]:
    """The page's words by the direction they run in, in the order the file draws them.

    Boxes are those of the page as it is shown (cropped and turned), turned upright for their direction.
    """
    text_page = page.get_textpage()
    try:
        return _Glyphs(text_page, _Shown(page)).words()
    finally:
        text_page.close()


def unreadable_share(text: str) -> float:
    """The share of characters that stand for no letter: the file does not say what its glyphs mean."""
    return 0.0 if text.isascii() else len(_UNREADABLE.findall(text)) / len(text)


class _Shown:
    """From a page's own space (upwards, before cropping and turning) to the page as it is shown."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self._left, bottom, right, self._top = page.get_bbox()
        self._width, self._height = right - self._left, self._top - bottom
        self.turns = page.get_rotation() // 90

    def box(self, left: float, bottom: float, right: float, top: float) -> Rectangle:
        """A box as ``(x0, top, x1, bottom)`` from the shown page's top left corner."""
        x0, x1 = left - self._left, right - self._left
        y0, y1 = self._top - top, self._top - bottom
        if self.turns == 1:
            return self._height - y1, x0, self._height - y0, x1
        if self.turns == 2:
            return self._width - x1, self._height - y1, self._width - x0, self._height - y0
        if self.turns == 3:
            return y0, self._width - x1, y1, self._width - x0
        return x0, y0, x1, y1


class _Glyphs:
    """The characters of one text page."""

    def __init__(self, text_page: pdfium.PdfTextPage, shown: _Shown) -> None:
        self._handle = text_page.raw
        self._shown = shown
        self._rectangle = raw.FS_RECTF()
        self._reference = ctypes.byref(self._rectangle)
        self._text = self._characters()

    def words(self) -> dict[Direction, list[Word]]:
        found: dict[Direction, list[Word]] = {}
        level = found.setdefault(self._on_page(0), [])
        show, direction = self._shown.box, self._on_page(0)
        for token in _TOKEN.finditer(self._text):
            start, end = token.span()
            text = token[0]
            first, last = self._box(start), self._box(end - 1)
            if self._is_plain(text, first, last):
                bottom = first[1] if first[1] < last[1] else last[1]
                box = show(first[0], bottom, last[2], first[3] if first[3] > last[3] else last[3])
                level.append(Word(_printed(text), *upright(box, direction)))
            else:
                turned = self._direction(start)
                found.setdefault(turned, []).extend(self._pieces(text, start, turned))
        return {direction: words for direction, words in found.items() if words}

    def _characters(self) -> str:
        """One character for each index, so that an index into the text is one into the boxes."""
        count = raw.FPDFText_CountChars(self._handle)
        if count <= 0:
            return ""
        buffer = (ctypes.c_ushort * (count + 1))()
        written = raw.FPDFText_GetText(self._handle, 0, count, buffer)
        text = bytes(buffer)[: 2 * max(written - 1, 0)].decode("utf-16-le", "replace")
        if len(text) == count:
            return text
        codes = (raw.FPDFText_GetUnicode(self._handle, index) for index in range(count))
        return "".join(_character(code) for code in codes)

    def _box(self, index: int) -> Rectangle:
        """The box of a character as high as its line: left, bottom, right, top."""
        rectangle = self._rectangle
        raw.FPDFText_GetLooseCharBox(self._handle, index, self._reference)
        return rectangle.left, rectangle.bottom, rectangle.right, rectangle.top

    def _is_plain(self, text: str, first: Rectangle, last: Rectangle) -> bool:
        """Whether first and last character tell enough: a level word on one line with no gap in it."""
        height = first[3] - first[1]
        if not 0 < last[2] - first[0] <= _WIDE * height * len(text) or abs(first[1] - last[1]) > 0.3 * height:
            return False
        return 1 < len(text) <= _LONG and _LINE_END_HYPHEN not in text

    def _direction(self, index: int) -> Direction:
        turns = raw.FPDFText_GetCharAngle(self._handle, index) / (math.pi / 2)
        if turns < 0:
            return self._on_page(0)
        return self._on_page(round(turns)) if abs(turns - round(turns)) < 0.1 else SLANTED

    def _on_page(self, turns: int) -> Direction:
        return cast(Direction, (turns + self._shown.turns) % 4)

    def _pieces(self, text: str, start: int, direction: Direction) -> Iterator[Word]:
        """A token cut where its characters stand apart or go back to a new line."""
        show = self._shown.box
        boxes = [upright(show(*self._box(index)), direction) for index in range(start, start + len(text))]
        if direction == SLANTED:
            yield _word(text, boxes)
            return
        begun = 0
        for index, (before, after) in enumerate(pairwise(boxes), 1):
            if _are_apart(before, after):
                yield _word(text[begun:index], boxes[begun:index])
                begun = index
        yield _word(text[begun:], boxes[begun:])


def _character(code: int) -> str:
    return chr(code) if 0 < code < 0xD800 or 0xE000 <= code < 0x110000 else "\ufffd"


def _printed(text: str) -> str:
    return text if text.isascii() else text.translate(_SPELLED)


def _are_apart(before: Rectangle, after: Rectangle) -> bool:
    height = before[3] - before[1]
    gap = after[0] - before[2]
    beside = min(before[3], after[3]) > max(before[1], after[1])
    return gap > _WORD_GAP * height or gap < -_STEP_BACK * height or not beside


def _word(text: str, boxes: list[Rectangle]) -> Word:
    return Word(
        _printed(text),
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )
