"""Asking a folder that may lie on a network, or on a disk that fails: it may never answer."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TypeVar

from archive_app.errors import ConvenioError

T = TypeVar("T")

#: A folder that says nothing of itself for so many seconds is one that stalls. A disk that slept turns within these.
PATIENCE = 12.0
#: One that names nothing more of what it holds.
LISTING = 30.0
#: One that is looked into again and again, whoever it belongs to: it is simply tried once more.
GLANCE = 10.0
#: After so many seconds at a file, its folder is asked whether it is there still, whatever the file itself takes.
DOUBT = 10.0


def patiently(ask: Callable[[], T], folder: Path, seconds: float = PATIENCE) -> T:
    """What is answered. Raises what asking raises, and ConvenioError where nothing comes within so many ``seconds``."""
    told: list[T] = []
    faults: list[BaseException] = []

    def asking() -> None:
        try:
            told.append(ask())
        except (ConvenioError, OSError) as fault:
            faults.append(fault)

    # Who waits for such a folder cannot be woken: the thread is left to itself, and ends with the program.
    thread = threading.Thread(target=asking, daemon=True)
    thread.start()
    thread.join(seconds)
    if faults:
        raise faults[0]
    if not told:
        raise silent(folder)
    return told[0]


def require_answer(folder: Path, seconds: float = PATIENCE) -> None:
    """Raises ConvenioError where the disk or the network of a folder says nothing. A fault that it tells is an answer.

    It is asked for the room that is left, which no system answers out of what it remembers.
    """
    with suppress(OSError):
        patiently(partial(shutil.disk_usage, folder), folder, seconds)


def silent(folder: Path) -> ConvenioError:
    return ConvenioError(
        f"The folder {folder} does not answer; see that its disk or network is there and add it again, what was "
        "taken in until now is kept."
    )
