"""Copies of an archive by which it can be put back: of its catalogue alone, or with its originals on another disk.

In the archive's own folder only the catalogue is copied, since the originals lie beside it on the same disk. Elsewhere
they are copied too, each once for all backups, as they never change.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from archive_app.accession.finding import real
from archive_app.accession.originals import OriginalsStore
from archive_app.catalogue import FILENAME, Catalogue, WriterLock
from archive_app.catalogue.backup import copy_catalogue
from archive_app.domain.record import Event, Record
from archive_app.errors import ArchiveError, ConvenioError, UsageError
from archive_app.progress import SILENT, Progress, check
from archive_app.services.archive import Archive
from archive_app.services.environment import told

FOLDER = "backups"
_NAME = re.compile(r"catalogue-(\d{8}T\d{6})Z(?:-(\d+))?\.sqlite\Z")
_STAMP = "%Y%m%dT%H%M%S"
_DAYS, _KEEP, _TO = "backup.days", "backup.keep", "backup.folder"


@dataclass(frozen=True)
class Schedule:
    """A backup is made at opening where the last is older than so many ``days`` (0 for never); ``keep`` are kept.

    ``folder`` is where they go; None for the archive's own.
    """

    days: int = 7
    keep: int = 5
    folder: Path | None = None


@dataclass(frozen=True)
class Backup:
    """One copy. ``at`` is ISO 8601 in UTC, ``size`` bytes of its catalogue; ``whole`` has the originals beside it."""

    path: Path
    at: str
    size: int
    whole: bool

    @property
    def name(self) -> str:
        return self.path.stem.removeprefix("catalogue-")


def schedule(archive: Archive) -> Schedule:
    """When backups are made, how many are kept, and where."""
    kept = archive.catalogue.settings.get
    folder = kept(_TO)
    return Schedule(int(kept(_DAYS, "7") or 7), int(kept(_KEEP, "5") or 5), Path(folder) if folder else None)


def set_schedule(archive: Archive, wanted: Schedule) -> None:
    """Keeps another schedule. Raises UsageError where none would be kept, or for a place in the archive itself.

    The folder is made where it is not there. Raises ConvenioError where it cannot be.
    """
    archive.require_writable()
    if wanted.keep < 1 or wanted.days < 0:
        raise UsageError("At least one backup is kept, made after 0 days (never) or more; give other numbers.")
    if wanted.folder and real(wanted.folder).is_relative_to(archive.root.resolve()):
        raise UsageError(
            f"{wanted.folder} lies in the archive itself; choose a folder elsewhere, best on another disk."
        )
    if wanted.folder:
        with _told_of(wanted.folder):
            wanted.folder.mkdir(parents=True, exist_ok=True)
    settings = archive.catalogue.settings
    with archive.catalogue.writing():
        settings.set(_DAYS, str(wanted.days))
        settings.set(_KEEP, str(wanted.keep))
        settings.set(_TO, str(real(wanted.folder)) if wanted.folder else "")


@contextmanager
def _told_of(folder: Path) -> Iterator[None]:
    """Around what writes to a folder of backups: raises ConvenioError in place of the system's own errors.

    It is not made again with the folders around it, which would be on this disk where the right one was taken out.
    """
    try:
        yield
    except OSError as fault:
        raise ConvenioError(f"No backup can be written to {folder} ({fault.strerror}); connect its disk, make room on "
                            "it, or choose another folder.") from None  # fmt: skip


def back_up(archive: Archive, progress: Progress = SILENT) -> Backup:
    """Makes a backup now, and takes the oldest away beyond those that are kept.

    Raises ConvenioError where it cannot be written, or where an original to be copied is not what it was.
    """
    planned = schedule(archive)
    folder = _folder(archive.root, planned)
    with _told_of(folder):
        folder.mkdir(exist_ok=True)
        if planned.folder:
            _copy_originals(archive, folder, progress)
        path = _free(folder, archive.clock())
        copy_catalogue(archive.root / FILENAME, path)
        for old in listing(archive)[planned.keep :]:
            old.path.unlink()
    if archive.writable:
        event = Event(archive.now(), "Convenio", "backup", after=str(path), outcome="pass")
        archive.catalogue.history.add(event)
    return _backup(path)


def back_up_if_due(archive: Archive) -> Backup | None:
    """A backup where the last is too old and there is anything to lose; None where none is due.

    One that cannot be made is told in the history, and does not keep the archive from being opened.
    """
    planned = schedule(archive)
    if not planned.days or not archive.writable or not archive.catalogue.records.count():
        return None
    last = next(iter(listing(archive)), None)
    if last and archive.clock() - datetime.fromisoformat(last.at) < timedelta(days=planned.days):
        return None
    try:
        return back_up(archive)
    except ConvenioError as fault:
        archive.catalogue.history.add(Event(archive.now(), "Convenio", "backup", after=str(fault), outcome="fail"))
        return None


def listing(archive: Archive) -> list[Backup]:
    """The backups there are, the last one first."""
    return list(_in(_folder(archive.root, schedule(archive))))


def restore(backup: Path, into: Path, originals: Path | None = None, progress: Progress = SILENT) -> int:
    """Makes an archive in a new or empty folder out of a backup; gives how many records it has.

    ``originals`` is the archive whose originals to copy, where the backup has none beside it. Its index is made anew
    when it is opened. Raises ArchiveError where the backup is damaged, ConvenioError for an original that is not what
    it was; what is missing is named by ``verify``.
    """
    if into.exists() and (not into.is_dir() or any(into.iterdir())):
        raise ArchiveError(f"{into} holds other things; choose an empty or a new folder to put the backup into.")
    source = OriginalsStore(originals or backup.parent)
    with told(into):
        into.mkdir(parents=True, exist_ok=True)
        copy_catalogue(backup, into / FILENAME)
        with Catalogue.open(into / FILENAME, writable=True) as catalogue:
            faults = catalogue.faults()
            if faults:
                raise ArchiveError(f"The backup {backup} is damaged ({faults[0]}); take an earlier one.")
            held = catalogue.records.all(with_trash=True)
            _copy(held, source, OriginalsStore(into), progress)
    return len(held)


def put_back(root: Path, backup: Path, now: datetime) -> Path:
    """Puts a backup's catalogue in the place of an archive's own, which is kept as a further backup; gives its path.

    The archive must not be open. Raises ArchiveInUse where it is, ArchiveError where the backup is damaged.
    """
    with WriterLock(root), told(root):
        folder = root / FOLDER
        folder.mkdir(exist_ok=True)
        kept = _free(folder, now)
        fresh = root / f"{FILENAME}.restored"
        copy_catalogue(backup, fresh)
        try:
            copy_catalogue(root / FILENAME, kept)
        except ConvenioError:
            # What is put back is put back because the other is damaged: it is kept as it is.
            shutil.copyfile(root / FILENAME, kept)
        for end in ("-wal", "-shm"):
            (root / f"{FILENAME}{end}").unlink(missing_ok=True)
        fresh.replace(root / FILENAME)
        # It speaks of a later state; it is made anew when the archive is opened.
        shutil.rmtree(root / "index", ignore_errors=True)
    return kept


def find(archive: Archive, name: str) -> Backup:
    """The backup of that name, as listed. Raises UsageError where there is none."""
    named = next((one for one in listing(archive) if one.name == name), None)
    if named is None:
        raise UsageError(f"There is no backup {name}; “backup --list” shows those there are.")
    return named


def _folder(root: Path, planned: Schedule) -> Path:
    return planned.folder / root.resolve().name if planned.folder else root / FOLDER


def _in(folder: Path) -> Iterator[Backup]:
    named = [(_NAME.match(path.name), path) for path in folder.glob("catalogue-*.sqlite")]
    ordered = sorted((match[1], int(match[2] or 1), path) for match, path in named if match)
    yield from (_backup(path) for _, _, path in reversed(ordered))


def _backup(path: Path) -> Backup:
    match = _NAME.match(path.name)
    assert match is not None
    at = datetime.strptime(match[1] + "+0000", _STAMP + "%z")
    return Backup(path, at.isoformat(), path.stat().st_size, (path.parent / "originals").is_dir())


def _free(folder: Path, now: datetime) -> Path:
    """A path for a copy made now; two within a second have a number behind."""
    stem = f"catalogue-{now.strftime(_STAMP)}Z"
    path, number = folder / f"{stem}.sqlite", 1
    while path.exists():
        number += 1
        path = folder / f"{stem}-{number}.sqlite"
    return path


def _copy_originals(archive: Archive, folder: Path, progress: Progress) -> None:
    _copy(archive.catalogue.records.all(with_trash=True), archive.originals, OriginalsStore(folder), progress)


def _copy(held: list[Record], source: OriginalsStore, target: OriginalsStore, progress: Progress) -> None:
    """Those originals that are not there yet; what is missing at the source stays missing."""
    stored = [record for record in held if not record.linked]
    progress.stage("copying originals", len(stored))
    for record in stored:
        check(progress)
        there, here = target.path(record.original), source.path(record.original)
        if here.exists() and not (there.exists() and there.stat().st_size == record.size):
            target.keep(here, record.sha256)
        progress.advance(record.filename)


def backup_json(one: Backup) -> dict[str, Any]:
    """One of ``backups`` in ``backup --json``."""
    return {"name": one.name, "file": str(one.path), "at": one.at, "size": one.size, "originals": one.whole}
