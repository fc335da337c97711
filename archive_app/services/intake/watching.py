"""Folders in which new files are looked for whenever somebody asks: what is new or changed there is taken in."""

from __future__ import annotations

import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from archive_app.accession.finding import find_patiently, real
from archive_app.accession.patience import GLANCE
from archive_app.catalogue.watched import Seen
from archive_app.domain.record import Watched
from archive_app.errors import ConvenioError, UsageError
from archive_app.progress import SILENT, Progress, check
from archive_app.services.archive import Archive
from archive_app.services.intake import accessioning
from archive_app.services.intake.accessioning import Intake
from archive_app.services.intake.accessioning.arrivals import printable

#: A file that was written to within so many seconds may not be whole yet.
SETTLED = 2.0


def watch(archive: Archive, folder: Path, link: bool = False) -> None:
    """Watches a folder from now on. Raises UsageError where it is none, or holds the archive's own files."""
    archive.require_writable()
    place = real(folder)
    if not place.is_dir():
        raise UsageError(f"{folder} is not a folder; name the folder in which papers arrive.",
                         key="no_folder", operands=(folder,))  # fmt: skip
    if place.is_relative_to(archive.root.resolve()):
        raise UsageError(f"{folder} lies in the archive itself; watch a folder elsewhere.",
                         key="folder_of_archive", operands=(folder,))  # fmt: skip
    archive.catalogue.watched.put(accessioning.linkable(place), link, archive.now())


def unwatch(archive: Archive, folder: Path) -> None:
    """Watches a folder no more; what was taken in stays. Raises UsageError where it was not watched."""
    archive.require_writable()
    place = real(folder)
    if not archive.catalogue.watched.remove(str(place)):
        raise UsageError(f"{folder} is not watched; “watch” alone shows the folders that are.")
    seen = archive.catalogue.watched.seen()
    archive.catalogue.watched.forget_files(path for path in seen if Path(path).is_relative_to(place))


def watched(archive: Archive) -> Sequence[Watched]:
    return archive.catalogue.watched.all()


@dataclass(frozen=True)
class Fresh:
    """Files that are new or changed since they were last taken in, in a watched folder (None for linked elsewhere)."""

    folder: str | None
    link: bool
    files: dict[Path, Seen]


@dataclass(frozen=True)
class Look:
    """What a look found. ``missing`` are folders that were there at the look before, and are not now."""

    fresh: tuple[Fresh, ...]
    missing: tuple[str, ...] = ()

    @property
    def files(self) -> int:
        return sum(len(one.files) for one in self.fresh)


class Watcher:
    """Looks into the watched folders of an archive whenever it is asked to. To be asked by one thread at a time.

    Size and time of what was taken in are kept, so that to look once more costs little, at another time too. With
    ``with_linked``, linked files that were edited outside of the folders are taken in beside what they were.
    """

    def __init__(self, archive: Archive, jobs: int = 2, *, with_linked: bool = True, describe: bool = True) -> None:
        self._archive, self._jobs = archive, jobs
        self._with_linked, self._describe = with_linked, describe

    @cached_property
    def _seen(self) -> dict[str, Seen]:
        return self._archive.catalogue.watched.seen()

    def look(self, progress: Progress = SILENT) -> list[Intake]:
        """Takes in what is new or changed since the last look; one intake for each folder that has anything.

        Files that are still being written wait for the next look. Linked files are found again where they were moved
        to, and edited ones are taken in beside what they were.
        """
        return self.take(self.find(progress), progress)

    def find(self, progress: Progress = SILENT) -> Look:
        """What is new or changed now; nothing is opened. A folder that is gone is waited for."""
        fresh, missing = [], []
        met: set[Path] = set()
        for folder in self._archive.catalogue.watched.all():
            check(progress)
            states = self._states_in(folder)
            self._archive.catalogue.watched.looked(folder.folder, self._archive.now(), missing=states is None)
            if states is None:
                missing += [] if folder.missing else [folder.folder]
                continue
            met |= states.keys()
            fresh.append(Fresh(folder.folder, folder.linked, self._new(states)))
        if self._with_linked:
            linked = {Path(record.original) for record in self._archive.catalogue.records.linked()} - met
            fresh.append(Fresh(None, True, self._new(dict(self._states(sorted(linked))))))
        return Look(tuple(one for one in fresh if one.files), tuple(missing))

    def take(self, look: Look, progress: Progress = SILENT) -> list[Intake]:
        """Takes in what a look found."""
        intakes = []
        for fresh in look.fresh:
            intake = accessioning.add(
                self._archive, list(fresh.files), link=fresh.link, jobs=self._jobs, progress=progress,
                describe=self._describe,
            )  # fmt: skip
            intakes.append(intake)
            if intake.cancelled:
                break
            self._keep(fresh, intake)
        return intakes

    def _keep(self, fresh: Fresh, intake: Intake) -> None:
        seen = {printable(str(path)): state for path, state in fresh.files.items()}
        self._archive.catalogue.watched.see(seen)
        self._seen.update(seen)
        if fresh.folder and intake.added:
            self._archive.catalogue.watched.brought(fresh.folder, intake.added, self._archive.now())

    def _new(self, states: dict[Path, Seen]) -> dict[Path, Seen]:
        return {path: state for path, state in states.items() if self._seen.get(printable(str(path))) != state}

    def _states_in(self, folder: Watched) -> dict[Path, Seen] | None:
        """Size and time of each file; None where the folder is not there, or does not answer."""
        try:
            found = find_patiently([Path(folder.folder)], GLANCE)
        except ConvenioError:
            return None
        return dict(self._states([one.path for one in found if not one.skipped]))

    def _states(self, paths: Sequence[Path]) -> Iterator[tuple[Path, Seen]]:
        own, now = self._archive.root.resolve(), self._archive.clock().timestamp()
        for path in paths:
            try:
                told = path.stat()
            except OSError:
                continue  # gone since, or not to be opened now
            settled = now - told.st_mtime > SETTLED
            if settled and stat.S_ISREG(told.st_mode) and not path.is_relative_to(own):
                yield path, (told.st_size, told.st_mtime_ns)


def watched_json(one: Watched) -> dict[str, Any]:
    """One of ``folders`` in ``watch --json``."""
    return {
        "folder": one.folder, "link": one.linked, "since": one.since, "looked_at": one.looked_at,
        "missing": one.missing, "brought": one.brought, "brought_at": one.brought_at,
    }  # fmt: skip
