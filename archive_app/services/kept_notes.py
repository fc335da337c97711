"""Notes and highlights as they stand in records: beside their words, wherever those are on the page by now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from archive_app.domain.anchoring import anchored
from archive_app.domain.record import Note
from archive_app.services.archive import Archive


def of(archive: Archive, record: str) -> tuple[Note, ...]:
    """A record's notes, the first one first, each beside its words as they stand on the page now.

    A page may have been read anew since; ``start`` and ``end`` are None where the words are not found there any more.
    """
    return _in_place(archive, record, archive.catalogue.notes.of(record))


def listing(archive: Archive) -> tuple[Note, ...]:
    """Every note in the archive, by record; each in its place as ``of`` has it."""
    held = groupby(archive.catalogue.notes.all(), key=lambda note: note.record)
    return tuple(note for record, notes in held for note in _in_place(archive, record, list(notes)))


def _in_place(archive: Archive, record: str, notes: Sequence[Note]) -> tuple[Note, ...]:
    texts = dict(archive.catalogue.pages.text(record)) if any(note.quote for note in notes) else {}
    return tuple(_beside(note, texts.get(note.page or 0, "")) for note in notes)


def _beside(note: Note, text: str) -> Note:
    if not note.quote or note.start is None or note.end is None:
        return note
    start, end = anchored(text, note.quote, note.start, note.end) or (None, None)
    return replace(note, start=start, end=end)
