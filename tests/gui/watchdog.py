"""Sees how long each event keeps the window's thread: the longest ones, by what they were for."""

from __future__ import annotations

import time
from collections.abc import Sequence
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
    """Times every event that is not part of another one."""

    def __init__(self, words: Sequence[str] = ()) -> None:
        super().__init__(list(words))
        self.slow: list[Call] = []
        self._depth = 0

    def notify(self, receiver: QObject, event: QEvent) -> bool:
        if self._depth:
            return bool(super().notify(receiver, event))
        name, kind = type(receiver).__name__, event.type().name
        self._depth += 1
        began, busy = time.perf_counter(), time.thread_time()
        try:
            return bool(super().notify(receiver, event))
        finally:
            self._depth -= 1
            took, used = time.perf_counter() - began, time.thread_time() - busy
            if took > LIMIT:
                self.slow.append(Call(name, kind, took, used))

    def told(self) -> list[str]:
        """The slow calls, the slowest first."""
        ordered = sorted(self.slow, key=lambda call: -call.seconds)
        return [f"{c.receiver}.{c.event} {c.seconds * 1000:.0f} ms ({c.busy * 1000:.0f} busy)" for c in ordered]
