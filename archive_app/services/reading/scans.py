"""Pages that are pictures, one by one: which wait, which were not read, which only unsurely; and reading them anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from archive_app.domain.page import Recognition
from archive_app.domain.record import Work
from archive_app.errors import Cancelled
from archive_app.progress import SILENT, Progress, check
from archive_app.readers.ocr.choosing import LANGUAGES, rapid, tesseract
from archive_app.readers.ocr.choosing import Choice as Engine
from archive_app.services import records
from archive_app.services.archive import Archive
from archive_app.services.index_upkeep import indexing
from archive_app.services.reading.recogniser import Recogniser
from archive_app.services.reading.recognising import DOUBTFUL

__all__ = ["Engine", "Scan", "Scans", "State", "engines", "lacking", "listing", "other_engine", "read_pages"]


class State(StrEnum):
    """How far a page that is a picture is, what wants attention first."""

    UNREAD = "unread"
    DOUBTFUL = "doubtful"
    WAITING = "waiting"
    READ = "read"


@dataclass(frozen=True)
class Scan:
    """A page (from 1) of a record. ``engine`` read it, ``confidence`` is 0 to 1; ``reason`` says why none did."""

    record: str
    title: str
    page: int
    state: State
    engine: str = ""
    confidence: float | None = None
    reason: str = ""


@dataclass(frozen=True)
class Scans:
    """All pages that are pictures; what can read them here, the better one first; and what that lacks.

    ``lacking`` are ``engine`` where there is none at all, and languages that Tesseract is here without.
    """

    pages: tuple[Scan, ...]
    engines: tuple[Engine, ...]
    lacking: tuple[str, ...]

    def count(self, state: State) -> int:
        return sum(page.state is state for page in self.pages)


def listing(archive: Archive, below: float = DOUBTFUL) -> Scans:
    """Unread pages first, then the least sure, those that wait, and those that were read well."""
    titles = {one.id: one.title for one in records.all_described(archive)}
    waiting = set(archive.catalogue.pages.awaiting())
    queued = set(archive.catalogue.queue.waiting(Work.RECOGNISE))
    read = archive.catalogue.pages.recognitions()
    known = [
        _scan(one, titles, one.record in queued and (one.record, one.page) in waiting, below)
        for one in read
        if one.record in titles
    ]
    met = {(one.record, one.page) for one in read}
    known += [Scan(id, titles[id], page, State.WAITING) for id, page in sorted(waiting - met) if id in titles]
    order = list(State)
    known.sort(key=lambda scan: (order.index(scan.state), scan.confidence or 0.0, scan.record, scan.page))
    return Scans(tuple(known), engines(), lacking())


def _scan(one: Recognition, titles: dict[str, str], waits: bool, below: float) -> Scan:
    if waits:
        state = State.WAITING
    elif one.unread:
        state = State.UNREAD
    else:
        state = State.DOUBTFUL if one.confidence is not None and one.confidence < below else State.READ
    return Scan(one.record, titles[one.record], one.page, state, one.engine, one.confidence, one.unread)


def engines() -> tuple[Engine, ...]:
    """What can read pictures on this machine, the one that is chosen by itself first."""
    program, package = tesseract(), rapid()
    ordered = (program, package) if program and not program.advice else (package, program)
    return tuple(one for one in ordered if one)


def lacking() -> tuple[str, ...]:
    """``engine`` where nothing reads pictures here, else the languages (spa, eng) that Tesseract is here without."""
    program = tesseract()
    if program is None:
        return () if rapid() else ("engine",)
    return tuple(language for language in LANGUAGES if language not in program.languages)


def other_engine(scan: Scan, held: Sequence[Engine]) -> Engine | None:
    """The best engine but the one that read the page; None where there is none."""
    return next((one for one in held if not scan.engine.startswith(one.name)), None)


def read_pages(
    archive: Archive, wanted: Sequence[tuple[str, int]], choice: Engine | None = None, progress: Progress = SILENT
) -> int:
    """Reads pages of records from their pictures now, whatever was read of them, with the engine that is named.

    What is read is kept page by page; then the records wait to be described anew. Gives how many pages were read.
    """
    archive.require_writable()
    progress.stage("recognising", len(wanted))
    recogniser = Recogniser(choice)
    done: list[str] = []
    try:
        for id, number in wanted:
            check(progress)
            done += _read(archive, recogniser, id, number)
            progress.advance(id)
    except Cancelled:
        pass  # what was read until then is kept
    finally:
        recogniser.close()
        changed = list(dict.fromkeys(done))
        archive.catalogue.pages.recognised(id for id in changed if not archive.catalogue.pages.to_recognise(id))
        indexing.catch_up(archive)
    return len(done)


def _read(archive: Archive, recogniser: Recogniser, id: str, number: int) -> Iterator[str]:
    """Gives the record's id where its page was read."""
    record, page = archive.catalogue.records.get(id), archive.catalogue.pages.page(id, number)
    if record is None or page is None:
        return
    found = recogniser.read(records.original_path(archive, record), record.media_type, replace(page, needs_ocr=True))
    archive.catalogue.pages.put(id, found)
    if not found.unread:
        yield id
