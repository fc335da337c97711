"""Taking things out of the archive: workbook, tables, timeline pictures. Restricted records stay in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Set
from datetime import date
from pathlib import Path

from archive_app.domain import coverage
from archive_app.domain.agreement import Agreement
from archive_app.domain.search import Question
from archive_app.errors import UsageError
from archive_app.exports import EXPORTERS, Holdings, draw_timeline
from archive_app.services import agreements, records, searching, timelines
from archive_app.services.archive import Archive
from archive_app.services.output_files import require_place, told

FORMATS = tuple(EXPORTERS)


def export(
    archive: Archive, format: str, file: Path, on: date, *, agency: str | None = None, query: str | None = None
) -> Holdings:
    """Writes the file and returns what went into it. Raises UsageError for a format there is none of."""
    writer: Callable[[Holdings, Path], None] | None = EXPORTERS.get(format)
    if writer is None:
        raise UsageError(f"There is no export to “{format}”; choose one of {', '.join(FORMATS)}.")
    require_place(file)
    holdings = gather(archive, on, agency=agency, query=query)
    with told(file):
        writer(holdings, file)
    return holdings


def gather(archive: Archive, on: date, *, agency: str | None = None, query: str | None = None) -> Holdings:
    """The agreements asked for, their records, and the coverage of their parties; restricted records are only counted.

    An agreement that rests on a restricted record stays in the archive with it. Coverage is that of all agreements
    which may leave the archive, so that no lapse is told where one of them was only not asked for.
    """
    described = records.all_described(archive)
    restricted = {one.id for one in described if one.restricted}
    found = _open(agreements.listing(archive, on, agency=agency), restricted)
    covered = coverage.coverage(_open(agreements.history(archive).agreements, restricted), on)
    if query is not None:
        hits = set(searching.matching(archive, Question(query)).pages)
        described = tuple(one for one in described if one.id in hits)
        found = tuple(a for a in found if hits.intersection(a.records))
    elif agency is not None:
        wanted = {id for a in found for id in (*a.records, *a.announced_by)}
        described = tuple(one for one in described if one.id in wanted)
    open_records = tuple(one for one in described if not one.restricted)
    with_tables = archive.catalogue.tables.holders()
    return Holdings(
        title=archive.title, on=on, authorities=archive.authorities, agreements=found,
        records=tuple((one.record, one.description) for one in open_records),
        originals={one.id: records.original_path(archive, one.record) for one in open_records},
        coverage=covered if query is agency is None else coverage.narrowed(covered, coverage.by_pair(found)),
        left_out=len(described) - len(open_records), scope=_scope(archive, agency, query),
        tables={one.id: records.tables_of(archive, one.id) for one in open_records if one.id in with_tables},
    )  # fmt: skip


def _open(found: Iterable[Agreement], restricted: Set[str]) -> tuple[Agreement, ...]:
    return tuple(agreement for agreement in found if restricted.isdisjoint(agreement.records))


def _scope(archive: Archive, agency: str | None, query: str | None) -> str:
    parts = [f"agency: {agreements.find_body(archive, agency).name}"] if agency else []
    parts += [f"query: {query}"] if query else []
    return ", ".join(parts) or "the whole archive"


def export_timeline(archive: Archive, agency: str, file: Path, on: date) -> None:
    """Draws an agency's timeline as .svg, .png or .pdf, by the file's ending."""
    if file.suffix.lower() not in (".svg", ".png", ".pdf"):
        raise UsageError(f"A timeline is drawn as .svg, .png or .pdf; “{file.name}” ends otherwise.")
    require_place(file)
    drawn = timelines.of_agency(archive, agency, on, restricted=False)
    with told(file):
        draw_timeline(drawn, file)
