"""Arranging the archive: units of description made, changed, moved, removed; records placed in them.

Each is one change that can be undone. Records that nobody placed stand in series by their kind.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from archive_app.domain.arrangement import Arrangement, Level, Unit, fits
from archive_app.domain.isad import ELEMENTS, TEXTS
from archive_app.errors import UsageError
from archive_app.services import records
from archive_app.services.archive import Archive
from archive_app.services.names import tidy, tidy_lines
from archive_app.services.undo import editing
from archive_app.services.undo.arrangement_slots import PlacementSlot, UnitSlot
from archive_app.services.undo.edits import Slot
from archive_app.services.units.arrangement import whole

#: Letters that a title and a part of a reference code may have.
LONGEST_TITLE, LONGEST_CODE = 1000, 60


def add(
    archive: Archive, level: Level, title: str, *, under: int | None = None, code: str | None = None,
    texts: Mapping[str, str] | None = None,
) -> Unit:  # fmt: skip
    """Makes a unit, the last one under another. Without a ``code`` it is given the next number.

    Raises UsageError for a title that is empty, a level that cannot stand there, and a code that is taken there.
    """
    archive.require_writable()
    arrangement = archive.catalogue.units.arrangement()
    made = Unit(
        archive.catalogue.units.next_id(), under, level, code or _next_code(arrangement, level, under), title,
        _last(arrangement, under),
    )  # fmt: skip
    return _keep(archive, arrangement, made.saying(_known(texts or {})))


def change(
    archive: Archive, unit: int, *, title: str | None = None, code: str | None = None, level: Level | None = None,
    texts: Mapping[str, str] | None = None,
) -> Unit:  # fmt: skip
    """Changes what is told of a unit; what is not given stays. An empty text takes away what was written."""
    archive.require_writable()
    arrangement = archive.catalogue.units.arrangement()
    before = _existing(arrangement, unit)
    after = replace(before, title=before.title if title is None else title, code=before.code if code is None else code,
                    level=level or before.level).saying(_known(texts or {}))  # fmt: skip
    return _keep(archive, arrangement, after)


def move(archive: Archive, unit: int, under: int | None, before: int | None = None) -> Unit:
    """Puts a unit, with all that is in it, under another one: before one that is there, or as the last."""
    archive.require_writable()
    arrangement = archive.catalogue.units.arrangement()
    moved = _existing(arrangement, unit)
    if under is not None and under in {unit, *(one.id for one in arrangement.under(unit))}:
        raise UsageError(f"“{moved.title}” cannot be a part of itself; choose a unit outside it.")
    beside = [one for one in arrangement.children(under) if one.id != unit]
    at = next((number for number, one in enumerate(beside) if one.id == before), len(beside))
    ordered = [*beside[:at], replace(moved, parent=under), *beside[at:]]
    changed = [replace(one, position=number) for number, one in enumerate(ordered)]
    check(arrangement, replace(moved, parent=under))
    write(archive, {one.id: one for one in changed})
    return next(one for one in changed if one.id == unit)


def remove(archive: Archive, unit: int, *, with_all: bool = False) -> None:
    """Takes a unit away. What it held goes to the unit above it; ``with_all`` takes away the units in it too.

    Records whose unit is gone and that have none above stand in the series by kind. Raises UsageError for a fonds that
    holds units and is not to go with them, since only a fonds can stand where it stands.
    """
    archive.require_writable()
    arrangement = archive.catalogue.units.arrangement()
    gone = _existing(arrangement, unit)
    children = arrangement.children(unit)
    if gone.parent is None and children and not with_all:
        raise UsageError(f"“{gone.title}” holds {len(children)} units; move them first, or remove it with all of them.",
                         key="unit_holds_units", operands=(gone.title, len(children)))  # fmt: skip
    leaving = [gone, *(arrangement.under(unit) if with_all else ())]
    states: dict[int, Unit | None] = {one.id: None for one in leaving}
    if not with_all:
        raised = [replace(one, parent=gone.parent, position=_last(arrangement, gone.parent) + number)
                  for number, one in enumerate(children)]  # fmt: skip
        for one in raised:
            check(arrangement, one, but=frozenset({unit}))
        states |= {one.id: one for one in raised}
    ids = {one.id for one in leaving}
    write(archive, states, {id: gone.parent for id, at in arrangement.placed.items() if at in ids})


def place(archive: Archive, ids: Collection[str], unit: int | None) -> tuple[str, ...]:
    """Puts records into a unit, or with None back among those that nobody placed; gives those that were elsewhere."""
    archive.require_writable()
    arrangement = archive.catalogue.units.arrangement()
    if unit is not None:
        _existing(arrangement, unit)
    wanted = list(dict.fromkeys(ids))
    for id in wanted:
        records.described(archive, id)
    moved = tuple(id for id in wanted if arrangement.placed.get(id) != unit)
    write(archive, {}, dict.fromkeys(moved, unit))
    return moved


def start(archive: Archive, titles: Mapping[str, str]) -> Unit:
    """Makes units of the arrangement that stands where nobody arranged: a fonds, and a series for each kind.

    Restricted records are placed too, also where they are not seen.
    ``titles`` are what the series are called, by kind. Raises UsageError where there are units already.
    """
    archive.require_writable()
    require_bare(archive)
    first = archive.catalogue.units.next_id()
    fonds = Unit(first, None, Level.FONDS, "F1", archive.title)
    series = [(Unit(first + at, first, Level.SERIES, one.code, titles[one.kind or "other"], at - 1), one)
              for at, one in enumerate(whole(archive.base).top.branches, 1)]  # fmt: skip
    write(archive, {unit.id: unit for unit in (fonds, *(unit for unit, _ in series))},
           {id: unit.id for unit, one in series for id in one.records})  # fmt: skip
    return fonds


def require_bare(archive: Archive) -> None:
    """Raises UsageError where persons made units already."""
    if archive.catalogue.units.arrangement().units:
        raise UsageError(f"{archive.root} is arranged already; add to it, or remove its units first.",
                         key="arranged_already")  # fmt: skip


def _keep(archive: Archive, arrangement: Arrangement, unit: Unit) -> Unit:
    valid = tidied(unit)
    check(arrangement, valid)
    write(archive, {valid.id: valid})
    return valid


def tidied(unit: Unit) -> Unit:
    """A unit as typed, as it is kept."""
    texts = {name: tidy_lines(text) for name, text in unit.texts}
    return replace(unit, title=tidy(unit.title), code=tidy(unit.code)).saying(texts)


def write(
    archive: Archive, units: Mapping[int, Unit | None], placed: Mapping[str, int | None] | None = None
) -> None:
    """Keeps units as they are (None takes one away) and places records, all of it as one change."""
    moves = placed or {}
    slots: list[Slot] = [*(UnitSlot(id) for id in units), *(PlacementSlot(id) for id in moves)]
    by, at = archive.person, archive.now()
    with archive.catalogue.writing(), editing.noting(archive, "arrangement" if units else "placement", slots):
        for id, unit in units.items():
            archive.catalogue.units.put(id, unit, by, at)
        for unit_id in dict.fromkeys(moves.values()):
            archive.catalogue.units.place([id for id, to in moves.items() if to == unit_id], unit_id, by, at)


# Checking ------------------------------------------------------------------------------------------------------


def check(arrangement: Arrangement, unit: Unit, but: Collection[int] = frozenset()) -> None:
    """Raises UsageError where a unit cannot be as it is to be; units in ``but`` are about to go."""
    if not unit.title:
        raise UsageError("A unit needs a title; write one.", key="unit_untitled")
    if not unit.code:
        raise UsageError("A unit needs its part of the reference code; write one, like 01.", key="unit_uncoded")
    if len(unit.title) > LONGEST_TITLE or len(unit.code) > LONGEST_CODE:
        raise UsageError(f"A title has at most {LONGEST_TITLE} letters, and a reference code {LONGEST_CODE}.",
                         key="unit_too_long", operands=(LONGEST_TITLE, LONGEST_CODE))  # fmt: skip
    above = _existing(arrangement, unit.parent) if unit.parent is not None else None
    _check_level(arrangement, unit, above)
    beside = (one for one in arrangement.children(unit.parent) if one.id != unit.id and one.id not in but)
    twin = next((one for one in beside if one.code.casefold() == unit.code.casefold()), None)
    if twin:
        raise UsageError(f"“{twin.title}” has the reference code {twin.code} there already; choose another.",
                         key="unit_code_taken", operands=(twin.title, twin.code))  # fmt: skip


def _check_level(arrangement: Arrangement, unit: Unit, above: Unit | None) -> None:
    if not fits(unit.level, above.level if above else None):
        where = f"under the {above.level} “{above.title}”" if above else "by itself: only a fonds can"
        raise UsageError(f"A {unit.level} cannot stand {where}; choose another level or another place.",
                         key="unit_misplaced", operands=(str(unit.level), above.title if above else ""))  # fmt: skip
    for child in arrangement.children(unit.id):
        if not fits(child.level, unit.level):
            raise UsageError(
                f"“{unit.title}” holds a {child.level}, which cannot stand under a {unit.level}; move that first.",
                key="unit_level_holds", operands=(unit.title, str(child.level), str(unit.level)),
            )  # fmt: skip


def _existing(arrangement: Arrangement, unit: int) -> Unit:
    known = arrangement.by_id.get(unit)
    if known is None:
        raise UsageError(f"There is no unit {unit}; “arrange” shows all there are.", key="no_unit", operands=(unit,))
    return known


def _known(texts: Mapping[str, str]) -> Mapping[str, str]:
    for name in texts:
        if name not in TEXTS:
            raise UsageError(f"“{name}” is not an element of a unit; the elements are {', '.join(ELEMENTS)}.")
    return texts


def _last(arrangement: Arrangement, under: int | None) -> int:
    return max((one.position for one in arrangement.children(under)), default=-1) + 1


def _next_code(arrangement: Arrangement, level: Level, under: int | None) -> str:
    taken = {one.code for one in arrangement.children(under)}
    number = 1
    while (code := f"F{number}" if level is Level.FONDS else f"{number:02}") in taken:
        number += 1
    return code
