"""Progress on standard error: a bar on a terminal, a line a stage elsewhere."""

from __future__ import annotations

import signal
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tqdm import tqdm


@contextmanager
def stopping(progress: Stoppable) -> Iterator[None]:
    """The first interrupt from the keyboard asks the work to stop and keep what is finished; the second ends it."""

    def stop(number: int, frame: FrameType | None) -> None:
        progress.cancelled = True
        signal.signal(signal.SIGINT, before)

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


class Stoppable:
    """Shows nothing, and is cancelled from the keyboard."""

    def __init__(self) -> None:
        self.cancelled = False

    def stage(self, name: str, total: int) -> None:
        pass

    def advance(self, item: str, done: int = 1) -> None:
        pass

    def close(self) -> None:
        pass


class TerminalProgress(Stoppable):
    """Shows stages on standard error."""

    def __init__(self) -> None:
        super().__init__()
        self._bar: tqdm[None] | None = None
        self._name = ""
        self._done = 0

    def stage(self, name: str, total: int) -> None:
        self.close()
        self._name, self._done = name, 0
        if total and sys.stderr.isatty():
            from tqdm import tqdm

            self._bar = tqdm(total=total, desc=name, unit="", leave=False, file=sys.stderr)

    def advance(self, item: str, done: int = 1) -> None:
        self._done += done
        if self._bar is not None:
            self._bar.update(done)
            self._bar.set_postfix_str(item[-40:], refresh=False)

    def close(self) -> None:
        if self._bar is not None:
            self._bar.close()
            self._bar = None
        elif self._done:
            print(f"{self._name}: {self._done}", file=sys.stderr)
        self._done = 0


def progress_for(arguments: Namespace) -> Stoppable:
    """What a command of these arguments shows of its work: nothing where ``--quiet`` says so."""
    return Stoppable() if arguments.quiet else TerminalProgress()
