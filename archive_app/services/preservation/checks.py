"""Checks of originals as they were made: when, how they ended, and which files each found missing or changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from archive_app.catalogue.history import Wanted
from archive_app.domain.premis import FAIL
from archive_app.domain.record import Event, Record
from archive_app.services.archive import Archive
from archive_app.services.preservation.fixity import CHECK
from archive_app.services.preservation.verifying import Verification
from archive_app.services.records import original_path

What = Literal["missing", "changed", "added", "not_in_index", "only_in_index", "catalogue", "index"]
#: So many checks are told of, and so many findings of one.
MOST: Final = 200
MOST_FOUND: Final = 100_000


@dataclass(frozen=True)
class Check:
    """A check of all originals, as the history has it; ``number`` is its event's, ``before`` the earlier check's."""

    number: int
    before: int
    event: Event

    @property
    def sound(self) -> bool:
        return self.event.outcome != FAIL


@dataclass(frozen=True)
class Finding:
    """What is not as it should be: the file of a record, a file without one, or a fault told in ``file``."""

    what: What
    file: str
    record: str = ""


def listing(archive: Archive) -> tuple[Check, ...]:
    """The checks, the last one first."""
    found = archive.catalogue.history.page(Wanted(frozenset({CHECK}), whole=True), limit=MOST)
    earlier = [*(number for number, _ in found[1:]), 0]
    return tuple(Check(number, before, event) for (number, event), before in zip(found, earlier, strict=False))


def findings_of(archive: Archive, check: Check) -> tuple[Finding, ...]:
    """What an earlier check found of originals, with the names that their files have now."""
    held = _held(archive)
    found = archive.catalogue.history.page(Wanted(frozenset({CHECK}), outcome=FAIL), check.number, MOST_FOUND)
    return tuple(
        Finding("missing" if event.after == "missing" else "changed", _file(archive, held, event.record), event.record)
        for number, event in reversed(found)
        if number > check.before and event.record
    )


def findings(archive: Archive, result: Verification) -> tuple[Finding, ...]:
    """All that a check just made found, with the exact names of the files."""
    held = _held(archive)
    named: tuple[tuple[What, tuple[str, ...]], ...] = (
        ("missing", result.missing), ("changed", result.changed), ("not_in_index", result.not_in_index),
        ("only_in_index", result.only_in_index),
    )  # fmt: skip
    found = [Finding(what, _file(archive, held, id), id) for what, ids in named for id in ids]
    found += [Finding("added", str(archive.root / path)) for path in result.orphans]
    found += [Finding("catalogue", fault) for fault in result.catalogue_faults]
    found += [Finding("index", result.index_fault)] if result.index_fault else []
    return tuple(found)


def _held(archive: Archive) -> Mapping[str, Record]:
    return {record.id: record for record in archive.catalogue.records.all(with_trash=True)}


def _file(archive: Archive, held: Mapping[str, Record], id: str) -> str:
    """Where a record's file lies on this machine, or should; the id where there is no such record any more."""
    return str(original_path(archive, held[id])) if id in held else id
