"""Taking files in: found, kept, read in worker processes, catalogued, indexed; then described."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from archive_app import executor
from archive_app.accession.finding import find_files
from archive_app.accession.fixity import sha256_of
from archive_app.accession.media_types import media_type
from archive_app.domain.paper import Attachment, Paper
from archive_app.domain.record import Failure, Record
from archive_app.errors import Cancelled, ConvenioError, ReadingError
from archive_app.progress import SILENT, Progress, check
from archive_app.readers import read
from archive_app.services import describing, indexing
from archive_app.services.archive import Archive
from archive_app.services.extracting import failure_of
from archive_app.services.limits import READING

#: The index is committed after so many seconds of reading, so that what was read can be found meanwhile.
COMMIT_EVERY = 4.0
#: Attachments of attachments are followed so far.
DEEPEST = 8
UNKNOWN = "application/octet-stream"
NO_KNOWN_KIND = "it is of no kind that is read here (PDF, DOCX, XLSX, CSV, HTML, text, mail, PNG, JPEG, TIFF)"


@dataclass
class Intake:
    """What came of taking files in. Always found = added + duplicates + skipped + failed; attachments count as found.

    Times are seconds from the start: until the last file could be found by its words, and until all were described.
    """

    found: int = 0
    added: int = 0
    duplicates: int = 0
    skipped: int = 0
    failures: list[Failure] = field(default_factory=list)
    records: list[str] = field(default_factory=list)
    skips: list[tuple[str, str]] = field(default_factory=list)
    searchable_seconds: float = 0.0
    seconds: float = 0.0
    cancelled: bool = False

    def as_json(self) -> dict[str, Any]:
        """The shape of ``add --json``."""
        return {
            "found": self.found, "added": self.added, "duplicates": self.duplicates, "skipped": self.skipped,
            "failed": len(self.failures),
            "failures": [
                {"file": f.file, "stage": f.stage, "cause": f.cause, "remedy": f.remedy} for f in self.failures
            ],
            "searchable_seconds": round(self.searchable_seconds, 2), "seconds": round(self.seconds, 2),
            "records": self.records, "skips": [{"file": file, "reason": reason} for file, reason in self.skips],
            "cancelled": self.cancelled,
        }  # fmt: skip


@dataclass(frozen=True)
class Candidate:
    """A file on its way in: where it was found, where its bytes lie now, and the record it was attached to."""

    place: str
    filename: str
    sha256: str
    stored: str
    linked: bool
    path: Path
    parent: str | None = None
    depth: int = 0


def add(
    archive: Archive, paths: Sequence[Path], *, link: bool = False, jobs: int = 2, progress: Progress = SILENT
) -> Intake:
    """Takes files and folders in. One bad file is a line among the failures, never the end of the batch.

    Cancelling keeps what was finished; the rest is counted as skipped. Raises UsageError for a path that is not there,
    ArchiveInUse where the archive is only open for reading.
    """
    archive.require_writable()
    return _Accession(archive, link, jobs, progress).run(paths)


class _Accession:
    """One batch of files on its way in."""

    def __init__(self, archive: Archive, link: bool, jobs: int, progress: Progress) -> None:
        self.archive, self.link, self.jobs, self.progress = archive, link, jobs, progress
        self.intake = Intake()
        self.attachments: list[tuple[Record, Attachment, int]] = []
        self.under_way: set[str] = set()
        self.begun = time.perf_counter()
        self.committed = self.begun

    def run(self, paths: Sequence[Path]) -> Intake:
        number = self.archive.catalogue.imports.begin(self.archive.now(), [str(path) for path in paths])
        try:
            self._take_in(self._files(paths))
            while self.attachments:
                batch, self.attachments = self.attachments, []
                self._take_in(self._attached(batch))
            self._commit()
            self._searchable()
            describing.describe_pending(self.archive, jobs=self.jobs, progress=self.progress)
        except Cancelled:
            self.intake.cancelled = True
            self._commit()
        return self._finish(number)

    def _searchable(self) -> None:
        self.intake.searchable_seconds = time.perf_counter() - self.begun

    def _finish(self, number: int) -> Intake:
        intake = self.intake
        intake.seconds = time.perf_counter() - self.begun
        intake.searchable_seconds = intake.searchable_seconds or intake.seconds
        # Files whose fate was not reached when the work was stopped are told as skipped, so that the sum holds.
        open_ends = intake.found - intake.added - intake.duplicates - intake.skipped - len(intake.failures)
        intake.skipped += open_ends
        imports = self.archive.catalogue.imports
        with self.archive.catalogue.writing():
            for place, reason in intake.skips:
                imports.skip(number, place, reason)
            imports.finish(
                number, found=intake.found, added=intake.added, duplicates=intake.duplicates, skipped=intake.skipped,
                failures=intake.failures, seconds=intake.seconds,
            )  # fmt: skip
        return intake

    # Finding ---------------------------------------------------------------------------------------------------

    def _files(self, paths: Sequence[Path]) -> Iterator[Candidate]:
        """Candidates among the files under the paths, as the workers ask for them."""
        found = list(find_files(paths))
        self.intake.found += len(found)
        self.progress.stage("reading", len(found))
        for one in found:
            check(self.progress)
            if one.skipped:
                self._skip(str(one.path), one.skipped)
                continue
            candidate = self._candidate(one.path)
            if candidate:
                yield candidate

    def _candidate(self, path: Path) -> Candidate | None:
        """Keeps a new file's bytes; a duplicate's place is noted and nothing else done."""
        try:
            sha256 = sha256_of(path)
            if self._is_duplicate(sha256, str(path)):
                return None
            if self._is_of_no_known_kind(path):
                self._skip(str(path), NO_KNOWN_KIND)
                return None
            if self.link:
                return Candidate(str(path), path.name, sha256, str(path.resolve()), True, path)
            stored = self.archive.originals.keep(path, sha256)
            return Candidate(str(path), path.name, sha256, stored, False, self.archive.originals.path(stored))
        except (OSError, ConvenioError) as fault:
            self._fail(str(path), _storing_failure(fault))
            return None

    def _is_of_no_known_kind(self, path: Path) -> bool:
        """Programs, databases and the like, which folders hold beside papers; an empty file is a fault, not a kind."""
        return path.stat().st_size > 0 and media_type(path) == UNKNOWN

    def _attached(self, batch: list[tuple[Record, Attachment, int]]) -> Iterator[Candidate]:
        self.intake.found += len(batch)
        self.progress.stage("reading attachments", len(batch))
        for parent, attachment, depth in batch:
            check(self.progress)
            place = f"{parent.filename} › {attachment.name}"
            if depth > DEEPEST:
                self._skip(place, "it lies deeper in attachments than the program follows")
                continue
            try:
                sha256, stored = self.archive.originals.keep_bytes(attachment.content)
            except OSError as fault:
                self._fail(place, _storing_failure(fault))
                continue
            if not self._is_duplicate(sha256, place):
                path = self.archive.originals.path(stored)
                yield Candidate(place, attachment.name, sha256, stored, False, path, parent.id, depth)

    def _is_duplicate(self, sha256: str, place: str) -> bool:
        known = self.archive.catalogue.records.by_sha256(sha256)
        if known:
            self.archive.catalogue.records.add_place(known.id, place)
        elif sha256 not in self.under_way:
            self.under_way.add(sha256)
            return False
        self.intake.duplicates += 1
        self.progress.advance(place)
        return True

    # Reading ---------------------------------------------------------------------------------------------------

    def _take_in(self, candidates: Iterator[Candidate]) -> None:
        outcomes = executor.run(
            _read_one, candidates, jobs=self.jobs, seconds=READING.seconds, megabytes=READING.megabytes
        )
        for outcome in outcomes:
            if outcome.fault is not None:
                self._refuse(outcome.item, failure_of(outcome.fault))
            else:
                assert outcome.result is not None
                self._catalogue(outcome.item, outcome.result)
            self.progress.advance(outcome.item.filename)
            if time.perf_counter() - self.committed > COMMIT_EVERY:
                self._commit()
            check(self.progress)

    def _catalogue(self, candidate: Candidate, paper: Paper) -> None:
        record = self.archive.catalogue.records.add(
            sha256=candidate.sha256, media_type=paper.media_type, size=candidate.path.stat().st_size,
            filename=candidate.filename, original=candidate.stored, linked=candidate.linked, place=candidate.place,
            added_at=self.archive.now(), parent=candidate.parent, pages=paper.pages, metadata=paper.metadata,
        )  # fmt: skip
        self.intake.added += 1
        self.intake.records.append(record.id)
        self.attachments += [(record, attachment, candidate.depth + 1) for attachment in paper.attachments]

    def _commit(self) -> None:
        """Writes what was catalogued since the last time to the index."""
        indexing.catch_up(self.archive)
        self.committed = time.perf_counter()

    # Not taken in ----------------------------------------------------------------------------------------------

    def _skip(self, place: str, reason: str) -> None:
        self.intake.skipped += 1
        self.intake.skips.append((place, reason))
        self.progress.advance(place)

    def _refuse(self, candidate: Candidate, fault: ReadingError) -> None:
        """A file that cannot be read is not kept either: nothing in the store is without a record."""
        if not candidate.linked:
            self.archive.originals.remove(candidate.stored)
        self.under_way.discard(candidate.sha256)
        self._fail(candidate.place, fault, advance=False)

    def _fail(self, place: str, fault: ReadingError, advance: bool = True) -> None:
        self.intake.failures.append(Failure(place, fault.stage, fault.cause, fault.remedy))
        if advance:
            self.progress.advance(place)


def _read_one(candidate: Candidate) -> Paper:
    """Runs in a worker process. Raises ReadingError where the file cannot be read."""
    return read(candidate.path, media_type(candidate.path, candidate.filename))


def _storing_failure(fault: Exception) -> ReadingError:
    if isinstance(fault, ReadingError):
        return fault
    cause = fault.strerror if isinstance(fault, OSError) and fault.strerror else str(fault)
    return ReadingError("keeping", f"The file could not be copied into the archive: {cause}.",
                        "Check that the file can be read and that the disk has room, then add it again.")  # fmt: skip
