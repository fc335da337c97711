"""The archive's own authority records, over those that come with the program: made, changed, merged, told apart."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from archive_app.catalogue.connection import Database
from archive_app.catalogue.history import History
from archive_app.catalogue.identity import name, number
from archive_app.catalogue.marks import Marks
from archive_app.domain.recognising import Became, plain_name
from archive_app.domain.record import Event


class Authorities:
    """Records are kept as JSON objects of their attributes. Who changes one marks the records that name it."""

    def __init__(self, db: Database, marks: Marks, history: History) -> None:
        self._db, self._marks, self._history = db, marks, history

    def own(self) -> dict[str, dict[str, Any]]:
        """The archive's own records by id."""
        rows = self._db.rows("SELECT id, data FROM authority WHERE data IS NOT NULL ORDER BY id")
        return {id: json.loads(data) for id, data in rows}

    def merged(self) -> dict[str, str]:
        """What was merged into what."""
        return dict(self._db.rows("SELECT id, merged_into FROM authority WHERE merged_into IS NOT NULL"))

    def became(self) -> list[Became]:
        """Names that mean another body than they were read as."""
        rows = self._db.rows("SELECT authority, name, meant, record FROM became ORDER BY rowid")
        return [
            Became(authority or None, written, meant, name(record) if record else None)
            for authority, written, meant, record in rows
        ]

    def set_aside(self) -> frozenset[str]:
        """Names that no authority record is wanted for, as names are compared."""
        return frozenset(row[0] for row in self._db.rows("SELECT name FROM set_aside"))

    def keep(self, id: str, data: dict[str, Any], by: str, at: str, before: str | None = None) -> None:
        """A record made or changed."""
        text, what = json.dumps(data, ensure_ascii=False, sort_keys=True), "changed" if before else "made"
        with self._db.writing():
            self._db.write("INSERT OR REPLACE INTO authority VALUES (?, ?, NULL, ?, ?)", (id, text, by, at))
            self._history.add(Event(at, by, f"authority {what}", None, id, before, text))

    def merge(self, id: str, into: str, by: str, at: str) -> None:
        with self._db.writing():
            self._db.write("INSERT OR REPLACE INTO authority VALUES (?, NULL, ?, ?, ?)", (id, into, by, at))
            self._history.add(Event(at, by, "authority merged", None, id, id, into))

    def tell_apart(self, became: Became, by: str, at: str) -> None:
        """A written name is another body's, everywhere or in one record."""
        record = number(became.record) if became.record else None
        with self._db.writing():
            self._db.write(
                "DELETE FROM became WHERE authority = ? AND name = ? AND record IS ?",
                (became.authority or "", plain_name(became.name), record),
            )
            self._db.write(
                "INSERT INTO became VALUES (?, ?, ?, ?)",
                (became.authority or "", plain_name(became.name), record, became.meant),
            )
            self._history.add(
                Event(at, by, "name told apart", became.record, became.name, became.authority, became.meant)
            )

    def put_aside(self, written: str, by: str, at: str) -> None:
        with self._db.writing():
            self._db.write("INSERT OR REPLACE INTO set_aside VALUES (?, ?, ?)", (plain_name(written), by, at))
            self._history.add(Event(at, by, "name set aside", None, written))

    def forget(self, id: str, by: str, at: str) -> None:
        """Takes back what was changed of a record, or that it was merged."""
        with self._db.writing():
            self._db.write("DELETE FROM authority WHERE id = ?", (id,))
            self._history.add(Event(at, by, "authority as before", None, id))

    def mark(self, records: Iterable[str]) -> None:
        """These records name bodies that were changed: they are described and indexed by their new names."""
        self._marks.set(records)

    @property
    def revision(self) -> tuple[int, ...]:
        """Differs after every change to any of these."""
        row = self._db.row(
            "SELECT (SELECT count(*) FROM authority), (SELECT count(*) FROM became), (SELECT count(*) FROM set_aside), "
            "(SELECT coalesce(max(id), 0) FROM event WHERE record IS NULL)"
        )
        return tuple(row or ())
