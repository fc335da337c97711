"""Catalogue and index held against each other: how many, which, and whether both say the same of each record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from archive_app.index import IndexUnusable
from archive_app.progress import SILENT, Progress, check
from archive_app.services.archive import Archive
from archive_app.services.index_upkeep import indexing

REMEDY = "Make the index anew with reindex; the catalogue and the originals are not touched by it."


@dataclass(frozen=True)
class IndexCheck:
    """``catalogued`` and ``indexed`` are numbers of records; ``missing`` are in the catalogue alone, ``left_over`` in
    the index alone, ``differing`` in both with other content. ``waiting`` are yet to be written to the index, which is
    no fault. ``fault`` says why the index cannot be read.
    """

    catalogued: int
    indexed: int
    missing: tuple[str, ...] = ()
    left_over: tuple[str, ...] = ()
    differing: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()
    fault: str | None = None

    @property
    def sound(self) -> bool:
        return self.fault is None and not (self.missing or self.left_over or self.differing)

    @property
    def remedy(self) -> str | None:
        return None if self.sound else REMEDY

    def as_json(self) -> dict[str, Any]:
        """What ``verify --json`` tells under ``index``."""
        return {
            "catalogued": self.catalogued, "indexed": self.indexed, "missing": list(self.missing),
            "left_over": list(self.left_over), "differing": list(self.differing), "waiting": list(self.waiting),
            "fault": self.fault, "remedy": self.remedy,
        }  # fmt: skip


def compare(archive: Archive, progress: Progress = SILENT) -> IndexCheck:
    """Reads every byte of the index, and all texts and descriptions of the catalogue."""
    ids = [record.id for record in archive.catalogue.records.all()]
    try:
        archive.index.verify()
        held = archive.index.digests()
    except IndexUnusable as fault:
        return IndexCheck(len(ids), 0, fault=str(fault))
    waiting = {id for id, _ in archive.catalogue.records.to_index()}
    progress.stage("comparing catalogue and index", len(ids))
    differing = []
    for made in indexing.entries_of(archive, [id for id in ids if id in held and id not in waiting]):
        check(progress)
        if held[made.record] != made.digest:
            differing.append(made.record)
        progress.advance(made.record)
    known = set(ids)
    return IndexCheck(
        len(ids), len(held), tuple(sorted(known - held.keys() - waiting)),
        tuple(sorted(held.keys() - known - waiting)), tuple(differing), tuple(sorted(waiting)),
    )  # fmt: skip

