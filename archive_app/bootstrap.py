"""The one place that wires the parts of an archive together."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from archive_app import paths, settings
from archive_app.accession.originals import OriginalsStore
from archive_app.catalogue import FILENAME, Catalogue
from archive_app.catalogue.writer_lock import WriterLock
from archive_app.errors import ArchiveError, ArchiveInUse, ArchiveOutdated, ArchiveUnwritable, ConvenioError
from archive_app.index import Index, IndexUnusable
from archive_app.progress import SILENT, Progress
from archive_app.services import recovering
from archive_app.services.archive import Archive
from archive_app.services.environment import told
from archive_app.services.index_upkeep import index_stamp, indexing, rebuilding, renamings
from archive_app.services.names import tidy
from archive_app.services.preservation import backups

INDEX = "index"


def is_archive(root: Path) -> bool:
    """Whether a folder is an archive."""
    return (root / FILENAME).is_file()


def create(root: Path, title: str | None = None) -> None:
    """An empty archive in a new or empty folder. Raises ArchiveError where there is something already."""
    try:
        if is_archive(root):
            raise ArchiveError(f"{root} is an archive already; open it, or choose another folder for a new one.")
        if root.exists() and (not root.is_dir() or any(root.iterdir())):
            raise ArchiveError(f"{root} holds other things; choose an empty or a new folder for the archive.")
        root.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise ArchiveError(f"The folder {root} cannot be made ({fault.strerror}); choose another place.") from None
    try:
        with told(root):
            Index.create(root / INDEX).close()
            with Catalogue.create(root / FILENAME) as catalogue:
                catalogue.settings.set("title", tidy(title or "") or root.name)
                catalogue.settings.set("created", datetime.now(UTC).isoformat(timespec="seconds"))
    except ConvenioError:
        # A half made one would stand in the way of the next try.
        shutil.rmtree(root, ignore_errors=True)
        raise


@contextmanager
def opened(root: Path, *, writable: bool = False, progress: Progress = SILENT) -> Iterator[Archive]:
    """An archive, closed again at the end.

    Raises ArchiveError where the folder is missing or no archive, ArchiveInUse where another program writes to it and
    ``writable`` is asked for. ``progress`` is told where the search index has to be made anew first.
    """
    archive, lock = open_archive(root, writable=writable, progress=progress)
    try:
        yield archive
    finally:
        close(archive, lock)


def open_archive(
    root: Path, *, writable: bool = False, background: bool = False, progress: Progress = SILENT
) -> tuple[Archive, WriterLock | None]:
    """The same without closing: the window keeps an archive open. Hand both to ``close``.

    With ``background``, an index that has to be made anew is so while the archive is in use already.
    """
    _require_archive(root)
    if not writable:
        with told(root):
            return _opened_to_read(root, background, progress), None
    lock = WriterLock(root)
    lock.acquire()
    try:
        with told(root), ExitStack() as undo:
            archive = _assemble(root, True, background, progress)
            undo.callback(archive.catalogue.close)
            recovering.recover(archive)
            backups.back_up_if_due(archive)
            undo.pop_all()
        return archive, lock
    except BaseException:
        lock.release()
        raise


def _require_archive(root: Path) -> None:
    try:
        there = is_archive(root)
    except OSError as fault:
        raise ArchiveError(f"{root} cannot be opened ({fault.strerror}); see who may read there.") from None
    if not there:
        raise _no_archive(root)


def _no_archive(root: Path) -> ArchiveError:
    """What is amiss with the place. Where a disk was taken out, nothing is there, or the empty folder it stood in."""
    if not root.exists():
        return ArchiveError(f"{root} does not exist; check the path and that its disk is connected, or make a new "
                            "archive with “new”.")  # fmt: skip
    if root.is_dir() and not any(root.iterdir()):
        return ArchiveError(f"{root} is an empty folder; check that the disk of the archive is connected, or make a "
                            "new one with “new”.")  # fmt: skip
    return ArchiveError(f"{root} is not a Convenio archive; name the folder of one, or make one with “new”.")


def _opened_to_read(root: Path, background: bool, progress: Progress) -> Archive:
    """What a writer that was broken off did not get into the index is brought in first, unless another writes now."""
    try:
        archive = _assemble(root, False, background, progress)
    except ArchiveOutdated:
        _bring_up(root, progress)
        archive = _assemble(root, False, background, progress)
    left = archive.catalogue.records.to_index() or archive.index.rebuilding or archive.originals.unsettled
    if archive.rebuild is None and (left or not renamings.known(archive)):
        with suppress(ArchiveInUse, ArchiveError), opened(root, writable=True, progress=progress):
            pass
    return archive


def _bring_up(root: Path, progress: Progress) -> None:
    """Nobody should have to open an archive to write who only wants to look. Does nothing where nothing is written."""
    with suppress(ArchiveUnwritable), opened(root, writable=True, progress=progress):
        pass


def open_as_able(
    root: Path, *, background: bool = False, progress: Progress = SILENT
) -> tuple[Archive, WriterLock | None]:
    """For writing where that can be and nobody else writes, else for reading only; ``archive.writable`` tells which."""
    try:
        return open_archive(root, writable=True, background=background, progress=progress)
    except (ArchiveInUse, ArchiveError):
        # What keeps it from being read as well is told once more.
        return open_archive(root, background=background, progress=progress)


def close(archive: Archive, lock: WriterLock | None) -> None:
    if archive.rebuild:
        archive.rebuild.stop()
    archive.index.close()
    archive.catalogue.close()
    if lock:
        lock.release()


def _assemble(root: Path, writable: bool, background: bool, progress: Progress) -> Archive:
    catalogue = Catalogue.open(root / FILENAME, writable=writable)
    try:
        return _wired(root, catalogue, writable, background, progress)
    except BaseException:
        # Else what it keeps beside its file stays, and hinders who wants to read alone.
        catalogue.close()
        raise


def _wired(root: Path, catalogue: Catalogue, writable: bool, background: bool, progress: Progress) -> Archive:
    index, reason = _index(root / INDEX, catalogue.pages.text_of)
    archive = Archive(
        root=root,
        catalogue=catalogue,
        index=index,
        originals=OriginalsStore(root),
        resources=paths.resources(),
        clock=lambda: datetime.now(UTC),
        person=settings.person(),
        writable=writable,
    )
    reason = reason or _unfit(archive)
    if reason and background:
        rebuilding.begin(archive, reason)
    elif reason:
        indexing.reindex(archive, progress, reason)
    elif writable:
        indexing.catch_up(archive)
        renamings.catch_up(archive, progress)
    return archive


def _index(folder: Path, page_text: Callable[[str, int], str]) -> tuple[Index, str | None]:
    """The index, and why it is to be made anew; one that is missing, damaged or of another version begins empty."""
    try:
        return Index.open(folder, page_text), None
    except IndexUnusable as fault:
        return Index.create(folder, page_text), fault.reason


def _unfit(archive: Archive) -> str | None:
    """Why an index that can be read is to be made anew all the same."""
    if archive.index.rebuilding is None:
        return index_stamp.fault(archive)
    # To one who only reads, it may be that another program is at it now.
    return "it was not finished" if archive.writable else None
