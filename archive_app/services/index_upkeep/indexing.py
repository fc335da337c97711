"""Keeping the index in step with the catalogue, which is the truth."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeVar

from archive_app.domain.authority import AGENCY_ROLES, CONSULATE_ROLES
from archive_app.domain.description import Description
from archive_app.domain.fact import Source
from archive_app.domain.record import Note, Record
from archive_app.index import Index, IndexEntry, IndexUnusable
from archive_app.progress import SILENT, Progress, check
from archive_app.services.archive import Archive
from archive_app.services.index_upkeep import digests, index_stamp
from archive_app.services.labels import labels

T = TypeVar("T")

#: Records written to the index in one commit while catching up.
BATCH = 500


def entry(archive: Archive, record: Record, pages: Sequence[tuple[int, str]]) -> IndexEntry:
    """What the index needs to know of a record, with its pages (number, text)."""
    made = replace(_fields(archive, record), pages=tuple(pages))
    return replace(made, digest=digests.joined(digests.of_pages(pages), digests.of_fields(made)))


def _fields(archive: Archive, record: Record) -> IndexEntry:
    description = archive.recognition.described(record.id, archive.catalogue.facts.of(record.id))
    notes = archive.catalogue.notes.of(record.id)
    return IndexEntry(
        record=record.id,
        title=description.text("title") or record.filename,
        kind=description.text("kind"),
        language=description.text("language"),
        date=description.date,
        agencies=_agencies(description),
        names=_names(archive, description),
        signatories=tuple(person.name for person in description.signatories),
        places=tuple(str(fact.value) for fact in description.by_field.get("place", ())),
        tags=archive.catalogue.tags.of(record.id),
        notes=tuple(note.text for note in notes if note.text),
        highlights=tuple(_highlight(archive, note) for note in notes if note.highlight),
        reviewed=any(fact.source is Source.PERSON for fact in description.facts),
    )


def _highlight(archive: Archive, note: Note) -> str:
    """Its kind in both languages, and the words that it marks."""
    kind = note.highlight or ""
    return f"{kind} {labels(archive.resources, 'es').say(kind)} {note.quote}"


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


def refresh_fields(archive: Archive, ids: Collection[str], progress: Progress = SILENT) -> None:
    """Brings what a person just said of these records into the index; their pages stay as they are."""
    wanted = set(ids)
    pending = [pair for pair in archive.catalogue.records.to_index() if pair[0] in wanted]
    progress.stage("indexing", len(pending))
    for start in range(0, len(pending), BATCH):
        batch = pending[start : start + BATCH]
        mending(archive, partial(write, archive, batch, fields_only=True))
        progress.advance(batch[-1][0], len(batch))


def write(archive: Archive, pending: list[tuple[str, int]], fields_only: bool = False) -> None:
    """Writes records, given with the revision that is being written, and unmarks those that have not changed since.

    ``fields_only`` leaves the pages as they are of those that the index holds already.
    """
    if not pending:
        return
    with archive.indexing:
        _write(archive, pending, fields_only)


def _write(archive: Archive, pending: list[tuple[str, int]], fields_only: bool) -> None:
    held = archive.index.digests() if fields_only else {}
    ids = [id for id, _ in pending]
    whole = list(entries_of(archive, [id for id in ids if id not in held]))
    known = entries_of(archive, [id for id in ids if id in held], with_pages=False)
    fields = [_without_pages(made, held[made.record]) for made in known]
    gone = set(ids) - {made.record for made in (*whole, *fields)}
    if whole or gone:
        archive.index.write(whole, gone)
    if fields:
        archive.index.write_fields(fields)
    settle(archive, pending)


def settle(archive: Archive, pending: list[tuple[str, int]]) -> None:
    """Notes that the index holds these records as they were at these revisions."""
    if not archive.writable:
        index_stamp.renew(archive)
        return
    with archive.catalogue.writing():
        index_stamp.renew(archive)
        archive.catalogue.records.mark_indexed(pending)


def _without_pages(made: IndexEntry, held: str) -> IndexEntry:
    """The digest goes on to stand for the pages that the index has, whatever the catalogue has by now."""
    return replace(made, digest=digests.joined(digests.pages_half(held), digests.of_fields(made)))


def entries_of(archive: Archive, ids: Sequence[str], with_pages: bool = True) -> Iterator[IndexEntry]:
    """The entries of those records that are there."""
    for id in ids:
        record = archive.catalogue.records.get(id)
        if record is not None:
            yield entry(archive, record, archive.catalogue.pages.text(id)) if with_pages else _fields(archive, record)


def reindex(archive: Archive, progress: Progress = SILENT, reason: str | None = None) -> int:
    """Makes the index anew from the catalogue; returns the number of records in it. ``reason`` is told with the stage.

    Needs no writable archive: the index is a cache, and whoever finds it damaged may mend it.
    """
    pending = archive.catalogue.records.to_index()
    ids = [record.id for record in archive.catalogue.records.all()]
    progress.stage(f"making the search index anew, since {reason}" if reason else "indexing", len(ids))

    def told() -> Iterator[IndexEntry]:
        for made in entries_of(archive, ids):
            check(progress)
            yield made
            progress.advance(made.record)

    with archive.indexing:
        archive.index.close()
        Index.rebuild(archive.index.folder, told())
        settle(archive, pending)
    return len(ids)
