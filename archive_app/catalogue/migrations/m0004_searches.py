"""Format 4: saved searches, the history of searches, and the words of a page that a note stands beside.

``question`` is JSON: the query, its switches and the facet values chosen. ``quote_start`` and ``quote_end`` are places
in the text of the note's page.
"""

from __future__ import annotations

import sqlite3

_STATEMENTS = (
    """
    CREATE TABLE saved_search (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL UNIQUE COLLATE NOCASE,
        question TEXT NOT NULL,
        saved_by TEXT NOT NULL,
        saved_at TEXT NOT NULL,
        changed_at TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE asked (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        question TEXT NOT NULL UNIQUE,
        at TEXT NOT NULL,
        records INTEGER NOT NULL,
        times INTEGER NOT NULL
    )
    """,
    "ALTER TABLE note ADD COLUMN quote TEXT",
    "ALTER TABLE note ADD COLUMN quote_start INTEGER",
    "ALTER TABLE note ADD COLUMN quote_end INTEGER",
    "CREATE INDEX tag_by_name ON tag (name)",
)


def migrate(connection: sqlite3.Connection) -> None:
    for statement in _STATEMENTS:
        connection.execute(statement)
