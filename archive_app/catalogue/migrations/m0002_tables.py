"""Format 2: the tables of records, in order; ``rows`` is a JSON array of arrays of text, ``box`` of four numbers."""

from __future__ import annotations

import sqlite3


def migrate(connection: sqlite3.Connection) -> None:
    connection.execute(
        """
        CREATE TABLE record_table (
            record INTEGER NOT NULL REFERENCES record (number),
            number INTEGER NOT NULL,
            page INTEGER NOT NULL,
            box TEXT,
            rows TEXT NOT NULL,
            PRIMARY KEY (record, number)
        ) WITHOUT ROWID
        """
    )
