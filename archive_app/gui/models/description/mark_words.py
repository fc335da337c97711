"""What a mark on a page is for, as its tooltip says it."""

from __future__ import annotations

from collections.abc import Iterable

from archive_app.domain.record import Note
from archive_app.gui.language import capital, tr
from archive_app.gui.models import wording
from archive_app.gui.models.description import notes
from archive_app.gui.models.page.marks import Mark


def told(mark: Mark, held: Iterable[Note]) -> str:
    """The fact that rests on the words, or what a person wrote beside them; "" for a mark that bears neither."""
    if mark.fact:
        fact = mark.fact
        value = wording.value(fact.field, fact.value).replace("\n", ", ")
        return tr("mark_told.fact", wording.field_name(fact.field), value, wording.certainty(fact))
    note = next((note for note in held if note.id == mark.note), None)
    if note is None:
        return ""
    kind = notes.kind(note.highlight) if note.highlight else capital(tr("mark_told.note"))
    return tr("mark_told.written", kind, note.by) + (f"\n{note.text}" if note.text else "")
