"""What an archive's papers tell together: agreements in chains, and papers that are spoken of but not held."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from archive_app.domain.agreement import Agreement
from archive_app.domain.description import Description
from archive_app.domain.fact import Relation


@dataclass(frozen=True)
class Described:
    """A record's id, its file's name (the title where the paper has none), and its description."""

    record: str
    filename: str
    description: Description

    @property
    def title(self) -> str:
        return self.description.text("title") or self.filename

    @cached_property
    def bodies(self) -> frozenset[str]:
        """Ids of its parties that are in the authority file."""
        return frozenset(party.authority for party in self.description.parties if party.authority)


@dataclass(frozen=True)
class Orphan:
    """A paper that is spoken of but not held: which record speaks of it, and what is said of it."""

    record: str
    relation: Relation


@dataclass(frozen=True)
class History:
    """All agreements of an archive, oldest first, and what is announced or cited without a paper to show."""

    agreements: tuple[Agreement, ...]
    announced_not_held: tuple[Orphan, ...] = ()
    cited_not_held: tuple[Orphan, ...] = ()

    @cached_property
    def _by_id(self) -> Mapping[str, Agreement]:
        return {agreement.id: agreement for agreement in self.agreements}

    def agreement(self, id: str) -> Agreement | None:
        return self._by_id.get(id)
