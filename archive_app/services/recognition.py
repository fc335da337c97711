"""The authority file of an archive: the one that comes with the program, as persons have changed it here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any, NamedTuple

from archive_app.catalogue.authorities import Authorities
from archive_app.domain import authority_file
from archive_app.domain.authority import Authority, AuthorityFile, FormerName
from archive_app.domain.description import Description, describe
from archive_app.domain.fact import Fact
from archive_app.domain.recognising import Recogniser

#: Attributes that hold several values.
_SEVERAL = frozenset({"acronyms", "names"})


class Recognition(NamedTuple):
    """The bodies by id, and what matches names to them anew; ``revision`` is that of the catalogue it was made at."""

    authorities: AuthorityFile
    recogniser: Recogniser
    revision: tuple[int, ...]

    def described(self, record: str, facts: Iterable[Fact]) -> Description:
        """What holds for a record, its parties as the authority file now names them."""
        return self.recogniser.description(record, describe(facts))


def load(resources: Path, kept: Authorities) -> Recognition:
    """The authority file as it stands now: that of the resources, with what the catalogue keeps of persons."""
    base = authority_file.load(resources / "authorities.json")
    revision, own, merged = kept.revision, kept.own(), kept.merged()
    records = {**base.records, **{id: authority_of(data) for id, data in own.items()}}
    file = AuthorityFile({id: one for id, one in records.items() if id not in merged}, merged)
    return Recognition(file, Recogniser(file, own, kept.became()), revision)


def authority_of(data: Mapping[str, Any]) -> Authority:
    """The record that ``authority_json`` told."""
    known = {one.name for one in fields(Authority)}
    values: dict[str, Any] = {name: value for name, value in data.items() if name in known}
    for name in _SEVERAL & values.keys():
        values[name] = tuple(values[name])
    values["former"] = tuple(FormerName(**one) for one in values.get("former", ()))
    return Authority(**values)


def authority_json(record: Authority) -> dict[str, Any]:
    """A record as JSON, by the names of its attributes."""
    told: dict[str, Any] = {one.name: getattr(record, one.name) for one in fields(Authority)}
    told |= {name: list(told[name]) for name in _SEVERAL}
    told["former"] = [{"name": one.name, "first": one.first, "last": one.last} for one in record.former]
    return told
