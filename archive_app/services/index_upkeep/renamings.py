"""Bringing the index after an authority file that is another than it was when the index was written.

The program comes with the names of bodies. A later one knows more of them, and papers are to be found by these too.
"""

from __future__ import annotations

from hashlib import blake2b

from archive_app.progress import SILENT, Progress
from archive_app.services.archive import Archive
from archive_app.services.index_upkeep import digests, indexing

_SETTING = "index authorities"


def known(archive: Archive) -> bool:
    """Whether the index speaks of bodies as the program's authority file does."""
    return archive.catalogue.settings.get(_SETTING) == _fingerprint(archive)


def catch_up(archive: Archive, progress: Progress = SILENT) -> None:
    """Writes those records to the index anew whose bodies are called otherwise by now. Their pages are not read."""
    if known(archive):
        return
    held = archive.index.digests()
    stale = [
        made.record
        for made in indexing.entries_of(archive, list(held), with_pages=False)
        if digests.fields_half(held[made.record]) != digests.of_fields(made)
    ]
    archive.catalogue.records.mark_to_index(stale)
    indexing.refresh_fields(archive, stale, progress)
    archive.catalogue.settings.set(_SETTING, _fingerprint(archive))


def _fingerprint(archive: Archive) -> str:
    return blake2b((archive.resources / "authorities.json").read_bytes(), digest_size=8).hexdigest()
