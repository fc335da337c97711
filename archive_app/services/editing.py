"""Undoing and doing again what a person changed since the archive was opened."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import AbstractContextManager

from archive_app.services import indexing
from archive_app.services.archive import Archive
from archive_app.services.edits import Edit, Slot


def noting(archive: Archive, type: str, slots: Sequence[Slot]) -> AbstractContextManager[None]:
    """Around a change that a person makes: from then on it can be undone."""
    archive.require_writable()
    return archive.edits.noting(archive.catalogue, type, archive.now(), slots)


def undo(archive: Archive) -> Edit:
    """Takes back the last change. Raises UsageError where there is none, or where its record was changed since."""
    archive.require_writable()
    edit = archive.edits.undo(archive.catalogue, archive.person, archive.now())
    index_anew(archive, edit.records)
    return edit


def redo(archive: Archive) -> Edit:
    """Does again what was undone last. Raises UsageError as ``undo`` does."""
    archive.require_writable()
    edit = archive.edits.redo(archive.catalogue, archive.person, archive.now())
    index_anew(archive, edit.records)
    return edit


def undoable(archive: Archive) -> Edit | None:
    """What ``undo`` would take back."""
    return archive.edits.last


def redoable(archive: Archive) -> Edit | None:
    """What ``redo`` would do again."""
    return archive.edits.next


def index_anew(archive: Archive, records: Collection[str], fields_only: bool = False) -> None:
    """Brings these records, and what hangs on them, to the index."""
    wanted = set(records)
    pending = [pair for pair in archive.catalogue.records.to_index() if not fields_only or pair[0] in wanted]
    indexing.write(archive, pending, fields_only=fields_only)
