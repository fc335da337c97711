"""Connections to the catalogue's file, one for each thread, and the transactions on them."""

from __future__ import annotations

import os
import sqlite3
import threading
import weakref
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import quote

from archive_app.catalogue.faults import decoding, told

#: How long one who wants to write waits for another, in seconds.
PATIENCE = 10.0
#: Bytes that those who share a file in WAL mode keep beside it.
_SHARED = 32 << 10

Row = tuple[Any, ...]
Made = TypeVar("Made")


def connect(path: Path, mode: str, patience: float = PATIENCE) -> sqlite3.Connection:
    """A connection in ``mode`` ro, rw or rwc. Transactions are begun and ended by hand."""
    posix = path.absolute().as_posix()
    address = f"file://{'' if posix.startswith('/') else '/'}{quote(posix, safe='/:')}?mode={mode}"
    if mode == "ro" and _on_frozen_disk(path):
        address += "&immutable=1"
    # Each thread keeps to its own connection; only closing comes from another.
    connection = sqlite3.connect(address, uri=True, timeout=patience, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    # KiB for each connection, and a window has one for each of a dozen threads; the machine keeps the file at hand.
    connection.execute("PRAGMA cache_size = -1000")
    return connection


def _on_frozen_disk(path: Path) -> bool:
    """Whether the file lies where nothing can be written, or no more: even a reader writes beside one in WAL mode."""
    journal = path.with_name(path.name + "-wal")
    # One that is empty may be left by a program for which the disk was full.
    if not path.exists() or (journal.exists() and journal.stat().st_size):
        return False
    probe = path.with_name(f".{path.name}-{os.getpid()}-{threading.get_ident()}")
    try:
        probe.write_bytes(bytes(_SHARED))
    except OSError:
        return True
    finally:
        with suppress(OSError):
            probe.unlink(missing_ok=True)
    return False


class _Session:
    """One thread's connection, and how deeply its transactions are nested. Closed when the thread is gone."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.depth = 0
        self.writing = False
        self.close = weakref.finalize(self, connection.close)


class Database:
    """Reads and writes by statements, on the connection of the thread that asks."""

    def __init__(self, path: Path, writable: bool, patience: float = PATIENCE) -> None:
        self.path = path
        self._mode, self._patience = "rw" if writable else "ro", patience
        self._local = threading.local()
        self._sessions: weakref.WeakSet[_Session] = weakref.WeakSet()
        self._guard = threading.Lock()

    def close(self) -> None:
        """Closes the connections of all threads."""
        with self._guard:
            for session in list(self._sessions):
                session.close()
        self._local = threading.local()

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[Row]:
        with told(self.path):
            return self._session().connection.execute(sql, values).fetchall()

    def read(self, make: Callable[[Row], Made], sql: str, values: Sequence[object] = ()) -> list[Made]:
        """What ``make`` makes of each row."""
        rows = self.rows(sql, values)
        with decoding(self.path):
            return [make(row) for row in rows]

    def each(self, sql: str, values: Sequence[object] = ()) -> Iterator[Row]:
        """Rows one after the other, for results too large to hold twice. For use inside ``reading()``."""
        with told(self.path):
            yield from self._session().connection.execute(sql, values)

    def row(self, sql: str, values: Sequence[object] = ()) -> Row | None:
        return next(iter(self.rows(sql, values)), None)

    def write(self, sql: str, values: Sequence[object] = ()) -> int:
        """Carries out one statement; gives the number of the row it inserted. Only inside ``writing()``."""
        with told(self.path):
            return self._session().connection.execute(sql, values).lastrowid or 0

    def write_many(self, sql: str, values: Iterable[Sequence[object]]) -> None:
        with told(self.path):
            self._session().connection.executemany(sql, values)

    def copy_to(self, path: Path) -> None:
        """A whole copy of one state in a new file."""
        with told(self.path), closing(sqlite3.connect(path)) as copy:
            self._session().connection.backup(copy)

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Several reads of one state of the catalogue, whatever others write meanwhile."""
        session = self._session()
        if session.depth:
            yield
        else:
            with self._transaction(session, "BEGIN", "COMMIT", "ROLLBACK"):
                yield

    @contextmanager
    def writing(self, counted: bool = True) -> Iterator[None]:
        """One transaction. Inside another it is a part of that one: it fails alone where its error is caught there.

        One that is not ``counted`` leaves the revision as it is, for what is no part of the archive's content.
        """
        session = self._session()
        if session.depth and not session.writing:
            raise RuntimeError("what is read for one state of the catalogue cannot be written in the same breath")
        if session.depth:
            name = f"part{session.depth}"
            undo = f"ROLLBACK TO {name}; RELEASE {name}"
            with self._transaction(session, f"SAVEPOINT {name}", f"RELEASE {name}", undo):
                yield
        else:
            with self._transaction(session, "BEGIN IMMEDIATE", "COMMIT", "ROLLBACK"):
                session.writing = True
                if counted:
                    self.step()
                yield

    def step(self) -> int:
        """The catalogue's next revision. Every transaction is one at least."""
        row = self.row("UPDATE revision SET number = number + 1 RETURNING number")
        assert row is not None
        return int(row[0])

    @property
    def revision(self) -> int:
        """A number that rises with every transaction, the same in all threads and programs."""
        row = self.row("SELECT number FROM revision")
        assert row is not None
        return int(row[0])

    @contextmanager
    def _transaction(self, session: _Session, begin: str, commit: str, undo: str) -> Iterator[None]:
        connection = session.connection
        with told(self.path):
            connection.execute(begin)
        session.depth += 1
        try:
            yield
            with told(self.path):
                connection.execute(commit)
        except BaseException:
            # A full disk may have ended the transaction already.
            if connection.in_transaction:
                for statement in undo.split("; "):
                    connection.execute(statement)
            raise
        finally:
            session.depth -= 1
            session.writing = session.writing and session.depth > 0

    def _session(self) -> _Session:
        session: _Session | None = getattr(self._local, "session", None)
        if session is None:
            with told(self.path):
                session = _Session(connect(self.path, self._mode, self._patience))
            self._local.session = session
            with self._guard:
                self._sessions.add(session)
        return session
