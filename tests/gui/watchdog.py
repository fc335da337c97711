"""Sees how long each event keeps the window's thread: the longest ones, by what they were for."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

#: Seconds after which a person feels that the window waits.
LIMIT = 0.05


@dataclass(frozen=True)
class Call:
    """An event that was dealt with: whose, of which type, and the seconds it took by the clock and of this thread."""

    receiver: str
    event: str
    seconds: float
    busy: float


class WatchedApplication(QApplication):
    """Times every event that is not part of another one, while somebody watches."""

    def __init__(self, words: Sequence[str] = ()) -> None:
        super().__init__(list(words))
        self.slow: list[Call] = []
        self._watching = False

    @contextmanager
    def watched(self) -> Iterator[None]:
        """``slow`` tells of what goes on in the block."""
        self.slow.clear()
        self._watching = True
        try:
            yield
        finally:
            self._watching = False

    def notify(self, receiver: QObject, event: QEvent) -> bool:
        if not self._watching:
            return super().notify(receiver, event)
        self._watching = False  # what is part of this event is timed with it
        kind = event.type().name
        began, busy = time.perf_counter(), time.thread_time()
        try:
            return super().notify(receiver, event)
        finally:
            self._watching = True
            took, used = time.perf_counter() - began, time.thread_time() - busy
            if took > LIMIT:
                self.slow.append(Call(type(receiver).__name__, kind, took, used))
