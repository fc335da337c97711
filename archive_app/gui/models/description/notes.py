"""Notes line by line, and where they are marked on a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt

from archive_app.domain.evidence import Evidence
from archive_app.domain.fact import Source
from archive_app.domain.page import Page
from archive_app.domain.record import Note
from archive_app.gui.language import capital, tr, word
from archive_app.gui.models import wording
from archive_app.gui.models.page.marks import Mark, Marking
from archive_app.gui.models.table import Column
from archive_app.gui.theme import Role, markers


def columns() -> Sequence[Column[Note]]:
    roles: Mapping[int, Callable[[Note], Any]] = {
        Role.LABEL: lambda note: tr("notes.page", note.page) if note.page else tr("notes.record"),
        Qt.ItemDataRole.DecorationRole: lambda note: markers.sign_picture(note.highlight) if note.highlight else None,
        Role.DETAIL: lambda note: tr("history.by", note.by, wording.day_of(note.at)),
        Role.CONFIDENCE: lambda note: 1.0,
        Role.SOURCE: lambda note: str(Source.PERSON),
    }
    return (Column(tr("notes.name"), what, key=lambda note: note.at, roles=roles),)


def what(note: Note) -> str:
    """What it says, its kind where it is a highlight, and below the words it stands beside."""
    told = " · ".join(part for part in (note.highlight and kind(note.highlight), note.text) if part)
    if note.quote:
        told += "\n" + tr("notes.quote", note.quote)
    return told + (" · " + tr("notes.lost") if is_lost(note) else "")


def kind(highlight: str) -> str:
    """What words are highlighted as."""
    return capital(word("highlight", highlight))


def is_lost(note: Note) -> bool:
    """Whether the words that it stood beside are not found on their page any more."""
    return note.quote is not None and note.start is None


def evidence(note: Note, pages: Iterable[Page]) -> Evidence | None:
    """The words that a note stands beside, None where it stands beside a page or a record."""
    page = next((page for page in pages if page.number == note.page), None)
    if page is None or note.start is None or note.end is None:
        return None
    return page.evidence(note.start, note.end)


def marks(notes: Iterable[Note], pages: Sequence[Page]) -> list[Mark]:
    placed = ((note, evidence(note, pages)) for note in notes)
    return [
        Mark(at.page, at.start, at.end, at.boxes, Marking.HIGHLIGHT if note.highlight else Marking.NOTE, note=note.id,
             highlight=note.highlight)
        for note, at in placed if at is not None
    ]  # fmt: skip
