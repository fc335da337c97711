"""Papers that are read beside one another: texts of the same agreement, its renewals, what a letter brought along."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from archive_app.services import records
from archive_app.services.archive import Archive
from archive_app.services.records import Described
from archive_app.services.tracking import agreements

Tie = Literal["same agreement", "same chain", "attached to", "attached"]


@dataclass(frozen=True)
class Kin:
    """A paper and how it belongs to the one asked about."""

    tie: Tie
    record: Described


def of(archive: Archive, id: str) -> tuple[Kin, ...]:
    """The papers that belong to one, each once, the nearest first. Raises UsageError where there is no such record."""
    held = {one.id: one for one in records.all_described(archive)}
    asked = records.described(archive, id)
    found: dict[str, Kin] = {}
    for other, tie in _ties(archive, asked):
        if other != id and other in held:
            found.setdefault(other, Kin(tie, held[other]))
    return tuple(found.values())


def _ties(archive: Archive, one: Described) -> Iterator[tuple[str, Tie]]:
    history = agreements.history(archive).agreements
    own = [agreement for agreement in history if one.id in agreement.records]
    for agreement in own:
        yield from ((id, "same agreement") for id in agreement.records)
    chains = {agreement.chain or agreement.id for agreement in own}
    for agreement in history:
        if (agreement.chain or agreement.id) in chains:
            yield from ((id, "same chain") for id in agreement.records)
    if one.record.parent:
        yield one.record.parent, "attached to"
    yield from ((child.id, "attached") for child in records.children_of(archive, one.id))
