"""One process, as the one who gives it work sees it."""

from __future__ import annotations

import math
import multiprocessing
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import process as processes
from multiprocessing import resource_tracker
from multiprocessing.connection import wait
from typing import Generic

from archive_app.errors import ConvenioError
from archive_app.executor.outcomes import Doubt, Fault, FaultKind, Initializer, Item, Outcome, Result
from archive_app.executor.serving import serve

_START_SECONDS = 120.0
_END_SECONDS = 3.0


class Worker(Generic[Item, Result]):
    """One process that does one item after another, and is replaced when it hangs or dies.

    For a caller with single questions (``call``); many items are better given to ``run``. Not safe between threads.
    One that works ``behind`` gives way to whatever a person waits for, the window above all. ``doubt`` is the caller's
    of many items, who looks after each by ``due`` and ``ask``.
    """

    def __init__(
        self,
        work: Callable[[Item], Result],
        seconds: float,
        megabytes: int,
        initializer: Initializer | None = None,
        behind: bool = False,
        doubt: Doubt | None = None,
    ) -> None:
        self._arguments = (work, megabytes, initializer, behind)
        self._seconds = seconds
        self._item: tuple[Item] | None = None
        self._ready = False
        self._doubt = doubt
        self.deadline = 0.0
        self._next_doubt = math.inf
        self._start()

    @property
    def busy(self) -> bool:
        return self._item is not None

    @property
    def due(self) -> float:
        """When to look after it at the latest, on the monotonic clock."""
        return min(self.deadline, self._next_doubt)

    def ask(self) -> None:
        """Asks about the item at hand where it takes long. Raises what is answered so."""
        if self._doubt is None or self._item is None or time.monotonic() < self._next_doubt:
            return
        seconds, ask = self._doubt
        ask(self._item[0])
        self._next_doubt = time.monotonic() + seconds

    def call(self, item: Item) -> Outcome[Item, Result]:
        """Does one item and waits for it. Raises ConvenioError where the process cannot be started."""
        self.begin(item)
        while True:
            wait([self.connection], max(0.0, self.deadline - time.monotonic()))
            if outcome := self.outcome():
                return outcome

    def begin(self, item: Item) -> None:
        """Hands an item over and returns; ``outcome`` will have its end. The worker must not be busy."""
        if not self._process.is_alive():
            self._restart()
        self._item = (item,)
        self._hand_over()

    def outcome(self) -> Outcome[Item, Result] | None:
        """How the item at hand ended, None where it has not. Never waits.

        A message that lies ready counts even when its time is long up: the caller may have come late to look.
        """
        if self._item is None:
            return None
        if not self.connection.poll():
            return None if time.monotonic() < self.deadline else self._overrun()
        try:
            message = self.connection.recv()
        except (EOFError, ConnectionResetError):
            return self._died()
        if not self._ready:
            self._started(message)
            return None
        return self._done(*message)

    def close(self) -> bool:
        """Ends the process, whatever it is at; whether it did end.

        One that waits for a disk or a network folder that does not answer cannot be ended: it is left to itself.
        """
        self._process.kill()
        self._process.join(_END_SECONDS)
        self.connection.close()
        ended = self._process.exitcode is not None
        if not ended:
            # The library's own end of the program would wait for it, and never come.
            processes._children.discard(self._process)  # type: ignore[attr-defined]
        return ended

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs, *self._arguments), daemon=True)
        with _uninterrupted():
            self._process.start()
        theirs.close()
        self._ready = False

    def _restart(self) -> bool:
        ended = self.close()
        self._start()
        return ended

    def _hand_over(self) -> None:
        """Sends the item, or waits to until the process is up: a limit in seconds must not pay for starting."""
        if not self._ready:
            self.deadline = time.monotonic() + _START_SECONDS
            return
        self.deadline = time.monotonic() + self._seconds
        if self._doubt:
            self._next_doubt = time.monotonic() + self._doubt[0]
        assert self._item is not None
        try:
            self.connection.send(self._item[0])
        except (BrokenPipeError, ConnectionResetError):
            self._restart()
            self._hand_over()

    def _started(self, problem: str | None) -> None:
        if problem:
            raise _cannot_start(problem)
        self._ready = True
        self._hand_over()

    def _overrun(self) -> Outcome[Item, Result]:
        if not self._ready:
            raise _cannot_start(f"no answer after {_START_SECONDS:.0f} seconds")
        kind: FaultKind = "timeout" if self._restart() else "stalled"
        return self._done(None, Fault(kind, None, f"not done after {self._seconds:g} seconds"))

    def _died(self) -> Outcome[Item, Result]:
        self._process.join()
        code = self._process.exitcode or 0
        reason = f"stopped by signal {signal.Signals(-code).name}" if code < 0 else f"ended with exit status {code}"
        if not self._ready:
            raise _cannot_start(f"the process {reason}")
        self._restart()
        return self._done(None, Fault("crashed", None, reason))

    def _done(self, result: Result | None, fault: Fault | None) -> Outcome[Item, Result]:
        assert self._item is not None
        item, self._item, self._next_doubt = self._item[0], None, math.inf
        if fault and fault.kind == "memory":
            self._restart()
        return Outcome(item, result, fault)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """What is started meanwhile hears no interrupt from the keyboard, which goes to all processes of a terminal.

    It would die of one until it is far enough to ignore it, with a traceback on the terminal.
    """
    if sys.platform == "win32":
        yield
        return
    # The first process brings this one with it, which would lift what is held off here.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _cannot_start(reason: str) -> ConvenioError:
    return ConvenioError(f"The worker processes cannot be started ({reason}); start the program again.")
