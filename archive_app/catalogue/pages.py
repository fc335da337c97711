"""The pages of records: their text, and where each word stands."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from archive_app.catalogue.connection import Database, Row
from archive_app.catalogue.identity import existing, name, number
from archive_app.catalogue.marks import Marks
from archive_app.catalogue.queue import Queue
from archive_app.catalogue.word_blobs import pack, unpack
from archive_app.domain.page import Page, Recognition
from archive_app.domain.record import State, Work

_COLUMNS = "number, text, width, height, words, needs_ocr"
_PAGE = f"""
    SELECT {_COLUMNS}, coalesce(unread, ''), coalesce(engine, ''), coalesce(confidences, x'')
    FROM page LEFT JOIN recognition ON recognition.record = page.record AND recognition.page = page.number
    WHERE page.record = ?
"""


class Pages:
    def __init__(self, db: Database, marks: Marks, queue: Queue) -> None:
        self._db, self._marks, self._queue = db, marks, queue

    def of(self, id: str) -> tuple[Page, ...]:
        """All pages of a record in order, with their words' boxes."""
        return tuple(self._db.read(_page, f"{_PAGE} ORDER BY number", (number(id),)))

    def page(self, id: str, page: int) -> Page | None:
        """One page, numbered from 1; None where the record has no such page."""
        return next(iter(self._db.read(_page, f"{_PAGE} AND number = ?", (number(id), page))), None)

    def text(self, id: str) -> list[tuple[int, str]]:
        """(page number, text) in order, without reading the boxes."""
        return self._db.rows("SELECT number, text FROM page WHERE record = ? ORDER BY number", (number(id),))

    def text_of(self, id: str, page: int) -> str:
        """The text of one page, without reading its boxes; empty where the record has no such page."""
        row = self._db.row("SELECT text FROM page WHERE record = ? AND number = ?", (number(id), page))
        return row[0] if row else ""

    def replace(self, id: str, pages: Sequence[Page]) -> None:
        """Other pages for a record, as when they were read from a picture. It is to be described and indexed anew."""
        with self._db.writing():
            self.store(id, pages)
            self._is_new(id)

    def put(self, id: str, page: Page) -> None:
        """One page in the place of the one of its number. The record is to be indexed anew; ``recognised`` ends it."""
        with self._db.writing():
            record = existing(self._db, id)
            self._write(record, (page,))
            self._count(record)
            self._marks.set((id,))

    def recognised(self, ids: Iterable[str]) -> None:
        """No page of these records waits to be read any more: they are to be described anew instead."""
        with self._db.writing():
            for id in ids:
                self._queue.done(Work.RECOGNISE, (id,))
                self._is_new(id)

    def note_unread(self, id: str, reason: str) -> None:
        """Why the pages of a record that wait to be read from their pictures were not."""
        with self._db.writing():
            record = existing(self._db, id)
            self._db.write(
                "INSERT OR REPLACE INTO recognition SELECT record, number, '', NULL, ?, x'' "
                "FROM page WHERE record = ? AND needs_ocr",
                (reason, record),
            )
            self._marks.touch((id,))

    def read_again(self, id: str) -> None:
        """Pages of a record that were read from their pictures wait to be read so once more; their text stays."""
        with self._db.writing():
            record = existing(self._db, id)
            self._db.write(
                "UPDATE page SET needs_ocr = 1 WHERE record = ?1 AND number IN "
                "(SELECT page FROM recognition WHERE record = ?1)",
                (record,),
            )
            self._count(record)
            self._marks.touch((id,))

    def store(self, id: str, pages: Sequence[Page]) -> None:
        """Only the pages, and how many they are; ``replace`` and the record's adding go on from here."""
        with self._db.writing():
            record = existing(self._db, id)
            self._db.write("DELETE FROM page WHERE record = ?", (record,))
            self._db.write("DELETE FROM recognition WHERE record = ?", (record,))
            self._write(record, pages)
            self._count(record)

    def _write(self, record: int, pages: Sequence[Page]) -> None:
        self._db.write_many(
            "DELETE FROM recognition WHERE record = ? AND page = ?", ((record, page.number) for page in pages)
        )
        self._db.write_many(
            f"INSERT OR REPLACE INTO page (record, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                (record, page.number, page.text, page.width, page.height, pack(page.words), page.needs_ocr)
                for page in pages
            ),
        )
        self._db.write_many(
            "INSERT INTO recognition VALUES (?, ?, ?, ?, ?, ?)",
            (
                (record, page.number, page.engine, page.confidence, page.unread, page.confidences)
                for page in pages
                if page.engine or page.unread
            ),
        )

    def _count(self, record: int) -> None:
        self._db.write(
            "UPDATE record SET pages = (SELECT count(*) FROM page WHERE record = ?1), "
            "ocr_needed = (SELECT count(*) FROM page WHERE record = ?1 AND needs_ocr) WHERE number = ?1",
            (record,),
        )

    def _is_new(self, id: str) -> None:
        self._db.write("UPDATE record SET state = ? WHERE number = ?", (State.SEARCHABLE, number(id)))
        self._queue.put(Work.DESCRIBE, (id,))
        self._marks.set((id,))

    def to_recognise(self, id: str) -> list[int]:
        """The pages of a record that wait to be read from their pictures, in order."""
        rows = self._db.rows("SELECT number FROM page WHERE record = ? AND needs_ocr ORDER BY number", (number(id),))
        return [page for (page,) in rows]

    def awaiting(self) -> list[tuple[str, int]]:
        """Every page that waits to be read from its picture, by record and number; the trash left out."""
        rows = self._db.rows(
            "SELECT record, number FROM page WHERE needs_ocr AND record NOT IN (SELECT record FROM trash) "
            "ORDER BY record, number"
        )
        return [(name(record), page) for record, page in rows]

    def recognitions(self, ids: Collection[str] = ()) -> list[Recognition]:
        """What is known of each page that was to be read from its picture, of all records where none are named."""
        found = self._db.read(
            _recognition,
            "SELECT record, page, engine, confidence, unread FROM recognition "
            "WHERE record NOT IN (SELECT record FROM trash) ORDER BY record, page",
        )
        return [one for one in found if not ids or one.record in ids]


def _page(row: Row) -> Page:
    page, text, width, height, words, needs_ocr, unread, engine, confidences = row
    return Page(page, text, width, height, unpack(words), bool(needs_ocr), unread, engine, confidences)


def _recognition(row: Row) -> Recognition:
    record, page, engine, confidence, unread = row
    return Recognition(name(record), page, engine, confidence, unread)
