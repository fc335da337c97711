"""Keeping the index in step with the catalogue, which is the truth."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from archive_app.domain.authority import AGENCY_ROLES, CONSULATE_ROLES
from archive_app.domain.description import Description, describe
from archive_app.domain.fact import Source
from archive_app.domain.record import Record
from archive_app.index import Index, IndexEntry
from archive_app.progress import SILENT, Progress, check
from archive_app.services.archive import Archive

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


def catch_up(archive: Archive, progress: Progress = SILENT) -> int:
    """Writes every record to the index that changed since it was last written there; returns how many."""
    pending = list(archive.catalogue.records.to_index())
    progress.stage("indexing", len(pending))
    for start in range(0, len(pending), BATCH):
        batch = pending[start : start + BATCH]
        write(archive, batch)
        progress.advance(batch[-1][0], len(batch))
        check(progress)
    return len(pending)


def write(archive: Archive, pending: list[tuple[str, int]], fields_only: bool = False) -> None:
    """Writes records, given with the revision that is being written, and unmarks those that have not changed since."""
    entries, gone = [], []
    for id, _ in pending:
        record = archive.catalogue.records.get(id)
        if record is None:
            gone.append(id)
        else:
            entries.append(entry(archive, record, () if fields_only else archive.catalogue.pages.text(id)))
    if fields_only:
        archive.index.write_fields(entries)
    else:
        archive.index.write(entries, gone)
    archive.catalogue.records.mark_indexed(pending)


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

    Index.rebuild(archive.index.folder, entries())
    if archive.writable:
        archive.catalogue.records.mark_indexed(pending)
    return len(records)
