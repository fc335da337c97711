"""How an archive is arranged: units of description at several levels, each with the records that a person put there.

Records that nobody placed stand in series by their kind, so that there is an arrangement before anyone made one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from typing import Final

from archive_app.domain.fact import KINDS
from archive_app.domain.isad import TEXTS

#: What stands between the parts of a reference code.
SEPARATOR: Final = "/"


class Level(StrEnum):
    """From the whole to its parts. A collection only holds several fonds together; an item is a record."""

    COLLECTION = "collection"
    FONDS = "fonds"
    SERIES = "series"
    SUBSERIES = "subseries"
    FILE = "file"
    ITEM = "item"


#: The levels that a person makes units of.
MADE: Final = (Level.FONDS, Level.SERIES, Level.SUBSERIES, Level.FILE)


def fits(level: Level, above: Level | None) -> bool:
    """Whether a unit of a level may stand under one of another; None is under nothing."""
    if above is None:
        return level is Level.FONDS
    order = list(Level)
    return level in MADE and order.index(level) > order.index(above)


@dataclass(frozen=True)
class Unit:
    """A unit of description. ``code`` is its own part of the reference code, ``parent`` the unit that it is part of.

    ``texts`` are pairs of an element (of isad.TEXTS, in their order) and what a person wrote for it.
    """

    id: int
    parent: int | None
    level: Level
    code: str
    title: str
    position: int = 0
    texts: tuple[tuple[str, str], ...] = ()

    def text(self, element: str) -> str | None:
        """What a person wrote for an element."""
        return next((text for name, text in self.texts if name == element), None)

    def saying(self, texts: Mapping[str, str]) -> Unit:
        """The unit with other texts for some elements; an empty one takes away what was written."""
        every = {**dict(self.texts), **texts}
        return replace(self, texts=tuple((name, every[name]) for name in TEXTS if every.get(name)))


@dataclass(frozen=True)
class Held:
    """A record as an arrangement needs it; ``date`` in EDTF."""

    id: str
    kind: str | None
    date: str | None


@dataclass(frozen=True)
class Branch:
    """A unit with what stands under it. ``unit`` is None for what no person made: the whole, and series by ``kind``.

    ``records`` are those that stand in it itself, by date, the undated last.
    """

    level: Level
    reference: str
    code: str
    title: str
    branches: tuple[Branch, ...] = ()
    records: tuple[str, ...] = ()
    unit: Unit | None = None
    kind: str | None = None

    @cached_property
    def every(self) -> tuple[str, ...]:
        """All records in it and under it."""
        return (*self.records, *(id for branch in self.branches for id in branch.every))

    def walk(self) -> Iterator[Branch]:
        """It and all under it, each before what it holds."""
        yield self
        for branch in self.branches:
            yield from branch.walk()


@dataclass(frozen=True)
class Arrangement:
    """The units that persons made, and the unit each record was placed in."""

    units: tuple[Unit, ...] = ()
    placed: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    def by_id(self) -> Mapping[int, Unit]:
        return {unit.id: unit for unit in self.units}

    @cached_property
    def _under(self) -> Mapping[int | None, list[Unit]]:
        found: dict[int | None, list[Unit]] = defaultdict(list)
        for unit in sorted(self.units, key=lambda unit: (unit.position, unit.id)):
            found[unit.parent].append(unit)
        return found

    def children(self, id: int | None) -> tuple[Unit, ...]:
        """The units right under one, in a person's order; under None those of the highest level."""
        return tuple(self._under.get(id, ()))

    def path(self, id: int | None) -> tuple[Unit, ...]:
        """A unit with all above it, the highest first; nothing for None."""
        unit = self.by_id.get(id) if id is not None else None
        return (*self.path(unit.parent), unit) if unit else ()

    def under(self, id: int) -> tuple[Unit, ...]:
        """All units below one, each before what it holds."""
        return tuple(found for child in self.children(id) for found in (child, *self.under(child.id)))

    def reference(self, id: int) -> str:
        """The reference code: the parts of all units above it, and its own."""
        return SEPARATOR.join(unit.code for unit in self.path(id))

    def told(self, id: int | None, element: str) -> tuple[str, Unit] | None:
        """A text that holds for a unit, with the unit that says it: itself, or the nearest above it."""
        said = ((unit.text(element), unit) for unit in reversed(self.path(id)))
        return next(((text, unit) for text, unit in said if text), None)


def outline(arrangement: Arrangement, records: Iterable[Held], title: str, code: str) -> Branch:
    """The whole with all records in it. ``title`` and ``code`` are those of an archive that nobody arranged.

    One fonds is the whole; several stand side by side in a collection.
    """
    placed, loose = _sorted_out(arrangement, records)
    tops = arrangement.children(None)
    if len(tops) == 1:
        return _branch(arrangement, tops[0], "", placed, loose)
    taken = {unit.code for unit in tops}
    level = Level.COLLECTION if tops else Level.FONDS
    branches = tuple(_branch(arrangement, unit, "", placed) for unit in tops)
    return Branch(level, code, code, title, (*branches, *_by_kind(loose, code, taken)))


def _sorted_out(
    arrangement: Arrangement, records: Iterable[Held]
) -> tuple[Mapping[int | None, Sequence[str]], Sequence[Held]]:
    placed: dict[int | None, list[str]] = defaultdict(list)
    loose = []
    for one in sorted(records, key=lambda one: (one.date or "9999-99", one.id)):
        unit = arrangement.placed.get(one.id)
        if unit in arrangement.by_id:
            placed[unit].append(one.id)
        else:
            loose.append(one)
    return placed, loose


def _branch(
    arrangement: Arrangement, unit: Unit, above: str, placed: Mapping[int | None, Sequence[str]],
    loose: Sequence[Held] = (),
) -> Branch:  # fmt: skip
    reference = f"{above}{SEPARATOR}{unit.code}" if above else unit.code
    children = arrangement.children(unit.id)
    branches = tuple(_branch(arrangement, child, reference, placed) for child in children)
    series = _by_kind(loose, reference, {child.code for child in children})
    return Branch(unit.level, reference, unit.code, unit.title, (*branches, *series),
                  tuple(placed.get(unit.id, ())), unit)  # fmt: skip


def _by_kind(records: Sequence[Held], above: str, taken: set[str]) -> tuple[Branch, ...]:
    """Series by kind, their codes the same in every export unless a unit beside them has one of these."""
    found: dict[str, list[str]] = defaultdict(list)
    for one in records:
        found[one.kind or "other"].append(one.id)
    return tuple(
        Branch(Level.SERIES, f"{above}{SEPARATOR}{code}", code, "", records=tuple(found[kind]), kind=kind)
        for kind, code in ((kind, _free(f"S{number:02}", taken)) for number, kind in enumerate(KINDS, 1))
        if kind in found
    )


def _free(code: str, taken: set[str]) -> str:
    while code in taken:
        code += "-"
    return code


@dataclass(frozen=True)
class Extent:
    """How much there is, computed: ``operands`` are the records with their pages."""

    operands: tuple[tuple[str, int], ...]

    @property
    def records(self) -> int:
        return len(self.operands)

    @property
    def pages(self) -> int:
        return sum(pages for _, pages in self.operands)
