"""Format 3: work that waits, the trash, how like one another papers are, watched folders, outcomes of events.

``queue`` holds what is still to be done for a record. ``trash.removal`` is the record whose removal took this one
along. ``sketch.hashes`` are unsigned 32 bit numbers, rising. In ``likeness`` the smaller number stands first.
"""

from __future__ import annotations

import sqlite3

_STATEMENTS = (
    """
    CREATE TABLE queue (
        record INTEGER NOT NULL REFERENCES record (number),
        work TEXT NOT NULL,
        urgency INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (record, work)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX queue_by_urgency ON queue (work, urgency DESC, record)",
    "INSERT INTO queue SELECT number, 'describe', 0 FROM record WHERE state = 'searchable'",
    "INSERT INTO queue SELECT number, 'recognise', 0 FROM record WHERE ocr_needed > 0",
    "DROP INDEX record_undescribed",
    """
    CREATE TABLE trash (
        record INTEGER PRIMARY KEY REFERENCES record (number),
        removal INTEGER NOT NULL REFERENCES record (number),
        at TEXT NOT NULL,
        by TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE sketch (
        record INTEGER PRIMARY KEY REFERENCES record (number),
        words INTEGER NOT NULL,
        hashes BLOB NOT NULL
    )
    """,
    """
    CREATE TABLE likeness (
        one INTEGER NOT NULL REFERENCES record (number),
        other INTEGER NOT NULL REFERENCES record (number),
        verdict TEXT NOT NULL CHECK (verdict IN ('same', 'different')),
        by TEXT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (one, other)
    ) WITHOUT ROWID
    """,
    "CREATE TABLE watched (folder TEXT PRIMARY KEY, linked INTEGER NOT NULL, since TEXT NOT NULL) WITHOUT ROWID",
    "ALTER TABLE event ADD COLUMN outcome TEXT",
    "CREATE INDEX event_by_type ON event (type, record)",
    "ALTER TABLE import ADD COLUMN linked INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE import ADD COLUMN inside_zip INTEGER NOT NULL DEFAULT 0",
)


def migrate(connection: sqlite3.Connection) -> None:
    for statement in _STATEMENTS:
        connection.execute(statement)
