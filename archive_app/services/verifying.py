"""Checking an archive: every original's fixity, and catalogue and index in step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from archive_app.accession.fixity import sha256_of
from archive_app.domain.record import Event, Record
from archive_app.progress import SILENT, Progress, check
from archive_app.services import index_check
from archive_app.services.archive import Archive
from archive_app.services.index_check import IndexCheck
from archive_app.services.records import original_path


@dataclass(frozen=True)
class Verification:
    """What was found: records whose original is missing (or cannot be opened) or changed, files without a record, and
    records that are in the catalogue or in the index alone. ``index_fault`` says why the index cannot be read;
    ``index`` is all that was found in comparing it with the catalogue.
    """

    checked: int
    missing: tuple[str, ...]
    changed: tuple[str, ...]
    orphans: tuple[str, ...]
    not_in_index: tuple[str, ...]
    only_in_index: tuple[str, ...]
    index_fault: str | None = None
    index: IndexCheck | None = None

    @property
    def sound(self) -> bool:
        in_step = self.index is None or self.index.sound
        named = (self.missing, self.changed, self.orphans, self.not_in_index, self.only_in_index)
        return not any(named) and self.index_fault is None and in_step

    def as_json(self) -> dict[str, Any]:
        """The shape of ``verify --json``."""
        return {
            "checked": self.checked, "sound": self.sound, "missing": list(self.missing),
            "changed": list(self.changed), "orphans": list(self.orphans),
            "not_in_index": list(self.not_in_index), "only_in_index": list(self.only_in_index),
            "index_fault": self.index_fault, "index": self.index.as_json() if self.index else None,
        }  # fmt: skip


def verify(archive: Archive, progress: Progress = SILENT) -> Verification:
    """Hashes every original anew. The check is noted in the history where the archive may be written to."""
    held = archive.catalogue.records.all()
    progress.stage("checking", len(held))
    states: dict[str, list[str]] = {"missing": [], "changed": []}
    for record in held:
        check(progress)
        state = _state(archive, record)
        if state:
            states[state].append(record.id)
        progress.advance(record.filename)
    stored = {record.original for record in held if not record.linked}
    index = index_check.compare(archive, progress)
    result = Verification(
        len(held), tuple(states["missing"]), tuple(states["changed"]), tuple(archive.originals.orphans(stored)),
        index.missing, index.left_over, index.fault, index,
    )  # fmt: skip
    if archive.writable:
        _note(archive, result)
    return result


def _state(archive: Archive, record: Record) -> str | None:
    try:
        return None if sha256_of(original_path(archive, record)) == record.sha256 else "changed"
    except OSError:
        return "missing"


def _note(archive: Archive, result: Verification) -> None:
    outcome = f"{result.checked} checked, {len(result.missing)} missing, {len(result.changed)} changed"
    archive.catalogue.history.add(Event(archive.now(), "Convenio", "fixity check", after=outcome))
