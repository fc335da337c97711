"""The strip of the queue at the window's foot: what waits, how long it may take; to be paused, and stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QProgressBar, QWidget

from archive_app.domain.record import Work
from archive_app.gui.language import number, tr
from archive_app.gui.operations import Queue
from archive_app.gui.views import parts

if TYPE_CHECKING:
    from archive_app.services.reading.backlog import Standing


class QueueStrip(QFrame):
    """Shown while the queue goes on, hidden when nothing waits or it was stopped."""

    def __init__(self, queue: Queue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "footer")
        self._queue = queue
        layout = parts.row(16, 6, 12, 6, spacing=12)
        self.setLayout(layout)
        self._what = parts.label("", bold=True, size="small")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(160)
        self._bar.setAccessibleName(tr("queue.progress"))
        self.told = parts.label("", "soft", "small")
        self.pause = parts.button(tr("queue.pause"))
        self.stop = parts.button(tr("queue.stop"), "stop")
        self.pause.clicked.connect(self._pause)
        self.stop.clicked.connect(self._stop)
        layout.addWidget(self._what)
        layout.addWidget(self._bar)
        layout.addWidget(self.told, 1)
        layout.addWidget(self.pause)
        layout.addWidget(self.stop)
        queue.changed.connect(self.show_standing)
        queue.ended.connect(self.hide)
        self.hide()

    def show_standing(self, standing: Standing) -> None:
        waiting = standing.waiting
        describe, recognise = waiting.get(Work.DESCRIBE, 0), waiting.get(Work.RECOGNISE, 0)
        told = [tr("queue.describe", count=describe) if describe else ""]
        told += [tr("queue.recognise", count=recognise) if recognise else ""]
        told += [_time_left(standing.seconds_left) if standing.seconds_left and not standing.paused else ""]
        self._what.setText(tr("queue.paused") if standing.paused else tr("queue.going_on"))
        self.told.setText(" · ".join(part for part in told if part))
        self.told.setToolTip(tr("queue.hint"))
        self._bar.setRange(0, standing.done + standing.total)
        self._bar.setValue(standing.done)
        self.pause.setText(tr("queue.resume") if self._queue.paused else tr("queue.pause"))
        self.show()

    def _pause(self) -> None:
        self._queue.pause(not self._queue.paused)

    def _stop(self) -> None:
        self._queue.stop()
        self.hide()


def _time_left(seconds: float) -> str:
    """Roughly: an estimate is told no finer than it is known."""
    if seconds < 60:
        return tr("queue.under_a_minute")
    if seconds < 5400:
        return tr("queue.minutes", count=round(seconds / 60))
    return tr("queue.hours", number(seconds / 3600, 1))
