"""Format 10: notes may be highlights, of one of several kinds, and then say nothing beside the words they mark."""

from __future__ import annotations

import sqlite3


def migrate(connection: sqlite3.Connection) -> None:
    connection.execute("ALTER TABLE note ADD COLUMN highlight TEXT")
