"""Names in facts matched anew to the authority file as a person has changed it; the facts stay as they were read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from archive_app.domain.authority import Authority, AuthorityFile
from archive_app.domain.description import Description
from archive_app.domain.fact import Fact, Party
from archive_app.domain.likeness import folded


@dataclass(frozen=True, slots=True)
class Became:
    """A written name of a body means another: everywhere, or in one record. ``authority`` is None for an unknown."""

    authority: str | None
    name: str
    meant: str
    record: str | None = None


def plain_name(text: str) -> str:
    """A name as names are compared: small letters, no accents, single spaces, no article or stop around it."""
    words = " ".join(folded(text).replace("’", "'").split()).strip(" .,;:")
    for article in ("the ", "el ", "la ", "los ", "las "):
        words = words.removeprefix(article)
    return words


class Recogniser:
    """Knows the names of the bodies that a person made or changed, what was merged, and what was told apart."""

    def __init__(self, authorities: AuthorityFile, own: Iterable[str], became: Iterable[Became]) -> None:
        self._authorities = authorities
        self._names = _by_name(authorities.records[id] for id in own if id in authorities.records)
        self._became = {(one.authority, plain_name(one.name), one.record): one.meant for one in became}

    @property
    def is_idle(self) -> bool:
        """Whether nothing was changed, so that every reading stands as it is."""
        return not (self._names or self._became or self._authorities.merged)

    def description(self, record: str, description: Description) -> Description:
        """A record's description with its parties as the authority file now has them."""
        facts = description.by_field.get("party", ())
        if self.is_idle or not facts:
            return description
        matched = tuple(self._fact(record, fact) for fact in facts)
        if matched == facts:
            return description
        return replace(description, by_field={**description.by_field, "party": _each_once(matched)})

    def _fact(self, record: str, fact: Fact) -> Fact:
        party = fact.value
        if not isinstance(party, Party):
            return fact
        meant = self.meant(record, party)
        if meant is None or meant == party.authority:
            return fact
        body = self._authorities.records[meant]
        return replace(fact, value=Party(body.name, party.as_written, body.id, body.role))

    def meant(self, record: str, party: Party) -> str | None:
        """The id of the body that a party is; None where none is known."""
        names = (plain_name(party.as_written), plain_name(party.name))
        for name in names:
            for where in (record, None):
                if told := self._became.get((party.authority, name, where)):
                    return self._known(told)
        if party.authority:
            return self._known(party.authority)
        return next((self._names[name] for name in names if name in self._names), None)

    def _known(self, id: str) -> str | None:
        kept = self._authorities.kept(id)
        return kept if kept in self._authorities.records else None


def _by_name(records: Iterable[Authority]) -> Mapping[str, str]:
    """The body of each name that only one has."""
    named: dict[str, set[str]] = defaultdict(set)
    for record in records:
        for name in (*record.all_names(), *record.acronyms):
            named[plain_name(name)].add(record.id)
    return {name: ids.pop() for name, ids in named.items() if name and len(ids) == 1}


def _each_once(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Two names that turn out to be one body are one party."""
    seen: dict[object, Fact] = {}
    for fact in facts:
        party = fact.value
        key = party.authority if isinstance(party, Party) and party.authority else party
        seen.setdefault(key, fact)
    return tuple(seen.values())


def succeeded(description: Description, authorities: AuthorityFile) -> Description:
    """A description for histories: a body that another goes on for counts as that one, by the name it had then."""
    facts = description.by_field.get("party", ())
    told = tuple(_succeeded(fact, authorities) for fact in facts)
    return description if told == facts else replace(description, by_field={**description.by_field, "party": told})


def _succeeded(fact: Fact, authorities: AuthorityFile) -> Fact:
    party = fact.value
    if not isinstance(party, Party) or not party.authority:
        return fact
    current = authorities.current(party.authority)
    if current == party.authority:
        return fact
    return replace(fact, value=Party(authorities.name(party.authority), party.as_written, current, party.role))
