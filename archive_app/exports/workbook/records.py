"""The records themselves, with links to their originals."""

from __future__ import annotations

from archive_app.exports.holdings import Holdings
from archive_app.exports.workbook.book import Book
from archive_app.exports.workbook.cells import Link, day
from archive_app.exports.workbook.proof import Proof
from archive_app.exports.workbook.table import Column

COLUMNS = (
    Column("Record", 10), Column("Title", 60, True), Column("Kind", 26), Column("Date", 12), Column("Language", 10),
    Column("Pages", 7), Column("Needs OCR", 10), Column("Attached to", 11), Column("Original", 40),
    Column("Media type", 30), Column("Bytes", 11), Column("Taken in at", 26), Column("SHA-256", 68),
)  # fmt: skip


def add(book: Book, holdings: Holdings, proof: Proof) -> None:
    say = holdings.labels.say
    rows = (
        [record.id, told.text("title") or record.filename, _said(say(told.text("kind") or "")), day(told.date),
         told.text("language"), record.pages, record.ocr_needed or None, record.parent,
         Link(record.filename, holdings.originals[record.id]),
         record.media_type, record.size, record.added_at, record.sha256]
        for record, told in holdings.records
    )  # fmt: skip
    book.table("Records", COLUMNS, rows, len(holdings.records), frozen=2)


def _said(text: str) -> str | None:
    return text or None
