"""Words seen in a picture as a page: put level, laid out as words of any page, their boxes put back on the picture."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from archive_app.domain.evidence import Box
from archive_app.domain.page import Page, WordBoxes
from archive_app.readers.layout.composition import compose
from archive_app.readers.layout.frames import Direction, upright
from archive_app.readers.layout.words import Word
from archive_app.readers.ocr.seen import Corners, Point, Seen, SeenWord, slope


def page_of(page: Page, seen: Seen, size: tuple[int, int], engine: str) -> Page:
    """The page as read by an engine; ``size`` is that of the picture the words were seen in, in pixels."""
    frame = _Frame(seen.angle, page.width / max(size[0], 1), page.height / max(size[1], 1))
    by_direction: dict[Direction, list[Word]] = defaultdict(list)
    surest = _Sureness()
    for word in seen.words:
        box, direction = frame.level(word.corners), frame.direction(word)
        surest.note(box, word.confidence)
        by_direction[direction].append(Word(word.text, *upright((box.x0, box.top, box.x1, box.bottom), direction)))
    text, words = compose(by_direction)
    if not text:
        return replace(page, needs_ocr=False, unread="", engine=engine)
    spans = zip(words.starts, words.ends, strict=True)
    level = [(start, end, words.box(index)) for index, (start, end) in enumerate(spans)]
    return Page(
        page.number, text, page.width, page.height,
        WordBoxes((start, end, frame.on_picture(box)) for start, end, box in level),
        engine=engine, confidences=bytes(surest.within(box) for _, _, box in level),
    )  # fmt: skip


class _Frame:
    """Between pixels of the picture and points of the page turned so that most of its text runs level."""

    def __init__(self, angle: float, across: float, down: float) -> None:
        self._angle, self._across, self._down = angle, across, down
        self._cos, self._sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))

    def level(self, corners: Corners) -> Box:
        points = ((x * self._across, y * self._down) for x, y in corners)
        return _around([(x * self._cos + y * self._sin, y * self._cos - x * self._sin) for x, y in points])

    def direction(self, word: SeenWord) -> Direction:
        """How this word runs among the others: most run level, a margin's note may run up or down."""
        return cast(Direction, round((slope(word.corners) - self._angle) / 90) % 4)

    def on_picture(self, level: Box) -> Box:
        corners = ((x, y) for x in (level.x0, level.x1) for y in (level.top, level.bottom))
        return _around([(x * self._cos - y * self._sin, y * self._cos + x * self._sin) for x, y in corners])


def _around(points: Sequence[Point]) -> Box:
    across, down = [x for x, _ in points], [y for _, y in points]
    return Box(min(across), min(down), max(across), max(down))


class _Sureness:
    """Confidences by place: laying out joins what an engine saw in pieces, so words are known by where they stand."""

    _CELL = 8.0

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], list[tuple[Point, int]]] = defaultdict(list)

    def note(self, box: Box, confidence: float) -> None:
        middle = (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2
        self._cells[self._cell(*middle)].append((middle, max(0, min(100, round(100 * confidence)))))

    def within(self, box: Box) -> int:
        """The least confidence of the words whose middle lies in the box."""
        (first, top), (last, bottom) = self._cell(box.x0, box.top), self._cell(box.x1, box.bottom)
        found = (
            confidence
            for column in range(first, last + 1)
            for row in range(top, bottom + 1)
            for (x, y), confidence in self._cells.get((column, row), ())
            if box.x0 <= x <= box.x1 and box.top <= y <= box.bottom
        )
        return min(found, default=0)

    def _cell(self, x: float, y: float) -> tuple[int, int]:
        return math.floor(x / self._CELL), math.floor(y / self._CELL)
