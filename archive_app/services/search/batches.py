"""A list of queries put to the archive one after the other, and a report of what each found."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from archive_app.domain.findings import BatchReport, BatchRow
from archive_app.domain.search import Question
from archive_app.errors import ConvenioError, UsageError
from archive_app.index import FACETS
from archive_app.index.folding import fold
from archive_app.progress import SILENT, Progress, check
from archive_app.services.archive import Archive
from archive_app.services.index_upkeep import rebuilding
from archive_app.services.output_files import ending, require_place, written
from archive_app.services.search import searching
from archive_app.services.search.inquiries import Leaving

FORMATS = ("csv", "xlsx", "json")
QUERY_COLUMNS, NAME_COLUMNS = ("query", "consulta", "busqueda"), ("name", "nombre")


class Asked(NamedTuple):
    """One query of a list, with its line in the file and the name it has there."""

    line: int
    name: str
    query: str


def read(file: Path) -> tuple[Asked, ...]:
    """The queries of a CSV file, one a row: in the column ``query`` or ``consulta``, else in the first.

    A column ``name`` or ``nombre`` gives them names. Cells are parted by commas, semicolons or tabs; empty rows count
    for nothing. Raises UsageError for a file that cannot be read as such, or that holds no query.
    """
    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise UsageError(f"{file} is not in UTF-8; save it as “CSV UTF-8”.") from None
    except OSError as fault:
        raise UsageError(f"{file} cannot be read ({fault.strerror}); give the name of a CSV file.") from None
    try:
        found = tuple(_asked(text))
    except csv.Error as fault:
        raise UsageError(f"{file} cannot be read to its end ({fault}); give a sound CSV file.") from None
    if not found:
        raise UsageError(f"{file} holds no query; write one in each row.")
    return found


def _asked(text: str) -> Iterator[Asked]:
    rows = csv.reader(text.splitlines(keepends=True), delimiter=_delimiter(text))
    query, name, begun = 0, None, False
    for row in rows:
        if not any(cell.strip() for cell in row):
            continue
        heads = [fold(cell.strip()) for cell in row]
        if not begun and (wanted := _column(heads, QUERY_COLUMNS)) is not None:
            query, name = wanted, _column(heads, NAME_COLUMNS)
        else:
            yield Asked(rows.line_num, _cell(row, name), _cell(row, query))
        begun = True


def _delimiter(text: str) -> str:
    """Of a first line that names the columns; else a comma, since queries may hold the others."""
    first = text.partition("\n")[0]
    for sign in ",;\t":
        if _column([fold(cell.strip(' "\r')) for cell in first.split(sign)], QUERY_COLUMNS) is not None:
            return sign
    return ","


def _column(heads: Sequence[str], names: Sequence[str]) -> int | None:
    return next((place for place, head in enumerate(heads) if head in names), None)


def _cell(row: Sequence[str], column: int | None) -> str:
    return row[column].strip() if column is not None and column < len(row) else ""


def run(
    archive: Archive,
    queries: Sequence[Asked],
    *,
    facets: Sequence[str] = (),
    expand: bool = True,
    progress: Progress = SILENT,
) -> BatchReport:
    """Puts the queries to the archive. One that cannot be read is a row with a fault; the rest go on.

    Raises UsageError for a facet that there is not.
    """
    unknown = [facet for facet in facets if facet not in FACETS]
    if unknown:
        raise UsageError(f"Nothing is counted by “{unknown[0]}”; choose of {', '.join(FACETS)}.")
    progress.stage("searching", len(queries))
    leaving, rows = Leaving(archive), []
    for asked in queries:
        check(progress)
        rows.append(_row(archive, asked, facets, expand, leaving))
        progress.advance(asked.query)
    state = rebuilding.state(archive)
    remark = state.sentence() if state else None
    return BatchReport(archive.title, archive.now(), tuple(facets), tuple(rows), remark, _labels(archive, rows))


def _row(archive: Archive, asked: Asked, facets: Sequence[str], expand: bool, leaving: Leaving) -> BatchRow:
    if not asked.query:
        return BatchRow(*asked, fault="The row holds no query; write one, or leave the row out.")
    try:
        found = searching.matching(archive, Question(asked.query, expand), facets=bool(facets))
    except ConvenioError as fault:
        return BatchRow(*asked, fault=str(fault))
    return BatchRow(
        *asked, understood=found.understood, records=len(found.pages), pages=sum(map(len, found.pages.values())),
        restricted=leaving.restricted(found.pages), expanded=found.expanded,
        facets={facet: counts for facet, counts in found.facets.items() if facet in facets},
    )  # fmt: skip


def _labels(archive: Archive, rows: Sequence[BatchRow]) -> dict[str, str]:
    """The names of the agencies that were counted; the authority file is read only where there are any."""
    ids = {id for row in rows for id in row.facets.get("agency", ())}
    return {id: searching.facet_label(archive.authorities, "agency", id) for id in ids}


def write(report: BatchReport, file: Path) -> None:
    """Writes a report as .csv, .xlsx or .json by the file's ending."""
    from archive_app.exports import write_batch

    form = form_of(file)
    with written(file) as beside:
        if form == "json":
            beside.write_text(json.dumps(as_json(report), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        else:
            write_batch(report, beside, form)


def form_of(file: Path) -> str:
    """By its ending how a report is written. Raises UsageError for another ending, and where no file can be."""
    require_place(file)
    return ending(file, FORMATS)


def as_json(report: BatchReport) -> dict[str, Any]:
    """The shape of ``batch --json``: a row for each query, its ``fault`` null or a sentence."""
    return {
        "archive": report.archive, "at": report.at, "remark": report.remark, "faults": report.faults,
        "rows": [
            {"line": row.line, "name": row.name or None, "query": row.query, "understood": row.understood,
             "expanded": {term: list(names) for term, names in row.expanded.items()}, "records": row.records,
             "pages": row.pages, "restricted": row.restricted,
             "facets": {facet: dict(counts) for facet, counts in row.facets.items()}, "fault": row.fault}
            for row in report.rows
        ],
    }  # fmt: skip
