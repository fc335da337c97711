"""Format 12: pages that a person has turned, so that a scan made sideways is read upright the next time too."""

from __future__ import annotations

import sqlite3


def migrate(connection: sqlite3.Connection) -> None:
    connection.execute(
        """
        CREATE TABLE turned_page (
            record INTEGER NOT NULL REFERENCES record (number),
            page INTEGER NOT NULL,
            quarters INTEGER NOT NULL CHECK (quarters BETWEEN 1 AND 3),
            PRIMARY KEY (record, page)
        ) WITHOUT ROWID
        """
    )
