"""Units of description from a spreadsheet: a row a unit, a column an element; first looked at, then written."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from archive_app.domain.arrangement import MADE, SEPARATOR, Arrangement, Level, Unit
from archive_app.domain.isad import ELEMENTS, TEXTS
from archive_app.errors import ConvenioError, UsageError
from archive_app.services.archive import Archive
from archive_app.services.description import sheets
from archive_app.services.description.description_sheets import Change, Plan, Row
from archive_app.services.names import tidy
from archive_app.services.units import arranging


@dataclass(frozen=True)
class UnitPlan(Plan):
    """``units`` are those that are new or changed, as they are to be; ``base`` is what they were planned on."""

    units: tuple[Unit, ...] = ()
    base: Arrangement = Arrangement()  # noqa: RUF009  it never changes


def plan(archive: Archive, file: Path, mapping: Mapping[str, str] | None = None, jobs: int = 1) -> UnitPlan:
    """Reads a spreadsheet (XLSX, XLS, ODS, CSV) and says what it would make or change; nothing is written.

    The column ``reference_code`` has whole reference codes, like F1/01: one that is there is changed, another is made
    under the unit that the code begins with, which may stand in an earlier row. An empty cell changes nothing. Raises
    UsageError for a file without headings or without that column, ReadingError for one that cannot be read.
    """
    sheet = sheets.read(file, jobs)
    names, levels = _names(archive.resources)
    columns = sheets.columns(sheet, mapping or {}, names, ELEMENTS)
    if "reference_code" not in columns:
        raise UsageError(f"{file.name} has no column of reference codes; call one reference_code, or map it to that.")
    named = {heading: columns[index] for index, heading in enumerate(sheet.headings) if heading}
    planning = _Planning(archive, levels)
    rows = tuple(planning.rows(sheet.rows(columns)))
    return UnitPlan(file.name, named, rows, units=tuple(planning.changed.values()), base=planning.base)


def write(archive: Archive, planned: UnitPlan) -> UnitPlan:
    """Writes all that a plan makes and changes, as one change that can be undone."""
    archive.require_writable()
    if archive.catalogue.units.arrangement() != planned.base:
        raise UsageError("The arrangement was changed since the spreadsheet was looked at; look at it again.",
                         key="arranged_since")  # fmt: skip
    arranging.write(archive, {unit.id: unit for unit in planned.units})
    return replace(planned, written=True)


def _names(resources: Path) -> tuple[dict[str, str], dict[str, Level]]:
    """What columns may be called, folded, with the element each is for; and what levels may be called."""
    kept = tomllib.loads((resources / "description_columns.toml").read_text(encoding="utf-8"))
    named = {sheets.folded(name): column for column, names in kept["field"].items() if column in ELEMENTS
             for name in names}  # fmt: skip
    named |= {sheets.folded(name): column for column, names in kept["unit"].items() for name in names}
    levels = {sheets.folded(name): Level(level) for level, names in kept["level"].items() for name in (level, *names)}
    return named | {sheets.folded(name): name for name in ELEMENTS}, levels


class _Planning:
    """Goes through the rows, each on the arrangement as the rows before it leave it."""

    def __init__(self, archive: Archive, levels: Mapping[str, Level]) -> None:
        self.base = self._now = archive.catalogue.units.arrangement()
        self._next, self._levels = archive.catalogue.units.next_id(), levels
        self.changed: dict[int, Unit] = {}

    def rows(self, rows: Iterable[tuple[int, Mapping[str, str]]]) -> Iterator[Row]:
        seen: dict[str, int] = {}
        for number, cells in rows:
            reference = tidy(cells.get("reference_code", ""))
            try:
                if not reference:
                    raise UsageError("The row has no reference code.")
                if reference in seen:
                    raise UsageError(f"Row {seen[reference]} is about {reference} already.")
                seen[reference] = number
                yield Row(number, reference, tuple(self._take(reference, cells)))
            except ConvenioError as problem:
                yield Row(number, reference or None, problem=str(problem))

    def _take(self, reference: str, cells: Mapping[str, str]) -> Iterator[Change]:
        before = next((unit for unit in self._now.units if self._now.reference(unit.id) == reference), None)
        after = arranging.tidied(self._as_told(before or self._new(reference, cells), cells))
        arranging.check(self._now, after)
        if after != before:
            self._next += before is None
            self.changed[after.id] = after
            others = (unit for unit in self._now.units if unit.id != after.id)
            self._now = replace(self._now, units=(*others, after))
            yield from _changes(before, after)

    def _new(self, reference: str, cells: Mapping[str, str]) -> Unit:
        above = self._above(reference)
        if not cells.get("title"):
            raise UsageError(f"There is no unit {reference} yet; give it a title, and it is made.")
        level = Level.FONDS if above is None else Level.SERIES if above.level is Level.FONDS else Level.FILE
        code = reference if above is None else reference[len(self._now.reference(above.id)) + len(SEPARATOR) :]
        under = above.id if above else None
        return Unit(self._next, under, level, code, "", len(self._now.children(under)))

    def _above(self, reference: str) -> Unit | None:
        """The unit that a reference code begins with, the nearest one."""
        begun = [unit for unit in self._now.units
                 if reference.startswith(self._now.reference(unit.id) + SEPARATOR)]  # fmt: skip
        return max(begun, key=lambda unit: len(self._now.reference(unit.id)), default=None)

    def _as_told(self, unit: Unit, cells: Mapping[str, str]) -> Unit:
        level = unit.level
        if "level" in cells:
            known = self._levels.get(sheets.folded(cells["level"]))
            if known is None:
                raise UsageError(f"“{cells['level']}” is not a level; choose one of {', '.join(MADE)}.")
            level = known
        told = replace(unit, level=level, title=cells.get("title", unit.title))
        return told.saying({name: cells[name] for name in TEXTS if name in cells})


def _changes(before: Unit | None, after: Unit) -> Iterator[Change]:
    was, now = _told(before), _told(after)
    for name in ELEMENTS:
        if was.get(name) != now.get(name):
            yield Change(name, was.get(name, ""), now.get(name, ""))


def _told(unit: Unit | None) -> dict[str, str]:
    return {"title": unit.title, "level": str(unit.level), **dict(unit.texts)} if unit else {}
