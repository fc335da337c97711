"""A record's tags and its notes, as what a person's change puts into another state and undoing puts back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from archive_app.catalogue import Catalogue


@dataclass(frozen=True)
class TagsSlot:
    """All tags of a record."""

    record: str

    def held(self, catalogue: Catalogue) -> Any:
        return catalogue.tags.of(self.record)

    def put(self, catalogue: Catalogue, state: Any, type: str, by: str, at: str) -> None:
        now, wanted = set(self.held(catalogue)), set(state)
        for tag in sorted(now - wanted):
            catalogue.tags.remove([self.record], tag, by, at)
        for tag in sorted(wanted - now):
            catalogue.tags.add([self.record], tag, by, at)


@dataclass(frozen=True)
class NotesSlot:
    """All notes of a record."""

    record: str

    def held(self, catalogue: Catalogue) -> Any:
        return tuple(catalogue.notes.of(self.record))

    def put(self, catalogue: Catalogue, state: Any, type: str, by: str, at: str) -> None:
        catalogue.notes.put_back(self.record, state, by, at)
