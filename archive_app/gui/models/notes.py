"""Notes line by line, and where they are marked on a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from archive_app.domain.evidence import Evidence
from archive_app.domain.fact import Source
from archive_app.domain.page import Page
from archive_app.domain.record import Note
from archive_app.gui.language import tr
from archive_app.gui.models import wording
from archive_app.gui.models.spans import Mark, Marking
from archive_app.gui.models.table import Column
from archive_app.gui.theme import Role


def columns() -> Sequence[Column[Note]]:
    roles: Mapping[int, Callable[[Note], Any]] = {
        Role.LABEL: lambda note: tr("notes.page", note.page) if note.page else tr("notes.record"),
        Role.DETAIL: lambda note: tr("history.by", note.by, wording.day_of(note.at)),
        Role.CONFIDENCE: lambda note: 1.0,
        Role.SOURCE: lambda note: str(Source.PERSON),
    }
    return (Column(tr("notes.name"), what, key=lambda note: note.at, roles=roles),)


def what(note: Note) -> str:
    """What it says, and below the words it stands beside."""
    return f"{note.text}\n{tr('notes.quote', note.quote)}" if note.quote else note.text


def evidence(note: Note, pages: Iterable[Page]) -> Evidence | None:
    """The words that a note stands beside, None where it stands beside a page or a record."""
    page = next((page for page in pages if page.number == note.page), None)
    if page is None or note.start is None or note.end is None:
        return None
    return page.evidence(note.start, note.end)


def marks(notes: Iterable[Note], pages: Sequence[Page]) -> list[Mark]:
    placed = ((note, evidence(note, pages)) for note in notes)
    return [
        Mark(at.page, at.start, at.end, at.boxes, Marking.NOTE, note=note.id)
        for note, at in placed if at is not None
    ]  # fmt: skip
