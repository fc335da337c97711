"""A folder for copies that are handed to other programs; it goes with the window."""

from __future__ import annotations

import tempfile
from pathlib import Path


class OutFolder:
    """Made when it is first needed. Each ``place`` is a folder of its own, so that every copy keeps its name."""

    def __init__(self) -> None:
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def place(self) -> Path:
        if self._folder is None:
            # What another program still has open cannot be taken away on every system.
            self._folder = tempfile.TemporaryDirectory(prefix="convenio-", ignore_cleanup_errors=True)
        return Path(tempfile.mkdtemp(dir=self._folder.name))

    def clear(self) -> None:
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None
