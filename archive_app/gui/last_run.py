"""Whether the last run of the program came to its end; what is known of one that did not is told at the next start."""

from __future__ import annotations

import faulthandler
import os
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Final

from archive_app import settings

_RUNNING: Final = "running-*.txt"
#: So much of a report is shown: the rest repeats itself.
MOST: Final = 20_000


class LastRun:
    """``begin`` at the start gives the report of a run that was cut off, None where all before ended well.

    While the program runs a file named after its process stands in the settings' folder, so that several windows do
    not tell of one another; ``end`` takes it away. What brings the whole process down is written into it by Python's
    own fault handler. What was cut off is told once.
    """

    def __init__(self, folder: Path | None = None, process: int | None = None) -> None:
        """``process`` is the id of this process, where another is not to be played."""
        self._folder = folder or settings.folder()
        self._mark = self._folder / f"running-{process or os.getpid()}.txt"
        self._log: IO[str] | None = None

    def begin(self) -> str | None:
        before = self._told()
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._log = self._mark.open("w", encoding="utf-8")
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
            self._mark.unlink(missing_ok=True)

    def _told(self) -> str | None:
        """What runs that were cut off left; "" where nothing more is known of them."""
        reports = [told for mark in self._cut_off() if (told := _read(mark)) is not None]
        return "\n\n".join(filter(None, reports))[:MOST] if reports else None

    def _cut_off(self) -> Iterator[Path]:
        for mark in sorted(self._folder.glob(_RUNNING)):
            number = mark.stem.removeprefix("running-")
            if mark != self._mark and number.isdigit() and not _runs(int(number)):
                yield mark


def _read(mark: Path) -> str | None:
    """What the file holds, which is taken away; None where a program has it open still, as Windows tells."""
    try:
        told = mark.read_text(encoding="utf-8", errors="replace")
        mark.unlink()
    except OSError:
        return None
    return told.strip()


def _runs(process: int) -> bool:
    """Whether a process of that id is there. Where that cannot be asked it is taken for gone."""
    if os.name == "nt":
        return False  # there os.kill would end it
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True
