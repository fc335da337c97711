"""Tags: words a person puts on records to find them again. Each change of one is in the history."""

from __future__ import annotations

from collections.abc import Iterable

from archive_app.catalogue.connection import Database
from archive_app.catalogue.history import History
from archive_app.catalogue.identity import existing, name, number
from archive_app.catalogue.marks import Marks
from archive_app.domain.record import Event


class Tags:
    def __init__(self, db: Database, marks: Marks, history: History) -> None:
        self._db, self._marks, self._history = db, marks, history

    def of(self, id: str) -> tuple[str, ...]:
        rows = self._db.rows("SELECT name FROM tag WHERE record = ? ORDER BY name", (number(id),))
        return tuple(row[0] for row in rows)

    def all(self) -> dict[str, tuple[str, ...]]:
        """The tags of every record that has any."""
        found: dict[str, tuple[str, ...]] = {}
        for record, tag in self._db.rows("SELECT record, name FROM tag ORDER BY record, name"):
            found[name(record)] = (*found.get(name(record), ()), tag)
        return found

    def counts(self) -> dict[str, int]:
        """Each tag by name with the number of records that have it; the trash is left out."""
        kept = "record NOT IN (SELECT record FROM trash)"
        return dict(self._db.rows(f"SELECT name, count(*) FROM tag WHERE {kept} GROUP BY name ORDER BY name"))

    def names(self) -> list[str]:
        """Every tag that any record has, also one in the trash."""
        return [row[0] for row in self._db.rows("SELECT DISTINCT name FROM tag ORDER BY name")]

    def holders(self, tag: str) -> list[str]:
        """The records that have a tag, in order, also those in the trash."""
        return [name(row[0]) for row in self._db.rows("SELECT record FROM tag WHERE name = ? ORDER BY record", (tag,))]

    def add(self, ids: Iterable[str], tag: str, by: str, at: str) -> list[str]:
        """Puts a tag on records; gives those that did not have it."""
        return self._change(
            "INSERT OR IGNORE INTO tag VALUES (?, ?)", ids, tag, Event(at, by, "tag", field="tag", after=tag)
        )

    def remove(self, ids: Iterable[str], tag: str, by: str, at: str) -> list[str]:
        """Takes a tag off records; gives those that had it."""
        return self._change(
            "DELETE FROM tag WHERE record = ? AND name = ?", ids, tag, Event(at, by, "tag", field="tag", before=tag)
        )

    def rename(self, tag: str, other: str, by: str, at: str) -> list[str]:
        """The other tag in place of this one, on every record; gives those records. One that has both keeps one."""
        with self._db.writing():
            holders = self.holders(tag)
            self._db.write("UPDATE OR IGNORE tag SET name = ? WHERE name = ?", (other, tag))
            self._db.write("DELETE FROM tag WHERE name = ?", (tag,))
            self._tell(holders, Event(at, by, "tag", field="tag", before=tag, after=other))
        return holders

    def _change(self, sql: str, ids: Iterable[str], tag: str, event: Event) -> list[str]:
        with self._db.writing():
            changed = []
            for id in dict.fromkeys(ids):
                before = self._has(id, tag)
                self._db.write(sql, (existing(self._db, id), tag))
                if self._has(id, tag) != before:
                    changed.append(id)
            self._tell(changed, event)
        return changed

    def _has(self, id: str, tag: str) -> bool:
        return self._db.row("SELECT 1 FROM tag WHERE record = ? AND name = ?", (number(id), tag)) is not None

    def _tell(self, ids: list[str], event: Event) -> None:
        for id in ids:
            self._history.add(Event(event.at, event.agent, event.type, id, event.field, event.before, event.after))
        if ids:
            self._marks.set(ids)
