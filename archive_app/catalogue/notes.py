"""Notes that a person writes beside a record, one of its pages, or words on a page. Each change is in the history."""

from __future__ import annotations

from collections.abc import Iterable

from archive_app.catalogue.connection import Database, Row
from archive_app.catalogue.history import History
from archive_app.catalogue.identity import existing, name
from archive_app.catalogue.identity import number as number_of
from archive_app.catalogue.marks import Marks
from archive_app.domain.record import Event, Note

_COLUMNS = "record, text, written_by, written_at, page, quote, quote_start, quote_end, highlight"
_SELECT = f"SELECT id, {_COLUMNS} FROM note"


class Notes:
    def __init__(self, db: Database, marks: Marks, history: History) -> None:
        self._db, self._marks, self._history = db, marks, history

    def of(self, id: str) -> list[Note]:
        """A record's notes, the first one first."""
        return self._db.read(_note, f"{_SELECT} WHERE record = ? ORDER BY id", (number_of(id),))

    def all(self) -> list[Note]:
        """Every note, by record and then the first one first; the trash is left out."""
        return self._db.read(_note, f"{_SELECT} WHERE record NOT IN (SELECT record FROM trash) ORDER BY record, id")

    def get(self, note: int) -> Note | None:
        return next(iter(self._db.read(_note, f"{_SELECT} WHERE id = ?", (note,))), None)

    def add(
        self,
        id: str,
        text: str,
        by: str,
        at: str,
        page: int | None = None,
        quote: str | None = None,
        span: tuple[int, int] | None = None,
        highlight: str | None = None,
    ) -> int:
        """Keeps a note; gives its number. ``quote`` are words of the page, ``span`` their place in its text."""
        start, end = span or (None, None)
        with self._db.writing():
            record = existing(self._db, id)
            number = self._db.write(
                f"INSERT INTO note ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (record, text, by, at, page, quote, start, end, highlight),
            )
            self._tell(at, by, None, self.get(number))
            return number

    def change(self, note: int, text: str, by: str, at: str, highlight: str | None = None) -> None:
        """Another text and, of a highlight, another kind."""
        with self._db.writing():
            known = self.get(note)
            if known:
                self._db.write(
                    "UPDATE note SET text = ?, written_by = ?, written_at = ?, highlight = ? WHERE id = ?",
                    (text, by, at, highlight, note),
                )
                self._tell(at, by, known, self.get(note))

    def remove(self, note: int, by: str, at: str) -> None:
        with self._db.writing():
            known = self.get(note)
            if known:
                self._db.write("DELETE FROM note WHERE id = ?", (note,))
                self._tell(at, by, known, None)

    def put_back(self, id: str, state: Iterable[Note], by: str, at: str) -> None:
        """A record's notes as they were: each with its number, its writer and its time."""
        wanted, now = {note.id: note for note in state}, {note.id: note for note in self.of(id)}
        with self._db.writing():
            record = existing(self._db, id)
            for number in sorted(wanted.keys() | now.keys()):
                before, after = now.get(number), wanted.get(number)
                if before != after:
                    self._db.write("DELETE FROM note WHERE id = ?", (number,))
                    self._keep(record, after)
                    self._tell(at, by, before, after)

    def _keep(self, record: int, note: Note | None) -> None:
        if note:
            self._db.write(
                f"INSERT INTO note (id, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (note.id, record, *_columns(note)),
            )

    def _tell(self, at: str, by: str, before: Note | None, after: Note | None) -> None:
        held = after or before
        assert held is not None
        type = "highlight" if held.highlight else "note"
        told = (before.said if before else None, after.said if after else None)
        self._history.add(Event(at, by, type, held.record, type, *told))
        self._marks.set((held.record,))


def _columns(note: Note) -> Row:
    """All of a note that is kept beside its number and its record's."""
    return (note.text, note.by, note.at, note.page, note.quote, note.start, note.end, note.highlight)


def _note(row: Row) -> Note:
    id, record, *rest = row
    return Note(id, name(record), *rest)
