"""Format 9: units of description that persons made, one under another, and the records that they placed in them.

``unit.texts`` is a JSON list of pairs: an element of the description and its text.
"""

from __future__ import annotations

import sqlite3

_STATEMENTS = (
    # A unit may go before what stands under it, as long as all is right again at the end of the transaction.
    """
    CREATE TABLE unit (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        parent INTEGER REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
        level TEXT NOT NULL,
        code TEXT NOT NULL,
        title TEXT NOT NULL,
        position INTEGER NOT NULL,
        texts TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE placement (
        record INTEGER PRIMARY KEY REFERENCES record (number),
        unit INTEGER NOT NULL REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED
    ) WITHOUT ROWID
    """,
)


def migrate(connection: sqlite3.Connection) -> None:
    for statement in _STATEMENTS:
        connection.execute(statement)
