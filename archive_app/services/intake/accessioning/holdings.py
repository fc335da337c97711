"""What the archive holds: new records, written so that nothing is lost at any point, and files that are met again."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from archive_app.domain.paper import Paper
from archive_app.domain.record import Event, Record
from archive_app.services.archive import Archive
from archive_app.services.intake.accessioning.arrivals import Candidate, Source
from archive_app.services.intake.accessioning.intake import Intake
from archive_app.services.records import original_path


class Holdings:
    """Writes what a batch brings, and tells the intake of it."""

    def __init__(self, archive: Archive, intake: Intake) -> None:
        self._archive, self._intake = archive, intake

    def add(self, candidate: Candidate, paper: Paper, holds_others: bool) -> Record:
        """A record for what was read. Its original arrived before, and settles once the record is written."""
        edited = self._linked.get(candidate.stored) if candidate.linked else None
        # What arrived before this lies on the archive's own disk, so that a record never lacks its original.
        self._archive.originals.require_there()
        with self._archive.catalogue.writing():
            record = self._archive.catalogue.records.add(
                sha256=candidate.sha256, media_type=paper.media_type, size=candidate.size,
                filename=candidate.filename, original=candidate.stored, linked=candidate.linked,
                place=candidate.place, added_at=self._archive.now(), parent=candidate.parent, pages=paper.pages,
                metadata=paper.metadata, holds_others=holds_others,
            )  # fmt: skip
            if edited:
                self._tell(edited, "linked file edited", record.id)
        if edited:
            self._intake.edited.append((candidate.place, edited))
        if not candidate.linked:
            self._archive.originals.settle(record.original)
        self._intake.added += 1
        self._intake.records.append(record.id)
        return record

    def met_again(self, one: Source | Candidate, known: Record) -> None:
        """The bytes of a record at a place, perhaps a new one; they heal an archive that lost its own copy."""
        catalogue = self._archive.catalogue
        if catalogue.trash.holds(known.id):
            self._intake.skip(one.place, f"It lies in the trash as {known.id}; restore it from there.")
            return
        self._intake.duplicates += 1
        if one.place not in known.places and one.place not in self._places(known.id):
            catalogue.records.add_place(known.id, one.place)
            self._intake.copies.append((one.place, known.id))
        if isinstance(one, Source) and one.member is None:
            self._heal(one.path, one.place, known)

    def reopened(self, record: Record) -> Candidate:
        """A record as one that is to be read once more, for what is attached to it."""
        path = original_path(self._archive, record)
        return Candidate(
            record.places[0] if record.places else record.filename, record.filename, record.sha256, record.original,
            record.linked, path, record.size, kept=True, known=record.id, depth=self._depth(record),
        )  # fmt: skip

    def discard(self, candidate: Candidate) -> None:
        """What comes to no record is not kept either: nothing in the store is without one."""
        if not candidate.linked and candidate.known is None:
            self._archive.originals.discard(candidate.stored)

    def _heal(self, path: Path, place: str, known: Record) -> None:
        """Puts back an original that is gone or cut short, or finds a linked file at the place it was moved to."""
        held = original_path(self._archive, known)
        if held.is_file() and (known.linked or held.stat().st_size == known.size):
            return
        if known.linked:
            self._archive.catalogue.records.move(known.id, str(path.resolve()))
            self._tell(known.id, "linked file moved", str(path.resolve()), known.original)
            self._intake.moved.append((place, known.id))
        else:
            self._archive.originals.keep(path, known.sha256)
            self._tell(known.id, "original put back", place)

    @cached_property
    def _linked(self) -> dict[str, str]:
        """Records by the paths of their linked files."""
        return {record.original: record.id for record in self._archive.catalogue.records.linked()}

    def _places(self, id: str) -> tuple[str, ...]:
        record = self._archive.catalogue.records.get(id)
        return record.places if record else ()

    def _depth(self, record: Record) -> int:
        depth, above = 0, record.parent
        while above is not None:
            depth += 1
            parent = self._archive.catalogue.records.get(above)
            above = parent.parent if parent else None
        return depth

    def _tell(self, id: str, type: str, after: str, before: str | None = None) -> None:
        self._archive.catalogue.history.add(
            Event(self._archive.now(), "Convenio", type, id, before=before, after=after)
        )
