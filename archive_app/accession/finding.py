"""From the files and folders a person names to every file that may be taken in."""

from __future__ import annotations

import os
import queue
import stat
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from archive_app.accession.patience import LISTING
from archive_app.errors import ConvenioError, UsageError

_SYSTEM_NAMES = frozenset(
    {
        "thumbs.db",
        "desktop.ini",
        "ehthumbs.db",
        "__macosx",
        "@eadir",
        "$recycle.bin",
        "system volume information",
        "lost+found",
    }
)


@dataclass(frozen=True, slots=True)
class Found:
    """A file, or with ``skipped`` (a sentence) a file or folder that is passed over."""

    path: Path
    skipped: str | None = None


def real(path: Path) -> Path:
    """Where a path leads, by all links. A link that leads round to itself stays as it is."""
    # Path.resolve raises for such a link until Python 3.13.
    return Path(os.path.realpath(path))


def find_files(paths: Iterable[Path], hear: Callable[[], object] = lambda: None) -> Iterator[Found]:
    """Every file in the given files and folders, depth first and in order of name, each once.

    Links inside a folder are not followed: they may lead out of it, or round in a circle. A link that is named
    outright is. What cannot be opened or is no file is passed over with its reason. ``hear`` is called for every
    name that a folder gives. Raises UsageError where a path that was named is not there.
    """
    seen: set[Path] = set()
    for path in paths:
        if not os.path.lexists(path):
            raise UsageError(f"There is no file or folder {path}; check the name.")
        for found in _walk(path, hear):
            place = found.path.absolute()
            if place not in seen:
                seen.add(place)
                yield found


def find_patiently(paths: Iterable[Path], seconds: float = LISTING) -> list[Found]:
    """All of ``find_files``, for folders that may lie on a network or on a disk that fails.

    Raises UsageError as that does, and ConvenioError where a folder gives nothing more for so many ``seconds``.
    """
    told: queue.Queue[Found | Exception | None] = queue.Queue()
    # Who waits for such a folder cannot be woken: the thread is left to itself, and ends with the program.
    heard = _Heard()
    threading.Thread(target=_tell, args=(find_files(paths, heard), told), daemon=True).start()
    found: list[Found] = []
    while True:
        try:
            one = told.get(timeout=max(0.0, seconds - heard.ago))
        except queue.Empty:
            if heard.ago < seconds:
                continue
            after = f" after {found[-1].path}" if found else ""
            raise ConvenioError(
                f"The folder has not answered for {seconds:.0f} seconds{after}; see that its disk or network is there, "
                "then add it again."
            ) from None
        if isinstance(one, Exception):
            raise one
        if one is None:
            return found
        found.append(one)
        heard()


class _Heard:
    """When a folder last said anything, as it is called each time it does."""

    def __init__(self) -> None:
        self._at = time.monotonic()

    def __call__(self) -> None:
        self._at = time.monotonic()

    @property
    def ago(self) -> float:
        return time.monotonic() - self._at


def _tell(found: Iterator[Found], told: queue.Queue[Found | Exception | None]) -> None:
    try:
        for one in found:
            told.put(one)
    except (ConvenioError, OSError) as fault:
        told.put(fault)
    else:
        told.put(None)


def _walk(start: Path, hear: Callable[[], object]) -> Iterator[Found]:
    waiting = [start]
    while waiting:
        path = waiting.pop()
        try:
            mode = (path.stat() if path is start else path.lstat()).st_mode
            reason = _reason_to_skip(path, mode, named=path is start)
            entries = sorted(_heard(path, hear), reverse=True) if stat.S_ISDIR(mode) and not reason else []
        except FileNotFoundError:
            yield Found(path, "It is gone, or a link to nothing.")
            continue
        except OSError as error:
            yield Found(path, f"It cannot be opened ({error.strerror}).")
            continue
        waiting.extend(entries)
        if reason or stat.S_ISREG(mode):
            yield Found(path, reason)


def _heard(folder: Path, hear: Callable[[], object]) -> Iterator[Path]:
    """What a folder holds, each name told as it comes: a slow one that is full is not a silent one."""
    for entry in folder.iterdir():
        hear()
        yield entry


def _reason_to_skip(path: Path, mode: int, named: bool) -> str | None:
    if stat.S_ISLNK(mode):
        return "It is a link; add what it points to instead."
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        return "It is a device or a pipe, not a file."
    if not named and _is_of_the_system(path.name):
        return "It is a hidden file of the system or of another program."
    return None


def _is_of_the_system(name: str) -> bool:
    """Dot files, thumbnails, recycle bins, and the lock files that word processors leave beside a document."""
    return name.startswith((".", "~$")) or name.lower() in _SYSTEM_NAMES
