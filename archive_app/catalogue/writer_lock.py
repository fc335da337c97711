"""One writer at a time: a lock of the operating system on the archive's folder, gone when its holder dies."""

from __future__ import annotations

import errno
import json
import os
import socket
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from archive_app.errors import ArchiveInUse, ArchiveUnwritable

_LOCK, _HOLDER = "writer.lock", "writer.json"


class WriterLock:
    """Who holds it may write to the archive in ``folder``. A file beside the lock tells the others who that is."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        # Late: who only looks takes no lock, and should not wait for its library.
        from filelock import FileLock

        # One thread may take it and another give it back.
        self._lock = FileLock(folder / _LOCK, timeout=0, thread_local=False)

    def acquire(self) -> None:
        """Takes the lock. Raises ArchiveInUse, naming the holder, where another has it."""
        from filelock import Timeout

        try:
            self._lock.acquire()
            self._holder.write_text(json.dumps(_self_description()), encoding="utf-8")
        except Timeout as error:
            raise ArchiveInUse(
                f"The archive {self._folder} is being written to by {self._holder_in_words()}; "
                "close it there, or wait until it is done."
            ) from error
        except OSError as error:
            self._lock.release()
            if error.errno in (errno.ENOSPC, errno.EDQUOT):
                what = f"The disk that holds {self._folder} is full; make room on it and do the same again."
            else:
                what = f"The archive {self._folder} cannot be written to ({error.strerror}); see who may write there."
            raise ArchiveUnwritable(what) from error

    def release(self) -> None:
        """Gives the lock back; does nothing where it is not held."""
        if self._lock.is_locked:
            # What is left on a disk that failed or is gone tells of nobody: the lock itself is the system's.
            with suppress(OSError):
                self._holder.unlink(missing_ok=True)
            self._lock.release()

    @property
    def held(self) -> bool:
        return bool(self._lock.is_locked)

    def __enter__(self) -> WriterLock:
        self.acquire()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()

    @property
    def _holder(self) -> Path:
        return self._folder / _HOLDER

    def _holder_in_words(self) -> str:
        try:
            held = json.loads(self._holder.read_text(encoding="utf-8"))
            since = held["since"][:16].replace("T", " ")
            return f"another program (process {held['pid']} on {held['host']}, since {since} UTC)"
        except (OSError, ValueError, KeyError, TypeError):
            return "another program"  # it has only just begun, or the file is not ours


def _self_description() -> dict[str, str | int]:
    since = datetime.now(UTC).replace(microsecond=0).isoformat()
    return {"pid": os.getpid(), "host": socket.gethostname(), "since": since}
