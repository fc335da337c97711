"""What persons changed, as it is kept to be undone and done again: two piles in one table, done and undone."""

from __future__ import annotations

from archive_app.catalogue.connection import Database

#: So many changes can be undone.
MOST = 500


class KeptEdits:
    """Each change is text that only its writer reads; its number tells its order."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def put(self, data: str) -> None:
        """A change that was made now. What was undone before it cannot be done again any more."""
        with self._db.writing():
            self._db.write("DELETE FROM edit WHERE undone")
            number = self._db.write("INSERT INTO edit (data) VALUES (?)", (data,))
            self._db.write("DELETE FROM edit WHERE number <= ?", (number - MOST,))

    def last(self) -> tuple[int, str] | None:
        """What would be undone."""
        row = self._db.row("SELECT number, data FROM edit WHERE NOT undone ORDER BY number DESC LIMIT 1")
        return (row[0], row[1]) if row else None

    def next(self) -> tuple[int, str] | None:
        """What would be done again."""
        row = self._db.row("SELECT number, data FROM edit WHERE undone ORDER BY number LIMIT 1")
        return (row[0], row[1]) if row else None

    def turn(self, number: int, undone: bool) -> None:
        """Puts a change on the other pile."""
        with self._db.writing():
            self._db.write("UPDATE edit SET undone = ? WHERE number = ?", (undone, number))

    def forget(self) -> None:
        """Nothing of before can be undone any more."""
        with self._db.writing():
            self._db.write("DELETE FROM edit")
