"""Folders in which new files are looked for, and linked files that were moved, edited or lost meanwhile."""

from __future__ import annotations

import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from archive_app.accession.finding import find_patiently
from archive_app.accession.fixity import sha256_of
from archive_app.domain.record import Record, Watched
from archive_app.errors import UsageError
from archive_app.progress import SILENT, Progress, check
from archive_app.services import accessioning
from archive_app.services.accessioning import Intake
from archive_app.services.archive import Archive

#: A file that was written to within so many seconds may not be whole yet.
SETTLED = 2.0
#: Size and time of a file, in which every change shows.
_State = tuple[int, int]


@dataclass(frozen=True)
class LinkedFile:
    """A linked file that is not what it was: ``edited``, or ``gone`` from its place."""

    record: Record
    state: Literal["edited", "gone"]


def watch(archive: Archive, folder: Path, link: bool = False) -> None:
    """Watches a folder from now on. Raises UsageError where it is none, or holds the archive's own files."""
    archive.require_writable()
    place = folder.resolve()
    if not place.is_dir():
        raise UsageError(f"{folder} is not a folder; name the folder in which papers arrive.")
    if place.is_relative_to(archive.root.resolve()):
        raise UsageError(f"{folder} lies in the archive itself; watch a folder elsewhere.")
    archive.catalogue.watched.put(accessioning.linkable(place), link, archive.now())


def unwatch(archive: Archive, folder: Path) -> None:
    """Watches a folder no more; what was taken in stays. Raises UsageError where it was not watched."""
    archive.require_writable()
    if not archive.catalogue.watched.remove(str(folder.resolve())):
        raise UsageError(f"{folder} is not watched; “watch” alone shows the folders that are.")


def watched(archive: Archive) -> Sequence[Watched]:
    return archive.catalogue.watched.all()


def linked_files(archive: Archive, progress: Progress = SILENT) -> tuple[LinkedFile, ...]:
    """The linked files that are no longer what was linked; each is read to its end."""
    held = archive.catalogue.records.linked()
    progress.stage("checking linked files", len(held))
    found = []
    for record in held:
        check(progress)
        state = _state_of(record)
        if state:
            found.append(LinkedFile(record, state))
        progress.advance(record.filename)
    return tuple(found)


def _state_of(record: Record) -> Literal["edited", "gone"] | None:
    try:
        return None if sha256_of(Path(record.original)) == record.sha256 else "edited"
    except OSError:
        return "gone"


class Watcher:
    """Looks into the watched folders of an archive whenever it is asked to. To be asked by one thread at a time.

    It remembers size and time of what it has seen, so that to look once more costs little.
    """

    def __init__(self, archive: Archive, jobs: int = 2) -> None:
        self._archive, self._jobs = archive, jobs
        self._seen: dict[Path, _State] = {}

    def look(self, progress: Progress = SILENT) -> list[Intake]:
        """Takes in what is new or changed since the last look; one intake for each way of keeping, none for nothing.

        Files that are still being written wait for the next look. Linked files are found again where they were moved
        to, and edited ones are taken in beside what they were.
        """
        intakes = []
        for link in (False, True):
            fresh = self._fresh(link)
            if fresh:
                intakes.append(
                    accessioning.add(self._archive, list(fresh), link=link, jobs=self._jobs, progress=progress)
                )
                if not intakes[-1].cancelled:
                    self._seen |= fresh
        return intakes

    def _fresh(self, link: bool) -> dict[Path, _State]:
        folders = [Path(one.folder) for one in self._archive.catalogue.watched.all() if one.linked is link]
        states = dict(self._states([folder for folder in folders if folder.is_dir()], link))
        return {path: state for path, state in states.items() if self._seen.get(path) != state}

    def _states(self, folders: Sequence[Path], link: bool) -> Iterator[tuple[Path, _State]]:
        own, now = self._archive.root.resolve(), self._archive.clock().timestamp()
        paths = [found.path for found in find_patiently(folders) if not found.skipped]
        if link:
            paths += [Path(record.original) for record in self._archive.catalogue.records.linked()]
        for path in paths:
            try:
                told = path.stat()
            except OSError:
                continue  # gone since, or not to be opened now
            settled = now - told.st_mtime > SETTLED
            if settled and stat.S_ISREG(told.st_mode) and not path.is_relative_to(own):
                yield path, (told.st_size, told.st_mtime_ns)


def linked_json(one: LinkedFile) -> dict[str, Any]:
    """One of ``linked`` in ``watch --json``."""
    return {"record": one.record.id, "file": one.record.original, "state": one.state}


def watched_json(one: Watched) -> dict[str, Any]:
    """One of ``folders`` in ``watch --json``."""
    return {"folder": one.folder, "link": one.linked, "since": one.since}
