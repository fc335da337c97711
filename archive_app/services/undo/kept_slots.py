"""Tags, notes, what is decided of links and like papers: as what a change puts into another state and undoing back."""

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


@dataclass(frozen=True)
class LinkSlot:
    """What a person decided about a link between two records."""

    type: str
    record: str
    target: str

    def held(self, catalogue: Catalogue) -> Any:
        return catalogue.decisions.of(self.type, self.record, self.target)

    def put(self, catalogue: Catalogue, state: Any, type: str, by: str, at: str) -> None:
        catalogue.decisions.put_back(self.type, self.record, self.target, state, type, by, at)


@dataclass(frozen=True)
class LikenessSlot:
    """Whether a person found two records to be the same paper."""

    record: str
    other: str

    def held(self, catalogue: Catalogue) -> Any:
        return catalogue.likenesses.verdict(self.record, self.other)

    def put(self, catalogue: Catalogue, state: Any, type: str, by: str, at: str) -> None:
        catalogue.likenesses.put(self.record, self.other, state, by, at)


@dataclass(frozen=True)
class TemplatesSlot:
    """All templates of the archive."""

    record: str = ""

    def held(self, catalogue: Catalogue) -> Any:
        return catalogue.templates.rows()

    def put(self, catalogue: Catalogue, state: Any, type: str, by: str, at: str) -> None:
        catalogue.templates.put_back(state)
