"""The drawn pages one below the other, to be scrolled and zoomed, with marks over the words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from archive_app.domain.evidence import Box, Evidence
from archive_app.domain.page import Page
from archive_app.gui import theme
from archive_app.gui.language import tr
from archive_app.gui.models import rotation, spans
from archive_app.gui.models.opened import Opened
from archive_app.gui.models.spans import Mark, Marking
from archive_app.gui.views.page.pictures import Pictures

GAP: Final = 16
SMALLEST, LARGEST = 0.3, 5.0
#: Pixels a point at which a page has its printed size on an ordinary screen.
NATURAL: Final = 96 / 72


class PageCanvas(QAbstractScrollArea):
    """``turned(page)`` for another page at the top, ``pointed(fact)`` and ``noted(id)`` when marked words are clicked.

    ``selected(evidence)`` when words were dragged over, None when they are let go.
    """

    turned = Signal(int)
    zoomed = Signal(float)
    pointed = Signal(object)
    noted = Signal(int)
    selected = Signal(object)

    def __init__(self, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._opened: Opened | None = None
        self._pages: Sequence[Page] = ()
        self._tops: list[float] = []
        self._marks: dict[int, list[Mark]] = {}
        self._scale, self._fits, self._page = NATURAL, True, 0
        #: Whether what fits is the whole page; how often the pages were turned by a quarter to the right.
        self._whole, self._turns = False, 0
        #: Where a drag began: the page's place among the pages, and its word.
        self._from: tuple[int, int] | None = None
        self._words: Evidence | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(tr("page.page"))
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().setSingleStep(40)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        pictures.ready.connect(self.viewport().update)
        # While a splitter is being dragged pages are only scaled; they are drawn sharp when it rests.
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(120)
        self._rest.timeout.connect(self.viewport().update)

    # What is shown ---------------------------------------------------------------------------------------------

    def show_pages(self, opened: Opened | None) -> None:
        self._opened = opened
        self._pages = opened.pages if opened else ()
        self._pictures.show(opened.path if opened else None)
        self._marks, self._page, self._turns = {}, 0, 0
        self._from = self._words = None
        self._fit()
        self.verticalScrollBar().setValue(0)
        self.viewport().update()

    def set_marks(self, marks: Sequence[Mark]) -> None:
        self._marks = {}
        for mark in sorted(marks, key=lambda mark: mark.marking):
            self._marks.setdefault(mark.page, []).append(mark)
        self.viewport().update()

    def go_to(self, page: int, boxes: Sequence[Box] = ()) -> None:
        """Scrolls so that the page's top, or the boxes on it, can be seen."""
        index = next((number for number, held in enumerate(self._pages) if held.number == page), None)
        if index is None:
            return
        top = self._tops[index]
        if not boxes:
            self.verticalScrollBar().setValue(round(top - GAP))
            return
        box = rotation.box(boxes[0], self._pages[index].width, self._pages[index].height, self._turns)
        middle = top + (box.top + box.bottom) / 2 * self._scale
        left = self._page_rect(index).left() + self.horizontalScrollBar().value() + box.x0 * self._scale
        self.verticalScrollBar().setValue(round(middle - self.viewport().height() * 0.4))
        self.horizontalScrollBar().setValue(round(left - self.viewport().width() * 0.3))

    @property
    def page(self) -> int:
        """The number of the page at the top, 0 for none."""
        return self._page

    def set_scale(self, scale: float, fits: bool = False) -> None:
        """Pixels a point; the middle of what is seen stays where it is."""
        before = self._scale
        self._fits = fits
        self._scale = min(max(scale, SMALLEST), LARGEST)
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        self._arrange()
        self.verticalScrollBar().setValue(round(middle * self._scale / before - self.viewport().height() / 2))
        self.zoomed.emit(self._scale / NATURAL)
        self.viewport().update()

    def zoom(self, factor: float) -> None:
        self.set_scale(self._scale * factor)

    def fit_width(self) -> None:
        self._fits, self._whole = True, False
        self._fit()
        self.viewport().update()

    def fit_page(self) -> None:
        """So large that the page at hand is seen whole."""
        page = self._page
        self._fits = self._whole = True
        self._fit()
        self.go_to(page)
        self.viewport().update()

    def rotate(self) -> None:
        """All pages of this record by a quarter to the right; the record itself is not changed."""
        page = self._page
        self._turns = (self._turns + 1) % rotation.QUARTERS
        self._fit()
        self.go_to(page)
        self.viewport().update()

    # Geometry --------------------------------------------------------------------------------------------------

    def _fit(self) -> None:
        sizes = [self._size_of(page) for page in self._pages]
        widest = max((width for width, _ in sizes), default=0.0)
        if self._fits and widest:
            scale = (self.viewport().width() - 2 * GAP) / widest
            if self._whole:
                scale = min(scale, (self.viewport().height() - 2 * GAP) / max(height for _, height in sizes))
            self._scale = min(max(scale, SMALLEST), LARGEST)
        self._arrange()
        self.zoomed.emit(self._scale / NATURAL)

    def _arrange(self) -> None:
        sizes = [self._size_of(page) for page in self._pages]
        heights = [height * self._scale + GAP for _, height in sizes]
        ends = list(accumulate(heights, initial=float(GAP)))
        self._tops = ends[:-1]
        whole = ends[-1] if heights else 0
        widest = max((width for width, _ in sizes), default=0.0) * self._scale + 2 * GAP
        view = self.viewport().size()
        self.verticalScrollBar().setRange(0, max(0, round(whole - view.height())))
        self.verticalScrollBar().setPageStep(view.height())
        self.horizontalScrollBar().setRange(0, max(0, round(widest - view.width())))
        self.horizontalScrollBar().setPageStep(view.width())
        self._scrolled()

    def _page_rect(self, index: int) -> QRectF:
        """A page's box in the viewport."""
        width, height = self._size_of(self._pages[index])
        size = QSizeF(width * self._scale, height * self._scale)
        spare = max(float(GAP), (self.viewport().width() - size.width()) / 2)
        left = spare - self.horizontalScrollBar().value()
        return QRectF(QPointF(left, self._tops[index] - self.verticalScrollBar().value()), size)

    def _visible(self) -> list[int]:
        top = self.verticalScrollBar().value()
        first = max(0, bisect_right(self._tops, top) - 1)
        last = bisect_right(self._tops, top + self.viewport().height())
        return list(range(first, last))

    def _size_of(self, page: Page) -> tuple[float, float]:
        """A page's size in points, as it is turned now."""
        return rotation.size(page.width, page.height, self._turns)

    def _box_rect(self, page: QRectF, of: Page, upright: Box) -> QRectF:
        box = rotation.box(upright, of.width, of.height, self._turns)
        scale = self._scale
        return QRectF(page.left() + box.x0 * scale, page.top() + box.top * scale, (box.x1 - box.x0) * scale,
                      (box.bottom - box.top) * scale)  # fmt: skip

    def _scrolled(self) -> None:
        line = self.verticalScrollBar().value() + self.viewport().height() * 0.4
        index = max(0, bisect_right(self._tops, line) - 1)
        page = self._pages[index].number if self._pages else 0
        if page != self._page:
            self._page = page
            self.turned.emit(page)

    # Painting --------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme.colours().desk)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for index in self._visible():
            box = self._page_rect(index)
            self._paint_page(painter, index, box)
            self._paint_marks(painter, self._pages[index], box)
        painter.end()

    def _paint_page(self, painter: QPainter, index: int, box: QRectF) -> None:
        assert self._opened is not None
        page, record = self._pages[index], self._opened.described.record
        painter.fillRect(box, QColor("white"))
        # While the width is still changing no page is drawn anew.
        scale = self._scale * self.devicePixelRatioF() if not self._rest.isActive() else 0.1
        drawn = self._pictures.get(self._opened.path, record.media_type, page.number, scale)
        if drawn:
            self._paint_turned(painter, box, drawn)
        elif self._pictures.has_failed(self._opened.path, page.number):
            painter.setPen(QColor("#8b909a"))
            words = tr("page.undrawn")
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
        painter.setPen(QPen(theme.colours().line_strong, 1))
        painter.drawRect(box)

    def _paint_turned(self, painter: QPainter, box: QRectF, drawn: QPixmap) -> None:
        painter.save()
        painter.translate(box.center())
        painter.rotate(90 * self._turns)
        size = box.size().transposed() if self._turns % 2 else box.size()
        painter.drawPixmap(QRectF(QPointF(-size.width() / 2, -size.height() / 2), size), drawn, QRectF(drawn.rect()))
        painter.restore()

    def _paint_marks(self, painter: QPainter, of: Page, page: QRectF) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for mark in self._marks.get(of.number, ()):
            for box in mark.boxes:
                paint_mark(painter, self._box_rect(page, of, box), mark.marking)
        if self._words and self._words.page == of.number:
            for box in self._words.boxes:
                paint_mark(painter, self._box_rect(page, of, box), Marking.SELECTED)
        painter.restore()

    # The person ------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        page, had = self._page, bool(self._tops)
        self._rest.start()
        if self._fits:
            before, at = self._scale, self.verticalScrollBar().value()
            self._fit()
            if had and page and before:
                self.verticalScrollBar().setValue(round(at * self._scale / before))
        else:
            self._arrange()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1.15 if event.angleDelta().y() > 0 else 1 / 1.15)
            event.accept()
        else:
            super().wheelEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from and event.buttons() & Qt.MouseButton.LeftButton:
            self._drag(event.position())
            return
        over = self._mark_at(event.position()) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._from = self._word_at(event.position())
            self._select(None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """What was dragged over is selected; a click alone points at a fact."""
        mark = self._mark_at(event.position())
        if self._words is None and mark is not None and event.button() == Qt.MouseButton.LeftButton:
            self.pointed.emit(mark.fact) if mark.note is None else self.noted.emit(mark.note)
        self._from = None

    def _drag(self, point: QPointF) -> None:
        """Words of the page where the drag began."""
        to = self._word_at(point)
        if self._from and to and to[0] == self._from[0] and (to != self._from or self._words):
            self._select(spans.words_between(self._pages[to[0]], self._from[1], to[1]))

    def _select(self, words: Evidence | None) -> None:
        if words != self._words:
            self._words = words
            self.selected.emit(words)
            self.viewport().update()

    def _word_at(self, point: QPointF) -> tuple[int, int] | None:
        for index in self._visible():
            box = self._page_rect(index)
            if box.contains(point):
                x, y = (point.x() - box.left()) / self._scale, (point.y() - box.top()) / self._scale
                page = self._pages[index]
                word = spans.word_at(page, *rotation.upright(x, y, page.width, page.height, self._turns))
                return (index, word) if word is not None else None
        return None

    def _mark_at(self, point: QPointF) -> Mark | None:
        """The uppermost mark at a point that bears a fact or a note."""
        for index in self._visible():
            page, of = self._page_rect(index), self._pages[index]
            for mark in reversed(self._marks.get(of.number, [])):
                bears = mark.fact is not None or mark.note is not None
                if bears and any(self._box_rect(page, of, box).contains(point) for box in mark.boxes):
                    return mark
        return None

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()


def paint_mark(painter: QPainter, box: QRectF, marking: Marking) -> None:
    """Ground multiplied under the words, so that they stay as black as they are; each kind has a shape of its own."""
    scheme = theme.colours()
    wide = box.adjusted(-1.5, -1, 1.5, 1)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    painter.setPen(Qt.PenStyle.NoPen)
    if marking is Marking.EVIDENCE:
        painter.setBrush(theme.light(scheme.evidence, 70))
        painter.drawRoundedRect(wide, 2, 2)
        painter.fillRect(QRectF(wide.left(), wide.bottom() - 1.4, wide.width(), 1.4), scheme.evidence)
    elif marking is Marking.HIT:
        painter.setBrush(scheme.hit)
        painter.drawRoundedRect(wide, 2, 2)
    elif marking is Marking.SELECTED:
        painter.setBrush(theme.light(scheme.info, 90))
        painter.drawRect(wide)
    elif marking is Marking.NOTE:
        painter.setPen(QPen(scheme.note, 1.6, Qt.PenStyle.DotLine))
        painter.drawLine(wide.bottomLeft(), wide.bottomRight())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(scheme.note)
        painter.drawPolygon([wide.topLeft() + QPointF(x, y) for x, y in ((-7, -2), (0, -2), (0, 5), (-3.5, 5))])
    else:
        painter.setBrush(theme.light(scheme.chosen, 75))
        painter.setPen(QPen(scheme.chosen, 1.8))
        painter.drawRoundedRect(wide.adjusted(-1.5, -1, 1.5, 1), 3, 3)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)

