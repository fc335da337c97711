"""Notes beside a record, a page, or words on a page, and highlights of such words; each change is in the history.

They are found at once by ``note:`` and ``highlight:``.
"""

from __future__ import annotations

import re

from archive_app.domain.record import HIGHLIGHTS, Note
from archive_app.errors import UsageError
from archive_app.index.folding import fold, fold_with_offsets
from archive_app.services import records
from archive_app.services.archive import Archive
from archive_app.services.index_upkeep import indexing
from archive_app.services.undo import editing
from archive_app.services.undo.kept_slots import NotesSlot

Span = tuple[int, int]


def add(
    archive: Archive, record: str, text: str, *, page: int | None = None, span: Span | None = None,
    highlight: str | None = None,
) -> Note:  # fmt: skip
    """Keeps a note beside a record, one of its pages (from 1), or a span of that page's text.

    With ``highlight``, one of HIGHLIGHTS, the span is marked, and the text may be empty. Raises UsageError for an
    empty note, for a kind of highlight that there is not, and for a record, page or span that is not there.
    """
    archive.require_writable()
    if archive.catalogue.records.get(record) is None:
        raise records.no_record(archive, record)
    quote = _quote(archive, record, page, span)
    _check(highlight, quote)
    valid = _valid(text, may_be_empty=highlight is not None)
    with editing.noting(archive, "highlight" if highlight else "note", [NotesSlot(record)]):
        note = archive.catalogue.notes.add(record, valid, archive.person, archive.now(), page, quote, span, highlight)
    return _refreshed(archive, note, record)


def _check(highlight: str | None, quote: str | None) -> None:
    if highlight is not None and highlight not in HIGHLIGHTS:
        raise UsageError(f"“{highlight}” is not a kind of highlight; choose one of {', '.join(HIGHLIGHTS)}.")
    if highlight is not None and quote is None:
        raise UsageError("A highlight marks words of a page; say which.")


def find_words(archive: Archive, record: str, words: str, page: int | None = None) -> tuple[int, Span]:
    """The page, and the span of its text, where words first stand, whatever their accents, capitals and line breaks.

    Raises UsageError where they stand on none of the record's pages, or not on the one that is meant.
    """
    wanted = r"\s+".join(map(re.escape, fold(words).split()))
    for number, text in archive.catalogue.pages.text(record):
        if wanted and page in (None, number):
            folded, offsets = fold_with_offsets(text)
            match = re.search(wanted, folded)
            if match:
                return number, (offsets[match.start()], offsets[match.end() - 1] + 1)
    where = f"page {page} of {record}" if page else record
    raise UsageError(f"The words “{words}” do not stand on {where}; copy them from its text, which “show” prints.")


def change(archive: Archive, note: int, text: str, *, highlight: str | None = None) -> Note:
    """Another text for a note; it stays beside what it stands beside. ``highlight`` is another kind for one."""
    known = _existing(archive, note)
    kind = highlight or known.highlight
    _check(kind, known.quote)
    valid = _valid(text, may_be_empty=kind is not None)
    with editing.noting(archive, _type(known), [NotesSlot(known.record)]):
        archive.catalogue.notes.change(note, valid, archive.person, archive.now(), kind)
    return _refreshed(archive, note, known.record)


def remove(archive: Archive, note: int) -> None:
    """Takes a note away; the history keeps what it said."""
    known = _existing(archive, note)
    with editing.noting(archive, _type(known), [NotesSlot(known.record)]):
        archive.catalogue.notes.remove(note, archive.person, archive.now())
    indexing.refresh_fields(archive, (known.record,))


def _type(note: Note) -> str:
    return "highlight" if note.highlight else "note"


def _existing(archive: Archive, note: int) -> Note:
    archive.require_writable()
    known = archive.catalogue.notes.get(note)
    if known is None:
        raise UsageError(f"There is no note {note}; “notes” shows all there are.")
    return known


def _refreshed(archive: Archive, note: int, record: str) -> Note:
    indexing.refresh_fields(archive, (record,))
    kept = archive.catalogue.notes.get(note)
    assert kept is not None
    return kept


def _quote(archive: Archive, record: str, page: int | None, span: Span | None) -> str | None:
    if page is None:
        if span is not None:
            raise UsageError("Words stand on a page; say on which.")
        return None
    texts = dict(archive.catalogue.pages.text(record))
    if page not in texts:
        raise UsageError(f"{record} has no page {page}; it has {len(texts)}.")
    if span is None:
        return None
    quote = " ".join(texts[page][slice(*span)].split())
    if not 0 <= span[0] < span[1] <= len(texts[page]) or not quote:
        raise UsageError(f"There are no words from {span[0]} to {span[1]} on page {page} of {record}.")
    return quote


def _valid(text: str, *, may_be_empty: bool) -> str:
    kept = "\n".join(line.rstrip() for line in text.strip().splitlines())
    if not kept and not may_be_empty:
        raise UsageError("The note says nothing; write its text.")
    return kept
