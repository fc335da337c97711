"""A person's change as it can be undone: the places in the catalogue it touched, with their states before and after."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

from archive_app.catalogue import Catalogue


class Slot(Protocol):
    """A place in the catalogue that a person's change puts into another state.

    A dataclass of texts, whose states are texts, numbers, tuples and the domain's own dataclasses; ``kept_edits``
    knows all of them by name.
    """

    @property
    def record(self) -> str:
        """The record it belongs to, "" where it belongs to none."""

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
    """One change by a person: what it is called (an event's type), when and by whom, each slot with its two states."""

    type: str
    at: str
    by: str
    slots: tuple[Slot, ...]
    before: tuple[Any, ...]
    after: tuple[Any, ...]

    @property
    def records(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(slot.record for slot in self.slots if slot.record))

    @property
    def field(self) -> str | None:
        """The field, where the change is of one alone."""
        fields = {getattr(slot, "field", None) for slot in self.slots}
        return fields.pop() if len(fields) == 1 else None
