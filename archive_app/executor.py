"""Work in processes of its own, so that a file that hangs, swallows memory or crashes costs itself and nothing else.

Processes are spawned, never forked: the caller may have a window and threads. What runs in them must be a function
at the top of a module, and a program that uses this must guard its start with ``if __name__ == "__main__"``.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import sys
import time
import traceback
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any, Generic, Literal, TypeVar

from archive_app.errors import ConvenioError

Item = TypeVar("Item")
Result = TypeVar("Result")
FaultKind = Literal["raised", "timeout", "memory", "crashed"]
Initializer = tuple[Callable[..., object], tuple[Any, ...]]

_START_SECONDS = 120.0
#: By how much the priority of processes is lowered that work behind; the system's scale ends at 19.
_STEP_BACK = 10


@dataclass(frozen=True, slots=True)
class Fault:
    """Why an item has no result. ``error`` is what the work raised, where it raised and the error can travel."""

    kind: FaultKind
    error: BaseException | None
    detail: str


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Item, Result]):
    """One item done: its result, or the fault it ended with."""

    item: Item
    result: Result | None = None
    fault: Fault | None = None


def run(
    work: Callable[[Item], Result],
    items: Iterable[Item],
    *,
    jobs: int,
    seconds: float,
    megabytes: int,
    initializer: Initializer | None = None,
) -> Generator[Outcome[Item, Result], None, None]:
    """An outcome for every item, in the order they are done.

    ``seconds`` and ``megabytes`` bound each item (memory where the system can bound it: Linux). ``initializer`` is a
    function and its arguments, called once in each process. Items are taken from their iterator only as processes
    come free. Closing the iterator ends the processes at once. ``jobs=0`` works right here, one after the other and
    unbounded. Raises ConvenioError where the processes cannot be started.
    """
    if jobs == 0:
        yield from _run_here(work, items, initializer)
        return
    workers: list[Worker[Item, Result]] = []
    waiting = iter(items)
    try:
        yield from _run_in(workers, waiting, lambda: Worker(work, seconds, megabytes, initializer, behind=True), jobs)
    finally:
        for worker in workers:
            worker.close()


def _run_here(
    work: Callable[[Item], Result], items: Iterable[Item], initializer: Initializer | None
) -> Iterator[Outcome[Item, Result]]:
    if initializer:
        initializer[0](*initializer[1])
    for item in items:
        result, fault = _attempt(work, item)
        yield Outcome(item, result, fault)


def _run_in(
    workers: list[Worker[Item, Result]],
    waiting: Iterator[Item],
    new_worker: Callable[[], Worker[Item, Result]],
    jobs: int,
) -> Iterator[Outcome[Item, Result]]:
    while True:
        # Free workers get their next item before the outcomes are handed out: they work while the caller does.
        for item in _items_for_free(workers, waiting, jobs):
            free = next((worker for worker in workers if not worker.busy), None)
            if free is None:
                free = new_worker()
                workers.append(free)
            free.begin(item)
        busy = [worker for worker in workers if worker.busy]
        if not busy:
            return
        outcomes = _finished(busy)
        yield from outcomes


def _items_for_free(workers: list[Worker[Item, Result]], waiting: Iterator[Item], jobs: int) -> Iterator[Item]:
    free = jobs - sum(worker.busy for worker in workers)
    for _ in range(free):
        try:
            yield next(waiting)
        except StopIteration:
            return


def _finished(busy: list[Worker[Item, Result]]) -> list[Outcome[Item, Result]]:
    """Waits until an item is done or its time is up."""
    nearest = min(worker.deadline for worker in busy)
    wait([worker.connection for worker in busy], max(0.0, nearest - time.monotonic()))
    outcomes = (worker.outcome() for worker in busy)
    return [outcome for outcome in outcomes if outcome is not None]


class Worker(Generic[Item, Result]):
    """One process that does one item after another, and is replaced when it hangs or dies.

    For a caller with single questions (``call``); many items are better given to ``run``. Not safe between threads.
    One that works ``behind`` gives way to whatever a person waits for, the window above all.
    """

    def __init__(
        self,
        work: Callable[[Item], Result],
        seconds: float,
        megabytes: int,
        initializer: Initializer | None = None,
        behind: bool = False,
    ) -> None:
        self._arguments = (work, megabytes, initializer, behind)
        self._seconds = seconds
        self._item: tuple[Item] | None = None
        self._ready = False
        self.deadline = 0.0
        self._start()

    @property
    def busy(self) -> bool:
        return self._item is not None

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

    def close(self) -> None:
        """Ends the process, whatever it is at."""
        self._process.kill()
        self._process.join()
        self.connection.close()

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, *self._arguments), daemon=True)
        self._process.start()
        theirs.close()
        self._ready = False

    def _restart(self) -> None:
        self.close()
        self._start()

    def _hand_over(self) -> None:
        """Sends the item, or waits to until the process is up: a limit in seconds must not pay for starting."""
        if not self._ready:
            self.deadline = time.monotonic() + _START_SECONDS
            return
        self.deadline = time.monotonic() + self._seconds
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
        self._restart()
        return self._done(None, Fault("timeout", None, f"not done after {self._seconds:g} seconds"))

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
        item, self._item = self._item[0], None
        if fault and fault.kind == "memory":
            self._restart()
        return Outcome(item, result, fault)


def _cannot_start(reason: str) -> ConvenioError:
    return ConvenioError(f"The worker processes cannot be started ({reason}); start the program again.")


# What follows runs in the worker's process.


def _serve(
    connection: Connection,
    work: Callable[[Any], Any],
    megabytes: int,
    initializer: Initializer | None,
    behind: bool,
) -> None:
    _silence()
    if behind and hasattr(os, "nice"):
        os.nice(_STEP_BACK)
    try:
        if initializer:
            initializer[0](*initializer[1])
    except Exception:  # noqa: BLE001  Whatever it was, the one who started this process must hear of it.
        connection.send("".join(traceback.format_exception_only(*sys.exc_info()[:2])).strip())
        return
    _limit_memory(megabytes)
    connection.send(None)
    while True:
        try:
            item = connection.recv()
        except EOFError:
            return
        connection.send_bytes(_message(*_attempt(work, item)))


def _silence() -> None:
    """Keeps warnings of libraries off the terminal, and an interrupt from the keyboard for the parent to handle."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)


def _limit_memory(megabytes: int) -> None:
    """Bounds what the work may take on top of what the process holds already."""
    try:
        import resource

        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except (ImportError, OSError):
        return
    limit = pages * resource.getpagesize() + (megabytes << 20)
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    if hard == resource.RLIM_INFINITY or limit < hard:
        resource.setrlimit(resource.RLIMIT_AS, (limit, hard))


def _attempt(work: Callable[[Item], Result], item: Item) -> tuple[Result | None, Fault | None]:
    try:
        return work(item), None
    except MemoryError:
        return None, Fault("memory", None, "needed more memory than it was allowed")
    except Exception as error:  # noqa: BLE001  The one place where any error of the work becomes part of the outcome.
        return None, Fault("raised", error, traceback.format_exc())


def _message(result: object, fault: Fault | None) -> bytes:
    """The outcome ready to be sent; a result or an error that cannot travel becomes a fault that can."""
    try:
        data = pickle.dumps((result, fault), pickle.HIGHEST_PROTOCOL)
        if fault:
            pickle.loads(data)
        return data
    except MemoryError:
        return pickle.dumps((None, Fault("memory", None, "needed more memory than it was allowed")))
    except Exception as error:  # noqa: BLE001  Pickling calls code of the object's own, which may raise anything.
        detail = fault.detail if fault else f"The result cannot be sent: {error}"
        return pickle.dumps((None, Fault("raised", None, detail)))
