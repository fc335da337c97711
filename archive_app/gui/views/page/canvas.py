"""The drawn pages one below the other, to be scrolled and zoomed, with marks over the words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)  # fmt: skip
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from archive_app.domain.evidence import Box
from archive_app.gui import theme
from archive_app.gui.language import tr
from archive_app.gui.models.description.opened import Opened
from archive_app.gui.models.page import rotation
from archive_app.gui.models.page.marks import Mark, Marking
from archive_app.gui.models.page.word_selection import Step, WordSelection
from archive_app.gui.views.page.edge_scroll import EdgeScroll
from archive_app.gui.views.page.painting import paint_mark, paint_sheet
from archive_app.gui.views.page.pictures import Pictures
from archive_app.gui.views.page.selecting import Selecting
from archive_app.gui.views.page.sheets import GAP, NATURAL, Sheets

#: With Shift these keys go on from word to word; with Ctrl to one word alone.
STEPS: Final = {
    Qt.Key.Key_Right: Step.NEXT, Qt.Key.Key_Left: Step.PREVIOUS, Qt.Key.Key_Down: Step.BELOW, Qt.Key.Key_Up: Step.ABOVE,
    Qt.Key.Key_Home: Step.LINE_START, Qt.Key.Key_End: Step.LINE_END,
}  # fmt: skip
_SHIFT, _CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class PageCanvas(QAbstractScrollArea):
    """``turned(page)`` for another page at the top, ``pointed(fact)`` and ``noted(id)`` when marked words are clicked.

    ``rotated(turns)`` tells by how many quarters each page that was turned by hand now is, by its number.
    ``selected(passage)`` when words were dragged over or gone over with the keys, None when they are let go.
    ``menu_wanted(place)`` where a menu for the words is to open, on the screen. ``telling(mark)`` gives what a tooltip
    says of a mark.
    """

    turned = Signal(int)
    rotated = Signal(object)
    zoomed = Signal(float)
    pointed = Signal(object)
    noted = Signal(int)
    selected = Signal(object)
    menu_wanted = Signal(object)

    def __init__(self, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._opened: Opened | None = None
        self._sheets = Sheets()
        self._marks: dict[int, list[Mark]] = {}
        #: Whether pages fit, and whether what fits is the whole page.
        self._fits, self._whole, self._page = True, False, 0
        self.telling: Callable[[Mark], str] = lambda mark: ""
        self._selecting = Selecting(self._sheets, self)
        self._selecting.changed.connect(self.selected)
        self._selecting.changed.connect(lambda _: self.viewport().update())
        self._edge = EdgeScroll(self)
        self._edge.scrolled.connect(self._selecting.drag)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(tr("page.page"))
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().setSingleStep(40)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.valueChanged.connect(self._scrolled)
        pictures.ready.connect(self.viewport().update)
        # While a splitter is being dragged pages are only scaled; they are drawn sharp when it rests.
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(120)
        self._rest.timeout.connect(self.viewport().update)

    # What is shown ---------------------------------------------------------------------------------------------

    def show_pages(self, opened: Opened | None) -> None:
        self._opened = opened
        self._sheets.put(opened.pages if opened else (), opened.turns if opened else {})
        self._pictures.show(opened.path if opened else None)
        self._marks, self._page = {}, 0
        self._selecting.forget()
        self._fit()
        self.verticalScrollBar().setValue(0)
        self.viewport().update()

    def prepare(self, opened: Opened, page: int) -> None:
        """Has a page of another record drawn as large as it will be shown."""
        sheets = Sheets()
        sheets.put(opened.pages, opened.turns)
        sheets.scale = self._sheets.scale
        if self._fits:
            sheets.fit(QSizeF(self.viewport().size()), self._whole)
        scale = sheets.scale * self.devicePixelRatioF()
        self._pictures.prepare(opened.path, opened.described.record.media_type, page, scale)

    def set_marks(self, marks: Sequence[Mark]) -> None:
        self._marks = {}
        for mark in sorted(marks, key=lambda mark: mark.marking):
            self._marks.setdefault(mark.page, []).append(mark)
        self.viewport().update()

    def go_to(self, page: int, boxes: Sequence[Box] = ()) -> None:
        """Scrolls so that the page's top, or the boxes on it, can be seen."""
        index = self._sheets.index_of(page)
        if index is None:
            return
        top = self._sheets.tops[index]
        if not boxes:
            self.verticalScrollBar().setValue(round(top - GAP))
            return
        box, scale = self._sheets.turned(index, boxes[0]), self._sheets.scale
        left = self._page_rect(index).left() + self.horizontalScrollBar().value() + box.x0 * scale
        middle = top + (box.top + box.bottom) / 2 * scale
        self.verticalScrollBar().setValue(round(middle - self.viewport().height() * 0.4))
        self.horizontalScrollBar().setValue(round(left - self.viewport().width() * 0.3))

    @property
    def page(self) -> int:
        """The number of the page at the top, 0 for none."""
        return self._page

    def set_scale(self, scale: float, fits: bool = False) -> None:
        """Pixels a point; the middle of what is seen stays where it is."""
        before = self._sheets.scale
        self._fits = fits
        self._sheets.zoom_to(scale)
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        self._arrange()
        self.verticalScrollBar().setValue(round(middle * self._sheets.scale / before - self.viewport().height() / 2))
        self._tell_scale()

    def zoom(self, factor: float) -> None:
        self.set_scale(self._sheets.scale * factor)

    def fit_width(self) -> None:
        self._fits, self._whole = True, False
        self._fit()

    def fit_page(self) -> None:
        """So large that the page at hand is seen whole."""
        page = self._page
        self._fits = self._whole = True
        self._fit()
        self.go_to(page)

    def rotate(self, every: bool = False) -> None:
        """The page at hand, or every one, by a quarter to the right; the original is not changed."""
        at_hand, sheets = self._page, self._sheets
        turned = [page for page in sheets.pages if every or page.number == at_hand]
        sheets.turns |= {page.number: (sheets.turns_of(page) + 1) % rotation.QUARTERS for page in turned}
        self._fit()
        self.go_to(at_hand)
        self.rotated.emit(dict(sheets.turns))

    # Geometry --------------------------------------------------------------------------------------------------

    def _fit(self) -> None:
        if self._fits:
            self._sheets.fit(QSizeF(self.viewport().size()), self._whole)
        self._arrange()
        self._tell_scale()

    def _tell_scale(self) -> None:
        self.zoomed.emit(self._sheets.scale / NATURAL)
        self.viewport().update()

    def _arrange(self) -> None:
        self._sheets.arrange()
        view = self.viewport().size()
        self.verticalScrollBar().setRange(0, max(0, round(self._sheets.height - view.height())))
        self.verticalScrollBar().setPageStep(view.height())
        self.horizontalScrollBar().setRange(0, max(0, round(self._sheets.width - view.width())))
        self.horizontalScrollBar().setPageStep(view.width())
        self._scrolled()

    def _page_rect(self, index: int) -> QRectF:
        return self._sheets.rect(index)

    def _scrolled(self) -> None:
        corner = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        self._sheets.seen = QRectF(corner, QSizeF(self.viewport().size()))
        pages = self._sheets.pages
        page = pages[self._sheets.at_height(0.4)].number if pages else 0
        if page != self._page:
            self._page = page
            self.turned.emit(page)

    # Painting --------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme.colours().desk)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        visible = self._sheets.visible()
        self._look_at(visible)
        for index in visible:
            self._paint_page(painter, index)
            self._paint_marks(painter, index)
        painter.end()

    def _look_at(self, visible: Sequence[int]) -> None:
        """What is seen is drawn first; then the pages after and before, so that they stand there when turned to."""
        if self._opened is None or not visible:
            return
        pages = self._sheets.pages
        beside = [index for index in (visible[-1] + 1, visible[0] - 1) if 0 <= index < len(pages)]
        self._pictures.look_at([pages[index].number for index in (*visible, *beside)])
        if not self._rest.isActive():
            for index in (*visible, *beside):
                self._picture(index)

    def _picture(self, index: int) -> QPixmap | None:
        """While the width is still changing no page is drawn anew."""
        assert self._opened is not None
        scale = self._sheets.scale * self.devicePixelRatioF() if not self._rest.isActive() else 0.1
        record, number = self._opened.described.record, self._sheets.pages[index].number
        return self._pictures.get(self._opened.path, record.media_type, number, scale)

    def _paint_page(self, painter: QPainter, index: int) -> None:
        assert self._opened is not None
        page = self._sheets.pages[index]
        failed = self._pictures.has_failed(self._opened.path, page.number)
        paint_sheet(painter, self._page_rect(index), self._picture(index), self._sheets.turns_of(page), failed)

    def _paint_marks(self, painter: QPainter, index: int) -> None:
        number = self._sheets.pages[index].number
        marks = list(self._marks.get(number, ()))
        if selected := self._selecting.boxes(number):
            marks.append(Mark(number, 0, 0, selected, Marking.SELECTED))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for mark in marks:
            for at, box in enumerate(mark.boxes):
                paint_mark(painter, self._sheets.box_rect(index, box), mark, first=at == 0)
        painter.restore()

    # The person ------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        page, had = self._page, bool(self._sheets.tops)
        self._rest.start()
        if self._fits:
            before, at = self._sheets.scale, self.verticalScrollBar().value()
            self._fit()
            if had and page and before:
                self.verticalScrollBar().setValue(round(at * self._sheets.scale / before))
        else:
            self._arrange()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & _CTRL:
            self.zoom(1.15 if event.angleDelta().y() > 0 else 1 / 1.15)
            event.accept()
        else:
            super().wheelEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._selecting.dragging and event.buttons() & Qt.MouseButton.LeftButton:
            self._selecting.drag(event.position())
            self._edge.pull(event.position())
            return
        over = self._mark_at(event.position()) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """With Shift what is selected goes on to here."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if event.modifiers() & _SHIFT:
            self._selecting.go_on(event.position())
        else:
            self._selecting.begin(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._selecting.take_word(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """What was dragged over is selected; a click alone points at a fact."""
        mark = self._mark_at(event.position())
        if self._selecting.words is None and mark is not None and event.button() == Qt.MouseButton.LeftButton:
            self.pointed.emit(mark.fact) if mark.note is None else self.noted.emit(mark.note)
        self._selecting.let_go()
        self._edge.rest()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """For the words selected, else for the word below the pointer."""
        if self._selecting.words is None:
            self._selecting.take_word(QPointF(event.pos()))
            self._selecting.let_go()
        if self._selecting.words:
            self.menu_wanted.emit(event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        """What a mark is for, when the pointer rests on it."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            mark = self._mark_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self.telling(mark) if mark else "", self.viewport())
            return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys, step = event.modifiers(), STEPS.get(Qt.Key(event.key()))
        if step and keys & (_SHIFT | _CTRL):
            self._step(step, bool(keys & _SHIFT))
        elif event.key() == Qt.Key.Key_A and keys & _CTRL:
            self._selecting.take_all()
        elif event.key() == Qt.Key.Key_Escape and self._selecting.words:
            self.select(None)
        else:
            super().keyPressEvent(event)

    # Words -----------------------------------------------------------------------------------------------------

    def select(self, selection: WordSelection | None) -> None:
        """Words of one page or several, or none."""
        self._selecting.select(selection)

    def _step(self, step: Step, extend: bool) -> None:
        """From the words selected, else from the fact at hand or the first word of the page; brought into view."""
        chosen = [mark for mark in self._marks.get(self._page, ()) if mark.marking is Marking.CHOSEN]
        self._selecting.step(step, extend, self._at_hand(), chosen[-1] if chosen else None)
        now = self._selecting.selection
        if now:
            index, word = now.caret
            page = self._sheets.pages[index]
            box = page.words.box(word)
            if not QRectF(self.viewport().rect()).contains(self._sheets.box_rect(index, box)):
                self.go_to(page.number, (box,))

    def _at_hand(self) -> int:
        """The place among the pages of the one at hand."""
        return self._sheets.index_of(self._page) or 0

    def _mark_at(self, point: QPointF) -> Mark | None:
        """The uppermost mark at a point that bears a fact or a note."""
        for index in self._sheets.visible():
            for mark in reversed(self._marks.get(self._sheets.pages[index].number, [])):
                bears = mark.fact is not None or mark.note is not None
                if bears and any(self._sheets.box_rect(index, box).contains(point) for box in mark.boxes):
                    return mark
        return None

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()
