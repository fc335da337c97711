"""Keeping the index in step with the catalogue, which is the truth."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TypeVar

from archive_app.domain.authority import AGENCY_ROLES, CONSULATE_ROLES
from archive_app.domain.description import Description, describe
from archive_app.domain.fact import Source
from archive_app.domain.record import Record
from archive_app.index import Index, IndexEntry, IndexUnusable
from archive_app.progress import SILENT, Progress, check
from archive_app.services.archive import Archive

T = TypeVar("T")

#: Records written to the index in one commit while catching up.
BATCH = 500


def entry(archive: Archive, record: Record, pages: Iterable[tuple[int, str]]) -> IndexEntry:
    """What the index needs to know of a record."""
    description = describe(archive.catalogue.facts.of(record.id))
    return IndexEntry(
        record=record.id,
        pages=tuple(pages),
        title=description.text("title") or record.filename,
        kind=description.text("kind"),
        language=description.text("language"),
        date=description.date,
        agencies=_agencies(description),
        names=_names(archive, description),
        signatories=tuple(person.name for person in description.signatories),
        places=tuple(str(fact.value) for fact in description.by_field.get("place", ())),
        tags=tuple(archive.catalogue.tags.of(record.id)),
        reviewed=any(fact.source is Source.PERSON for fact in description.facts),
    )


def _agencies(description: Description) -> tuple[str, ...]:
    """Authority ids of agencies and consulates among the parties, for the facet."""
    roles = AGENCY_ROLES | CONSULATE_ROLES
    return tuple(dict.fromkeys(p.authority for p in description.parties if p.authority and p.role in roles))


def _names(archive: Archive, description: Description) -> tuple[str, ...]:
    """Every name by which a party or a body that it is part of can be asked for."""
    names: dict[str, None] = {}
    for party in description.parties:
        names |= dict.fromkeys((party.name, party.as_written))
        for id in archive.authorities.lineage(party.authority or ""):
            body = archive.authorities.records[id]
            names |= dict.fromkeys((*body.all_names(), *body.acronyms, body.id))
    return tuple(name for name in names if name)


def mending(archive: Archive, ask: Callable[[], T]) -> T:
    """What the index answers; one that turns out to be damaged is made anew first, and asked again."""
    try:
        return ask()
    except IndexUnusable:
        reindex(archive)
        return ask()


def catch_up(archive: Archive, progress: Progress = SILENT) -> int:
    """Writes every record to the index that changed since it was last written there; returns how many."""
    pending = list(archive.catalogue.records.to_index())
    progress.stage("indexing", len(pending))
    for start in range(0, len(pending), BATCH):
        batch = pending[start : start + BATCH]
        mending(archive, partial(write, archive, batch))
        progress.advance(batch[-1][0], len(batch))
        check(progress)
    return len(pending)


def write(archive: Archive, pending: list[tuple[str, int]], fields_only: bool = False) -> None:
    """Writes records, given with the revision that is being written, and unmarks those that have not changed since.

    ``fields_only`` leaves the pages as they are of those that the index holds already.
    """
    if not pending:
        return
    with archive.indexing:
        _write(archive, pending, fields_only)


def _write(archive: Archive, pending: list[tuple[str, int]], fields_only: bool) -> None:
    if fields_only:
        held = archive.index.records()
        write(archive, [pair for pair in pending if pair[0] not in held])
        pending = [pair for pair in pending if pair[0] in held]
        if pending:
            archive.index.write_fields(list(_entries(archive, pending, with_pages=False)))
    else:
        entries = list(_entries(archive, pending, with_pages=True))
        archive.index.write(entries, {id for id, _ in pending} - {entry.record for entry in entries})
    archive.catalogue.records.mark_indexed(pending)


def _entries(archive: Archive, pending: list[tuple[str, int]], with_pages: bool) -> Iterator[IndexEntry]:
    for id, _ in pending:
        record = archive.catalogue.records.get(id)
        if record is not None:
            yield entry(archive, record, archive.catalogue.pages.text(id) if with_pages else ())


def reindex(archive: Archive, progress: Progress = SILENT) -> int:
    """Makes the index anew from the catalogue; returns the number of records in it.

    Needs no writable archive: the index is a cache, and whoever finds it damaged may mend it.
    """
    records = archive.catalogue.records.all()
    pending = archive.catalogue.records.to_index()
    progress.stage("indexing", len(records))

    def entries() -> Iterator[IndexEntry]:
        for record in records:
            check(progress)
            yield entry(archive, record, archive.catalogue.pages.text(record.id))
            progress.advance(record.id)

    archive.index.close()
    Index.rebuild(archive.index.folder, entries())
    if archive.writable:
        archive.catalogue.records.mark_indexed(pending)
    return len(records)
