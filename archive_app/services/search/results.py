"""What a question found as a file for others: workbook or CSV, with pages and snippets. Restricted records stay in."""

from __future__ import annotations

from pathlib import Path

from archive_app.domain.findings import PageFound, RecordFound, Results
from archive_app.domain.search import Question
from archive_app.progress import SILENT, Progress, check
from archive_app.services.archive import Archive
from archive_app.services.output_files import ending, require_place, written
from archive_app.services.search import inquiries, matches, searching
from archive_app.services.search.inquiries import Leaving

FORMATS = ("xlsx", "csv")
#: Records whose pages are read at a time.
BATCH = 100


def export(archive: Archive, question: Question, file: Path, progress: Progress = SILENT) -> Results:
    """Writes all that a question finds, .xlsx or .csv by the file's ending; gives what was written.

    Raises UsageError for a query that cannot be read or another ending, Cancelled with no file written.
    """
    from archive_app.exports import write_results

    form = ending(file, FORMATS)
    require_place(file)
    results = gather(archive, question, progress)
    with written(file) as beside:
        write_results(results, beside, form)
    return results


def gather(archive: Archive, question: Question, progress: Progress = SILENT) -> Results:
    """The records found that may leave the archive, each with all its pages."""
    found, leaving = searching.matching(archive, question), Leaving(archive)
    # A record of which only a field matched is shown by its best page, as it is on the screen.
    pages = {id: numbers or _best(found.best.get(id)) for id, numbers in found.pages.items() if leaving.may(id)}
    ids = list(pages)
    progress.stage("reading pages", len(ids))
    records: list[RecordFound] = []
    for start in range(0, len(ids), BATCH):
        check(progress)
        batch = ids[start : start + BATCH]
        matched = matches.of_records(archive, question, {id: pages[id] for id in batch})
        records += (_record(leaving, id, matched[id]) for id in batch)
        progress.advance(batch[-1], len(batch))
    return Results(inquiries.counted(archive, question, found, leaving), tuple(records))


def _best(page: int | None) -> tuple[int, ...]:
    return () if page is None else (page,)


def _record(leaving: Leaving, id: str, matched: tuple[matches.PageMatch, ...]) -> RecordFound:
    one = leaving.described(id)
    pages = tuple(PageFound(match.page, matches.plain(match.snippet)) for match in matched)
    return RecordFound(id, one.title, one.kind, one.date, leaving.reference(id), pages)
