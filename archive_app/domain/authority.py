"""Authority records: the controlled names of bodies and persons, and how one is part of another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from archive_app.domain.likeness import folded

#: Roles of bodies on either side of a labor agreement; coverage sets agencies against consulates.
AGENCY_ROLES = frozenset({"federal agency", "state agency", "local agency"})
CONSULATE_ROLES = frozenset({"consulate"})


@dataclass(frozen=True, slots=True)
class FormerName:
    """A name that a body had, from when to when (EDTF, None where not known)."""

    name: str
    first: str | None = None
    last: str | None = None


@dataclass(frozen=True, slots=True)
class Authority:
    """One controlled name. ``id`` is stable and readable, for example ``US-DOL-OSHA/austin-area``.

    ``names`` are all spellings known besides the authorised ``name`` (English) and ``name_es`` (Spanish);
    ``acronyms`` are matched in capitals only. ``place`` is ``City, ST`` or a state's letters; ``district`` is what an
    office is in charge of. ``former`` are names that it had. ``successor`` is the body that goes on in its place since
    ``succeeded_on`` (EDTF): the two are one in histories.
    """

    id: str
    name: str
    role: str
    name_es: str | None = None
    acronyms: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    parent: str | None = None
    place: str | None = None
    note: str | None = None
    former: tuple[FormerName, ...] = ()
    district: str | None = None
    successor: str | None = None
    succeeded_on: str | None = None

    def all_names(self) -> Iterator[str]:
        """Every spelling but the acronyms, the authorised name first."""
        yield self.name
        if self.name_es:
            yield self.name_es
        yield from self.names
        yield from (one.name for one in self.former)


@dataclass(frozen=True)
class AuthorityFile:
    """All authority records by id. Parents that are not in the file count as none.

    ``merged`` tells of ids that are no more which body is meant by them.
    """

    records: dict[str, Authority] = field(default_factory=dict)
    merged: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, records: Iterable[Authority]) -> AuthorityFile:
        return cls({record.id: record for record in records})

    def get(self, id: str) -> Authority | None:
        return self.records.get(id)

    def kept(self, id: str) -> str:
        """The id, or that of the body it was merged into."""
        seen: set[str] = set()
        while id in self.merged and id not in seen:
            seen.add(id)
            id = self.merged[id]
        return id

    def current(self, id: str) -> str:
        """The body that goes on in its place today: itself, or the last of its successors."""
        id, seen = self.kept(id), set[str]()
        while id not in seen and (record := self.records.get(id)) and record.successor in self.records:
            seen.add(id)
            id = record.successor or id
        return id

    @cached_property
    def _before(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = defaultdict(list)
        for id, record in self.records.items():
            if record.successor and (last := self.current(id)) != id:
                found[last].append(id)
        return {id: tuple(before) for id, before in found.items()}

    def predecessors(self, id: str) -> tuple[str, ...]:
        """The bodies in whose place it goes on."""
        return self._before.get(id, ())

    def name(self, id: str) -> str:
        """The authorised name, or the id itself where the file does not hold it."""
        record = self.records.get(id)
        return record.name if record else id

    def lineage(self, id: str) -> tuple[str, ...]:
        """The id and its parents up to the top, nearest first; a loop among parents ends it."""
        line: list[str] = []
        current: str | None = id
        while current and current not in line and current in self.records:
            line.append(current)
            current = self.records[current].parent
        return tuple(line)

    def is_within(self, id: str, ancestor: str) -> bool:
        """Whether the body is ``ancestor`` or part of it, by way of any number of parents."""
        return id == ancestor or ancestor in self.lineage(id)

    def find(self, words: str) -> tuple[Authority, ...]:
        """Bodies with exactly this id, acronym or name; several where a name is shared.

        Capitals and accents do not matter, nor, where no name is written like that, the rank of a consulate:
        ``Consulate of Mexico in Laredo`` is the Consulate General there.
        """
        wanted = _plain(words)
        ids = self._named.get(wanted) or self._named_without_rank.get(_without_rank(wanted), ())
        return tuple(self.records[id] for id in ids)

    @cached_property
    def _named(self) -> Mapping[str, tuple[str, ...]]:
        named: dict[str, dict[str, None]] = defaultdict(dict)
        for id, record in self.records.items():
            for name in (id, *record.acronyms, *record.all_names()):
                named[_plain(name)][id] = None
        return {name: tuple(ids) for name, ids in named.items()}

    @cached_property
    def _named_without_rank(self) -> Mapping[str, tuple[str, ...]]:
        named: dict[str, dict[str, None]] = defaultdict(dict)
        for name, ids in self._named.items():
            named[_without_rank(name)] |= dict.fromkeys(ids)
        return {name: tuple(ids) for name, ids in named.items()}


def _plain(name: str) -> str:
    """A name without capitals, accents and doubled white space."""
    return folded(" ".join(name.split()))


def _without_rank(name: str) -> str:
    return name.replace("consulate general", "consulate").replace("consulado general", "consulado")
