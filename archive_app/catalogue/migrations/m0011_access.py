"""Format 11: what papers may be shown is found at once, since every list and search asks for it."""

from __future__ import annotations

import sqlite3


def migrate(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE INDEX fact_of_access ON fact (record) WHERE field = 'access'")
