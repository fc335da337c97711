"""What a person changed in this session, so that it can be undone and done again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Protocol

from archive_app.catalogue import Catalogue
from archive_app.errors import UsageError

#: So many changes can be undone.
MOST = 500


class Slot(Protocol):
    """A place in the catalogue that a person's change puts into another state."""

    @property
    def record(self) -> str: ...

    def held(self, catalogue: Catalogue) -> Any:
        """Its state, comparable with an earlier one."""

    def put(self, catalogue: Catalogue, state: Any, type: str, by: str, at: str) -> None:
        """Puts it into a state it had; ``type`` is ``undo`` or ``redo``."""


@dataclass(frozen=True)
class FieldSlot:
    """What a person said of a field of a record."""

    record: str
    field: str

    def held(self, catalogue: Catalogue) -> Any:
        return catalogue.facts.persons(self.record, self.field)

    def put(self, catalogue: Catalogue, state: Any, type: str, by: str, at: str) -> None:
        catalogue.facts.put_back(self.record, self.field, state, type, by, at)


@dataclass(frozen=True)
class TrashSlot:
    """Whether a record lies in the trash."""

    record: str

    def held(self, catalogue: Catalogue) -> Any:
        return catalogue.trash.holds(self.record)

    def put(self, catalogue: Catalogue, state: Any, type: str, by: str, at: str) -> None:
        if state == self.held(catalogue):
            return  # its letter took it along already
        change = catalogue.trash.put if state else catalogue.trash.restore
        change(self.record, by, at)


@dataclass(frozen=True)
class Edit:
    """One change by a person: what it is called (an event's type), when, and each slot with its two states."""

    type: str
    at: str
    slots: tuple[Slot, ...]
    before: tuple[Any, ...]
    after: tuple[Any, ...]

    @property
    def records(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(slot.record for slot in self.slots))

    @property
    def field(self) -> str | None:
        """The field, where the change is of one alone."""
        fields = {getattr(slot, "field", None) for slot in self.slots}
        return fields.pop() if len(fields) == 1 else None


class Edits:
    """The changes of one session in two piles: done, and undone again."""

    def __init__(self) -> None:
        self._done: list[Edit] = []
        self._undone: list[Edit] = []

    @property
    def last(self) -> Edit | None:
        """What would be undone."""
        return self._done[-1] if self._done else None

    @property
    def next(self) -> Edit | None:
        """What would be done again."""
        return self._undone[-1] if self._undone else None

    @contextmanager
    def noting(self, catalogue: Catalogue, type: str, at: str, slots: Sequence[Slot]) -> Iterator[None]:
        """Around a person's change: it can be undone from then on. A change that changes nothing is none."""
        before = tuple(slot.held(catalogue) for slot in slots)
        yield
        after = tuple(slot.held(catalogue) for slot in slots)
        if before != after:
            self._done = [*self._done, Edit(type, at, tuple(slots), before, after)][-MOST:]
            self._undone.clear()

    def undo(self, catalogue: Catalogue, by: str, at: str) -> Edit:
        """Takes the last change back. Raises UsageError where there is none, or its record was changed since."""
        edit = self.last
        if edit is None:
            raise UsageError("There is nothing to undo: nothing was changed since the archive was opened.")
        _put(catalogue, edit, edit.after, edit.before, "undo", by, at)
        self._undone.append(self._done.pop())
        return edit

    def redo(self, catalogue: Catalogue, by: str, at: str) -> Edit:
        """Does again what was undone last. Raises UsageError as ``undo`` does."""
        edit = self.next
        if edit is None:
            raise UsageError("There is nothing to do again: nothing was undone since the last change.")
        _put(catalogue, edit, edit.before, edit.after, "redo", by, at)
        self._done.append(self._undone.pop())
        return edit


def _put(
    catalogue: Catalogue, edit: Edit, now: tuple[Any, ...], wanted: tuple[Any, ...], type: str, by: str, at: str
) -> None:
    with catalogue.writing():
        if tuple(slot.held(catalogue) for slot in edit.slots) != now:
            raise UsageError(
                f"What is to be undone or done again was changed since ({', '.join(edit.records[:3])}); "
                "look at it, and change it by hand."
            )
        for slot, state in zip(edit.slots, wanted, strict=True):
            slot.put(catalogue, state, type, by, at)
