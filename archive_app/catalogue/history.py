"""What happened to records and to the archive, kept for good."""

from __future__ import annotations

from archive_app.catalogue.connection import Database, Row
from archive_app.catalogue.identity import existing, name, number
from archive_app.domain.record import Event

_COLUMNS = "at, agent, type, record, field, before, after, outcome"


class History:
    def __init__(self, db: Database) -> None:
        self._db = db

    def add(self, event: Event) -> None:
        with self._db.writing():
            record = existing(self._db, event.record) if event.record else None
            self._db.write(
                f"INSERT INTO event ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (event.at, event.agent, event.type, record, event.field, event.before, event.after, event.outcome),
            )

    def of(self, record: str) -> list[Event]:
        """A record's events, the first one first."""
        return self._db.read(_event, f"SELECT {_COLUMNS} FROM event WHERE record = ? ORDER BY id", (number(record),))

    def all_of(self, type: str) -> list[Event]:
        """What of a type happened to the archive as a whole, the last one first."""
        return self._db.read(
            _event, f"SELECT {_COLUMNS} FROM event WHERE type = ? AND record IS NULL ORDER BY id DESC", (type,)
        )

    def all(self, limit: int | None = None) -> list[Event]:
        """The archive's events, the last one first."""
        return self._db.read(
            _event, f"SELECT {_COLUMNS} FROM event ORDER BY id DESC LIMIT ?", (-1 if limit is None else limit,)
        )


def _event(row: Row) -> Event:
    at, agent, type, record, field, before, after, outcome = row
    return Event(at, agent, type, name(record) if record else None, field, before, after, outcome)
