"""Describing records: facts and tables read in worker processes, and a person's corrections, which win for good."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from archive_app import executor
from archive_app.domain.authority import AuthorityFile
from archive_app.domain.dates import UNITS, Duration, PartialDate
from archive_app.domain.fact import (
    DATE_FIELDS,
    FIELDS,
    KINDS,
    LANGUAGES,
    MANY,
    PERPETUAL,
    DateMention,
    Fact,
    Party,
    Relation,
    Signatory,
    Value,
)  # fmt: skip
from archive_app.domain.paper import Paper
from archive_app.domain.record import Event
from archive_app.domain.relation import RELATION_TYPES
from archive_app.domain.table import Table
from archive_app.errors import ReadingError, UsageError
from archive_app.extractors import read_facts
from archive_app.extractors.knowledge import Knowledge
from archive_app.progress import SILENT, Progress, check
from archive_app.readers.tables import can_hold_tables, tables
from archive_app.services import indexing, records
from archive_app.services.archive import Archive
from archive_app.services.extracting import failure_of
from archive_app.services.limits import DESCRIBING

#: Records whose facts are written in one transaction and one commit of the index.
BATCH = 100
#: Words a person may use for "the paper does not say".
NOT_STATED = frozenset({"", "unknown", "none", "not stated", "desconocido", "no consta"})


class Work(NamedTuple):
    """What a worker process reads a record from; ``original`` is its file where its tables are wanted too."""

    record: str
    paper: Paper
    resources: str
    original: Path | None = None


class Reading(NamedTuple):
    """What was read of a record. A fault is the cause why its facts, or its tables, are none."""

    facts: tuple[Fact, ...] = ()
    tables: tuple[Table, ...] = ()
    facts_fault: str | None = None
    tables_fault: str | None = None


def describe_pending(archive: Archive, *, jobs: int = 2, progress: Progress = SILENT) -> int:
    """Reads facts and tables of every record that was read but not described yet; returns how many were."""
    pending = list(archive.catalogue.records.undescribed())
    progress.stage("describing", len(pending))
    batch: list[tuple[str, Reading]] = []
    readings = _readings(archive, pending, jobs)
    try:
        for id, reading in readings:
            batch.append((id, reading))
            progress.advance(id)
            if len(batch) >= BATCH:
                _store(archive, batch)
                batch = []
            check(progress)
    finally:
        readings.close()
        _store(archive, batch)
    return len(pending)


def _readings(archive: Archive, ids: Sequence[str], jobs: int) -> Generator[tuple[str, Reading], None, None]:
    """Each record's reading; a record that costs too much or fails with its tables is read without them."""
    again: dict[str, str] = {}
    with closing(_run(_work(archive, ids, with_tables=True), jobs)) as outcomes:
        for outcome in outcomes:
            cause = None if outcome.result else failure_of(outcome.fault).cause
            if cause and outcome.item.original:
                again[outcome.item.record] = cause
            else:
                # A record whose facts cannot be read stays searchable and is described as nothing known.
                yield outcome.item.record, outcome.result or Reading(facts_fault=cause)
    with closing(_run(_work(archive, tuple(again), with_tables=False), jobs)) as outcomes:
        for outcome in outcomes:
            id = outcome.item.record
            reading = outcome.result or Reading(facts_fault=failure_of(outcome.fault).cause)
            yield id, reading._replace(tables_fault=again[id])


def _run(work: Iterable[Work], jobs: int) -> Generator[executor.Outcome[Work, Reading], None, None]:
    return executor.run(_read, work, jobs=jobs, seconds=DESCRIBING.seconds, megabytes=DESCRIBING.megabytes)


def _work(archive: Archive, ids: Sequence[str], with_tables: bool) -> Iterator[Work]:
    for id in ids:
        record = archive.catalogue.records.get(id)
        if record:
            metadata = dict(archive.catalogue.records.metadata(id))
            paper = Paper(record.media_type, archive.catalogue.pages.of(id), metadata)
            wanted = with_tables and can_hold_tables(record.media_type)
            original = records.original_path(archive, record) if wanted else None
            yield Work(id, paper, str(archive.resources), original)


def _read(work: Work) -> Reading:
    """Runs in a worker process."""
    facts = read_facts(work.paper, Knowledge.load(Path(work.resources)))
    if work.original is None:
        return Reading(facts)
    try:
        return Reading(facts, tables(work.original, work.paper.media_type, work.paper.pages))
    except ReadingError as fault:
        return Reading(facts, tables_fault=fault.cause)


def _store(archive: Archive, batch: list[tuple[str, Reading]]) -> None:
    if not batch:
        return
    with archive.catalogue.writing():
        for id, reading in batch:
            archive.catalogue.facts.replace_readings(id, reading.facts)
            archive.catalogue.tables.replace(id, reading.tables)
            _note_faults(archive, id, reading)
    described = {id for id, _ in batch}
    pending = [pair for pair in archive.catalogue.records.to_index() if pair[0] in described]
    indexing.write(archive, pending, fields_only=True)


def _note_faults(archive: Archive, id: str, reading: Reading) -> None:
    for type, cause in (("facts not read", reading.facts_fault), ("tables not read", reading.tables_fault)):
        if cause:
            archive.catalogue.history.add(Event(archive.now(), "Convenio", type, id, after=cause))


def correct(archive: Archive, record: str, field: str, text: str) -> None:
    """A person's value for a field, as typed; it replaces their earlier one and wins over every reading.

    Raises UsageError for a record or a field that does not exist and for a value that the field cannot have.
    """
    correct_values(archive, record, field, parse_values(field, text, archive.authorities))


def correct_values(archive: Archive, record: str, field: str, values: Sequence[Value]) -> None:
    """The same with values already made; ``(None,)`` says that the paper does not tell."""
    _require(archive, record)
    archive.catalogue.facts.correct(record, field, values, archive.person, archive.now())
    _reindex_fields(archive, record)


def _require(archive: Archive, record: str) -> None:
    archive.require_writable()
    if archive.catalogue.records.get(record) is None:
        raise UsageError(f"There is no record {record} in {archive.root}; “list” shows all there are.")


def withdraw(archive: Archive, record: str, field: str) -> None:
    """Takes a person's value back; what was read holds again."""
    _require(archive, record)
    archive.catalogue.facts.withdraw(record, field, archive.person, archive.now())
    _reindex_fields(archive, record)


def confirm(archive: Archive, record: str, fact: Fact) -> None:
    """A person says that a reading is right: it is theirs from then on."""
    archive.require_writable()
    if fact.id is None:
        raise UsageError("A computed value cannot be confirmed by itself; confirm the values it was made of.")
    archive.catalogue.facts.confirm(fact.id, archive.person, archive.now())
    _reindex_fields(archive, record)


def _reindex_fields(archive: Archive, record: str) -> None:
    indexing.write(archive, [p for p in archive.catalogue.records.to_index() if p[0] == record], fields_only=True)


def parse_values(field: str, text: str, authorities: AuthorityFile) -> tuple[Value, ...]:
    """What a person typed, as values of the field; several of a field that can have many are parted by ``;``."""
    if field not in FIELDS:
        raise UsageError(f"There is no field “{field}”; the fields are {', '.join(sorted(FIELDS))}.")
    if text.strip().casefold() in NOT_STATED:
        return (None,)
    parts = [part.strip() for part in text.split(";")] if field in MANY else [text.strip()]
    values = tuple(_value(field, part, authorities) for part in parts if part)
    if not values:
        raise UsageError(f"Nothing is said of {field}; write a value, or “unknown” where the paper does not tell.")
    return values


def _value(field: str, text: str, authorities: AuthorityFile) -> Value:
    kind = FIELDS[field]
    if kind is Duration:
        return _duration(text)
    if kind is Party:
        return _party(text, authorities)
    if kind is Signatory:
        return _signatory(text)
    if kind is Relation:
        return _relation(text)
    if kind is DateMention:
        return DateMention(_date(text))
    return _plain(field, text)


def _plain(field: str, text: str) -> str:
    if field == "expiration_date" and text.casefold() == PERPETUAL:
        return PERPETUAL
    if field in DATE_FIELDS:
        return _date(text)
    choices = {"kind": KINDS, "language": LANGUAGES, "access": ("open", "restricted")}.get(field)
    if choices and text not in choices:
        raise UsageError(f"“{text}” cannot be the {field}; choose one of {', '.join(choices)}.")
    return text


def _date(text: str) -> str:
    try:
        return str(PartialDate.parse(text))
    except ValueError:
        raise UsageError(f"“{text}” is not a date; write it like 2014-09-03, 2014-09 or 2014.") from None


def _duration(text: str) -> Duration:
    match = re.match(r"(\d+(?:\.\d+)?)\s+([a-z ]+)\Z", text.casefold())
    unit = match[2] if match else ""
    unit = unit if unit.endswith("s") else unit + "s"
    if match is None or unit not in UNITS or float(match[1]) == 0:
        raise UsageError(f"“{text}” is not a length of time; write it like 3 years, 18 months or 30 days.")
    return Duration(float(match[1]), unit)


def _party(text: str, authorities: AuthorityFile) -> Party:
    """A body by id, acronym or name; a name that is not in the authority file is kept as it is."""
    matches = authorities.find(text)
    if len(matches) > 1:
        ids = ", ".join(match.id for match in matches)
        raise UsageError(f"“{text}” names several bodies ({ids}); write the id of the one that is meant.")
    if matches:
        return Party(matches[0].name, text, matches[0].id, matches[0].role)
    return Party(text, text)


def _signatory(text: str) -> Signatory:
    """``Ruth Okafor, Area Director``."""
    name, _, title = (part.strip() for part in text.partition(","))
    if not name:
        raise UsageError(f"“{text}” is not a person; write the name first, then a comma and the title.")
    return Signatory(name, title or None)


def _relation(text: str) -> Relation:
    """``renews 2011-08-29`` or ``implements Letter of Arrangement of 2010``."""
    type, _, target = text.partition(" ")
    if type not in RELATION_TYPES:
        raise UsageError(f"“{type}” is not a relation; begin with one of {', '.join(RELATION_TYPES)}.")
    if not target.strip():
        raise UsageError(f"“{text}” is only half a relation; say what it {type}, by its date or its title.")
    try:
        return Relation(type, date=str(PartialDate.parse(target.strip())))
    except ValueError:
        return Relation(type, title=target.strip())
