"""Linked files that are not what they were: moved, edited or lost meanwhile; found again, or taken in as they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from archive_app.accession.finding import find_patiently
from archive_app.accession.fixity import sha256_of
from archive_app.domain.record import Event, Record
from archive_app.errors import UsageError
from archive_app.progress import SILENT, Progress, check
from archive_app.services import records
from archive_app.services.archive import Archive
from archive_app.services.intake import accessioning

MOVED, EDITED = "linked file moved", "linked file edited"
State = Literal["edited", "gone"]


@dataclass(frozen=True)
class LinkedFile:
    """A linked file that is not what it was: ``edited``, or ``gone`` from its place.

    ``taken_as`` is the record that the edited file was taken in as, None where it was not yet.
    """

    record: Record
    state: State
    taken_as: str | None = None


def changed(archive: Archive, progress: Progress = SILENT, *, quick: bool = False) -> tuple[LinkedFile, ...]:
    """The linked files that are no longer what was linked; each is read to its end.

    ``quick`` reads only those that were written to since they were taken in: what a disk spoiled is left to ``verify``.
    """
    held = archive.catalogue.records.linked()
    progress.stage("checking linked files", len(held))
    found = []
    for record in held:
        check(progress)
        state = _state_of(record, quick)
        if state:
            found.append(LinkedFile(record, state, _taken_as(archive, record) if state == "edited" else None))
        progress.advance(record.filename)
    return tuple(found)


def locate(archive: Archive, id: str, path: Path) -> None:
    """A linked record's file is found here from now on. Raises UsageError for a file that is not the same."""
    record = _linked(archive, id)
    place = path.resolve()
    if not _is_same(place, record):
        raise UsageError(
            f"{path} is not the file that {id} was linked to; choose that file, or add this one as another record.",
            key="not_that_file", operands=(path, id),
        )  # fmt: skip
    _move(archive, record, place)


def locate_in(archive: Archive, folder: Path, progress: Progress = SILENT) -> tuple[str, ...]:
    """Finds the linked files that are gone again somewhere in a folder, by their content; gives the records found."""
    archive.require_writable()
    lost = [one.record for one in changed(archive, quick=True) if one.state == "gone"]
    by_size = {record.size: [other for other in lost if other.size == record.size] for record in lost}
    paths = [one.path for one in find_patiently([folder]) if not one.skipped]
    progress.stage("looking for linked files", len(paths))
    found: list[str] = []
    for path in paths:
        check(progress)
        for record in by_size.get(_size(path), ()):
            if record.id not in found and _is_same(path, record):
                _move(archive, record, path.resolve())
                found.append(record.id)
        progress.advance(path.name)
    return tuple(found)


def accept(archive: Archive, id: str) -> str:
    """Takes the file as it is now in beside what it was; gives its record, which may be one that there is already.

    Raises UsageError where the file cannot be taken in.
    """
    record = _linked(archive, id)
    intake = accessioning.add(archive, [Path(record.original)], link=True, jobs=1, describe=False)
    if intake.records:
        return intake.records[0]
    known = _known(archive, Path(record.original))
    if known is None:
        cause = intake.failures[0].cause if intake.failures else "it is gone"
        raise UsageError(f"{record.original} cannot be taken in ({cause.rstrip('.')}); look at the file.",
                         key="not_accepted", operands=(record.original,))  # fmt: skip
    archive.catalogue.history.add(Event(archive.now(), archive.person, EDITED, id, after=known))
    return known


def _known(archive: Archive, path: Path) -> str | None:
    try:
        held = archive.catalogue.records.by_sha256(sha256_of(path))
    except OSError:
        return None
    return held.id if held else None


def _linked(archive: Archive, id: str) -> Record:
    archive.require_writable()
    record = records.described(archive, id).record
    if not record.linked:
        raise UsageError(f"{id} is kept in the archive itself; only linked files are looked for elsewhere.")
    return record


def _move(archive: Archive, record: Record, place: Path) -> None:
    told = accessioning.linkable(place)
    with archive.catalogue.writing():
        archive.catalogue.records.move(record.id, told)
        event = Event(archive.now(), archive.person, MOVED, record.id, before=record.original, after=told)
        archive.catalogue.history.add(event)


def _state_of(record: Record, quick: bool) -> State | None:
    path = Path(record.original)
    try:
        told = path.stat()
        if told.st_size != record.size:
            return "edited"
        if quick and told.st_mtime <= datetime.fromisoformat(record.added_at).timestamp():
            return None
        return None if sha256_of(path) == record.sha256 else "edited"
    except OSError:
        return "gone"


def _is_same(path: Path, record: Record) -> bool:
    try:
        return path.stat().st_size == record.size and sha256_of(path) == record.sha256
    except OSError:
        return False


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return -1


def _taken_as(archive: Archive, record: Record) -> str | None:
    """The last record that the edited file came in as, where it is there still."""
    events: Iterator[Event] = reversed(archive.catalogue.history.of(record.id))
    taken: Sequence[str] = [event.after for event in events if event.type == EDITED and event.after]
    return next((id for id in taken if archive.catalogue.records.get(id)), None)


def linked_json(one: LinkedFile) -> dict[str, Any]:
    """One of ``linked`` in ``watch --json``."""
    return {"record": one.record.id, "file": one.record.original, "state": one.state, "taken_as": one.taken_as}
