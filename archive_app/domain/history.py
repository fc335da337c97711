"""What an archive's papers tell together: agreements in chains, and papers that are spoken of but not held."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from archive_app.domain.agreement import Agreement
from archive_app.domain.description import Description
from archive_app.domain.fact import Relation
from archive_app.domain.links import Link


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

    @cached_property
    def days_read(self) -> frozenset[str]:
        """Days by which others may know the paper besides those it is now said to bear: read once, or of one signer."""
        told = self.description
        days = {str(f.value) for f in told.overruled if f.field in ("agreement_date", "effective_date") and f.value}
        days |= {person.date for person in told.signatories if person.date}
        return frozenset(days | {mention.date for mention in told.date_mentions if mention.role == "signature"})


@dataclass(frozen=True)
class Orphan:
    """A paper that is spoken of but not held: which record speaks of it, and what is said of it."""

    record: str
    relation: Relation


@dataclass(frozen=True)
class History:
    """All agreements of an archive, oldest first, and what is announced or cited without a paper to show.

    ``links`` are all relations between papers that are held: those that form the chains, those only suggested, and
    those that a person refused.
    """

    agreements: tuple[Agreement, ...]
    announced_not_held: tuple[Orphan, ...] = ()
    cited_not_held: tuple[Orphan, ...] = ()
    links: tuple[Link, ...] = ()

    @cached_property
    def _by_id(self) -> Mapping[str, Agreement]:
        return {agreement.id: agreement for agreement in self.agreements}

    def agreement(self, id: str) -> Agreement | None:
        return self._by_id.get(id)

    @cached_property
    def _of_record(self) -> Mapping[str, Agreement]:
        return {record: agreement for agreement in self.agreements for record in agreement.records}

    def of_record(self, record: str) -> Agreement | None:
        """The agreement of which a record is a text."""
        return self._of_record.get(record)
