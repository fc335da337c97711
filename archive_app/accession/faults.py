"""Faults of the disk under an archive, as sentences."""

from __future__ import annotations

import errno
from pathlib import Path

from archive_app.errors import ArchiveError

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def archive_fault(root: Path, error: OSError) -> ArchiveError:
    """Why the archive in ``root`` takes nothing more."""
    if not root.is_dir():
        return ArchiveError(f"The archive {root} is not there any more; connect its disk and do the same again.")
    if error.errno in _FULL:
        return ArchiveError(f"The disk that holds {root} is full; make room on it and do the same again.")
    return ArchiveError(f"The archive {root} cannot be written to ({error.strerror}); see who may write there.")


def is_of_archive(root: Path, error: OSError, source: str) -> bool:
    """Whether an error while ``source`` is copied in is the archive's, and not that of the file."""
    own = error.filename is not None and str(error.filename) != source
    return own or not root.is_dir() or error.errno in (*_FULL, errno.EROFS)
