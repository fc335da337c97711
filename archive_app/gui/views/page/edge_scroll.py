"""A drag that goes over the edge of what is seen: the pages go on below the pointer, the faster the further away."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QPointF, QTimer, Signal
from PySide6.QtWidgets import QAbstractScrollArea

#: Milliseconds between two steps, and the part of the way over the edge that a step goes.
PACE: Final = 30
PART: Final = 0.35
LEAST, MOST = 2, 90


class EdgeScroll(QObject):
    """``scrolled(point)`` after each step, with the pointer's place in the viewport."""

    scrolled = Signal(QPointF)

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(area)
        self._area, self._point = area, QPointF()
        self._timer = QTimer(self)
        self._timer.setInterval(PACE)
        self._timer.timeout.connect(self._step)

    def pull(self, point: QPointF) -> None:
        """The pointer of a drag is here now."""
        self._point = point
        if not self._over():
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def rest(self) -> None:
        """The drag is over."""
        self._timer.stop()

    def _over(self) -> float:
        """How far the pointer is below the viewport; above it less than 0."""
        y, height = self._point.y(), self._area.viewport().height()
        return min(y, 0.0) if y < 0 else max(y - height, 0.0)

    def _step(self) -> None:
        over, bar = self._over(), self._area.verticalScrollBar()
        step = max(LEAST, min(MOST, round(abs(over) * PART)))
        before = bar.value()
        bar.setValue(before + (step if over > 0 else -step))
        if bar.value() == before:
            self._timer.stop()
        else:
            self.scrolled.emit(self._point)
