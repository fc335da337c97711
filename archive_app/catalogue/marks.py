"""Which records were changed since when, and which the index has yet to take in.

Each mark bears the revision it was set at. One who indexes hands the same pairs back, so a record that was changed
while it was being indexed keeps its newer mark.
"""

from __future__ import annotations

from collections.abc import Iterable

from archive_app.catalogue.connection import Database
from archive_app.catalogue.identity import name, number


class Marks:
    def __init__(self, db: Database) -> None:
        self._db = db

    def touch(self, ids: Iterable[str]) -> None:
        """These were changed now."""
        with self._db.writing():
            revision = self._db.step()
            self._db.write_many(
                "UPDATE record SET changed = ? WHERE number = ?", ((revision, number(id)) for id in ids)
            )

    def set(self, ids: Iterable[str]) -> None:
        """These were changed now in what the index holds of them."""
        changed = tuple(ids)
        with self._db.writing():
            self.touch(changed)
            self._db.write_many(
                "INSERT INTO to_index SELECT number, changed FROM record WHERE number = ? "
                "ON CONFLICT DO UPDATE SET revision = excluded.revision",
                ((number(id),) for id in changed),
            )

    def since(self, revision: int) -> list[str]:
        """What was changed after a revision, in order."""
        rows = self._db.rows("SELECT number FROM record WHERE changed > ? ORDER BY number", (revision,))
        return [name(row[0]) for row in rows]

    def all(self) -> list[tuple[str, int]]:
        return [
            (name(row[0]), row[1]) for row in self._db.rows("SELECT record, revision FROM to_index ORDER BY record")
        ]

    def clear(self, pairs: Iterable[tuple[str, int]]) -> None:
        with self._db.writing():
            self._db.write_many(
                "DELETE FROM to_index WHERE record = ? AND revision = ?", ((number(id), at) for id, at in pairs)
            )
