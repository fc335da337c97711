"""Format 6: what persons decided about links between records, and the archive's own authority records.

``authority.data`` is a JSON object of the record's attributes, null where it was merged into another; ``became`` tells
of a written name of one body, or of one record's party, that another body is meant.
"""

from __future__ import annotations

import sqlite3

_STATEMENTS = (
    """
    CREATE TABLE decision (
        type TEXT NOT NULL,
        record INTEGER NOT NULL REFERENCES record (number),
        target INTEGER NOT NULL REFERENCES record (number),
        confirmed INTEGER NOT NULL,
        decided_by TEXT NOT NULL,
        decided_at TEXT NOT NULL,
        PRIMARY KEY (type, record, target)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE authority (
        id TEXT PRIMARY KEY,
        data TEXT,
        merged_into TEXT,
        decided_by TEXT NOT NULL,
        decided_at TEXT NOT NULL,
        CHECK ((data IS NULL) <> (merged_into IS NULL))
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE became (
        authority TEXT NOT NULL,
        name TEXT NOT NULL,
        record INTEGER REFERENCES record (number),
        meant TEXT NOT NULL,
        UNIQUE (authority, name, record)
    )
    """,
    "CREATE TABLE set_aside (name TEXT PRIMARY KEY, decided_by TEXT NOT NULL, decided_at TEXT NOT NULL) WITHOUT ROWID",
)


def migrate(connection: sqlite3.Connection) -> None:
    for statement in _STATEMENTS:
        connection.execute(statement)
