"""What the disk under an archive does to the work on it, told in a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from archive_app.accession.faults import archive_fault


@contextmanager
def told(root: Path) -> Iterator[None]:
    """Around what writes to the archive in ``root``: raises ArchiveError in place of the system's own errors."""
    try:
        yield
    except OSError as error:
        raise archive_fault(root, error) from error
