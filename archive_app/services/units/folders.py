"""Units of description from the folders in which files were found, where their keeper had put them in an order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import takewhile
from pathlib import PurePath

from archive_app.domain.arrangement import Level, Unit
from archive_app.domain.record import Record
from archive_app.errors import UsageError
from archive_app.services import records
from archive_app.services.archive import Archive
from archive_app.services.names import tidy
from archive_app.services.units import arranging

#: A folder is a series, one in it a file; what lies deeper belongs to that file.
DEPTH = 2
Folder = tuple[str, ...]


def part(archive: Archive) -> bool:
    """Whether any two records were found in folders of their own."""
    return any(_of_all(archive).values())


def start(archive: Archive) -> Unit:
    """Makes a fonds, a series for each folder that holds files, and a file for each folder in it.

    Attachments stand with what they were attached to; files beside the folders stay where nobody placed them. Raises
    UsageError where there are units already, and where no two folders part the records.
    """
    archive.require_writable()
    arranging.require_bare(archive)
    folders = _of_all(archive)
    if not any(folders.values()):
        raise UsageError(
            "The records were not found in folders that part them; start from their kinds.", key="no_folders"
        )
    first = archive.catalogue.units.next_id()
    units: dict[Folder, Unit] = {(): Unit(first, None, Level.FONDS, "F1", archive.title)}
    for folder in sorted({one[:depth] for one in folders.values() for depth in range(1, len(one) + 1)}):
        units[folder] = _unit(first + len(units), folder, units)
    placed: Mapping[str, int | None] = {id: units[folder].id for id, folder in folders.items() if folder}
    arranging.write(archive, {unit.id: unit for unit in units.values()}, placed)
    return units[()]


def _of_all(archive: Archive) -> dict[str, Folder]:
    return _folders([one.record for one in records.all_described(archive.base)])


def _unit(id: int, folder: Folder, units: Mapping[Folder, Unit]) -> Unit:
    above = units[folder[:-1]]
    at = sum(unit.parent == above.id for unit in units.values())
    level = Level.SERIES if len(folder) == 1 else Level.FILE
    return Unit(id, above.id, level, f"{at + 1:02}", tidy(folder[-1]) or f"{at + 1:02}", at)


def _folders(found: Iterable[Record]) -> dict[str, Folder]:
    """The folders each record lies in below the one that all have in common, at most DEPTH."""
    by_id = {record.id: record for record in found}
    ways = {id: PurePath(record.places[0].replace("\\", "/")).parent.parts for id, record in by_id.items()
            if record.places and record.parent not in by_id}  # fmt: skip
    # At each depth the names that there are: one alone is common to all.
    shared = len(list(takewhile(lambda names: len(set(names)) == 1, zip(*ways.values(), strict=False))))
    own = {id: parts[shared : shared + DEPTH] for id, parts in ways.items()}
    return {id: own.get(_outermost(id, by_id), ()) for id in by_id}


def _outermost(id: str, by_id: Mapping[str, Record]) -> str:
    """What a record was attached to in the end; the record itself where to nothing."""
    parent = by_id[id].parent
    return _outermost(parent, by_id) if parent is not None and parent in by_id else id
