"""Taking files in: found, kept, read in worker processes, catalogued, indexed; then described."""

from __future__ import annotations

import hashlib
import io
import os
import time
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from archive_app import executor
from archive_app.accession.finding import Found, find_files
from archive_app.accession.fixity import sha256_of
from archive_app.accession.media_types import UNKNOWN, media_type, media_type_of
from archive_app.domain.paper import Attachment, Paper
from archive_app.domain.record import Failure, Record
from archive_app.errors import Cancelled, ConvenioError, ReadingError, UsageError
from archive_app.executor import Outcome
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
#: So many papers that are read wait for one before them, so that their numbers follow the order of the files.
MOST_HELD = 64
NO_KNOWN_KIND = "It is of no kind that is read here (PDF, DOCX, XLSX, CSV, HTML, text, mail, PNG, JPEG, TIFF)."
TOO_DEEP = "It lies deeper in attachments than the program follows."


@dataclass
class Intake:
    """What came of taking files in. Always found = added + duplicates + skipped + failed; attachments count as found.

    ``copies`` are duplicates found at a new place, each with the record of the same bytes; the same file met again is
    only counted. Times are seconds from the start: until the last file could be found by its words, and until all were
    described.
    """

    found: int = 0
    added: int = 0
    duplicates: int = 0
    skipped: int = 0
    failures: list[Failure] = field(default_factory=list)
    records: list[str] = field(default_factory=list)
    skips: list[tuple[str, str]] = field(default_factory=list)
    copies: list[tuple[str, str]] = field(default_factory=list)
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
            "copies": [{"file": file, "record": record} for file, record in self.copies],
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
    size: int
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
    found = _outside(archive.root.resolve(), paths)
    return _Accession(archive, link, jobs, progress).run(paths, found)


def _outside(root: Path, paths: Sequence[Path]) -> list[Found]:
    """The files under the paths but for the archive's own, which a folder around it holds too."""
    for path in paths:
        if path.resolve().is_relative_to(root):
            raise UsageError(f"{path} lies in the archive itself; add what lies elsewhere.")
    found = list(find_files(paths))
    if not any(root.is_relative_to(path.resolve()) for path in paths):
        return found
    return [one for one in found if not one.path.resolve().is_relative_to(root)]


class _Accession:
    """One batch of files on its way in.

    It is the iterator of what is to be read: attachments of what was read last before the next file. It may have more
    to give after it had nothing, once a paper with attachments has been read.
    """

    def __init__(self, archive: Archive, link: bool, jobs: int, progress: Progress) -> None:
        self.archive, self.link, self.jobs, self.progress = archive, link, jobs, progress
        self.intake = Intake()
        self.files: deque[Found] = deque()
        self.attachments: deque[Candidate] = deque()
        self.under_way: dict[str, Candidate] = {}
        self.turns: deque[str] = deque()
        self.copies: dict[str, list[str]] = defaultdict(list)
        self.unreadable: dict[str, ReadingError] = {}
        self.begun = time.perf_counter()
        self.committed = self.begun

    def run(self, paths: Sequence[Path], found: Sequence[Found]) -> Intake:
        number = self.archive.catalogue.imports.begin(self.archive.now(), [printable(str(path)) for path in paths])
        self.files.extend(found)
        self.intake.found = len(found)
        self.progress.stage("reading", len(found))
        try:
            self._take_in_all()
            describing.describe_pending(self.archive, jobs=self.jobs, progress=self.progress)
        except Cancelled:
            self.intake.cancelled = True
        return self._finish(number)

    def _take_in_all(self) -> None:
        try:
            self._take_in(self.progress)
        except Cancelled:
            # A letter is not taken in without what is attached to it: added again it would count as a duplicate.
            self.files.clear()
            self.attachments = deque(c for c in self.under_way.values() if c.parent)
            self._take_in(SILENT)
            raise
        finally:
            self._discard_unfinished()
            self._commit()
            self.intake.searchable_seconds = time.perf_counter() - self.begun

    def _finish(self, number: int) -> Intake:
        intake = self.intake
        intake.seconds = time.perf_counter() - self.begun
        # Files whose fate was not reached when the work was stopped are told as skipped, so that the sum holds.
        open_ends = intake.found - intake.added - intake.duplicates - intake.skipped - len(intake.failures)
        intake.skipped += open_ends
        for file, reason in intake.skips:
            self.archive.catalogue.imports.skip(number, file, reason)
        self.archive.catalogue.imports.finish(
            number, found=intake.found, added=intake.added, duplicates=intake.duplicates, skipped=intake.skipped,
            failures=intake.failures, seconds=intake.seconds,
        )  # fmt: skip
        return intake

    # Finding ---------------------------------------------------------------------------------------------------

    def __iter__(self) -> Iterator[Candidate]:
        return self

    def __next__(self) -> Candidate:
        """The next file that needs to be read, its bytes kept; all before it that needs no reading is settled."""
        while self.files:
            check(self.progress)
            if candidate := self._candidate(self.files.popleft()):
                self.under_way[candidate.sha256] = candidate
                return self._in_turn(candidate)
        if self.attachments:
            return self._in_turn(self.attachments.popleft())
        raise StopIteration

    def _in_turn(self, candidate: Candidate) -> Candidate:
        self.turns.append(candidate.sha256)
        return candidate

    def _candidate(self, found: Found) -> Candidate | None:
        """Keeps a new file's bytes. None for one that is passed over, that is a copy, or that cannot be kept."""
        path, place = found.path, printable(str(found.path))
        try:
            if found.skipped or self._is_of_no_known_kind(path):
                self._skip(place, found.skipped or NO_KNOWN_KIND)
                return None
            sha256 = sha256_of(path)
            if not self._is_new(sha256, place):
                return None
            stored = _linkable(path.resolve()) if self.link else self.archive.originals.keep(path, sha256)
            kept = path if self.link else self.archive.originals.path(stored)
            return Candidate(place, printable(path.name), sha256, stored, self.link, kept, kept.stat().st_size)
        except (OSError, ConvenioError) as fault:
            self._fail(place, _storing_failure(fault))
            return None

    def _is_of_no_known_kind(self, path: Path) -> bool:
        """Programs, databases and the like, which folders hold beside papers; an empty file is a fault, not a kind."""
        return path.stat().st_size > 0 and media_type(path) == UNKNOWN

    def _is_new(self, sha256: str, place: str) -> bool:
        """Whether these bytes are met for the first time; a copy shares the fate of the first."""
        known = self.archive.catalogue.records.by_sha256(sha256)
        if known:
            self._duplicate(known.id, place)
        elif sha256 in self.under_way:
            self.copies[sha256].append(place)
        elif sha256 in self.unreadable:
            self._fail(place, self.unreadable[sha256])
        else:
            return True
        return False

    # Reading ---------------------------------------------------------------------------------------------------

    def _take_in(self, progress: Progress) -> None:
        self.turns.clear()
        outcomes = executor.run(_read_one, self, jobs=self.jobs, seconds=READING.seconds, megabytes=READING.megabytes)
        with closing(outcomes):
            for outcome in self._in_order(outcomes):
                if outcome.result is None:
                    self._refuse(outcome.item, failure_of(outcome.fault))
                else:
                    self._catalogue(outcome.item, outcome.result)
                if time.perf_counter() - self.committed > COMMIT_EVERY:
                    self._commit()
                check(progress)

    def _in_order(self, outcomes: Iterable[Outcome[Candidate, Paper]]) -> Iterator[Outcome[Candidate, Paper]]:
        """Outcomes in the order in which their files were begun, so that the records' numbers follow the folder.

        A file that takes very long is not waited for once MOST_HELD others are done.
        """
        held: dict[str, Outcome[Candidate, Paper]] = {}
        for outcome in outcomes:
            held[outcome.item.sha256] = outcome
            while held and (self.turns[0] in held or len(held) > MOST_HELD):
                turn = next(sha256 for sha256 in self.turns if sha256 in held)
                self.turns.remove(turn)
                yield held.pop(turn)
        yield from (held[sha256] for sha256 in self.turns if sha256 in held)

    def _catalogue(self, candidate: Candidate, paper: Paper) -> None:
        record = self.archive.catalogue.records.add(
            sha256=candidate.sha256, media_type=paper.media_type, size=candidate.size,
            filename=candidate.filename, original=candidate.stored, linked=candidate.linked, place=candidate.place,
            added_at=self.archive.now(), parent=candidate.parent, pages=paper.pages, metadata=paper.metadata,
        )  # fmt: skip
        del self.under_way[candidate.sha256]
        self.intake.added += 1
        self.intake.records.append(record.id)
        self.progress.advance(candidate.filename)
        for place in self.copies.pop(candidate.sha256, ()):
            self._duplicate(record.id, place)
        for attachment in paper.attachments:
            self._attached(record, candidate, attachment)

    def _attached(self, parent: Record, within: Candidate, attachment: Attachment) -> None:
        """Keeps an attachment's bytes at once, so that the memory of a batch of letters does not grow with it."""
        self.intake.found += 1
        name = printable(attachment.name)
        place, depth = f"{within.place} › {name}", within.depth + 1
        kind = media_type_of(io.BytesIO(attachment.content), name)
        if depth > DEEPEST or (attachment.content and kind == UNKNOWN):
            self._skip(place, TOO_DEEP if depth > DEEPEST else NO_KNOWN_KIND)
            return
        if not self._is_new(hashlib.sha256(attachment.content).hexdigest(), place):
            return
        try:
            sha256, stored = self.archive.originals.keep_bytes(attachment.content, name)
        except ConvenioError as fault:
            self._fail(place, _storing_failure(fault))
            return
        path, size = self.archive.originals.path(stored), len(attachment.content)
        attached = Candidate(place, name, sha256, stored, False, path, size, parent.id, depth)
        self.under_way[sha256] = attached
        self.attachments.append(attached)

    def _commit(self) -> None:
        """Writes what was catalogued since the last time to the index."""
        indexing.catch_up(self.archive)
        self.committed = time.perf_counter()

    # Not taken in ----------------------------------------------------------------------------------------------

    def _duplicate(self, record: str, place: str) -> None:
        known = self.archive.catalogue.records.get(record)
        if known and place not in known.places:
            self.archive.catalogue.records.add_place(record, place)
            self.intake.copies.append((place, record))
        self.intake.duplicates += 1
        self.progress.advance(place)

    def _skip(self, place: str, reason: str) -> None:
        self.intake.skipped += 1
        self.intake.skips.append((place, reason))
        self.progress.advance(place)

    def _refuse(self, candidate: Candidate, fault: ReadingError) -> None:
        del self.under_way[candidate.sha256]
        self.unreadable[candidate.sha256] = fault
        self._discard(candidate)
        for place in (candidate.place, *self.copies.pop(candidate.sha256, ())):
            self._fail(place, fault)

    def _fail(self, place: str, fault: ReadingError) -> None:
        self.intake.failures.append(Failure(place, fault.stage, fault.cause, fault.remedy))
        self.progress.advance(place)

    def _discard_unfinished(self) -> None:
        for candidate in self.under_way.values():
            self._discard(candidate)

    def _discard(self, candidate: Candidate) -> None:
        """What comes to no record is not kept either: nothing in the store is without one."""
        if not candidate.linked:
            self.archive.originals.remove(candidate.stored)


def _read_one(candidate: Candidate) -> Paper:
    """Runs in a worker process. Raises ReadingError where the file cannot be read."""
    return read(candidate.path, media_type(candidate.path, candidate.filename))


def printable(name: str) -> str:
    """A file's name as text that can be kept and shown: bytes of it that are no text become ``\\xe9`` and the like."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _linkable(path: Path) -> str:
    """The path that a linked record remembers. Raises ReadingError where it cannot be written down as text."""
    if printable(str(path)) != str(path):
        raise ReadingError("keeping", "The file's name holds bytes that are no text, so it cannot be linked to.",
                           "Rename the file, or add it without linking.")  # fmt: skip
    return str(path)


def _storing_failure(fault: Exception) -> ReadingError:
    if isinstance(fault, ReadingError):
        return fault
    cause = fault.strerror if isinstance(fault, OSError) and fault.strerror else str(fault)
    return ReadingError("keeping", f"The file could not be copied into the archive: {cause.rstrip('.')}.",
                        "Check that the file can be read and that the disk has room, then add it again.")  # fmt: skip
