"""Every note and highlight of the archive as a table: what, where, in which paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt

from archive_app.domain.record import Note
from archive_app.gui.language import capital, tr
from archive_app.gui.models import wording
from archive_app.gui.models.description import notes
from archive_app.gui.models.table import Column
from archive_app.gui.theme import Role, markers
from archive_app.services import kept_notes, records
from archive_app.services.archive import Archive


@dataclass(frozen=True)
class Row:
    """A note or highlight, and the title of its paper."""

    note: Note
    title: str

    @property
    def kind(self) -> str:
        """The kind of highlight, "" for a note."""
        return self.note.highlight or ""

    def holds(self, words: str) -> bool:
        """Whether each of the words stands in what it says, what it marks, or the title."""
        told = " ".join((self.note.text, self.note.quote or "", self.title, self.note.by)).casefold()
        return all(word in told for word in words.casefold().split())


def read(archive: Archive) -> list[Row]:
    titles = {one.id: one.title for one in records.all_described(archive)}
    return [Row(note, titles[note.record]) for note in kept_notes.listing(archive) if note.record in titles]


def columns() -> Sequence[Column[Row]]:
    return (
        Column(tr("annotations.kind"), _kind, roles={Qt.ItemDataRole.DecorationRole: _sign}),
        Column(tr("annotations.words"), lambda row: row.note.quote or "", roles={Role.QUOTE: lambda row: True}),
        Column(tr("annotations.text"), lambda row: row.note.text),
        Column(tr("annotations.paper"), lambda row: row.title),
        Column(tr("annotations.page"), lambda row: str(row.note.page or ""), key=lambda row: row.note.page or 0),
        Column(tr("annotations.written"), lambda row: tr("history.by", row.note.by, wording.day_of(row.note.at)),
               key=lambda row: row.note.at),
    )  # fmt: skip


def _kind(row: Row) -> str:
    return notes.kind(row.kind) if row.kind else capital(tr("mark_told.note"))


def _sign(row: Row) -> object:
    return markers.sign_picture(row.kind) if row.kind else None
