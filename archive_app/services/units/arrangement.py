"""How the archive is arranged: the tree of its units and records, what is computed for each, and how it is told."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from archive_app.domain.arrangement import SEPARATOR, Arrangement, Branch, Extent, Held, Unit, outline
from archive_app.domain.description import Description
from archive_app.domain.isad import INHERITED
from archive_app.errors import UsageError
from archive_app.services import records
from archive_app.services.archive import Archive
from archive_app.services.labels import labels
from archive_app.services.names import tidy


@dataclass(frozen=True)
class Whole:
    """The archive as it is arranged, with what is known of each record in it. ``top`` is the whole."""

    arrangement: Arrangement
    top: Branch
    described: Mapping[str, records.Described]

    def extent(self, branch: Branch) -> Extent:
        """How much there is in a branch and under it, computed from its records' pages."""
        return Extent(tuple((id, self.described[id].record.pages) for id in branch.every))

    def dates(self, branch: Branch) -> tuple[tuple[str, str], tuple[str, str]] | None:
        """The first and the last day of its records, each with the record it is the date of."""
        known = sorted((str(one.date), id) for id in branch.every if (one := self.described[id]).date)
        return ((known[0][0], known[0][1]), (known[-1][0], known[-1][1])) if known else None

    def reference(self, branch: Branch, record: str) -> str:
        """A record's reference code, composed of the branch it stands in and its own part."""
        return SEPARATOR.join((branch.reference, own_code(self.described[record].description) or record))

    def branch_of(self, unit: int) -> Branch | None:
        return next((one for one in self.top.walk() if one.unit and one.unit.id == unit), None)


def whole(archive: Archive) -> Whole:
    """The whole archive as it is arranged; what lies in the trash is left out."""
    return archive.derive("arrangement", lambda: _whole(archive))


def _whole(archive: Archive) -> Whole:
    arrangement = archive.catalogue.units.arrangement()
    described = {one.id: one for one in records.all_described(archive)}
    held = [Held(one.id, one.kind, one.date) for one in described.values()]
    return Whole(arrangement, outline(arrangement, held, archive.title, archive.title), described)


def own_code(description: Description) -> str:
    """A record's own part of its reference code, as a person stated it; "" where nobody did."""
    return description.text("reference_code") or ""


def find(archive: Archive, name: str) -> Unit:
    """A unit by its reference code, by its number, or by its title. Raises UsageError where there is not just one."""
    arrangement = archive.catalogue.units.arrangement()
    wanted = tidy(name).casefold()
    ways: tuple[Callable[[Unit], str], ...] = (
        lambda unit: arrangement.reference(unit.id), lambda unit: str(unit.id), lambda unit: unit.title,
    )  # fmt: skip
    for told in ways:
        found = [unit for unit in arrangement.units if told(unit).casefold() == wanted]
        if len(found) == 1:
            return found[0]
        if found:
            codes = ", ".join(arrangement.reference(unit.id) for unit in found)
            raise UsageError(f"“{name}” names several units ({codes}); write the reference code of the one meant.")
    raise UsageError(f"There is no unit “{name}” in {archive.root}; “arrange” shows all there are.")


def inherited(arrangement: Arrangement, unit: int, element: str) -> tuple[str, Unit] | None:
    """What holds for a unit because one above it says it: the text, and that unit."""
    above = arrangement.by_id[unit].parent
    return arrangement.told(above, element) if element in INHERITED else None


def titles_by_kind(archive: Archive, language: str) -> dict[str, str]:
    """What the series by kind are called in a language."""
    # Not before: finding aids need all that is exported, and the first window none of it.
    from archive_app.exports.arrangement import TITLES

    words = labels(archive.resources, language)
    return {kind: words.say(title) for kind, title in TITLES.items()}


def as_json(whole: Whole) -> dict[str, Any]:
    """The shape of ``arrange --json``."""
    return branch_json(whole, whole.top)


def branch_json(whole: Whole, branch: Branch, deep: bool = True) -> dict[str, Any]:
    """A unit with what is computed for it, its operands beside it, and with what stands under it."""
    extent, days = whole.extent(branch), whole.dates(branch)
    told: dict[str, Any] = {
        "unit": branch.unit.id if branch.unit else None, "reference_code": branch.reference, "level": str(branch.level),
        "title": branch.title, "kind": branch.kind, "texts": dict(branch.unit.texts) if branch.unit else {},
        "records": [{"record": id, "reference_code": whole.reference(branch, id)} for id in branch.records],
        "extent": {"records": extent.records, "pages": extent.pages, "operands": dict(extent.operands)},
        "dates": {"first": days[0][0], "last": days[1][0], "operands": [days[0][1], days[1][1]]} if days else None,
    }  # fmt: skip
    return told | ({"units": [branch_json(whole, one) for one in branch.branches]} if deep else {})


def places(whole: Whole) -> Sequence[Branch]:
    """The units that records can be placed in, in the order of the tree."""
    return [branch for branch in whole.top.walk() if branch.unit]
