"""What happened to records and to the archive, kept for good."""

from __future__ import annotations

from dataclasses import dataclass

from archive_app.catalogue.connection import Database, Row
from archive_app.catalogue.identity import existing, name, number
from archive_app.domain.record import Event

_COLUMNS = "at, agent, type, record, field, before, after, outcome"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which events are wanted: of these types (or of all ``but`` these), by an agent, of a record, with an outcome,
    since a day or moment (ISO 8601), with words in what they tell, or of the ``whole`` archive only. What is not given
    narrows nothing."""

    types: frozenset[str] = frozenset()
    but: bool = False
    agent: str = ""
    record: str = ""
    outcome: str = ""
    since: str = ""
    words: str = ""
    whole: bool = False


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

    def page(self, wanted: Wanted, before: int | None = None, limit: int = 300) -> list[tuple[int, Event]]:
        """The last events that are wanted, each with its number, the last one first; those ``before`` a number."""
        conditions, values = _conditions(wanted)
        if before is not None:
            conditions, values = [*conditions, "id < ?"], [*values, before]
        where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
        sql = f"SELECT id, {_COLUMNS} FROM event {where} ORDER BY id DESC LIMIT ?"
        return self._db.read(lambda row: (row[0], _event(row[1:])), sql, (*values, limit))

    def agents(self) -> list[str]:
        """Everybody who did anything, by name."""
        return [row[0] for row in self._db.rows("SELECT DISTINCT agent FROM event ORDER BY agent COLLATE NOCASE")]


def _conditions(wanted: Wanted) -> tuple[list[str], list[object]]:
    every: list[tuple[str, list[object]]] = []
    if wanted.types:
        marks = ", ".join("?" * len(wanted.types))
        every.append((f"type {'NOT ' if wanted.but else ''}IN ({marks})", [*sorted(wanted.types)]))
    if wanted.agent:
        every.append(("agent = ?", [wanted.agent]))
    if wanted.record:
        every.append(("record = ?", [number(wanted.record)]))
    if wanted.outcome:
        every.append(("outcome = ?", [wanted.outcome]))
    if wanted.since:
        every.append(("at >= ?", [wanted.since]))
    if wanted.whole:
        every.append(("record IS NULL", []))
    if wanted.words:
        like = "%" + wanted.words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
        told = " OR ".join(f"{column} LIKE ? ESCAPE '\\'" for column in ("field", "before", "after"))
        every.append((f"({told})", [like] * 3))
    return [condition for condition, _ in every], [value for _, values in every for value in values]


def _event(row: Row) -> Event:
    at, agent, type, record, field, before, after, outcome = row
    return Event(at, agent, type, name(record) if record else None, field, before, after, outcome)
