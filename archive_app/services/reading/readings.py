"""Describing records: facts and tables read in worker processes."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Generator, Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from archive_app import executor
from archive_app.domain.fact import Fact
from archive_app.domain.paper import Paper
from archive_app.domain.record import Event, Work
from archive_app.domain.sketches import Sketch, sketch
from archive_app.domain.table import Table
from archive_app.errors import ReadingError
from archive_app.progress import SILENT, Progress, check
from archive_app.readers.tables import can_hold_tables, tables
from archive_app.services import records
from archive_app.services.archive import Archive
from archive_app.services.faults import failure_of
from archive_app.services.index_upkeep import indexing
from archive_app.services.limits import DESCRIBING

#: Records whose facts are written in one transaction and one commit of the index.
BATCH = 100
#: What was read is kept after so many seconds at the latest, so that a person who waits for it sees it.
KEEP_EVERY = 3.0


class Question(NamedTuple):
    """What a worker process reads a record from; ``original`` is its file where its tables are wanted too."""

    record: str
    paper: Paper
    resources: str
    original: Path | None = None


class Reading(NamedTuple):
    """What was read of a record. A fault is the cause why its facts, or its tables, are none."""

    facts: tuple[Fact, ...] = ()
    tables: tuple[Table, ...] = ()
    sketch: Sketch | None = None
    facts_fault: str | None = None
    tables_fault: str | None = None


class Describing:
    """Reads facts and tables of every record that was read but not described yet."""

    work = Work.DESCRIBE
    stage = "describing"

    def carry_out(self, archive: Archive, ids: Iterator[str], jobs: int) -> Generator[str, None, None]:
        batch: list[tuple[str, Reading]] = []
        kept = time.monotonic()
        readings = _readings(archive, _Questions(archive, ids), jobs)
        try:
            for id, reading in readings:
                batch.append((id, reading))
                if len(batch) >= BATCH or time.monotonic() - kept > KEEP_EVERY:
                    _keep(archive, batch)
                    batch, kept = [], time.monotonic()
                yield id
        finally:
            readings.close()
            _keep(archive, batch)


class _Questions:
    """The iterator of what workers are asked: first, once more without their tables, what failed with them."""

    def __init__(self, archive: Archive, ids: Iterator[str]) -> None:
        self._archive, self._ids = archive, ids
        self._again: deque[str] = deque()
        self.causes: dict[str, str] = {}

    def __iter__(self) -> Iterator[Question]:
        return self

    def __next__(self) -> Question:
        if self._again:
            return self._question(self._again.popleft(), with_tables=False)
        return self._question(next(self._ids), with_tables=True)

    def once_more(self, id: str, cause: str) -> None:
        """A record that costs too much or fails with its tables is read without them."""
        self.causes[id] = cause
        self._again.append(id)

    def _question(self, id: str, with_tables: bool) -> Question:
        record = records.described(self._archive, id).record
        metadata = dict(self._archive.catalogue.records.metadata(id))
        paper = Paper(record.media_type, self._archive.catalogue.pages.of(id), metadata)
        wanted = with_tables and can_hold_tables(record.media_type)
        original = records.original_path(self._archive, record) if wanted else None
        return Question(id, paper, str(self._archive.resources), original)


def describe_pending(archive: Archive, *, jobs: int = 2, progress: Progress = SILENT) -> int:
    """Describes all that waits for it; returns how many were. Raises Cancelled, with all kept that was finished."""
    pending = archive.catalogue.queue.waiting(Work.DESCRIBE)
    progress.stage(Describing.stage, len(pending))
    with closing(Describing().carry_out(archive, iter(pending), jobs)) as done:
        for id in done:
            progress.advance(id)
            check(progress)
    return len(pending)


def _readings(archive: Archive, questions: _Questions, jobs: int) -> Generator[tuple[str, Reading], None, None]:
    run = executor.run(_read, questions, jobs=jobs, seconds=DESCRIBING.seconds, megabytes=DESCRIBING.megabytes)
    with closing(run) as outcomes:
        for outcome in outcomes:
            id = outcome.item.record
            cause = None if outcome.result else failure_of(outcome.fault).cause
            if cause and outcome.item.original:
                questions.once_more(id, cause)
                continue
            # A record whose facts cannot be read stays searchable and is described as nothing known.
            reading = outcome.result or Reading(facts_fault=cause)
            yield id, reading._replace(tables_fault=questions.causes.pop(id, reading.tables_fault))


def _read(question: Question) -> Reading:
    """Runs in a worker process, which alone pays for loading the extractors."""
    from archive_app.extractors import Knowledge, read_facts

    facts = read_facts(question.paper, Knowledge.load(Path(question.resources)))
    drawn = sketch(page.text for page in question.paper.pages)
    if question.original is None:
        return Reading(facts, sketch=drawn)
    try:
        return Reading(facts, tables(question.original, question.paper.media_type, question.paper.pages), drawn)
    except ReadingError as fault:
        return Reading(facts, sketch=drawn, tables_fault=fault.cause)


def _keep(archive: Archive, batch: list[tuple[str, Reading]]) -> None:
    if not batch:
        return
    with archive.catalogue.writing():
        for id, reading in batch:
            archive.catalogue.facts.replace_readings(id, reading.facts)
            archive.catalogue.tables.replace(id, reading.tables)
            if reading.sketch:
                archive.catalogue.likenesses.keep(id, reading.sketch)
            _note_faults(archive, id, reading)
    described = {id for id, _ in batch}
    pending = [pair for pair in archive.catalogue.records.to_index() if pair[0] in described]
    indexing.write(archive, pending, fields_only=True)


def _note_faults(archive: Archive, id: str, reading: Reading) -> None:
    for type, cause in (("facts not read", reading.facts_fault), ("tables not read", reading.tables_fault)):
        if cause:
            archive.catalogue.history.add(Event(archive.now(), "Convenio", type, id, after=cause))
