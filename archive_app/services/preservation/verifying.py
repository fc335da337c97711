"""Checking an archive: every original's fixity, and catalogue and index in step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from archive_app.progress import SILENT, Progress
from archive_app.services.archive import Archive
from archive_app.services.index_upkeep import index_check
from archive_app.services.index_upkeep.index_check import IndexCheck
from archive_app.services.preservation.fixity import check_originals


@dataclass(frozen=True)
class Verification:
    """What was found: records whose original is missing (or cannot be opened) or changed, files without a record, and
    records that are in the catalogue or in the index alone. ``index_fault`` says why the index cannot be read;
    ``index`` is all that was found in comparing it with the catalogue, ``catalogue_faults`` what is wrong with that.
    """

    checked: int
    missing: tuple[str, ...]
    changed: tuple[str, ...]
    orphans: tuple[str, ...]
    not_in_index: tuple[str, ...]
    only_in_index: tuple[str, ...]
    index_fault: str | None = None
    index: IndexCheck | None = None
    catalogue_faults: tuple[str, ...] = ()

    @property
    def sound(self) -> bool:
        in_step = self.index is None or self.index.sound
        named = (self.missing, self.changed, self.orphans, self.not_in_index, self.only_in_index,
                 self.catalogue_faults)  # fmt: skip
        return not any(named) and self.index_fault is None and in_step

    def as_json(self) -> dict[str, Any]:
        """The shape of ``verify --json``."""
        return {
            "checked": self.checked, "sound": self.sound, "missing": list(self.missing),
            "changed": list(self.changed), "orphans": list(self.orphans),
            "not_in_index": list(self.not_in_index), "only_in_index": list(self.only_in_index),
            "index_fault": self.index_fault, "index": self.index.as_json() if self.index else None,
            "catalogue_faults": list(self.catalogue_faults),
        }  # fmt: skip


def verify(archive: Archive, progress: Progress = SILENT) -> Verification:
    """Hashes every original anew, reads the whole catalogue, and holds the index against it."""
    fixity = check_originals(archive, progress)
    held = archive.catalogue.records.all(with_trash=True)
    stored = {record.original for record in held if not record.linked}
    index = index_check.compare(archive, progress)
    return Verification(
        fixity.checked, fixity.missing, fixity.changed, tuple(archive.originals.orphans(stored)),
        index.missing, index.left_over, index.fault, index, tuple(archive.catalogue.faults()),
    )  # fmt: skip
