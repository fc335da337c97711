"""The questions that were asked last. They are no part of the archive's content: noting one changes nothing else.

Those who only read an archive ask too, so the notes are written over a connection of their own, beside whoever writes.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager

from archive_app.catalogue.connection import Database, Row
from archive_app.domain.search import Asked, Question

#: How many questions are kept.
KEPT = 200
#: How long noting waits for another who writes, in seconds: nobody should wait for it.
PATIENCE = 0.3
_SWITCH = "search history"


class SearchHistory:
    def __init__(self, db: Database) -> None:
        self._db = db

    def all(self) -> list[Asked]:
        """What was asked, the last first; each question once."""
        return self._db.read(_asked, "SELECT question, at, records, times FROM asked ORDER BY number DESC")

    @property
    def on(self) -> bool:
        row = self._db.row("SELECT value FROM setting WHERE name = ?", (_SWITCH,))
        return row is None or row[0] != "off"

    def note(self, question: Question, at: str, records: int) -> None:
        """Keeps a question as the last one asked, and drops the oldest beyond KEPT."""
        kept = question.kept()
        with self._beside() as db:
            known = db.row("DELETE FROM asked WHERE question = ? RETURNING times", (kept,))
            times = known[0] + 1 if known else 1
            db.write("INSERT INTO asked (question, at, records, times) VALUES (?, ?, ?, ?)", (kept, at, records, times))
            db.write(
                "DELETE FROM asked WHERE number <= "
                "(SELECT number FROM asked ORDER BY number DESC LIMIT 1 OFFSET ?)", (KEPT,)
            )  # fmt: skip

    def forget(self, question: Question) -> None:
        with self._beside() as db:
            db.write("DELETE FROM asked WHERE question = ?", (question.kept(),))

    def clear(self) -> None:
        with self._beside() as db:
            db.write("DELETE FROM asked")

    def switch(self, on: bool) -> None:
        with self._beside() as db:
            db.write("INSERT OR REPLACE INTO setting VALUES (?, ?)", (_SWITCH, "on" if on else "off"))

    @contextmanager
    def _beside(self) -> Iterator[Database]:
        with closing(Database(self._db.path, writable=True, patience=PATIENCE)) as db, db.writing(counted=False):
            yield db


def _asked(row: Row) -> Asked:
    question, at, records, times = row
    return Asked(Question.of_kept(question), at, records, times)
