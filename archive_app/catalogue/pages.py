"""The pages of records: their text, and where each word stands."""

from __future__ import annotations

from collections.abc import Sequence

from archive_app.catalogue.connection import Database, Row
from archive_app.catalogue.identity import existing, number
from archive_app.catalogue.marks import Marks
from archive_app.catalogue.queue import Queue
from archive_app.catalogue.word_blobs import pack, unpack
from archive_app.domain.page import Page
from archive_app.domain.record import State, Work

_COLUMNS = "number, text, width, height, words, needs_ocr"


class Pages:
    def __init__(self, db: Database, marks: Marks, queue: Queue) -> None:
        self._db, self._marks, self._queue = db, marks, queue

    def of(self, id: str) -> tuple[Page, ...]:
        """All pages of a record in order, with their words' boxes."""
        sql = f"SELECT {_COLUMNS} FROM page WHERE record = ? ORDER BY number"
        return tuple(self._db.read(_page, sql, (number(id),)))

    def page(self, id: str, page: int) -> Page | None:
        """One page, numbered from 1; None where the record has no such page."""
        sql = f"SELECT {_COLUMNS} FROM page WHERE record = ? AND number = ?"
        return next(iter(self._db.read(_page, sql, (number(id), page))), None)

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
            self._db.write("UPDATE record SET state = ? WHERE number = ?", (State.SEARCHABLE, number(id)))
            self._queue.put(Work.DESCRIBE, (id,))
            self._marks.set((id,))

    def store(self, id: str, pages: Sequence[Page]) -> None:
        """Only the pages, and how many they are; ``replace`` and the record's adding go on from here."""
        with self._db.writing():
            record = existing(self._db, id)
            self._db.write("DELETE FROM page WHERE record = ?", (record,))
            self._db.write_many(
                f"INSERT INTO page (record, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    (record, page.number, page.text, page.width, page.height, pack(page.words), page.needs_ocr)
                    for page in pages
                ),
            )
            self._db.write(
                "UPDATE record SET pages = ?, ocr_needed = ? WHERE number = ?",
                (len(pages), sum(page.needs_ocr for page in pages), record),
            )


def _page(row: Row) -> Page:
    page, text, width, height, words, needs_ocr = row
    return Page(page, text, width, height, unpack(words), bool(needs_ocr))
