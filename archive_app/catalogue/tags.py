"""Tags: words a person puts on records to find them again."""

from __future__ import annotations

from archive_app.catalogue.connection import Database
from archive_app.catalogue.identity import existing, name, number
from archive_app.catalogue.marks import Marks


class Tags:
    def __init__(self, db: Database, marks: Marks) -> None:
        self._db, self._marks = db, marks

    def of(self, id: str) -> tuple[str, ...]:
        rows = self._db.rows("SELECT name FROM tag WHERE record = ? ORDER BY name", (number(id),))
        return tuple(row[0] for row in rows)

    def all(self) -> dict[str, tuple[str, ...]]:
        """The tags of every record that has any."""
        found: dict[str, tuple[str, ...]] = {}
        for record, tag in self._db.rows("SELECT record, name FROM tag ORDER BY record, name"):
            found[name(record)] = (*found.get(name(record), ()), tag)
        return found

    def add(self, id: str, tag: str) -> None:
        self._change("INSERT OR IGNORE INTO tag VALUES (?, ?)", id, tag)

    def remove(self, id: str, tag: str) -> None:
        self._change("DELETE FROM tag WHERE record = ? AND name = ?", id, tag)

    def _change(self, sql: str, id: str, tag: str) -> None:
        with self._db.writing():
            self._db.write(sql, (existing(self._db, id), tag))
            self._marks.set((id,))
