"""A question's words in their context, one place after the other, however many there are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from archive_app.domain.findings import InContext, Inquiry
from archive_app.domain.search import Question
from archive_app.errors import UsageError
from archive_app.index import Place
from archive_app.index.words import words
from archive_app.progress import SILENT, Progress, check
from archive_app.services import discretion
from archive_app.services.archive import Archive
from archive_app.services.output_files import ending, require_place, written
from archive_app.services.search import inquiries, searching
from archive_app.services.search.inquiries import Leaving
from archive_app.services.search.sorting import sorted_on_disk

#: As they stand in the archive; by the word before or after; by the record's date, undated ones last.
SORTS = ("archive", "before", "after", "date")
#: Words shown on either side.
AROUND = 8
_UNDATED = "~"


def lines(
    archive: Archive,
    question: Question,
    *,
    sort: str = "archive",
    around: int = AROUND,
    leaving: bool = False,
    progress: Progress = SILENT,
) -> Iterator[InContext]:
    """Every place of the question's words in the records it finds, as it is asked for.

    Unsorted they come as they are read; sorted ones wait on disk until all are read. Places of restricted records are
    not among them where they are ``leaving`` the archive. Raises UsageError at once for a query that is empty or cannot
    be read.
    """
    if not question.query.strip():
        raise UsageError("A concordance shows the places of words; write those that it is to show.")
    places = searching.put_to_index(
        archive, question,
        lambda terms: archive.index.concordance(
            question.query, around=around, filters=question.filters, thesaurus=terms,
            without=discretion.hidden(archive),
        ),
    )  # fmt: skip
    found = _described(archive, places, Leaving(archive) if leaving else None, progress)
    return found if sort == "archive" else sorted_on_disk(found, _KEYS[sort])


def _described(
    archive: Archive, places: Iterator[Place], leaving: Leaving | None, progress: Progress
) -> Iterator[InContext]:
    progress.stage("reading pages", 0)
    record, head = None, None
    for place in places:
        if place.record != record:
            check(progress)
            record = place.record
            head = searching.heading(archive, record) if leaving is None or leaving.may(record) else None
            progress.advance(record)
        if head:
            yield InContext(
                place.record, head.title, head.kind, head.date, place.page, place.start, place.end, place.before,
                place.text, place.after,
            )  # fmt: skip


def _by_before(line: InContext) -> tuple[Any, ...]:
    return words(line.before)[::-1], words(line.keyword), words(line.after), _place(line)


def _by_after(line: InContext) -> tuple[Any, ...]:
    return words(line.after), words(line.keyword), words(line.before)[::-1], _place(line)


def _by_date(line: InContext) -> tuple[Any, ...]:
    return line.date or _UNDATED, _place(line)


def _place(line: InContext) -> tuple[str, int, int]:
    return line.record, line.page, line.start


_KEYS = {"before": _by_before, "after": _by_after, "date": _by_date}


def export(
    archive: Archive,
    question: Question,
    file: Path,
    *,
    sort: str = "archive",
    around: int = AROUND,
    progress: Progress = SILENT,
) -> tuple[Inquiry, int]:
    """Writes a concordance as .csv or .xlsx, without restricted records; gives what was asked, and how many lines."""
    from archive_app.exports import write_concordance

    form = ending(file, ("csv", "xlsx"))
    require_place(file)
    inquiry = inquiries.of(archive, question)
    found = lines(archive, question, sort=sort, around=around, leaving=True, progress=progress)
    with written(file) as beside:
        return inquiry, write_concordance(inquiry, found, beside, form)


def line_json(line: InContext) -> dict[str, Any]:
    """One line of ``concordance --json``."""
    return {
        "record": line.record, "title": line.title, "kind": line.kind, "date": line.date, "page": line.page,
        "before": line.before, "keyword": line.keyword, "after": line.after,
    }  # fmt: skip
