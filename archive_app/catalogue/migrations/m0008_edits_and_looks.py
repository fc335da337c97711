"""Format 8: what persons changed, so that it can be undone at another time; what was seen of watched folders.

``edit.data`` is a JSON object: the slots of a change, their states before and after. ``seen_file`` holds size in bytes
and time (nanoseconds) of each file of a watched folder as it was last taken in.
"""

from __future__ import annotations

import sqlite3

_STATEMENTS = (
    """
    CREATE TABLE edit (
        number INTEGER PRIMARY KEY,
        data TEXT NOT NULL,
        undone INTEGER NOT NULL DEFAULT 0
    )
    """,
    """
    CREATE TABLE seen_file (
        path TEXT PRIMARY KEY,
        size INTEGER NOT NULL,
        changed INTEGER NOT NULL
    ) WITHOUT ROWID
    """,
    "ALTER TABLE watched ADD COLUMN looked_at TEXT",
    "ALTER TABLE watched ADD COLUMN missing INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE watched ADD COLUMN brought INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE watched ADD COLUMN brought_at TEXT",
)


def migrate(connection: sqlite3.Connection) -> None:
    for statement in _STATEMENTS:
        connection.execute(statement)
