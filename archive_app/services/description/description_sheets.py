"""Descriptions from a spreadsheet: each row finds its record, each column its field; first looked at, then written."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal, cast

from archive_app.domain.description import Description
from archive_app.domain.fact import FIELDS, Value
from archive_app.errors import Cancelled, ConvenioError, UsageError
from archive_app.progress import SILENT, Progress
from archive_app.services import records
from archive_app.services.archive import Archive
from archive_app.services.description import describing, sheets
from archive_app.services.undo import editing
from archive_app.services.undo.arrangement_slots import PlacementSlot
from archive_app.services.undo.edits import FieldSlot, Slot
from archive_app.services.units import arrangement

#: Columns by which a row finds its record, the surest first.
KEYS = ("record", "sha256", "path", "file")
#: The column that tells which unit of description a record is placed in.
UNIT = "unit"
#: What columns may be for.
COLUMNS = (*FIELDS, *KEYS, UNIT)


@dataclass(frozen=True)
class Change:
    """One field that a row changes: as it holds now, and as the row has it, both as a person reads them."""

    field: str
    before: str
    after: str
    values: tuple[Value, ...] = ()
    #: What holds now, as values.
    held: tuple[Value, ...] = ()
    #: Of a change of the unit that the record stands in: that unit.
    unit: int | None = None


@dataclass(frozen=True)
class Row:
    """What becomes of one row; ``number`` is the spreadsheet's own, from 1. ``problem`` is a sentence."""

    number: int
    record: str | None = None
    changes: tuple[Change, ...] = ()
    problem: str | None = None
    #: The fault that the sentence is of, by which it is told in another language.
    fault: ConvenioError | None = field(default=None, compare=False)

    @property
    def state(self) -> Literal["changed", "same", "failed"]:
        return "failed" if self.problem else "changed" if self.changes else "same"


@dataclass(frozen=True)
class Plan:
    """What a spreadsheet would change. ``columns`` are its headings with the field each is for, None for none."""

    file: str
    columns: Mapping[str, str | None]
    rows: tuple[Row, ...] = field(default_factory=tuple)
    written: bool = False

    def count(self, state: str) -> int:
        return sum(row.state == state for row in self.rows)

    def as_json(self) -> dict[str, Any]:
        """The shape of ``describe --from --json``."""
        return {
            "file": self.file, "written": self.written, "columns": dict(self.columns), "rows": len(self.rows),
            "changed": self.count("changed"), "same": self.count("same"), "failed": self.count("failed"),
            "report": [
                {"row": row.number, "record": row.record, "state": row.state, "problem": row.problem,
                 "changes": [{"field": c.field, "from": c.before, "to": c.after} for c in row.changes]}
                for row in self.rows
            ],
        }  # fmt: skip


def plan(archive: Archive, file: Path, mapping: Mapping[str, str] | None = None, jobs: int = 1) -> Plan:
    """Reads a spreadsheet (XLSX, XLS, ODS, CSV) and says what it would change; nothing is written.

    ``mapping`` gives fields for headings that are called otherwise; an empty field leaves a column out. An empty cell
    changes nothing, ``unknown`` says that the paper does not tell. Raises UsageError for a file without headings or
    without a column that names records, ReadingError for one that cannot be read.
    """
    sheet = sheets.read(file, jobs)
    columns = sheets.columns(sheet, mapping or {}, _names(archive.resources), COLUMNS)
    if not set(columns) & set(KEYS):
        raise UsageError(
            f"{file.name} has no column that names records; call one record, file, path or sha256, or map it to that."
        )
    named = {heading: columns[index] for index, heading in enumerate(sheet.headings) if heading}
    return Plan(file.name, named, tuple(_rows(archive, sheet.rows(columns), _Finder(archive))))


def write(archive: Archive, planned: Plan, progress: Progress = SILENT) -> Plan:
    """Writes all that a plan changes, as one change that can be undone; rows with a problem change nothing.

    Stopped on the way nothing is changed. Raises Cancelled where the person stopped it.
    """
    archive.require_writable()
    changed = [row for row in planned.rows if row.state == "changed" and row.record]
    progress.stage("changing", len(changed))
    with editing.noting(archive, "import of descriptions", [_slot(row, one) for row in changed for one in row.changes]):
        for row in changed:
            if progress.cancelled:
                raise Cancelled("Stopped as you asked; nothing was changed.", key="stopped_unchanged")
            for change in row.changes:
                _write(archive, str(row.record), change)
            progress.advance(str(row.record))
    editing.index_anew(archive, [str(row.record) for row in changed], fields_only=True)
    return replace(planned, written=True)


def _slot(row: Row, change: Change) -> Slot:
    record = str(row.record)
    return PlacementSlot(record) if change.field == UNIT else FieldSlot(record, change.field)


def _write(archive: Archive, record: str, change: Change) -> None:
    by, at = archive.person, archive.now()
    if change.field == UNIT:
        archive.catalogue.units.place([record], change.unit, by, at)
    else:
        archive.catalogue.facts.correct(record, change.field, change.values, by, at)


def headings(archive: Archive, file: Path, jobs: int = 1) -> dict[str, str | None]:
    """The headings of a spreadsheet, each with the key or field it is taken for, None for none: to be mapped."""
    sheet = sheets.read(file, jobs)
    names = _names(archive.resources)
    return {heading: names.get(sheets.folded(heading)) for heading in sheet.headings if heading}


def _names(resources: Path) -> dict[str, str]:
    """What columns may be called, folded, with the key or field each is for."""
    kept = tomllib.loads((resources / "description_columns.toml").read_text(encoding="utf-8"))
    named = {sheets.folded(name): name for name in COLUMNS}
    for column, names in (*kept["field"].items(), *kept["record"].items()):
        named |= {sheets.folded(name): column for name in names}
    return named


class _Finder:
    """Finds the record that a row is about."""

    def __init__(self, archive: Archive) -> None:
        self._by: dict[str, dict[str, list[str]]] = {key: defaultdict(list) for key in KEYS}
        for one in records.all_described(archive):
            self._by["record"][one.id].append(one.id)
            self._by["sha256"][one.record.sha256].append(one.id)
            self._by["file"][one.record.filename].append(one.id)
            for place in one.record.places:
                self._by["path"][place].append(one.id)

    def record(self, cells: Mapping[str, str]) -> str:
        """Raises UsageError where the row names no record, or several."""
        key = next((key for key in KEYS if cells.get(key)), None)
        if key is None:
            raise UsageError("The row names no record.")
        wanted = cells[key].upper() if key == "record" else cells[key]
        found = self._by[key].get(wanted, [])
        if len(found) != 1:
            which = f"several records ({', '.join(found[:5])})" if found else "no record of the archive"
            raise UsageError(f"“{wanted}” names {which}.")
        return found[0]


def _rows(archive: Archive, rows: Iterable[tuple[int, Mapping[str, str]]], finder: _Finder) -> Iterator[Row]:
    seen: dict[str, int] = {}
    for number, cells in rows:
        record = None
        try:
            record = finder.record(cells)
            if record in seen:
                raise UsageError(f"Row {seen[record]} is about {record} already.")
            seen[record] = number
            yield Row(number, record, tuple(_changes(archive, record, cells)))
        except ConvenioError as problem:
            yield Row(number, record, problem=str(problem), fault=problem)


def _changes(archive: Archive, record: str, cells: Mapping[str, str]) -> Iterator[Change]:
    description = records.described(archive, record).description
    for name, text in cells.items():
        if name in FIELDS:
            values = describing.parse_values(name, text, archive.authorities, archive.resources)
            before, after = _told(_holding(description, name)), _told(values)
            if before != after:
                held = tuple(fact.value for fact in description.by_field.get(name, ()))
                yield Change(name, before, after, values, held)
    if UNIT in cells:
        yield from _placing(archive, record, cells[UNIT])


def _placing(archive: Archive, record: str, name: str) -> Iterator[Change]:
    """The unit of description that a row puts its record into."""
    arranged = archive.catalogue.units.arrangement()
    now, wanted = arranged.placed.get(record), arrangement.find(archive, name).id
    if now != wanted:
        before = arranged.reference(now) if now is not None else ""
        yield Change(UNIT, before, arranged.reference(wanted), unit=wanted)


def _holding(description: Description, name: str) -> tuple[Value, ...]:
    return tuple(fact.value for fact in description.by_field.get(name, ())) or (None,)


def _told(values: Sequence[Value]) -> str:
    return "; ".join(records.value_text(cast(object, value)) for value in values)
