"""Faults of the disk under an archive, as sentences."""

from __future__ import annotations

import errno
from pathlib import Path

from archive_app.errors import ArchiveError

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)

#: By what a folder is known from another that stands under the same name: its disk and its number there.
Identity = tuple[int, int]


def identity_of(folder: Path) -> Identity | None:
    """What a folder is known by; None where there is none, or none any more.

    Where a disk is taken out, an empty folder under the same name stays behind on many systems.
    """
    try:
        told = folder.stat()
    except OSError:
        return None
    return told.st_dev, told.st_ino


def archive_gone(root: Path) -> ArchiveError:
    return ArchiveError(f"The archive {root} is not there any more; connect its disk and do the same again.")


def archive_fault(root: Path, error: OSError) -> ArchiveError:
    """Why the archive in ``root`` takes nothing more."""
    if _is_gone(root):
        return archive_gone(root)
    if error.errno in _FULL:
        return ArchiveError(f"The disk that holds {root} is full; make room on it and do the same again.")
    return ArchiveError(f"The archive {root} cannot be written to ({error.strerror}); see who may write there.")


def is_of_archive(error: OSError, source: str) -> bool:
    """Whether an error while ``source`` is copied in is the archive's, and not that of the file."""
    own = error.filename is not None and str(error.filename) != source
    return own or error.errno in (*_FULL, errno.EROFS)


def _is_gone(root: Path) -> bool:
    """Whether no folder is there, or only the empty one on which a disk was mounted."""
    try:
        return next(root.iterdir(), None) is None
    except OSError:
        return True
