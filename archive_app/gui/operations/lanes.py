"""Slow actions on threads of their own; their results come back to the window's thread, or are dropped there."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from archive_app.errors import Cancelled, ConvenioError

T = TypeVar("T")

#: What is done at the same time as what: one thread for each, but a second for looking things up. ``counting`` is for
#: what takes in the whole archive and nobody waits for: the numbers beside the places, what is to be told today.
LANES: Final = {
    "search": 1,
    "reading": 2,
    "counting": 1,
    "pages": 1,
    "deciding": 1,
    "work": 1,
    "behind": 1,
    "watching": 1,
}


@dataclass
class Task:
    """One action under way. A dropped task is not begun any more, or its result goes nowhere."""

    work: Callable[[], Any]
    done: Callable[[Any], None]
    failed: Callable[[ConvenioError], None] | None
    ended: Callable[[], None] | None = None
    dropped: bool = False
    future: Future[None] | None = field(default=None, repr=False)

    def drop(self) -> bool:
        """Whether it had not been begun yet, and will not be."""
        self.dropped = True
        return self.future is not None and self.future.cancel()


class Operations(QObject):
    """Runs actions in lanes. ``refused`` tells a fault that nobody took up, ``crashed`` an error that is a bug."""

    refused = Signal(object)
    crashed = Signal(object)
    _ended = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = {name: ThreadPoolExecutor(threads, f"convenio-{name}") for name, threads in LANES.items()}
        self._latest: dict[str, Task] = {}
        self._tasks: dict[int, Task] = {}
        self._ended.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        *,
        lane: str = "reading",
        key: str | None = None,
        failed: Callable[[ConvenioError], None] | None = None,
        ended: Callable[[], None] | None = None,
    ) -> Task:
        """Carries ``work`` out in a lane, then hands its result to ``done`` on the window's thread.

        Of several actions with the same ``key`` only the last one's result is handed over. ``failed`` is told a
        ConvenioError; without it the error goes out as ``refused``. ``ended`` is called first, however it ended.
        """
        task = Task(work, done, failed, ended)
        if key is not None:
            self.drop(key)
            self._latest[key] = task
        self._tasks[id(task)] = task
        task.future = self._lanes[lane].submit(self._carry_out, task)
        return task

    def drop(self, key: str) -> None:
        """Whatever was asked for with this key is not wanted any more."""
        task = self._latest.pop(key, None)
        if task:
            self._forget(task)

    def drop_all(self) -> None:
        """No result of anything under way is handed over: the archive it came from is being closed."""
        for task in list(self._tasks.values()):
            self._forget(task)
        self._latest.clear()

    def run_after_all(self, work: Callable[[], object]) -> None:
        """Carries ``work`` out when everything that is under way now has ended, dropped or not."""
        under_way = [task.future for task in self._tasks.values() if task.future]

        def last() -> None:
            wait(under_way)
            work()

        self.run(last, lambda _: None, lane="work")

    @property
    def idle(self) -> bool:
        """Whether nothing is under way of which anybody waits to hear."""
        return all(task.dropped for task in self._tasks.values())

    def close(self) -> None:
        """Drops what waits and comes back when the threads have ended."""
        self.drop_all()
        for lane in self._lanes.values():
            lane.shutdown(wait=False, cancel_futures=True)
        for lane in self._lanes.values():
            lane.shutdown(wait=True)

    def _forget(self, task: Task) -> None:
        if task.drop():
            self._tasks.pop(id(task), None)

    def _carry_out(self, task: Task) -> None:
        """On the lane's thread."""
        result, error = None, None
        if not task.dropped:
            try:
                result = task.work()
            except Exception as fault:  # noqa: BLE001  An error must reach the window whatever it is; it is told there.
                error = fault
        self._ended.emit(task, result, error)

    def _deliver(self, task: Task, result: Any, error: Exception | None) -> None:
        """On the window's thread."""
        self._tasks.pop(id(task), None)
        if task.ended:
            task.ended()
        if task.dropped or isinstance(error, Cancelled):
            return
        if error is None:
            task.done(result)
        elif not isinstance(error, ConvenioError):
            self.crashed.emit(error)
        elif task.failed:
            task.failed(error)
        else:
            self.refused.emit(error)
