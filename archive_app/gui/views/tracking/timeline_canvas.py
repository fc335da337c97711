"""A timeline to zoom (wheel, + and −), to pan (drag, Shift and arrows), to click on and to go through by arrows."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)  # fmt: skip
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from archive_app.domain.coverage import Gap
from archive_app.domain.timeline import Bar, Mark, Timeline
from archive_app.gui import theme
from archive_app.gui.language import tr
from archive_app.gui.models.tracking import timeline_layout
from archive_app.gui.models.tracking.timeline_layout import AXIS, Axis, LaneBox, Shape
from archive_app.gui.views.telling import tell
from archive_app.gui.views.tracking import timeline_painting as painting
from archive_app.gui.views.tracking.timeline_keys import Reached

#: How wide the lanes' names are.
NAMES: Final = 230.0
MARGIN: Final = 26.0
#: Rims and signs stand out so far from what they belong to.
EDGE: Final = 8.0
#: Room for the last year's number.
AFTER: Final = 52.0


class TimelineCanvas(QAbstractScrollArea):
    """``record_wanted(id)`` when a bar or a mark is clicked, ``agreement_wanted(id)`` for a lapse's last agreement."""

    record_wanted = Signal(str)
    agreement_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._timeline: Timeline | None = None
        self._axis = Axis(date(2000, 1, 1), date(2001, 1, 1), 1.0)
        self._lanes: list[LaneBox] = []
        self._bottom = AXIS
        #: The shapes of the lanes that were looked at since the axis last changed.
        self._shapes: dict[int, list[Shape]] = {}
        self._on = date.min
        self._reached = Reached(self.shapes_of)
        self._hovered: Shape | None = None
        self._fits = True
        self._dragged: QPointF | None = None
        self._moved = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("timelines.timeline"))
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.horizontalScrollBar().setSingleStep(40)
        self.verticalScrollBar().setSingleStep(30)

    # What is shown ---------------------------------------------------------------------------------------------

    def show_timeline(self, timeline: Timeline | None) -> None:
        same = timeline and self._timeline and timeline.agency == self._timeline.agency
        self._timeline = timeline
        self._lanes = timeline_layout.lane_boxes(timeline) if timeline else []
        self._bottom = self._lanes[-1].top + self._lanes[-1].height if self._lanes else AXIS
        self._on = timeline.on if timeline else date.min
        self._reached.start(len(self._lanes))
        self.setAccessibleDescription("")
        if not same or self._fits:
            self.fit()
        else:
            self._arrange()

    def fit(self) -> None:
        """All years in the width there is."""
        self._fits = True
        if self._timeline:
            self._axis = Axis.fitting(self._timeline, self.viewport().width() - NAMES - MARGIN - AFTER)
        self._arrange()

    def zoom(self, factor: float, at: float | None = None) -> None:
        """Wider or narrower; the day under ``at`` (a place in the viewport, the middle where not given) stays put."""
        place = at if at is not None else (NAMES + self.viewport().width()) / 2
        day = (place - self._origin()) / self._axis.per_day
        self._axis = self._axis.zoomed(factor)
        self._fits = False
        self._arrange()
        self.horizontalScrollBar().setValue(round(day * self._axis.per_day + NAMES + MARGIN - place))

    def shape_at(self, point: QPointF) -> Shape | None:
        """What lies at a point of the viewport."""
        if point.x() < NAMES or point.y() < AXIS:
            return None
        x, y = point.x() - self._origin(), point.y() + self.verticalScrollBar().value()
        for number, lane in enumerate(self._lanes):
            if lane.top <= y < lane.top + lane.height:
                return timeline_layout.shape_at(self.shapes_of(number), x, y)
        return None

    def place_of(self, shape: Shape) -> QPointF:
        """Where a shape's middle is in the viewport."""
        x = shape.x + shape.width / 2 + self._origin()
        return QPointF(x, shape.y + shape.height / 2 - self.verticalScrollBar().value())

    @property
    def shapes(self) -> list[Shape]:
        return [shape for number in range(len(self._lanes)) for shape in self.shapes_of(number)]

    @property
    def lanes(self) -> list[LaneBox]:
        return self._lanes

    def shapes_of(self, lane: int) -> list[Shape]:
        """Everything in a lane; laid out when it is first looked at."""
        found = self._shapes.get(lane)
        if found is None:
            found = self._shapes[lane] = timeline_layout.shapes(self._lanes[lane], self._axis, self._on)
        return found

    def reveal(self, shape: Shape) -> None:
        """Scrolls as far as is needed for a shape to be seen."""
        view, place = self.viewport().rect(), self.place_of(shape)
        room = min(shape.width / 2, (view.width() - NAMES) / 3) + 20
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        if place.x() - room < NAMES:
            across.setValue(round(across.value() + place.x() - room - NAMES))
        elif place.x() + room > view.width():
            across.setValue(round(across.value() + place.x() + room - view.width()))
        if place.y() - 30 < AXIS:
            down.setValue(round(down.value() + place.y() - 30 - AXIS))
        elif place.y() + 30 > view.height():
            down.setValue(round(down.value() + place.y() + 30 - view.height()))
        self.viewport().update()

    def _origin(self) -> float:
        """Where the first day stands in the viewport."""
        return NAMES + MARGIN - self.horizontalScrollBar().value()

    def _arrange(self) -> None:
        self._shapes = {}
        view = self.viewport().size()
        wide = round(self._axis.width + NAMES + MARGIN + AFTER - view.width())
        high = round(self._bottom - view.height()) + 12 if self._lanes else 0
        self.horizontalScrollBar().setRange(0, max(0, wide))
        self.horizontalScrollBar().setPageStep(view.width())
        self.verticalScrollBar().setRange(0, max(0, high))
        self.verticalScrollBar().setPageStep(view.height())
        self._hovered = None
        self.viewport().update()

    # Painting --------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Only what is new to be seen: of a picture that was scrolled the strip at its edge."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        view = QRectF(self.viewport().rect())
        painter.setClipRect(event.rect())
        painter.fillRect(event.rect(), theme.colours().surface)
        if self._timeline:
            self._paint_lanes(painter, view, QRectF(event.rect()), self._timeline.on)
            self._paint_axis(painter, view, self._timeline.on)
        painter.end()

    def _paint_lanes(self, painter: QPainter, view: QRectF, part: QRectF, on: date) -> None:
        down = self.verticalScrollBar().value()
        painter.save()
        painter.translate(0, -down)
        visible = [
            (number, lane) for number, lane in enumerate(self._lanes)
            if lane.top - down < part.bottom() and lane.top + lane.height - down > part.top()
        ]  # fmt: skip
        for number, lane in visible:
            painting.paint_lane_ground(painter, lane, 0, view.width(), odd=number % 2 == 1)
        painter.translate(self._origin(), 0)
        left, right = part.left() - self._origin() - EDGE, part.right() - self._origin() + EDGE
        self._paint_years(painter, max(self._bottom, down + view.height()), left, right)
        for number, lane in visible:
            self._paint_lane(painter, lane, number, (left, right), on)
        painter.translate(-self._origin(), 0)
        for number, lane in visible if part.left() < NAMES else ():
            painting.paint_lane_name(painter, lane, 0, NAMES, odd=number % 2 == 1)
        painter.restore()

    def _paint_lane(self, painter: QPainter, lane: LaneBox, number: int, seen: tuple[float, float], on: date) -> None:
        """What of a lane is to be seen; the chains beneath, what the keys have reached on top."""
        found = self.shapes_of(number)
        for line in timeline_layout.chain_lines(lane, found):
            painting.paint_chain(painter, line)
        for shape in found:
            if shape.x <= seen[1] and shape.x + shape.width >= seen[0]:
                painting.paint_shape(painter, shape, shape is self._hovered, on)
        reached = self._reached.shape
        if reached is not None and reached in found and self.hasFocus():
            painting.paint_focus(painter, reached)

    def _paint_years(self, painter: QPainter, bottom: float, left: float, right: float) -> None:
        painter.setPen(QPen(theme.colours().line, 1))
        for day, _words, is_year in self._axis.ticks(left, right):
            if is_year:
                painter.drawLine(QPointF(self._axis.x(day), AXIS), QPointF(self._axis.x(day), bottom))

    def _paint_axis(self, painter: QPainter, view: QRectF, on: date) -> None:
        """On top of everything that is scrolled below it."""
        scheme, origin = theme.colours(), self._origin()
        painter.fillRect(QRectF(0, 0, view.width(), AXIS), scheme.surface)
        painter.save()
        painter.setClipRect(QRectF(NAMES, 0, view.width() - NAMES, view.height()), Qt.ClipOperation.IntersectClip)
        painter.translate(origin, 0)
        painting.paint_axis(painter, self._axis, NAMES - origin, view.width() - origin, AXIS)
        painting.paint_today(painter, self._axis.x(on), view.height(), on)
        painter.restore()
        painter.setPen(QPen(scheme.line_strong, 1))
        painter.drawLine(QPointF(0, AXIS), QPointF(view.width(), AXIS))

    # The person ------------------------------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        """By Tab the first bar is reached at once, and spoken."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._reached.begin()
            self._tell_reached()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._fits:
            self.fit()
        else:
            self._arrange()

    def wheelEvent(self, event: QWheelEvent) -> None:
        steps = event.angleDelta().y() / 120
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier or event.angleDelta().x():
            super().wheelEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier or not self.verticalScrollBar().maximum():
            self.zoom(1.2**steps, event.position().x())
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        key = Qt.Key(event.key())
        steps = {Qt.Key.Key_Left: (across, -60), Qt.Key.Key_Right: (across, 60), Qt.Key.Key_Up: (down, -40),
                 Qt.Key.Key_Down: (down, 40)}  # fmt: skip
        pans = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in steps and not pans:
            self._reached.go(key)
            self._tell_reached()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self._reached.shape)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(1.25)
        elif key == Qt.Key.Key_Minus:
            self.zoom(0.8)
        elif key in (Qt.Key.Key_0, Qt.Key.Key_Home):
            self.fit()
        elif key in steps:
            bar, step = steps[key]
            bar.setValue(bar.value() + step)
        else:
            super().keyPressEvent(event)

    def _tell_reached(self) -> None:
        """Brings what the keys have reached to sight, and says what it is, to the eye and to the ear."""
        shape, lane = self._reached.shape, self._reached.lane
        if shape is None or lane is None:
            return
        self.reveal(shape)
        tell(self, painting.spoken(self._lanes[lane].lane, shape, self._reached.place, self._on))
        place = self.viewport().mapToGlobal(self.place_of(shape).toPoint())
        QToolTip.showText(place, painting.tip(shape, self._on), self.viewport())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._dragged, self._moved = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self._pan(event.position())
            return
        found = self.shape_at(event.position())
        if found is not self._hovered:
            self._hovered = found
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.ArrowCursor)
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._moved and event.button() == Qt.MouseButton.LeftButton:
            self._open(self.shape_at(event.position()))
        self._dragged = None

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and self._timeline:
            found = self.shape_at(QPointF(event.pos()))
            if found:
                QToolTip.showText(event.globalPos(), painting.tip(found, self._timeline.on), self.viewport())
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """What is drawn is moved, the names only up and down, the axis only across."""
        view, top, side = self.viewport().rect(), round(AXIS) + 1, round(NAMES) + 1
        if dy:
            self.viewport().scroll(0, dy, QRect(0, top, view.width(), view.height() - top))
        if dx:
            self.viewport().scroll(dx, 0, QRect(side, 0, view.width() - side, view.height()))

    def _pan(self, to: QPointF) -> None:
        assert self._dragged is not None
        by = to - self._dragged
        if self._moved or by.manhattanLength() > 4:
            self._moved = True
            self._dragged = to
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - round(by.x()))
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() - round(by.y()))

    def _open(self, shape: Shape | None) -> None:
        if shape is None:
            return
        if isinstance(shape.what, Bar | Mark):
            self.record_wanted.emit(shape.what.record)
        elif isinstance(shape.what, Gap):
            self.agreement_wanted.emit(shape.what.after)
