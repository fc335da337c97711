"""Whether the last run of the program came to its end; what is known of one that did not is told at the next start."""

from __future__ import annotations

import faulthandler
import os
from pathlib import Path
from typing import IO, Final

from archive_app import settings

_RUNNING: Final = "running.txt"
_FAULT: Final = "last-crash.txt"
#: So much of a report is shown: the rest repeats itself.
MOST: Final = 20_000


class LastRun:
    """``begin`` at the start gives the report of a run that was cut off, None where the last one ended well.

    While the program runs a file with its process id stands in the settings' folder; ``end`` takes it away. What
    brings the whole process down is written beside it by Python's own fault handler.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or settings.folder()
        self._log: IO[str] | None = None

    def begin(self) -> str | None:
        before = self._cut_off()
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            (self._folder / _RUNNING).write_text(str(os.getpid()), encoding="ascii")
            self._log = (self._folder / _FAULT).open("w", encoding="utf-8")
        except OSError:
            return before  # a folder that cannot be written to is no reason not to start
        faulthandler.enable(self._log)
        return before

    def end(self) -> None:
        """The program has come to its end."""
        if self._log:
            faulthandler.disable()
            self._log.close()
            self._log = None
            (self._folder / _RUNNING).unlink(missing_ok=True)
            (self._folder / _FAULT).unlink(missing_ok=True)

    def _cut_off(self) -> str | None:
        """What the run before left, where it is not running still; "" where nothing more is known of it."""
        try:
            number = int((self._folder / _RUNNING).read_text(encoding="ascii"))
        except (OSError, ValueError):
            return None
        if number == os.getpid() or _runs(number):
            return None
        try:
            return (self._folder / _FAULT).read_text(encoding="utf-8", errors="replace")[:MOST]
        except OSError:
            return ""


def _runs(process: int) -> bool:
    """Whether a process of that id is there. Where that cannot be asked it is taken for gone."""
    if os.name == "nt":
        return False  # there os.kill would end it
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
