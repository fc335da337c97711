"""SQLite's errors as sentences. What is not the environment's fault goes through as it is, since it is a bug."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from archive_app.errors import ArchiveError, ArchiveInUse, ConvenioError


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Raises a ConvenioError in place of a fault that a person can do something about."""
    try:
        yield
    except UnicodeDecodeError as error:  # of SQLite's own message about a damaged schema
        raise damaged(path) from error
    except sqlite3.Error as error:
        fault = _fault(error, path)
        if fault is None:
            raise
        raise fault from error


@contextmanager
def decoding(path: Path) -> Iterator[None]:
    """Around what makes objects of rows: a row that none can be made of was damaged on the disk."""
    try:
        yield
    except (ValueError, KeyError, TypeError, zlib.error) as error:
        raise damaged(path) from error


def damaged(path: Path) -> ArchiveError:
    """What to say of a catalogue that holds what none was ever given."""
    return ArchiveError(f"The catalogue {path} is damaged; put back a copy of it from a backup.")


def _fault(error: sqlite3.Error, path: Path) -> ConvenioError | None:
    if isinstance(error, sqlite3.OperationalError) and not hasattr(error, "sqlite_errorcode"):
        return damaged(path)  # Python's own: text that is not UTF-8
    match getattr(error, "sqlite_errorcode", 0) & 0xFF:  # the low byte is the kind, the rest only refines it
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return ArchiveInUse(f"Another program is writing to {path}; wait until it is done and try again.")
        case sqlite3.SQLITE_NOTADB:
            return ArchiveError(f"{path} is not a catalogue of an archive; choose the folder of an archive.")
        case sqlite3.SQLITE_CORRUPT:
            return damaged(path)
        case sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM | sqlite3.SQLITE_AUTH:
            return ArchiveError(f"The catalogue {path} cannot be opened; see that it is there, and who may use it.")
        case sqlite3.SQLITE_READONLY:
            return ArchiveError(f"The catalogue {path} cannot be written to; see who may write there.")
        case sqlite3.SQLITE_FULL:
            return ArchiveError(f"The disk that holds {path} is full; make room on it and do the same again.")
        case sqlite3.SQLITE_IOERR:
            return ArchiveError(
                f"The disk that holds {path} failed or is full; see that it is connected and sound, and has room."
            )
        case _:
            return None
