"""Where pages lie, one below the other: at a scale, and each turned by quarters."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF

from archive_app.domain.evidence import Box
from archive_app.domain.page import Page
from archive_app.gui.models.page import columns, marks, rotation
from archive_app.gui.models.page.columns import Column
from archive_app.gui.models.page.word_selection import Place

GAP: Final = 16
SMALLEST, LARGEST = 0.3, 5.0
#: Pixels a point at which a page has its printed size on an ordinary screen.
NATURAL: Final = 96 / 72


class Sheets:
    """``scale`` is pixels a point; ``tops`` where each page begins, ``height`` and ``width`` how much all of them take.

    Points of the window are counted from the viewport's corner, ``seen`` is the part of the whole that it shows.
    """

    def __init__(self) -> None:
        self.pages: Sequence[Page] = ()
        self.scale = NATURAL
        #: Quarters to the right by which pages are turned, by their numbers.
        self.turns: dict[int, int] = {}
        self.tops: list[float] = []
        self.height = self.width = 0.0
        self.seen = QRectF()
        self._columns: dict[int, tuple[Column, ...]] = {}

    def put(self, pages: Sequence[Page], turns: Mapping[int, int] = MappingProxyType({})) -> None:
        """Other pages, as they are turned."""
        self.pages, self.turns, self._columns = pages, dict(turns), {}

    def turns_of(self, page: Page) -> int:
        return self.turns.get(page.number, 0)

    def arrange(self) -> None:
        """Anew, for another scale or other pages."""
        sizes = [self.size_of(page) for page in self.pages]
        ends = list(accumulate((height * self.scale + GAP for _, height in sizes), initial=float(GAP)))
        self.tops = ends[:-1]
        self.height = ends[-1] if sizes else 0.0
        self.width = max((width for width, _ in sizes), default=0.0) * self.scale + 2 * GAP

    def fit(self, room: QSizeF, whole: bool) -> None:
        """The scale at which the widest page, or any page as a whole, has room."""
        sizes = [self.size_of(page) for page in self.pages]
        widest = max((width for width, _ in sizes), default=0.0)
        if widest:
            scale = (room.width() - 2 * GAP) / widest
            if whole:
                scale = min(scale, (room.height() - 2 * GAP) / max(height for _, height in sizes))
            self.zoom_to(scale)

    def zoom_to(self, scale: float) -> None:
        self.scale = min(max(scale, SMALLEST), LARGEST)

    def size_of(self, page: Page) -> tuple[float, float]:
        """A page's size in points, as it is turned now."""
        return rotation.size(page.width, page.height, self.turns_of(page))

    def rect(self, index: int) -> QRectF:
        """A page's box in the viewport; in its middle where there is room."""
        width, height = self.size_of(self.pages[index])
        size = QSizeF(width * self.scale, height * self.scale)
        spare = max(float(GAP), (self.seen.width() - size.width()) / 2)
        return QRectF(QPointF(spare - self.seen.left(), self.tops[index] - self.seen.top()), size)

    def visible(self) -> list[int]:
        """The places of the pages of which something is seen."""
        first = max(0, bisect_right(self.tops, self.seen.top()) - 1)
        return list(range(first, bisect_right(self.tops, self.seen.bottom())))

    def at_height(self, part: float) -> int:
        """The place of the page that lies at a part of the viewport's height."""
        return max(0, bisect_right(self.tops, self.seen.top() + self.seen.height() * part) - 1)

    def index_of(self, number: int) -> int | None:
        return next((index for index, page in enumerate(self.pages) if page.number == number), None)

    def turned(self, index: int, upright: Box) -> Box:
        page = self.pages[index]
        return rotation.box(upright, page.width, page.height, self.turns_of(page))

    def box_rect(self, index: int, upright: Box) -> QRectF:
        """A box of a page in the viewport."""
        box, page, scale = self.turned(index, upright), self.rect(index), self.scale
        return QRectF(page.left() + box.x0 * scale, page.top() + box.top * scale, (box.x1 - box.x0) * scale,
                      (box.bottom - box.top) * scale)  # fmt: skip

    def columns(self, index: int) -> tuple[Column, ...]:
        """The columns of the words on the page at that place."""
        if index not in self._columns:
            self._columns[index] = columns.columns(self.pages[index])
        return self._columns[index]

    def word_at(self, point: QPointF) -> Place | None:
        """The page and the word at a point of the viewport, or the nearest on that line."""
        for index in self.visible():
            if self.rect(index).contains(point):
                word = marks.word_at(self.pages[index], *self._upright(index, point))
                return (index, word) if word is not None else None
        return None

    def nearest(self, point: QPointF, begun: Place | None = None) -> Place | None:
        """The nearest word of the nearest page; beside the columns, of the one where a drag began."""
        if not self.pages:
            return None
        index = min(self.visible(), key=lambda index: _above_or_below(self.rect(index), point))
        own = begun[1] if begun and begun[0] == index else None
        word = columns.nearest_word(self.pages[index], self.columns(index), *self._upright(index, point), own)
        return (index, word) if word is not None else None

    def _upright(self, index: int, point: QPointF) -> tuple[float, float]:
        """A point of the viewport on the page as it is printed."""
        box, page = self.rect(index), self.pages[index]
        x, y = (point.x() - box.left()) / self.scale, (point.y() - box.top()) / self.scale
        return rotation.upright(x, y, page.width, page.height, self.turns_of(page))


def _above_or_below(box: QRectF, point: QPointF) -> float:
    return max(box.top() - point.y(), 0.0, point.y() - box.bottom())
