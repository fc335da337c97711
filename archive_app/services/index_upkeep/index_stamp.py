"""By what an index is known as this archive's own, and as no older copy of it.

The catalogue keeps a name for itself and counts how often the index was written; a small file in the index says the
same. The file is written first, so that an index that is sound is never behind the catalogue.
"""

from __future__ import annotations

from typing import NamedTuple
from uuid import uuid4

from archive_app.services.archive import Archive

NAME = "stamp"
_SETTING = "index stamp"


class Stamp(NamedTuple):
    """The archive's name for itself, and how often the index was written."""

    archive: str
    writes: int

    @classmethod
    def read(cls, text: str) -> Stamp:
        """Raises ValueError for what is none."""
        archive, writes = text.split()
        return cls(archive, int(writes))

    def __str__(self) -> str:
        return f"{self.archive} {self.writes}"


def fault(archive: Archive) -> str | None:
    """Why the index is not the one that belongs to the catalogue as it is now; None where it is."""
    # The catalogue is read first: who writes meanwhile brings the index forward before the catalogue.
    kept = _kept(archive)
    if kept is None:
        return None
    try:
        found = Stamp.read((archive.index.folder / NAME).read_text(encoding="ascii"))
    except (OSError, ValueError):
        return "it does not say which archive it is of"
    if found.archive != kept.archive:
        return "it is of another archive"
    return "it is an older one" if found.writes < kept.writes else None


def renew(archive: Archive) -> None:
    """Says that the index was written. One who only reads the archive and mends its index says it in the file alone."""
    kept = _kept(archive)
    if archive.writable:
        kept = Stamp(kept.archive, kept.writes + 1) if kept else Stamp(uuid4().hex, 1)
    if kept is None:
        return
    fresh = archive.index.folder / f"{NAME}.new"
    fresh.write_text(str(kept), encoding="ascii")
    fresh.replace(archive.index.folder / NAME)
    if archive.writable:
        archive.catalogue.settings.set(_SETTING, str(kept))


def _kept(archive: Archive) -> Stamp | None:
    text = archive.catalogue.settings.get(_SETTING)
    return Stamp.read(text) if text else None
