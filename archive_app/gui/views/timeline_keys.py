"""What the keys have reached on a timeline: gone through by arrows, kept through zooming, and spoken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QToolTip

from archive_app.gui.models.timeline_layout import Shape
from archive_app.gui.views import timeline_painting as painting

if TYPE_CHECKING:
    from archive_app.gui.views.timeline_canvas import TimelineCanvas


class Reached:
    """A lane and a thing in it, both counted from 0 in the order in which they stand; nothing at first."""

    def __init__(self, canvas: TimelineCanvas) -> None:
        self._canvas = canvas
        self._at: tuple[int, int] | None = None

    @property
    def shape(self) -> Shape | None:
        found = self._in_lane(self._at[0]) if self._at else []
        return found[self._at[1]] if self._at and self._at[1] < len(found) else None

    def forget(self) -> None:
        self._at = None
        self._canvas.setAccessibleDescription("")

    def begin(self) -> None:
        """The first thing there is, where nothing was reached yet."""
        if self._at is None:
            lane = next((number for number in range(len(self._canvas.lanes)) if self._in_lane(number)), None)
            self._at = (lane, 0) if lane is not None else None
        self._tell()

    def go(self, key: Qt.Key) -> None:
        """Left and right within the lane, up and down to what is nearest in time in the next lane that has anything."""
        if self._at is None:
            self.begin()
            return
        lane, at = self._at
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            at += 1 if key == Qt.Key.Key_Right else -1
            self._at = (lane, min(max(0, at), len(self._in_lane(lane)) - 1))
        else:
            self._change_lane(lane, 1 if key == Qt.Key.Key_Down else -1)
        self._tell()

    def _change_lane(self, lane: int, step: int) -> None:
        now = self.shape
        numbers = range(lane + step, len(self._canvas.lanes) if step > 0 else -1, step)
        other = next((number for number in numbers if self._in_lane(number)), None)
        if other is not None and now is not None:
            found = self._in_lane(other)
            self._at = (other, min(range(len(found)), key=lambda at: abs(found[at].x - now.x)))

    def _in_lane(self, lane: int) -> list[Shape]:
        """In time; of what begins on one day the upper one first."""
        if lane >= len(self._canvas.lanes):
            return []
        return sorted(self._canvas.shapes_of(lane), key=lambda shape: (shape.x, shape.y))

    def _tell(self) -> None:
        """Brings it to sight, and says what it is, to the eye and to the ear."""
        shape = self.shape
        if shape is None or self._at is None:
            return
        canvas, (lane, at) = self._canvas, self._at
        canvas.reveal(shape)
        told = painting.spoken(canvas.lanes[lane].lane, shape, (at + 1, len(self._in_lane(lane))), canvas.on)
        canvas.setAccessibleDescription(told)
        QAccessible.updateAccessibility(QAccessibleEvent(canvas, QAccessible.Event.DescriptionChanged))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(canvas, told))
        place = canvas.viewport().mapToGlobal(canvas.place_of(shape).toPoint())
        QToolTip.showText(place, painting.tip(shape, canvas.on), canvas.viewport())
