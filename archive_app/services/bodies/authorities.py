"""Authority records as persons keep them: shown, changed, merged, split, succeeded; and names that wait for one."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Any

from archive_app.domain.authority import Authority, FormerName
from archive_app.domain.dates import PartialDate
from archive_app.domain.fact import Party
from archive_app.domain.links import Quote, quoted
from archive_app.domain.recognising import Became, plain_name
from archive_app.errors import UsageError
from archive_app.services import records
from archive_app.services.archive import Archive
from archive_app.services.recognition import authority_json, authority_of
from archive_app.services.tracking import agreements
from archive_app.services.undo import editing
from archive_app.services.undo.body_slots import AsideSlot, AuthoritySlot, NameSlot
from archive_app.services.undo.edits import Slot

#: Attributes that a person may set, and those that hold several values, parted by ``;``.
EDITABLE = ("name", "name_es", "role", "acronyms", "names", "former", "parent", "place", "district", "note")
SEVERAL = frozenset({"acronyms", "names", "former"})
#: A known name so like an unknown one may be meant by it.
LIKELY_FROM = 0.72
_ID = re.compile(r"[A-Z0-9][\w./-]{1,80}")
#: ``Name (2001–2009)``, ``Name (–2009)``, ``Name``.
_FORMER = re.compile(r"(?P<name>.+?)(?:\s*\((?P<first>[\d-]*)\s*[–/]\s*(?P<last>[\d-]*)\))?")


@dataclass(frozen=True)
class Card:
    """An authority record with what the archive has of it.

    ``own`` tells whether it was made or changed here. ``records`` name it as a party; ``agreements`` are those of it
    and of its offices. ``offices`` are the bodies that are part of it, ``before`` those that it goes on for.
    """

    authority: Authority
    own: bool
    records: tuple[str, ...]
    agreements: int
    offices: tuple[str, ...] = ()
    before: tuple[str, ...] = ()


@dataclass(frozen=True)
class Unknown:
    """A name found in papers that no record has: how often, where, in which words, and what may be meant by it."""

    name: str
    role: str | None
    records: tuple[str, ...]
    quotes: tuple[Quote, ...]
    likely: tuple[tuple[str, float], ...] = ()


def listing(archive: Archive, words: str = "") -> tuple[Card, ...]:
    """Records that papers here name, or that were made here; with words, all whose names hold them. By name."""
    used = _used(archive)
    own = archive.catalogue.authorities.own()
    wanted = plain_name(words).split()
    found = []
    for id, authority in archive.authorities.records.items():
        names = plain_name(" ".join((id, *authority.all_names(), *authority.acronyms)))
        if all(word in names for word in wanted) if wanted else id in used or id in own:
            found.append(Card(authority, id in own, tuple(used.get(id, ())), 0))
    counts = _agreement_counts(archive)
    cards = (replace(card, agreements=counts[card.authority.id]) for card in found)
    return tuple(sorted(cards, key=lambda card: card.authority.name.casefold()))


def card(archive: Archive, id: str) -> Card:
    """One record. Raises UsageError where there is none of that id."""
    authority = _existing(archive, id)
    file, kept = archive.authorities, archive.catalogue.authorities
    offices = tuple(one.id for one in file.records.values() if one.parent == authority.id)
    used = tuple(_used(archive).get(authority.id, ()))
    count = _agreement_counts(archive)[authority.id]
    return Card(authority, authority.id in kept.own(), used, count, offices, file.predecessors(authority.id))


def _used(archive: Archive) -> dict[str, list[str]]:
    return archive.derive("bodies used", lambda: _uses(archive))


def _uses(archive: Archive) -> dict[str, list[str]]:
    used: dict[str, list[str]] = defaultdict(list)
    for one in records.all_described(archive):
        for id in dict.fromkeys(party.authority for party in one.description.parties if party.authority):
            used[id].append(one.id)
    return dict(used)


def _agreement_counts(archive: Archive) -> Counter[str]:
    counted: Counter[str] = Counter()
    for agreement in agreements.history(archive).agreements:
        counted.update({above for id in agreement.authorities for above in archive.authorities.lineage(id)})
    return counted


def unknown(archive: Archive) -> tuple[Unknown, ...]:
    """Names of parties that no record has and nobody set aside, the most frequent first."""
    aside = archive.catalogue.authorities.set_aside()
    groups: dict[str, list[tuple[str, Party, Quote | None]]] = defaultdict(list)
    for one in records.all_described(archive):
        for fact in one.description.by_field.get("party", ()):
            party = fact.value
            if isinstance(party, Party) and party.authority is None and plain_name(party.name) not in aside:
                words = next(iter(quoted(one.id, fact)), None)
                groups[plain_name(party.name)].append((one.id, party, words))
    known = _names(archive)
    found = (_unknown(group, known) for group in groups.values())
    return tuple(sorted(found, key=lambda name: (-len(name.records), name.name.casefold())))


def _unknown(group: Sequence[tuple[str, Party, Quote | None]], known: dict[str, str]) -> Unknown:
    name = Counter(party.name for _, party, _ in group).most_common(1)[0][0]
    role = next((party.role for _, party, _ in group if party.role), None)
    where = tuple(dict.fromkeys(record for record, _, _ in group))
    return Unknown(name, role, where, tuple(words for _, _, words in group if words), _likely(name, known))


def _names(archive: Archive) -> dict[str, str]:
    return {plain_name(name): one.id for one in archive.authorities.records.values() for name in one.all_names()}


def _likely(name: str, known: dict[str, str]) -> tuple[tuple[str, float], ...]:
    """The bodies with names most like this one."""
    plain, scored = plain_name(name), dict[str, float]()
    words = {word for word in plain.split() if len(word) > 3}
    for other, id in known.items():
        if words & set(other.split()):
            score = SequenceMatcher(None, plain, other).ratio()
            if score >= LIKELY_FROM:
                scored[id] = max(scored.get(id, 0.0), round(score, 2))
    return tuple(sorted(scored.items(), key=lambda row: -row[1])[:3])


# What persons change -----------------------------------------------------------------------------------------------


def create(archive: Archive, authority: Authority) -> None:
    """A new record. Raises UsageError for an id that is taken or no id."""
    _require_free(archive, authority.id)
    keep(archive, authority, before=None)


def _require_free(archive: Archive, id: str) -> None:
    if not _ID.fullmatch(id):
        raise UsageError(f"“{id}” is no id; write capitals and figures like MX-CON-dallas or LOCAL-unity.")
    if archive.authorities.get(id) or id in archive.authorities.merged:
        raise UsageError(f"{id} is taken; choose another id, or change that record.")


def edit(archive: Archive, id: str, field: str, value: str) -> None:
    """Sets one attribute; several values are parted by ``;``, an empty value takes it away."""
    edit_all(archive, id, {field: value})


def edit_all(archive: Archive, id: str, values: Mapping[str, str]) -> None:
    """Sets several attributes in one go."""
    authority = _existing(archive, id)
    keep(archive, with_values(archive, authority, values), before=authority)


def with_values(archive: Archive, authority: Authority, values: Mapping[str, str]) -> Authority:
    """The record with attributes set as they were typed. Raises UsageError for one that cannot be set so."""
    for field, value in values.items():
        if field not in EDITABLE:
            raise UsageError(f"“{field}” cannot be set; choose one of {', '.join(EDITABLE)}.")
        authority = replace(authority, **{field: parsed(archive, authority, field, value)})
    return authority


def parsed(archive: Archive, authority: Authority, field: str, value: str) -> Any:
    """A typed value as the attribute holds it."""
    text = " ".join(value.split())
    if field in ("name", "role") and not text:
        raise UsageError(f"{authority.id} needs a {field}; write one.")
    if field == "parent" and text:
        if archive.authorities.is_within(text, authority.id):
            raise UsageError(f"{text} is part of {authority.id}, which cannot be part of it; choose another parent.")
        _existing(archive, text)
    parts = tuple(part.strip() for part in text.split(";") if part.strip())
    if field == "former":
        return tuple(map(_former, parts))
    return parts if field in SEVERAL else text or None


def _former(text: str) -> FormerName:
    match = _FORMER.fullmatch(text)
    assert match is not None
    return FormerName(match["name"], _day(match["first"]), _day(match["last"]))


def _day(text: str | None) -> str | None:
    if not text:
        return None
    try:
        return str(PartialDate.parse(text))
    except ValueError:
        raise UsageError(f"“{text}” is not a date; write it like 2009-05-01, 2009-05 or 2009.") from None


def merge(archive: Archive, id: str, into: str) -> None:
    """Two records turn out to be one body: the second keeps all names of the first, and stands in its place."""
    gone, kept = _existing(archive, id), _existing(archive, into)
    if gone.id == kept.id or archive.authorities.is_within(kept.id, gone.id):
        raise UsageError(f"{gone.id} cannot be merged into {kept.id}, which is the same or part of it.")
    names = tuple(dict.fromkeys((*kept.names, *gone.all_names())))
    acronyms = tuple(dict.fromkeys((*kept.acronyms, *gone.acronyms)))
    with editing.noting_bodies(archive, "authority merged", [AuthoritySlot(kept.id), AuthoritySlot(gone.id)]):
        _keep(archive, replace(kept, names=tuple(n for n in names if n != kept.name), acronyms=acronyms), before=kept)
        archive.catalogue.authorities.merge(gone.id, kept.id, archive.person, archive.now())


def split(
    archive: Archive, id: str, new: Authority, *, names: Sequence[str] = (), in_records: Sequence[str] = ()
) -> None:
    """Part of what one record stood for is another body: these written names, or the party in these records."""
    old = _existing(archive, id)
    if not names and not in_records:
        raise UsageError("Nothing says what becomes of it; give names, or records, that mean the new body.")
    apart = [Became(old.id, name, new.id) for name in names]
    for record in in_records:
        for party in records.described(archive, record).description.parties:
            if party.authority == old.id:
                apart.append(Became(old.id, party.as_written or party.name, new.id, record))
    made = archive.authorities.get(new.id) is None
    if made:
        _require_free(archive, new.id)
    slots: list[Slot] = [AuthoritySlot(new.id), *(NameSlot(one.authority, one.name, one.record) for one in apart)]
    with editing.noting_bodies(archive, "name told apart", slots):
        if made:
            _keep(archive, new, before=None)
        for one in apart:
            archive.catalogue.authorities.tell_apart(one, archive.person, archive.now())


def succeed(archive: Archive, id: str, successor: str, on: str | None = None) -> None:
    """One body goes on as another since a day (EDTF): in histories the two are one, with a mark on that day."""
    before, after = _existing(archive, id), _existing(archive, successor)
    if before.id == after.id or archive.authorities.current(after.id) == before.id:
        raise UsageError(f"{after.id} cannot go on for {before.id}, which goes on for it already.")
    keep(archive, replace(before, successor=after.id, succeeded_on=_day(on)), before=before)


def assign(archive: Archive, name: str, id: str) -> None:
    """An unknown name is one of this record's."""
    authority = _existing(archive, id)
    keep(archive, replace(authority, names=(*authority.names, " ".join(name.split()))), before=authority)


def set_aside(archive: Archive, name: str) -> None:
    """No record is wanted for a name: it waits no more."""
    with editing.noting(archive, "name set aside", [AsideSlot(name)]):
        archive.catalogue.authorities.put_aside(name, archive.person, archive.now())


def undo(archive: Archive, id: str) -> None:
    """Takes back what was changed of a record here, or that it was merged into another."""
    kept = archive.catalogue.authorities
    if id not in kept.own() and id not in kept.merged():
        raise UsageError(f"Nothing was changed of {id} here.")
    with editing.noting_bodies(archive, "authority as before", [AuthoritySlot(id)]):
        kept.forget(id, archive.person, archive.now())


def keep(archive: Archive, authority: Authority, before: Authority | None) -> None:
    """Keeps a record as it is now, and matches all names read anew."""
    keep_all(archive, [(authority, before)])


def keep_all(archive: Archive, kept: Sequence[tuple[Authority, Authority | None]]) -> None:
    """Several records as they are now, each with what it was before (None for a new one), as one change."""
    type = "authority changed" if any(before for _, before in kept) else "authority made"
    with editing.noting_bodies(archive, type, [AuthoritySlot(authority.id) for authority, _ in kept]):
        for authority, before in kept:
            _keep(archive, authority, before)


def _keep(archive: Archive, authority: Authority, before: Authority | None) -> None:
    was = json.dumps(authority_json(before), ensure_ascii=False, sort_keys=True) if before else None
    archive.catalogue.authorities.keep(authority.id, authority_json(authority), archive.person, archive.now(), was)


def _existing(archive: Archive, id: str) -> Authority:
    found = archive.authorities.get(archive.authorities.kept(id))
    if found is None:
        raise UsageError(f"There is no authority record {id}; “authorities … list” shows those of this archive.")
    return found


def card_json(card: Card) -> dict[str, Any]:
    """One of ``authorities … list --json``."""
    return {
        **authority_json(card.authority), "own": card.own, "records": list(card.records),
        "agreements": card.agreements, "offices": list(card.offices), "before": list(card.before),
    }  # fmt: skip


def unknown_json(one: Unknown) -> dict[str, Any]:
    """One of ``authorities … unknown --json``."""
    return {
        "name": one.name, "role": one.role, "records": list(one.records),
        "words": [{"record": q.record, "page": q.page, "quote": q.words} for q in one.quotes],
        "likely": [{"authority": id, "score": score} for id, score in one.likely],
    }  # fmt: skip


__all__ = [
    "EDITABLE", "Card", "Unknown", "assign", "authority_of", "card", "create", "edit", "edit_all", "listing", "merge",
    "set_aside", "split", "succeed", "undo", "unknown", "with_values",
]  # fmt: skip
