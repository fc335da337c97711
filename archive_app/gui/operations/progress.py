"""Progress of slow work, told on any thread and shown by the window a few times a second."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer, Signal

#: The window looks so often, in milliseconds.
LOOK_EVERY = 80


@dataclass(frozen=True)
class Step:
    """How far work has come: its stage, items done of how many (0 where unknown), the item last done."""

    stage: str = ""
    done: int = 0
    total: int = 0
    item: str = ""


class WindowProgress(QObject):
    """Answers to the protocol of ``archive_app.progress``. The worker writes a Step, the window's timer reads it."""

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._step = self._shown = Step()
        self.cancelled = False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def stage(self, name: str, total: int) -> None:
        self._step = Step(name, 0, total)

    def advance(self, item: str, done: int = 1) -> None:
        self._step = replace(self._step, done=self._step.done + done, item=item)

    def cancel(self) -> None:
        self.cancelled = True

    def finish(self) -> None:
        """Nothing more will come."""
        self._timer.stop()
        self._look()

    def _look(self) -> None:
        if self._step is not self._shown:
            self._shown = self._step
            self.changed.emit(self._shown)
