"""What the keys have reached on a timeline: gone through by arrows, and kept through zooming."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from archive_app.gui.models.tracking.timeline_layout import Shape


class Reached:
    """A lane and a thing in it, both counted from 0 in the order in which they stand; nothing at first.

    ``shapes_of`` gives everything in a lane, as the picture has it now.
    """

    def __init__(self, shapes_of: Callable[[int], list[Shape]]) -> None:
        self._shapes_of = shapes_of
        self._lanes = 0
        self._at: tuple[int, int] | None = None

    @property
    def shape(self) -> Shape | None:
        found = self._in_lane(self._at[0]) if self._at else []
        return found[self._at[1]] if self._at and self._at[1] < len(found) else None

    @property
    def lane(self) -> int | None:
        return self._at[0] if self._at else None

    @property
    def place(self) -> tuple[int, int]:
        """Which one of how many in its lane, counted from 1."""
        return (self._at[1] + 1, len(self._in_lane(self._at[0]))) if self._at else (0, 0)

    def start(self, lanes: int) -> None:
        """Another picture, of so many lanes: nothing is reached."""
        self._lanes, self._at = lanes, None

    def begin(self) -> None:
        """The first thing there is, where nothing was reached yet."""
        if self._at is None:
            lane = next((number for number in range(self._lanes) if self._in_lane(number)), None)
            self._at = (lane, 0) if lane is not None else None

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

    def _change_lane(self, lane: int, step: int) -> None:
        now = self.shape
        numbers = range(lane + step, self._lanes if step > 0 else -1, step)
        other = next((number for number in numbers if self._in_lane(number)), None)
        if other is not None and now is not None:
            found = self._in_lane(other)
            self._at = (other, min(range(len(found)), key=lambda at: abs(found[at].x - now.x)))

    def _in_lane(self, lane: int) -> list[Shape]:
        """In time; of what begins on one day the upper one first."""
        found = self._shapes_of(lane) if lane < self._lanes else []
        return sorted(found, key=lambda shape: (shape.x, shape.y))
