"""Taking things out of the archive: workbook, tables, timeline pictures. Restricted records stay in."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import date
from pathlib import Path

from archive_app.domain.coverage import USUAL, Sides
from archive_app.domain.years import Years
from archive_app.errors import ConvenioError, UsageError
from archive_app.exports import EXPORTERS, draw_timeline, draw_years
from archive_app.exports.holdings import Holdings
from archive_app.services.archive import Archive
from archive_app.services.labels import labels
from archive_app.services.output_files import require_place, written
from archive_app.services.sharing.gathering import gather
from archive_app.services.tracking import agreements, covering, timelines

FORMATS = tuple(EXPORTERS)
#: Formats that show words as pictures of their pages.
WITH_PICTURES = frozenset({"html"})

__all__ = ["FORMATS", "export", "export_timeline", "export_years", "gather", "left_out"]


def export(
    archive: Archive, format: str, file: Path, on: date, *, agency: str | None = None, query: str | None = None,
    language: str = "en", named: Collection[str] = (),
) -> Holdings:  # fmt: skip
    """Writes the file and returns what went into it. Raises UsageError for a format there is none of.

    ``named`` are restricted records that may leave the archive this once.
    """
    writer: Callable[[Holdings, Path], None] | None = EXPORTERS.get(format)
    if writer is None:
        raise UsageError(f"There is no export to “{format}”; choose one of {', '.join(FORMATS)}.")
    require_place(file)
    holdings = gather(archive, on, agency=agency, query=query, language=language, named=named)
    if format in WITH_PICTURES:
        from archive_app.services.sharing.cropping import crops

        holdings = replace(holdings, crops=crops(archive, holdings))
    with written(file) as beside:
        writer(holdings, beside)
    return holdings


def left_out(holdings: Holdings, format: str) -> tuple[str, ...]:
    """What of the archive a written file does not hold, a sentence each."""
    sentences = list(holdings.left_out_sentences())
    if format == "ics":
        unknown = sum(one.ends(holdings.on) is None for one in holdings.agreements)
        if unknown:
            sentences.append(holdings.labels.fill("Agreements with no known end, which have no entry: {count}.",
                                                  count=unknown))  # fmt: skip
    if format == "timelinejs":
        undated = sum(one.begins is None for one in holdings.agreements)
        if undated:
            sentences.append(holdings.labels.fill("Undated agreements, which have no place in time: {count}.",
                                                  count=undated))  # fmt: skip
    return tuple(sentences)


def export_timeline(
    archive: Archive, agency: str, file: Path, on: date, *, language: str = "en", kind: str | None = None,
    role: str | None = None, events: bool = True,
) -> None:  # fmt: skip
    """Draws an agency's timeline as .svg, .png or .pdf, by the file's ending; narrowed as ``timelines`` can be."""
    _require_picture(file, f"A timeline is drawn as .svg, .png or .pdf; “{file.name}” ends otherwise.")
    drawn = timelines.of_agency(archive, agency, on, restricted=False, kind=kind, role=role, events=events)
    with written(file) as beside:
        draw_timeline(drawn, beside, labels(archive.resources, language))


def export_years(
    archive: Archive, file: Path, on: date, *, between: Sides = USUAL, agency: str | None = None, language: str = "en"
) -> Years:
    """Draws coverage through the years as .svg, .png or .pdf; gives what is drawn. Restricted papers do not count."""
    _require_picture(file, f"Coverage is drawn as .svg, .png or .pdf; “{file.name}” ends otherwise.")
    told = covering.by_year(archive, on, between, agency=agency, restricted=False)
    if not told.cells:
        raise ConvenioError("There is no coverage to draw: no two bodies of these roles share a dated agreement here.",
                            key="no_coverage")  # fmt: skip
    words, body = labels(archive.resources, language), agreements.find_body(archive, agency).name if agency else None
    title = words.fill("Coverage: {name}", name=body or archive.title)
    with written(file) as beside:
        draw_years(told, title, beside, words)
    return told


def _require_picture(file: Path, sentence: str) -> None:
    if file.suffix.lower() not in (".svg", ".png", ".pdf"):
        raise UsageError(sentence)
    require_place(file)
