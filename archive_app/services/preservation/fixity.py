"""Hashing every original anew. Each check is an event of its record's history, with its outcome."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from archive_app.accession.fixity import sha256_of
from archive_app.domain.premis import FAIL, PASS
from archive_app.domain.record import Event, Record
from archive_app.progress import SILENT, Progress, check
from archive_app.services.archive import Archive
from archive_app.services.records import original_path

CHECK = "fixity check"
#: Events written in one transaction.
_BATCH = 500


@dataclass(frozen=True)
class Fixity:
    """How many originals were checked, and the records of those that are missing (or cannot be opened) or changed."""

    checked: int
    missing: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()


def check_originals(archive: Archive, progress: Progress = SILENT) -> Fixity:
    """Every original, those of the trash too. Where the archive may be written to, each check is kept."""
    held = archive.catalogue.records.all(with_trash=True)
    progress.stage("checking", len(held))
    states: dict[str, str | None] = {}
    events: list[Event] = []
    for record in held:
        check(progress)
        states[record.id] = _state(archive, record)
        events.append(_event(archive, record, states[record.id]))
        if len(events) >= _BATCH:
            _keep(archive, events)
            events = []
        progress.advance(record.filename)
    found = Fixity(len(held), tuple(_in(states, "missing")), tuple(_in(states, "changed")))
    told = f"{found.checked} checked, {len(found.missing)} missing, {len(found.changed)} changed"
    outcome = FAIL if found.missing or found.changed else PASS
    _keep(archive, [*events, Event(archive.now(), "Convenio", CHECK, after=told, outcome=outcome)])
    return found


def _state(archive: Archive, record: Record) -> str | None:
    try:
        return None if sha256_of(original_path(archive, record)) == record.sha256 else "changed"
    except OSError:
        return "missing"


def _in(states: dict[str, str | None], state: str) -> Iterator[str]:
    return (id for id, known in states.items() if known == state)


def _event(archive: Archive, record: Record, state: str | None) -> Event:
    told = state or f"SHA-256 {record.sha256}"
    return Event(archive.now(), "Convenio", CHECK, record.id, after=told, outcome=FAIL if state else PASS)


def _keep(archive: Archive, events: list[Event]) -> None:
    if archive.writable:
        with archive.catalogue.writing():
            for event in events:
                archive.catalogue.history.add(event)
