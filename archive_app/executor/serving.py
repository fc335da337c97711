"""What runs in a worker's process: its limits, and one piece of work after the other."""

from __future__ import annotations

import os
import pickle
import signal
import sys
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from archive_app.executor.outcomes import Fault, Initializer, Item, Result

#: By how much the priority of processes is lowered that work behind; the system's scale ends at 19.
_STEP_BACK = 10
_PR_SET_PDEATHSIG = 1
#: A result may be as large as this part of the memory that the work may take.
_SHARE_SENT = 4
_NO_MEMORY = Fault("memory", None, "needed more memory than it was allowed")


def serve(
    connection: Connection,
    work: Callable[[Any], Any],
    megabytes: int,
    initializer: Initializer | None,
    behind: bool,
) -> None:
    _die_with_parent()
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
        connection.send_bytes(_message(*attempt(work, item), most=(megabytes << 20) // _SHARE_SENT))


def _die_with_parent() -> None:
    """Has the system end this process with the one that started it; elsewhere it ends when it looks for more work."""
    if sys.platform != "linux":
        return
    import ctypes

    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


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


def attempt(work: Callable[[Item], Result], item: Item) -> tuple[Result | None, Fault | None]:
    try:
        return work(item), None
    except MemoryError:
        return None, _NO_MEMORY
    except Exception as error:  # noqa: BLE001  The one place where any error of the work becomes part of the outcome.
        return None, Fault("raised", error, traceback.format_exc())


def _message(result: object, fault: Fault | None, most: int) -> bytes:
    """The outcome ready to be sent; a result or an error that cannot travel becomes a fault that can."""
    try:
        data = pickle.dumps((result, fault), pickle.HIGHEST_PROTOCOL)
        if fault:
            pickle.loads(data)
        return data if len(data) <= most else pickle.dumps((None, Fault("output", None, f"gave over {most >> 20} MB")))
    except MemoryError:
        return pickle.dumps((None, _NO_MEMORY))
    except Exception as error:  # noqa: BLE001  Pickling calls code of the object's own, which may raise anything.
        detail = fault.detail if fault else f"The result cannot be sent: {error}"
        return pickle.dumps((None, Fault("raised", None, detail)))
