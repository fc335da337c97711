"""Sketches of texts, by which papers like one another are found, and what persons decided about such pairs."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from typing import Literal

from archive_app.catalogue.connection import Database, Row
from archive_app.catalogue.history import History
from archive_app.catalogue.identity import existing, name, number
from archive_app.domain.record import Event
from archive_app.domain.sketches import Sketch

Verdict = Literal["same", "different"]


class Likenesses:
    def __init__(self, db: Database, history: History) -> None:
        self._db, self._history = db, history

    def keep(self, id: str, sketch: Sketch) -> None:
        with self._db.writing():
            self._db.write(
                "INSERT OR REPLACE INTO sketch VALUES (?, ?, ?)",
                (existing(self._db, id), sketch.words, sketch.hashes.tobytes()),
            )

    def sketches(self) -> Iterator[tuple[str, Sketch]]:
        """Those of all records that have one, the trash left out, one after another."""
        kept = "record NOT IN (SELECT record FROM trash)"
        with self._db.reading():
            for row in self._db.each(f"SELECT record, words, hashes FROM sketch WHERE {kept} ORDER BY record"):
                yield name(row[0]), _sketch(row[1:])

    def sketch(self, id: str) -> Sketch:
        """That of one record; an empty one where there is none, or none any more."""
        row = self._db.row("SELECT words, hashes FROM sketch WHERE record = ?", (number(id),))
        return _sketch(row) if row else Sketch(0, array("I"))

    def without(self) -> list[str]:
        """Records that have no sketch: those described by a version before there were any."""
        rows = self._db.rows(
            "SELECT number FROM record WHERE number NOT IN (SELECT record FROM sketch) "
            "AND number NOT IN (SELECT record FROM trash) ORDER BY number"
        )
        return [name(row[0]) for row in rows]

    def put(self, one: str, other: str, verdict: Verdict | None, by: str, at: str) -> None:
        """A person says whether two papers are the same text or not; the last word holds, None takes it back."""
        first, second = sorted((existing(self._db, one), existing(self._db, other)))
        before = self.verdict(one, other)
        with self._db.writing():
            self._db.write("DELETE FROM likeness WHERE one = ? AND other = ?", (first, second))
            if verdict is not None:
                self._db.write("INSERT INTO likeness VALUES (?, ?, ?, ?, ?)", (first, second, verdict, by, at))
            for record, twin in ((first, second), (second, first)):
                self._history.add(Event(at, by, "likeness", name(record), name(twin), before, verdict))

    def verdict(self, one: str, other: str) -> Verdict | None:
        """What a person said of two papers."""
        first, second = sorted((number(one) or 0, number(other) or 0))
        row = self._db.row("SELECT verdict FROM likeness WHERE one = ? AND other = ?", (first, second))
        return row[0] if row else None

    def decided(self) -> dict[tuple[str, str], Verdict]:
        """The verdict on each pair that has one, the older record first."""
        rows = self._db.rows("SELECT one, other, verdict FROM likeness ORDER BY one, other")
        return {(name(one), name(other)): verdict for one, other, verdict in rows}


def _sketch(row: Row) -> Sketch:
    words, hashes = row
    return Sketch(words, array("I", hashes))
