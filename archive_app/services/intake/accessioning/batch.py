"""One batch of files on its way in: found, looked at, kept and read in worker processes, catalogued, indexed."""

from __future__ import annotations

import time
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

from archive_app import executor
from archive_app.accession.finding import Found
from archive_app.accession.media_types import ZIP
from archive_app.accession.originals import relative_path
from archive_app.accession.patience import DOUBT, require_answer, silent
from archive_app.domain.page import OcrMode
from archive_app.domain.paper import Paper
from archive_app.domain.record import Event, Record, Work
from archive_app.errors import Cancelled, ConvenioError, ReadingError
from archive_app.executor import Fault, Outcome
from archive_app.progress import SILENT, Progress, check
from archive_app.services.archive import Archive
from archive_app.services.faults import failure_of
from archive_app.services.index_upkeep import indexing
from archive_app.services.intake.accessioning.arrivals import Candidate, Look, Source, Take, linkable, printable
from archive_app.services.intake.accessioning.families import Families
from archive_app.services.intake.accessioning.fetching import Attached, Looked, Taken, fetch, unwanted_kinds
from archive_app.services.intake.accessioning.holdings import Holdings
from archive_app.services.intake.accessioning.intake import Intake
from archive_app.services.intake.accessioning.sources import Sources
from archive_app.services.intake.accessioning.turns import Turns
from archive_app.services.limits import READING
from archive_app.services.recovering import recover

#: The index is committed after so many seconds of reading, so that what was read can be found meanwhile.
COMMIT_EVERY = 4.0
#: Attachments of attachments are followed so far.
DEEPEST = 8
NO_KNOWN_KIND = "It is of no kind that is read here (PDF, DOCX, XLSX, CSV, HTML, text, mail, PNG, JPEG, TIFF)."
PACKED = "It is a ZIP file; ask for what is inside ZIP files to have that taken in."
TOO_DEEP = "It lies deeper in attachments than the program follows."

Fetch = Outcome[Look | Take, Looked | Taken]


class Batch:
    """The iterator of what workers are to do: what was looked at before what was not, attachments after all files.

    It may have more to give after it had nothing, once a paper with attachments has been read.
    """

    def __init__(
        self,
        archive: Archive,
        intake: Intake,
        sources: Sources,
        *,
        link: bool,
        inside_zip: bool,
        jobs: int,
        progress: Progress,
        ocr: OcrMode = "auto",
    ) -> None:
        self.archive, self.intake, self.sources, self.link, self.jobs = archive, intake, sources, link, jobs
        self.progress, self.ocr = progress, ocr
        self.unwanted = unwanted_kinds(inside_zip)
        self.holdings = Holdings(archive, intake)
        self.families = Families(archive.catalogue)
        self.looks: Turns[Fetch] = Turns()
        self.takes: Turns[Fetch] = Turns()
        self.files: deque[Found] = deque()
        self.ready: deque[Take] = deque()
        self.inside: deque[Source | Candidate] = deque()
        self.under_way: dict[str, Candidate] = {}
        self.copies: dict[str, list[Source | Candidate]] = defaultdict(list)
        self.unreadable: dict[str, ReadingError] = {}
        self.committed = time.perf_counter()

    def run(self, found: Iterable[Found], unfinished: Iterable[Record]) -> None:
        """Takes files in, and what is attached to records that a broken off program left ``unfinished``.

        Raises Cancelled where the person asked to stop, ArchiveError where the archive takes no more, ConvenioError
        where the folder is gone that the files are in.
        """
        self.files.extend(found)
        self.inside.extend(self.holdings.reopened(record) for record in unfinished)
        try:
            self._fetch_all(self.progress)
        except Cancelled:
            self._let_go_of_what_can_wait()
            self._fetch_all(SILENT)
            self._commit()
            raise
        finally:
            recover(self.archive)
        self._commit()

    def _let_go_of_what_can_wait(self) -> None:
        """A letter comes with what is attached to it; what containers still hold waits in the queue for the next time.

        Without its attachments a letter that is added again would be found to be there already.
        """
        self.files.clear()
        self.ready.clear()
        attached = [one for one in self.inside if isinstance(one, Candidate)]
        begun = [candidate for candidate in self.under_way.values() if candidate.parent and candidate not in attached]
        self.inside = deque([*begun, *attached])
        self.under_way = {sha256: candidate for sha256, candidate in self.under_way.items() if candidate.parent}
        self.looks, self.takes = Turns(), Turns()

    # Asking ----------------------------------------------------------------------------------------------------

    def __iter__(self) -> Iterator[Look | Take]:
        return self

    def __next__(self) -> Look | Take:
        """What a worker is to do next; files that are passed over by their names are settled on the way."""
        if self.ready:
            return self.ready.popleft()
        while self.files:
            check(self.progress)
            found = self.files.popleft()
            place = printable(str(found.path))
            if not found.skipped:
                return Look(self.looks.begin(), Source(place, found.path, printable(found.path.name)))
            self._skip(Source(place, found.path, ""), found.skipped)
        if not self.inside:
            raise StopIteration
        one = self.inside.popleft()
        return Take(self.takes.begin(), one) if isinstance(one, Candidate) else Look(self.looks.begin(), one)

    def _fetch_all(self, progress: Progress) -> None:
        work = partial(fetch, self.archive.originals, self.unwanted, self.ocr)
        outcomes = executor.run(
            work,
            self,
            jobs=self.jobs,
            seconds=READING.seconds,
            megabytes=READING.megabytes,
            doubt=(DOUBT, _require_answer),
        )
        with closing(outcomes):
            for outcome in outcomes:
                self._told(outcome)
                if time.perf_counter() - self.committed > COMMIT_EVERY:
                    self._commit()
                check(progress)

    def _told(self, outcome: Fetch) -> None:
        self._raise_what_stops_all(outcome)
        turns = self.looks if isinstance(outcome.item, Look) else self.takes
        turns.hold(outcome.item.turn, outcome)
        for due in turns.due():
            if isinstance(due.item, Look):
                self._looked(due.item.source, due.result, due.fault)
            else:
                self._taken(due.item.candidate, due.result, due.fault)

    # Looked at -------------------------------------------------------------------------------------------------

    def _looked(self, source: Source, looked: object, fault: Fault | None) -> None:
        if not isinstance(looked, Looked):
            self._fail(source, failure_of(fault))
            return
        try:
            candidate = self._candidate(source, looked)
        except ReadingError as refused:
            self._fail(source, refused)
            return
        if candidate:
            self.ready.append(Take(self.takes.begin(), candidate))

    def _candidate(self, source: Source, looked: Looked) -> Candidate | None:
        """What is to be read; None for what is passed over or a copy. Raises ReadingError for what cannot be linked."""
        if looked.sha256 is None:
            self._skip(source, PACKED if looked.media_type == ZIP else NO_KNOWN_KIND)
            return None
        linked = self.link and looked.stored is None
        stored = linkable(looked.resolved or source.path) if linked else relative_path(looked.sha256, looked.media_type)
        if not self._is_new(source, looked.sha256, looked.stored):
            return None
        path = self.archive.originals.path(stored) if looked.stored else source.path
        candidate = Candidate(
            source.place, source.filename, looked.sha256, stored, linked, path, looked.size,
            kept=looked.stored is not None, parent=source.parent, depth=source.depth,
        )  # fmt: skip
        self.under_way[candidate.sha256] = candidate
        return candidate

    def _is_new(self, source: Source, sha256: str, stored: str | None) -> bool:
        """Whether these bytes are met for the first time; a copy shares the fate of the first."""
        if sha256 in self.under_way:
            self.copies[sha256].append(source)
        elif sha256 in self.unreadable:
            self._fail(source, self.unreadable[sha256])
        elif known := self.archive.catalogue.records.by_sha256(sha256):
            self._duplicate(source, known)
        else:
            return True
        if stored and sha256 not in self.under_way:
            self.archive.originals.discard(stored)
        return False

    # Taken -----------------------------------------------------------------------------------------------------

    def _taken(self, candidate: Candidate, taken: object, fault: Fault | None) -> None:
        if isinstance(taken, Taken) and candidate.known:
            self._attach(candidate.known, candidate, taken)
        elif isinstance(taken, Taken):
            self._catalogue(candidate, taken)
        elif candidate.known:
            # Its letter is in the archive, and what was attached to it cannot be had any more.
            cause = failure_of(fault).cause
            event = Event(self.archive.now(), "Convenio", "attachments not read", candidate.known, after=cause)
            self.archive.catalogue.history.add(event)
            self.archive.catalogue.queue.done(Work.UNPACK, (candidate.known,))
        else:
            self._refuse(candidate, failure_of(fault))

    def _catalogue(self, candidate: Candidate, taken: Taken) -> None:
        record = self.holdings.add(candidate, taken.paper, holds_others=bool(taken.attached or taken.paper.members))
        del self.under_way[candidate.sha256]
        self._attach(record.id, candidate, taken)
        self._has_its_fate(candidate)
        for copy in self.copies.pop(candidate.sha256, ()):
            self._duplicate(copy, record)

    def _attach(self, parent: str, within: Candidate, taken: Taken) -> None:
        """What is attached or held is found from now on."""
        members, depth = taken.paper.members, within.depth + 1
        if not (members or taken.attached):
            if within.known:
                self.families.expect(parent, 0)
            return
        self.intake.found += len(members) + len(taken.attached)
        self.families.expect(parent, len(members) + len(taken.attached))
        for attached in taken.attached:
            place = f"{within.place} › {attached.name}"
            self._attached(Source(place, within.path, attached.name, parent, depth), attached)
        for source in self._sources(parent, within, taken.paper):
            if depth > DEEPEST:
                self._skip(source, TOO_DEEP)
            elif source.member and source.member.fault:
                self._fail(source, ReadingError("unpacking", source.member.fault, "Unpack it, then add what it holds."))
            else:
                self.inside.append(source)

    def _sources(self, parent: str, within: Candidate, paper: Paper) -> Iterator[Source]:
        path = within.path if within.linked else self.archive.originals.path(within.stored)
        for member in paper.members:
            name = printable(member.name)
            # In a ZIP file it is a path, in a mailbox a subject.
            filename = name.rpartition("/")[2] if paper.media_type == ZIP else name
            yield Source(f"{within.place} › {name}", path, filename, parent, within.depth + 1, member, paper.media_type)

    def _attached(self, source: Source, attached: Attached) -> None:
        looked = attached.looked
        if source.depth > DEEPEST:
            self._skip(source, TOO_DEEP)
            if looked.stored and looked.sha256 not in self.under_way:
                self.archive.originals.discard(looked.stored)
        elif attached.fault:
            self._fail(source, attached.fault)
        elif candidate := self._candidate(source, looked):
            self.inside.append(candidate)

    def _commit(self) -> None:
        """Writes what was catalogued since the last time to the index."""
        indexing.catch_up(self.archive)
        self.committed = time.perf_counter()

    # Not taken in ----------------------------------------------------------------------------------------------

    def _duplicate(self, one: Source | Candidate, known: Record) -> None:
        self.holdings.met_again(one, known)
        self._has_its_fate(one)

    def _skip(self, one: Source, reason: str) -> None:
        self.intake.skip(one.place, reason)
        self._has_its_fate(one)

    def _refuse(self, candidate: Candidate, fault: ReadingError) -> None:
        del self.under_way[candidate.sha256]
        self.unreadable[candidate.sha256] = fault
        self.holdings.discard(candidate)
        for one in (candidate, *self.copies.pop(candidate.sha256, ())):
            self._fail(one, fault)

    def _fail(self, one: Source | Candidate, fault: ReadingError) -> None:
        self.intake.fail(one.place, fault)
        self._has_its_fate(one)

    def _has_its_fate(self, one: Source | Candidate) -> None:
        self.families.settled(one.parent)
        self.progress.advance(one.filename or one.place)

    def _raise_what_stops_all(self, outcome: Fetch) -> None:
        """A full disk, an archive or a folder that is gone would fail every file after this one too."""
        fault = outcome.fault
        if fault is None:
            return
        if isinstance(fault.error, ConvenioError) and not isinstance(fault.error, ReadingError):
            raise fault.error
        if fault.kind == "stalled":
            raise silent(_file_of(outcome.item).parent)
        if fault.kind == "timeout" or (isinstance(fault.error, ReadingError) and fault.error.stage == "keeping"):
            self.sources.require(_file_of(outcome.item))


def _require_answer(item: Look | Take) -> None:
    """A file that takes long is waited for while its folder answers. Raises ConvenioError where it does not."""
    require_answer(_file_of(item).parent)


def _file_of(item: Look | Take) -> Path:
    return item.source.path if isinstance(item, Look) else item.candidate.path
