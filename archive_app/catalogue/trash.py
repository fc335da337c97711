"""Records that a person took out of the archive: in no list and in no search, and whole until they are put back."""

from __future__ import annotations

from archive_app.catalogue.connection import Database
from archive_app.catalogue.history import History
from archive_app.catalogue.identity import existing, name, number
from archive_app.catalogue.marks import Marks
from archive_app.domain.record import Event, Trashed
from archive_app.errors import UsageError

#: A record and all that was attached to it, at any depth.
_FAMILY = """
    WITH RECURSIVE family (number) AS (
        SELECT ?1 UNION SELECT record.number FROM record JOIN family ON record.parent = family.number
    )
    SELECT number FROM family WHERE number NOT IN (SELECT record FROM trash) ORDER BY number
"""


class Trash:
    def __init__(self, db: Database, marks: Marks, history: History) -> None:
        self._db, self._marks, self._history = db, marks, history

    def put(self, id: str, by: str, at: str) -> list[str]:
        """Takes a record out, and with it all that was attached to it; gives the ids of those taken out."""
        removal = existing(self._db, id)
        with self._db.writing():
            taken = [row[0] for row in self._db.rows(_FAMILY, (removal,))]
            self._db.write_many("INSERT INTO trash VALUES (?, ?, ?, ?)", ((one, removal, at, by) for one in taken))
            return self._told(taken, "removal", by, at)

    def restore(self, id: str, by: str, at: str) -> list[str]:
        """Puts a record back, and with it all that its removal had taken along; gives the ids of those put back."""
        if not self.holds(id):
            raise UsageError(f"The record {id} is not in the trash; “trash” shows what is.")
        with self._db.writing():
            rows = self._db.rows("SELECT record FROM trash WHERE record = ?1 OR removal = ?1", (number(id),))
            back = sorted(row[0] for row in rows)
            self._db.write_many("DELETE FROM trash WHERE record = ?", ((one,) for one in back))
            return self._told(back, "restoration", by, at)

    def destroy(self, id: str, by: str, at: str) -> None:
        """Takes a record of the trash out of the catalogue for good, with all that is told of it.

        What stays is one event of the archive with its name, its file and its fingerprint. What was attached to it and
        is not in the trash stays as a record of its own. Raises UsageError for a record that is not in the trash.
        """
        if not self.holds(id):
            raise UsageError(f"The record {id} is not in the trash; only what lies there can be destroyed.")
        record = number(id)
        with self._db.writing():
            filename, sha256 = self._db.rows("SELECT filename, sha256 FROM record WHERE number = ?", (record,))[0]
            for table, column in self._referring():
                if table == "record":
                    self._db.write("UPDATE record SET parent = NULL WHERE parent = ?", (record,))
                else:
                    self._db.write(f"DELETE FROM {table} WHERE {column} = ?", (record,))
            self._db.write("DELETE FROM record WHERE number = ?", (record,))
            self._history.add(Event(at, by, "destruction", before=f"{id} {filename} SHA-256 {sha256}"))

    def _referring(self) -> list[tuple[str, str]]:
        """Tables and columns that name a record, as the catalogue itself tells of them."""
        return [(table, column) for table, column in self._db.rows(
            "SELECT m.name, f.\"from\" FROM sqlite_master m, pragma_foreign_key_list(m.name) f "
            "WHERE m.type = 'table' AND f.\"table\" = 'record'"
        )]  # fmt: skip

    def holds(self, id: str) -> bool:
        return self._db.row("SELECT 1 FROM trash WHERE record = ?", (number(id),)) is not None

    def all(self) -> list[Trashed]:
        """What lies in the trash, the last removed first."""
        rows = self._db.rows(
            "SELECT record, filename, at, by, removal FROM trash JOIN record ON number = record "
            "ORDER BY at DESC, record DESC"
        )
        return [Trashed(name(record), filename, at, by, name(removal)) for record, filename, at, by, removal in rows]

    def _told(self, records: list[int], type: str, by: str, at: str) -> list[str]:
        ids = [name(record) for record in records]
        for id in ids:
            self._history.add(Event(at, by, type, id))
        self._marks.set(ids)
        return ids
