"""Descriptions from a spreadsheet: each row finds its record, each column its field; first looked at, then written."""

from __future__ import annotations

import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any, Literal, cast

from archive_app import executor
from archive_app.accession.media_types import CSV, ODS, PLAIN, XLS, XLSX, media_type
from archive_app.domain.description import Description
from archive_app.domain.fact import FIELDS, Value
from archive_app.errors import ConvenioError, UsageError
from archive_app.services import describing, editing, records
from archive_app.services.archive import Archive
from archive_app.services.edits import FieldSlot
from archive_app.services.faults import failure_of
from archive_app.services.limits import READING

#: Columns by which a row finds its record, the surest first.
KEYS = ("record", "sha256", "path", "file")
_KINDS = (CSV, XLSX, XLS, ODS)


@dataclass(frozen=True)
class Change:
    """One field that a row changes: as it holds now, and as the row has it, both as a person reads them."""

    field: str
    before: str
    after: str
    values: tuple[Value, ...] = ()


@dataclass(frozen=True)
class Row:
    """What becomes of one row; ``number`` is the spreadsheet's own, from 1. ``problem`` is a sentence."""

    number: int
    record: str | None = None
    changes: tuple[Change, ...] = ()
    problem: str | None = None

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
    rows = _read(file, jobs)
    at = next((number for number, row in enumerate(rows) if sum(map(bool, row)) > 1), None)
    if at is None:
        raise UsageError(f"{file.name} has no row of headings; its first row names the columns.")
    columns = _columns(rows[at], mapping or {}, _names(archive.resources))
    if not set(columns) & set(KEYS):
        raise UsageError(
            f"{file.name} has no column that names records; call one record, file, path or sha256, or map it to that."
        )
    found = _Finder(archive)
    told = tuple(_rows(archive, rows, at, columns, found))
    named = {heading: columns[index] for index, heading in enumerate(rows[at]) if heading}
    return Plan(file.name, named, told)


def write(archive: Archive, planned: Plan) -> Plan:
    """Writes all that a plan changes, as one change that can be undone; rows with a problem change nothing."""
    archive.require_writable()
    changed = [row for row in planned.rows if row.state == "changed" and row.record]
    slots = [FieldSlot(str(row.record), change.field) for row in changed for change in row.changes]
    with editing.noting(archive, "import of descriptions", slots), archive.catalogue.writing():
        for row in changed:
            for change in row.changes:
                archive.catalogue.facts.correct(
                    str(row.record), change.field, change.values, archive.person, archive.now()
                )
    editing.index_anew(archive, [str(row.record) for row in changed], fields_only=True)
    return replace(planned, written=True)


def _read(file: Path, jobs: int) -> list[list[str]]:
    if not file.is_file():
        raise UsageError(f"There is no file {file}; check the name.")
    kind = media_type(file)
    if kind not in (*_KINDS, PLAIN):
        raise UsageError(f"{file.name} is not a spreadsheet; give an XLSX, XLS, ODS or CSV file.")
    work = partial(_rows_of, CSV if kind == PLAIN else kind)
    (outcome,) = executor.run(work, [file], jobs=jobs, seconds=READING.seconds, megabytes=READING.megabytes)
    if outcome.result is None:
        raise failure_of(outcome.fault)
    return outcome.result


def _rows_of(kind: str, file: Path) -> list[list[str]]:
    """Runs in a worker process."""
    from archive_app.readers.sheet import rows

    return rows(file, kind)


def _names(resources: Path) -> dict[str, str]:
    """What columns may be called, folded, with the key or field each is for."""
    kept = tomllib.loads((resources / "description_columns.toml").read_text(encoding="utf-8"))
    named = {_folded(name): name for name in (*FIELDS, *KEYS)}
    for column, names in (*kept["field"].items(), *kept["record"].items()):
        named |= {_folded(name): column for name in names}
    return named


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.casefold().replace("_", " "))
    return " ".join("".join(sign for sign in plain if not unicodedata.combining(sign)).split())


def _columns(headings: Sequence[str], mapping: Mapping[str, str], names: Mapping[str, str]) -> list[str | None]:
    given = {_folded(heading): column for heading, column in mapping.items()}
    known = {_folded(heading) for heading in headings}
    for heading, column in mapping.items():
        if _folded(heading) not in known:
            raise UsageError(f"There is no column “{heading}”; the columns are {', '.join(filter(None, headings))}.")
        if column and column not in (*FIELDS, *KEYS):
            raise UsageError(f"There is no field “{column}”; the fields are {', '.join(sorted(FIELDS))}.")
    columns = [given.get(_folded(heading), names.get(_folded(heading))) or None for heading in headings]
    twice = {column for column in columns if column and columns.count(column) > 1}
    if twice:
        raise UsageError(f"Two columns are for {', '.join(sorted(twice))}; map one of them to nothing.")
    return columns


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


def _rows(
    archive: Archive, rows: Sequence[Sequence[str]], at: int, columns: Sequence[str | None], finder: _Finder
) -> Iterator[Row]:
    seen: dict[str, int] = {}
    for number, row in enumerate(rows[at + 1 :], at + 2):
        cells = {column: cell for column, cell in zip(columns, row, strict=False) if column and cell}
        if not any(row):
            continue
        record = None
        try:
            record = finder.record(cells)
            if record in seen:
                raise UsageError(f"Row {seen[record]} is about {record} already.")
            seen[record] = number
            yield Row(number, record, tuple(_changes(archive, record, cells)))
        except ConvenioError as problem:
            yield Row(number, record, problem=str(problem))


def _changes(archive: Archive, record: str, cells: Mapping[str, str]) -> Iterator[Change]:
    description = records.described(archive, record).description
    for name, text in cells.items():
        if name in FIELDS:
            values = describing.parse_values(name, text, archive.authorities)
            before, after = _told(_holding(description, name)), _told(values)
            if before != after:
                yield Change(name, before, after, values)


def _holding(description: Description, name: str) -> tuple[Value, ...]:
    return tuple(fact.value for fact in description.by_field.get(name, ())) or (None,)


def _told(values: Sequence[Value]) -> str:
    return "; ".join(records.value_text(cast(object, value)) for value in values)
