"""What is still to be done for records: kept with them, so that it outlives the program that put it off."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from archive_app.catalogue.connection import Database
from archive_app.catalogue.identity import existing, name, number
from archive_app.domain.record import Work

#: What lies in the trash waits there, and goes on where it was once it is restored.
_WAITING = "FROM queue WHERE work = ?1 AND record NOT IN (SELECT record FROM trash)"


class Queue:
    def __init__(self, db: Database) -> None:
        self._db = db

    def put(self, work: Work, ids: Iterable[str]) -> None:
        """This work is to be done for these records; one that waits for it already keeps its place."""
        with self._db.writing():
            self._db.write_many(
                "INSERT OR IGNORE INTO queue (record, work) VALUES (?, ?)",
                ((existing(self._db, id), work) for id in ids),
            )

    def done(self, work: Work, ids: Iterable[str]) -> None:
        with self._db.writing():
            self._db.write_many("DELETE FROM queue WHERE record = ? AND work = ?", ((number(id), work) for id in ids))

    def first(self, work: Work, besides: Collection[str] = ()) -> tuple[str, int] | None:
        """Which record comes next, with its urgency (0 where nobody asked for it), but for those under way."""
        rows = self._db.rows(
            f"SELECT record, urgency {_WAITING} ORDER BY urgency DESC, record LIMIT ?2", (work, len(besides) + 1)
        )
        return next(((name(record), urgency) for record, urgency in rows if name(record) not in besides), None)

    def waiting(self, work: Work) -> list[str]:
        """All records that wait for this work, those that somebody asked for first."""
        rows = self._db.rows(f"SELECT record {_WAITING} ORDER BY urgency DESC, record", (work,))
        return [name(record) for (record,) in rows]

    def count(self, work: Work) -> int:
        row = self._db.row(f"SELECT count(*) {_WAITING}", (work,))
        return int(row[0]) if row else 0

    def hurry(self, id: str) -> None:
        """All work on this record comes before everything else from now on."""
        with self._db.writing():
            self._db.write(
                "UPDATE queue SET urgency = (SELECT max(urgency) + 1 FROM queue) WHERE record = ?", (number(id),)
            )
