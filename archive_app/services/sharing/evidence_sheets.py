"""A record, or some of its pages, as a PDF with its evidence: facts, quoted words, and the words marked on the page."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Final

from PIL import Image

from archive_app.domain.fact import Fact
from archive_app.domain.page import Page
from archive_app.domain.record import Note
from archive_app.errors import ReadingError, UsageError
from archive_app.exports import write_evidence
from archive_app.exports.evidence_sheet import EvidenceSheet, SheetPage
from archive_app.progress import SILENT, Progress, check
from archive_app.services import kept_notes as annotating
from archive_app.services import records
from archive_app.services.archive import Archive
from archive_app.services.description import tagging
from archive_app.services.labels import labels
from archive_app.services.output_files import require_place, written
from archive_app.services.reading.pages import PageRenderer, is_pictured
from archive_app.services.records import Described
from archive_app.services.sharing import citing

#: Of records of more pages only those are shown on which a fact rests, and the first.
MOST: Final = 40
#: Pixels a point, and how well the pictures are kept.
SCALE, QUALITY = 2.0, 82


def export(
    archive: Archive, record: str, file: Path, *, pages: Collection[int] = (), language: str = "en",
    named: Collection[str] = (), annotated: bool = True, progress: Progress = SILENT,
) -> EvidenceSheet:  # fmt: skip
    """Writes the PDF. ``pages`` (from 1) are those wanted, with the facts that rest on them; none for the record.

    ``annotated`` with what people of this archive put to it for themselves: notes, highlights and tags.
    Raises UsageError for a record or page that is not there, and for a restricted record that is not ``named``.
    """
    require_place(file)
    one = records.described(archive, record)
    if one.restricted and record not in named:
        raise UsageError(f"{record} is restricted and stays in the archive; name it to let it leave this once.",
                         key="restricted_record", operands=(record,))  # fmt: skip
    sheet = _sheet(archive, one, pages, language, annotated)
    shown = tuple(_drawn(archive, one, [shown.page for shown in sheet.pages], progress))
    sheet = replace(sheet, pages=shown)
    with written(file) as place:
        write_evidence(sheet, place, archive.resources / "fonts")
    return sheet


def _sheet(
    archive: Archive, one: Described, wanted: Collection[int], language: str, annotated: bool
) -> EvidenceSheet:  # fmt: skip
    every = records.pages_of(archive, one.id)
    missing = sorted(set(wanted) - {page.number for page in every})
    if missing:
        raise UsageError(f"{one.id} has no page {missing[0]}; it has {len(every)}.")
    facts = _facts(one, wanted)
    notes = _notes(archive, one.id, wanted) if annotated else ()
    shown = _shown(every, facts, notes, wanted)
    return EvidenceSheet(
        one.record, one.title,
        citing.cited(archive, [one.id], language=language, named=[one.id]).text, facts,
        tuple(map(SheetPage, shown)), labels(archive.resources, language),
        0 if wanted else len(every) - len(shown), notes, tuple(tagging.of(archive, one.id)) if annotated else (),
    )  # fmt: skip


def _facts(one: Described, wanted: Collection[int]) -> tuple[Fact, ...]:
    """What holds and says something; of single pages what rests on them. Dates that are only mentioned are none."""
    return tuple(
        fact for fact in one.description.facts
        if fact.value is not None and fact.field != "date"
        and (not wanted or (fact.evidence is not None and fact.evidence.page in wanted))
    )  # fmt: skip


def _notes(archive: Archive, record: str, wanted: Collection[int]) -> tuple[Note, ...]:
    """In the order of the pages, those beside the record as a whole first; of single pages what stands on them."""
    notes = (note for note in annotating.of(archive, record) if not wanted or note.page in wanted)
    return tuple(sorted(notes, key=lambda note: (note.page or 0, note.start or 0, note.id)))


def _shown(
    every: Sequence[Page], facts: Sequence[Fact], notes: Sequence[Note], wanted: Collection[int]
) -> list[Page]:  # fmt: skip
    if wanted:
        return [page for page in every if page.number in wanted]
    if len(every) <= MOST:
        return list(every)
    bearing = {1, *(fact.evidence.page for fact in facts if fact.evidence), *(note.page for note in notes)}
    return [page for page in every if page.number in bearing]


def _drawn(archive: Archive, one: Described, pages: Sequence[Page], progress: Progress) -> Iterator[SheetPage]:
    """Each page with its picture where the paper has any; one that cannot be drawn is shown as text."""
    path, media_type = records.original_path(archive, one.record), one.record.media_type
    progress.stage("drawing", len(pages))
    with closing(PageRenderer()) as renderer:
        for page in pages:
            check(progress)
            yield SheetPage(page, _picture(renderer, path, media_type, page))
            progress.advance(f"{one.record.filename}, {page.number}")


def _picture(renderer: PageRenderer, path: Path, media_type: str, page: Page) -> bytes | None:
    if not is_pictured(media_type) or page.width <= 0:
        return None
    try:
        drawn = renderer.render(path, media_type, page.number, SCALE)
    except ReadingError:
        return None
    out = BytesIO()
    Image.frombytes("RGB", (drawn.width, drawn.height), drawn.rgb).save(out, "JPEG", quality=QUALITY, optimize=True)
    return out.getvalue()
