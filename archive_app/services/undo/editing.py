"""Undoing and doing again what persons changed: one order over all of the catalogue, across sessions."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from archive_app.errors import UsageError
from archive_app.services.archive import Archive
from archive_app.services.index_upkeep import indexing
from archive_app.services.undo import kept_edits
from archive_app.services.undo.body_changes import changing
from archive_app.services.undo.body_slots import OF_BODIES
from archive_app.services.undo.edits import Edit, Slot


@contextmanager
def noting(archive: Archive, type: str, slots: Sequence[Slot]) -> Iterator[None]:
    """Around a change that a person makes: from then on it can be undone. A change that changes nothing is none."""
    archive.require_writable()
    catalogue = archive.catalogue
    with catalogue.writing():
        before = tuple(slot.held(catalogue) for slot in slots)
        yield
        after = tuple(slot.held(catalogue) for slot in slots)
        if before != after:
            made = Edit(type, archive.now(), archive.person, tuple(slots), before, after)
            catalogue.edits.put(kept_edits.to_text(made))


@contextmanager
def noting_bodies(archive: Archive, type: str, slots: Sequence[Slot]) -> Iterator[None]:
    """The same around a change to the authority file, after which names are matched anew."""
    with changing(archive), noting(archive, type, slots):
        yield


def undo(archive: Archive) -> Edit:
    """Takes back the last change. Raises UsageError where there is none, or where what it touched was changed since."""
    archive.require_writable()
    kept = archive.catalogue.edits.last()
    edit = _read(kept)
    if kept is None or edit is None:
        raise UsageError("There is nothing to undo: nothing was changed yet.", key="nothing_to_undo")
    _put(archive, kept[0], edit, edit.after, edit.before, undone=True)
    return edit


def redo(archive: Archive) -> Edit:
    """Does again what was undone last. Raises UsageError as ``undo`` does."""
    archive.require_writable()
    kept = archive.catalogue.edits.next()
    edit = _read(kept)
    if kept is None or edit is None:
        raise UsageError(
            "There is nothing to do again: nothing was undone since the last change.", key="nothing_to_redo"
        )
    _put(archive, kept[0], edit, edit.before, edit.after, undone=False)
    return edit


def undoable(archive: Archive) -> Edit | None:
    """What ``undo`` would take back."""
    return _read(archive.catalogue.edits.last())


def redoable(archive: Archive) -> Edit | None:
    """What ``redo`` would do again."""
    return _read(archive.catalogue.edits.next())


def forget(archive: Archive) -> None:
    """Nothing that was changed so far can be undone any more."""
    archive.catalogue.edits.forget()


def _read(kept: tuple[int, str] | None) -> Edit | None:
    """The change; None where there is none, or only another version of the program knows what it is."""
    try:
        return kept_edits.of_text(kept[1]) if kept else None
    except (ValueError, KeyError, TypeError):
        return None


def _put(
    archive: Archive, number: int, edit: Edit, now: tuple[Any, ...], wanted: tuple[Any, ...], *, undone: bool
) -> None:
    of_bodies = any(isinstance(slot, OF_BODIES) for slot in edit.slots)
    with changing(archive) if of_bodies else archive.catalogue.writing():
        _require_unchanged(archive, edit, now)
        type = "undo" if undone else "redo"
        for slot, state in zip(edit.slots, wanted, strict=True):
            slot.put(archive.catalogue, state, type, archive.person, archive.now())
        archive.catalogue.edits.turn(number, undone)
    index_anew(archive, edit.records)


def _require_unchanged(archive: Archive, edit: Edit, states: tuple[Any, ...]) -> None:
    if tuple(slot.held(archive.catalogue) for slot in edit.slots) != states:
        where = f" ({', '.join(edit.records[:3])})" if edit.records else ""
        raise UsageError(
            f"What is to be undone or done again was changed since{where}; look at it, and change it by hand.",
            key="changed_since", operands=(", ".join(edit.records[:3]),),
        )  # fmt: skip


def index_anew(archive: Archive, records: Collection[str], fields_only: bool = False) -> None:
    """Brings these records, and what hangs on them, to the index."""
    wanted = set(records)
    pending = [pair for pair in archive.catalogue.records.to_index() if not fields_only or pair[0] in wanted]
    indexing.write(archive, pending, fields_only=fields_only)
