"""Lists of organisations taken into the authority file: first what would change, then, where a person says so, done."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from archive_app.accession.media_types import media_type
from archive_app.domain.authority import Authority
from archive_app.domain.recognising import plain_name
from archive_app.errors import ConvenioError, UsageError
from archive_app.readers.tables import tables
from archive_app.services.archive import Archive
from archive_app.services.bodies import authorities

NEW, CHANGED, SAME, UNCLEAR = "new", "changed", "same", "unclear"
#: The role of a body of which a list does not tell one.
PLAIN_ROLE = "civil society"


@dataclass(frozen=True)
class PlannedRow:
    """A row of a list: its line, what would be done (new, changed, same, unclear), and to which record.

    ``changes`` are (attribute, before, after); ``reason`` says why it is unclear.
    """

    line: int
    action: str
    name: str
    authority: Authority | None = None
    changes: tuple[tuple[str, str, str], ...] = ()
    reason: str | None = None


@dataclass(frozen=True)
class ImportPlan:
    """What taking a list in would do, row by row. ``ignored`` are columns that no attribute is known for."""

    file: str
    rows: tuple[PlannedRow, ...]
    ignored: tuple[str, ...] = ()

    def count(self, action: str) -> int:
        return sum(row.action == action for row in self.rows)


def plan(archive: Archive, file: Path) -> ImportPlan:
    """What a list (.xlsx, .xls, .ods or .csv with a header) would change. Changes nothing.

    Raises UsageError where the file is not there or has no column of names.
    """
    if not file.is_file():
        raise UsageError(f"There is no file {file}; check the name.")
    found = tables(file, media_type(file), ())
    if not found:
        raise UsageError(f"{file.name} holds no table; give a list with a line of headers.")
    columns, ignored = _columns(archive, found[0].rows[0])
    if "name" not in columns.values():
        raise UsageError(f"{file.name} has no column of names; call one “name” or “nombre”.")
    rows = tuple(_planned(archive, found[0].rows[1:], columns))
    return ImportPlan(file.name, rows, ignored)


def apply(archive: Archive, planned: ImportPlan) -> int:
    """Does what a plan says, but for what is unclear; gives how many records were made or changed."""
    done = [row.authority for row in planned.rows if row.action in (NEW, CHANGED) and row.authority]
    if done:
        authorities.keep_all(archive, [(authority, archive.authorities.get(authority.id)) for authority in done])
    return len(done)


def _columns(archive: Archive, header: Sequence[str]) -> tuple[dict[int, str], tuple[str, ...]]:
    """Which attribute each column holds, and the headers that are none."""
    table = tomllib.loads((archive.resources / "knowledge" / "authority_columns.toml").read_text(encoding="utf-8"))
    meant = {name: attribute for attribute, names in table.items() for name in names}
    columns: dict[int, str] = {}
    for at, cell in enumerate(header):
        attribute = meant.get(plain_name(cell))
        if attribute and attribute not in columns.values():
            columns[at] = attribute
    return columns, tuple(cell for at, cell in enumerate(header) if cell.strip() and at not in columns)


def _planned(archive: Archive, rows: Iterable[Sequence[str]], columns: Mapping[int, str]) -> Iterator[PlannedRow]:
    seen: dict[str, int] = {}
    for line, row in enumerate(rows, 2):
        cells = {attribute: " ".join(row[at].split()) for at, attribute in columns.items() if at < len(row)}
        name = cells.get("name", "")
        if not name:
            if any(cells.values()):
                yield PlannedRow(line, UNCLEAR, name, reason="it has no name")
            continue
        made = _row(archive, line, cells)
        id = made.authority.id if made.authority else ""
        if id and id in seen:
            yield PlannedRow(line, UNCLEAR, name, reason=f"it is the body of line {seen[id]} again")
            continue
        seen[id] = line
        yield made


def _row(archive: Archive, line: int, cells: dict[str, str]) -> PlannedRow:
    name = cells["name"]
    found = archive.authorities.find(cells.get("id") or name) or archive.authorities.find(name)
    if len(found) > 1:
        ids = ", ".join(one.id for one in found[:4])
        return PlannedRow(line, UNCLEAR, name, reason=f"it may be {ids}; add a column id")
    try:
        return _changed(archive, line, cells, found[0]) if found else _new(archive, line, cells)
    except ConvenioError as fault:
        return PlannedRow(line, UNCLEAR, name, reason=str(fault))


def _new(archive: Archive, line: int, cells: dict[str, str]) -> PlannedRow:
    id = cells.get("id") or f"LOCAL-{re.sub(r'[^a-z0-9]+', '-', plain_name(cells['name'])).strip('-')[:60]}"
    authority = Authority(id, cells["name"], cells.get("role") or PLAIN_ROLE)
    for field, value in _values(archive, authority, cells).items():
        authority = replace(authority, **{field: value})
    return PlannedRow(line, NEW, cells["name"], authority)


def _changed(archive: Archive, line: int, cells: dict[str, str], known: Authority) -> PlannedRow:
    """What a list adds to a record: names beside those it has, the rest only where the record has nothing."""
    changes: list[tuple[str, str, str]] = []
    changed = known
    for field, value in _values(archive, known, cells).items():
        held = getattr(known, field)
        if field in authorities.SEVERAL:
            value = (*held, *(one for one in value if one not in held))
        elif held:
            continue
        if value != held:
            changes.append((field, _told(held), _told(value)))
            changed = replace(changed, **{field: value})
    return PlannedRow(line, CHANGED if changes else SAME, known.name, changed, tuple(changes))


def _values(archive: Archive, authority: Authority, cells: Mapping[str, str]) -> dict[str, Any]:
    fields = (field for field in cells if field not in ("id", "name", "role") and cells[field])
    values = {field: authorities.parsed(archive, authority, field, cells[field]) for field in fields}
    if plain_name(cells["name"]) not in {plain_name(name) for name in (*authority.all_names(), *authority.acronyms)}:
        values["names"] = (*values.get("names", ()), cells["name"])
    return values


def _told(value: object) -> str:
    return "; ".join(map(str, value)) if isinstance(value, tuple) else str(value or "")


def plan_json(planned: ImportPlan) -> dict[str, Any]:
    """The shape of ``authorities … import --json``."""
    return {
        "file": planned.file, "ignored": list(planned.ignored),
        "counts": {action: planned.count(action) for action in (NEW, CHANGED, SAME, UNCLEAR)},
        "rows": [
            {"line": row.line, "action": row.action, "name": row.name,
             "authority": row.authority.id if row.authority else None,
             "changes": [{"field": f, "from": b, "to": a} for f, b, a in row.changes], "reason": row.reason}
            for row in planned.rows
        ],
    }  # fmt: skip
