"""What is said and what is held: papers announced or cited that the archive lacks, and papers nobody ever told of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from archive_app.domain.authority import AuthorityFile
from archive_app.domain.evidence import Evidence
from archive_app.domain.fact import ANNOUNCEMENT_KINDS, Fact, Party, Relation
from archive_app.domain.history import Described, History, Orphan
from archive_app.domain.links import Quote


class Lack(StrEnum):
    """What is missing: the paper, its announcement, or the paper that others rest on."""

    ANNOUNCED = "announced, no paper held"
    SILENT = "held, never announced"
    CITED = "cited, not in the archive"


@dataclass(frozen=True, slots=True)
class Saying:
    """Where a paper is spoken of: the record, its title, kind and day, what it says of it, and the very words."""

    record: str
    title: str
    kind: str | None
    day: str | None
    relation: str
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Want:
    """A paper to look for or to ask for.

    ``title`` and ``day`` (EDTF) are as it is spoken of; ``bodies`` are who it is thought to bind. ``agreement`` is the
    held agreement of which no announcement is held; ``letters`` are records of correspondence about that one.
    """

    lack: Lack
    title: str | None
    day: str | None
    bodies: tuple[Party, ...]
    sayings: tuple[Saying, ...] = ()
    agreement: str | None = None
    letters: tuple[str, ...] = ()


def wants(history: History, records: Mapping[str, Described], authorities: AuthorityFile) -> tuple[Want, ...]:
    """Every paper that is announced, cited or never told of, by kind of lack and then by day."""
    found = [
        *_announced(history.announced_not_held, records),
        *_silent(history, records),
        *_cited(history.cited_not_held, records, authorities),
    ]
    order = list(Lack)
    return tuple(sorted(found, key=lambda want: (order.index(want.lack), want.day or "", want.title or "")))


def _announced(orphans: Iterable[Orphan], records: Mapping[str, Described]) -> Iterator[Want]:
    """One for each day and parties, however many releases tell of it."""
    groups: dict[tuple[str | None, frozenset[str]], list[Orphan]] = defaultdict(list)
    for orphan in orphans:
        groups[orphan.relation.date, records[orphan.record].bodies].append(orphan)
    for (day, _), group in groups.items():
        told = records[group[0].record]
        yield Want(Lack.ANNOUNCED, _title(group, records), day, _bound(told),
                   tuple(_saying(orphan, records) for orphan in group))  # fmt: skip


def _silent(history: History, records: Mapping[str, Described]) -> Iterator[Want]:
    for one in history.agreements:
        kinds = {id: records[id].description.text("kind") for id in one.announced_by if id in records}
        if not any(kind in ANNOUNCEMENT_KINDS for kind in kinds.values()):
            yield Want(Lack.SILENT, one.title, one.agreement_date or one.effective_date, one.principals,
                       agreement=one.id, letters=tuple(kinds))  # fmt: skip


def _cited(orphans: Iterable[Orphan], records: Mapping[str, Described], authorities: AuthorityFile) -> Iterator[Want]:
    """One for each day and parties; a paper that others rest on is looked for with the bodies above theirs."""
    groups: dict[tuple[str | None, tuple[str, ...]], list[Orphan]] = defaultdict(list)
    for orphan in orphans:
        groups[orphan.relation.date, _meant(orphan, records, authorities)].append(orphan)
    for (day, ids), group in groups.items():
        bodies = tuple(_party(id, authorities) for id in ids)
        yield Want(Lack.CITED, _title(group, records), day, bodies, tuple(_saying(one, records) for one in group))


def _meant(orphan: Orphan, records: Mapping[str, Described], authorities: AuthorityFile) -> tuple[str, ...]:
    """Who a cited paper binds: the same bodies, or, where local papers rest on it, those that these are part of."""
    bodies = records[orphan.record].bodies
    if orphan.relation.type == "implements":
        bodies = frozenset((authorities.lineage(body) or (body,))[-1] for body in bodies)
    return tuple(sorted(bodies))


def _party(id: str, authorities: AuthorityFile) -> Party:
    record = authorities.get(id)
    return Party(authorities.name(id), "", id, record.role if record else None)


def _bound(told: Described) -> tuple[Party, ...]:
    """The parties that are known bodies, each once."""
    return tuple({party.authority: party for party in told.description.parties if party.authority}.values())


def _title(group: Iterable[Orphan], records: Mapping[str, Described]) -> str | None:
    """What the paper is called, as fully as anyone calls it."""
    names = (_said(orphan, records)[0].title for orphan in group)
    return max((name for name in names if name), key=len, default=None)


def _said(orphan: Orphan, records: Mapping[str, Described]) -> tuple[Relation, Fact | None]:
    """The relation as the record tells it, with its fact where there is one."""
    described, wanted = records[orphan.record].description, orphan.relation
    facts = [fact for fact in described.by_field.get("relation", ()) if isinstance(fact.value, Relation)]
    same = [fact for fact in facts if fact.value == wanted]
    alike = [fact for fact in facts if getattr(fact.value, "type", None) == wanted.type]
    fact = next(iter(same or alike), None)
    return (fact.value if fact and isinstance(fact.value, Relation) else wanted), fact


def _saying(orphan: Orphan, records: Mapping[str, Described]) -> Saying:
    record = records[orphan.record]
    relation, fact = _said(orphan, records)
    words = [fact.evidence if fact else None]
    if orphan.relation.type == "announces":
        day = record.description.fact("agreement_date")
        words.append(day.evidence if day else None)
    quotes = tuple(dict.fromkeys(_quote(record.record, one) for one in words if one))
    told = record.description
    return Saying(record.record, record.title, told.text("kind"), told.date, relation.type, quotes)


def _quote(record: str, words: Evidence) -> Quote:
    return Quote(record, words.page, words.quote)
