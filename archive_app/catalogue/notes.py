"""Notes that a person writes beside a record or one of its pages."""

from __future__ import annotations

from archive_app.catalogue.connection import Database
from archive_app.catalogue.identity import existing, name, number
from archive_app.domain.record import Note

_SELECT = "SELECT id, record, text, written_by, written_at, page FROM note"


class Notes:
    def __init__(self, db: Database) -> None:
        self._db = db

    def of(self, id: str) -> list[Note]:
        """A record's notes, the first one first."""
        rows = self._db.rows(f"{_SELECT} WHERE record = ? ORDER BY id", (number(id),))
        return [Note(note, name(record), text, by, at, page) for note, record, text, by, at, page in rows]

    def add(self, id: str, text: str, by: str, at: str, page: int | None = None) -> int:
        """Keeps a note; gives its number."""
        with self._db.writing():
            return self._db.write(
                "INSERT INTO note (record, page, text, written_by, written_at) VALUES (?, ?, ?, ?, ?)",
                (existing(self._db, id), page, text, by, at),
            )

    def change(self, note: int, text: str, by: str, at: str) -> None:
        with self._db.writing():
            self._db.write(
                "UPDATE note SET text = ?, written_by = ?, written_at = ? WHERE id = ?", (text, by, at, note)
            )

    def remove(self, note: int) -> None:
        with self._db.writing():
            self._db.write("DELETE FROM note WHERE id = ?", (note,))
