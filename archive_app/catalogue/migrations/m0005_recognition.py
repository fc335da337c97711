"""Format 5: what read a page from its picture and how surely, or why nothing did.

``confidences`` has one byte for each word of the page, 0 to 100; ``confidence`` is the page's, 0 to 1.
"""

from __future__ import annotations

import sqlite3


def migrate(connection: sqlite3.Connection) -> None:
    connection.execute(
        """
        CREATE TABLE recognition (
            record INTEGER NOT NULL REFERENCES record (number),
            page INTEGER NOT NULL,
            engine TEXT NOT NULL,
            confidence REAL,
            unread TEXT NOT NULL,
            confidences BLOB NOT NULL,
            PRIMARY KEY (record, page)
        ) WITHOUT ROWID
        """
    )
