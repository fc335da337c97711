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

_NAMED = "authority = ? AND name = ? AND record IS ?"


def _named(authority: str | None, written: str, record: str | None) -> tuple[str, str, int | None]:
    return authority or "", plain_name(written), number(record) if record else None


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
        named = _named(became.authority, became.name, became.record)
        with self._db.writing():
            self._db.write(f"DELETE FROM became WHERE {_NAMED}", named)
            self._db.write("INSERT INTO became (authority, name, record, meant) VALUES (?, ?, ?, ?)",
                           (*named, became.meant))  # fmt: skip
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

    def state(self, id: str) -> tuple[str | None, str | None] | None:
        """What the archive keeps of a record: its own data, or what it was merged into; None for neither."""
        row = self._db.row("SELECT data, merged_into FROM authority WHERE id = ?", (id,))
        return (row[0], row[1]) if row else None

    def put_back(self, id: str, state: tuple[str | None, str | None] | None, type: str, by: str, at: str) -> None:
        """A record as ``state`` told it before or after a change, which the history tells as ``type``."""
        before = self.state(id)
        with self._db.writing():
            self._db.write("DELETE FROM authority WHERE id = ?", (id,))
            if state is not None:
                self._db.write("INSERT INTO authority VALUES (?, ?, ?, ?, ?)", (id, *state, by, at))
            told = [next(filter(None, one), None) if one else None for one in (before, state)]
            self._history.add(Event(at, by, type, None, id, *told))

    def meant(self, authority: str | None, written: str, record: str | None) -> str | None:
        """The body that a written name was said to mean instead; None where nobody said so."""
        row = self._db.row(f"SELECT meant FROM became WHERE {_NAMED}", _named(authority, written, record))
        return row[0] if row else None

    def put_back_name(
        self, authority: str | None, written: str, record: str | None, meant: str | None, type: str, by: str, at: str
    ) -> None:
        """What a written name was said to mean before or after a change; None for nothing said."""
        named, before = _named(authority, written, record), self.meant(authority, written, record)
        with self._db.writing():
            self._db.write(f"DELETE FROM became WHERE {_NAMED}", named)
            if meant is not None:
                self._db.write("INSERT INTO became (authority, name, record, meant) VALUES (?, ?, ?, ?)",
                               (*named, meant))  # fmt: skip
            self._history.add(Event(at, by, type, None, written, before, meant))

    def put_back_aside(self, written: str, aside: bool, type: str, by: str, at: str) -> None:
        """Whether a name was put aside, as before or after a change."""
        with self._db.writing():
            self._db.write("DELETE FROM set_aside WHERE name = ?", (plain_name(written),))
            if aside:
                self._db.write("INSERT INTO set_aside VALUES (?, ?, ?)", (plain_name(written), by, at))
            self._history.add(Event(at, by, type, None, written))

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
