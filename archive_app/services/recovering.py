"""Ending what a program left half done that was cut off, before anything else is done with an archive."""

from __future__ import annotations

from archive_app.services.archive import Archive


def recover(archive: Archive) -> None:
    """Brings every original that arrived to its place, and takes away what came to no record. For the writer alone."""

    def place_of(fingerprint: str) -> str | None:
        record = archive.catalogue.records.by_sha256(fingerprint)
        return record.original if record and not record.linked else None

    archive.originals.recover(place_of)
