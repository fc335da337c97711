"""A whole copy of a catalogue while it is in use."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from archive_app.catalogue.connection import connect
from archive_app.catalogue.faults import damaged, told


def copy_catalogue(source: Path, target: Path) -> None:
    """Writes beside the target, checks the copy, and renames: whoever looks sees a whole copy or none.

    Raises ConvenioError where the source is damaged or the target's disk is full.
    """
    unfinished = target.with_name(f".{target.name}.part")
    try:
        with told(source), closing(connect(source, "ro")) as held, closing(sqlite3.connect(unfinished)) as copy:
            held.backup(copy)
            if copy.execute("PRAGMA quick_check").fetchone() != ("ok",):
                raise damaged(source)
        _sync(unfinished)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


def _sync(path: Path) -> None:
    with path.open("r+b") as stream:
        os.fsync(stream.fileno())
