"""Which format a catalogue is of: making one, refusing what is none, bringing an older one up to date."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from archive_app.catalogue.connection import connect
from archive_app.catalogue.faults import damaged, told
from archive_app.catalogue.migrations import STEPS, Step
from archive_app.errors import ArchiveError, ArchiveOutdated

#: In the header of the file, so that a SQLite file of another program is known from a catalogue ("Cnv1").
APPLICATION_ID = 0x436E7631


def make(path: Path) -> None:
    """An empty catalogue. It is built beside and then moved, so that a half made one never stands there."""
    if path.exists():
        raise ArchiveError(f"{path} is already there; choose an empty folder for a new archive.")
    built = path.with_name(path.name + ".new")
    try:
        built.unlink(missing_ok=True)
    except OSError as error:
        raise ArchiveError(
            f"No archive can be made in {path.parent} ({error.strerror}); choose another folder."
        ) from error
    with told(path), closing(connect(built, "rwc")) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA journal_mode = WAL")
        _carry_out(connection, STEPS, 0)
    built.replace(path)


def prepare(path: Path, writable: bool, steps: Sequence[Step] = STEPS) -> None:
    """Sees that the file is a catalogue this program can use, and brings it up to date where it may be written."""
    if not path.is_file():
        raise ArchiveError(f"There is no archive at {path.parent}; make one, or choose the folder of one.")
    with told(path), closing(connect(path, "rw" if writable else "ro")) as connection:
        version = _version(connection, path)
        if version > len(steps):
            raise ArchiveError(
                f"The catalogue {path} is of a newer format ({version}) than this program reads ({len(steps)}); "
                "use a newer version of the program."
            )
        if not _schema_of(steps[:version]) <= _schema(connection):
            raise damaged(path)
        if version == len(steps):
            return
        if not writable:
            raise ArchiveOutdated(
                f"The catalogue {path} is of an older format ({version}, now {len(steps)}); "
                "open the archive once for writing, which brings it up to date."
            )
        _back_up(connection, path, version)
        _carry_out(connection, steps, version)


def _version(connection: sqlite3.Connection, path: Path) -> int:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if application != APPLICATION_ID:
        raise ArchiveError(f"{path} is not a catalogue of an archive; choose the folder of an archive.")
    # Reads the schema, which is where most damage shows.
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def _schema_of(steps: Sequence[Step]) -> set[tuple[str, str]]:
    """The schema as these steps make it."""
    with closing(sqlite3.connect(":memory:")) as fresh:
        for step in steps:
            step(fresh)
        return _schema(fresh)


def _schema(connection: sqlite3.Connection) -> set[tuple[str, str]]:
    return set(connection.execute("SELECT name, sql FROM sqlite_schema"))


def _back_up(connection: sqlite3.Connection, path: Path, version: int) -> None:
    """A whole copy beside the catalogue, for example ``catalogue.format1.sqlite``."""
    with closing(sqlite3.connect(path.with_name(f"{path.stem}.format{version}{path.suffix}"))) as copy:
        connection.backup(copy)


def _carry_out(connection: sqlite3.Connection, steps: Sequence[Step], version: int) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        for step in steps[version:]:
            step(connection)
        connection.execute(f"PRAGMA user_version = {len(steps)}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
