"""Spreadsheets that tell of records or units: their rows, and what each of their columns is for."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from archive_app import executor
from archive_app.accession.media_types import CSV, ODS, PLAIN, XLS, XLSX, media_type
from archive_app.errors import UsageError
from archive_app.services.faults import failure_of
from archive_app.services.limits import READING

_KINDS = (CSV, XLSX, XLS, ODS)


@dataclass(frozen=True)
class Sheet:
    """The first sheet of a file. ``headings`` are its first row of several cells, ``body`` the rows below it."""

    name: str
    headings: tuple[str, ...]
    body: tuple[tuple[str, ...], ...]
    #: The spreadsheet's own number of the first row below the headings, from 1.
    first: int

    def rows(self, columns: Sequence[str | None]) -> Iterator[tuple[int, dict[str, str]]]:
        """Each row that says anything, with its number: the cells by what their columns are for."""
        for number, row in enumerate(self.body, self.first):
            if any(row):
                yield number, {column: cell for column, cell in zip(columns, row, strict=False) if column and cell}


def read(file: Path, jobs: int) -> Sheet:
    """Raises UsageError for what is no spreadsheet (XLSX, XLS, ODS, CSV) or has no headings, ReadingError for one that
    cannot be read."""
    if not file.is_file():
        raise UsageError(f"There is no file {file}; check the name.")
    kind = media_type(file)
    if kind not in (*_KINDS, PLAIN):
        raise UsageError(f"{file.name} is not a spreadsheet; give an XLSX, XLS, ODS or CSV file.")
    work = partial(_rows_of, CSV if kind == PLAIN else kind)
    (outcome,) = executor.run(work, [file], jobs=jobs, seconds=READING.seconds, megabytes=READING.megabytes)
    if outcome.result is None:
        raise failure_of(outcome.fault)
    rows = outcome.result
    at = next((number for number, row in enumerate(rows) if sum(map(bool, row)) > 1), None)
    if at is None:
        raise UsageError(f"{file.name} has no row of headings; its first row names the columns.")
    return Sheet(file.name, tuple(rows[at]), tuple(map(tuple, rows[at + 1 :])), at + 2)


def _rows_of(kind: str, file: Path) -> list[list[str]]:
    """Runs in a worker process."""
    from archive_app.readers.sheet import rows

    return rows(file, kind)


def folded(text: str) -> str:
    """A heading as it is compared: without capitals and accents, blanks for underscores."""
    plain = unicodedata.normalize("NFD", text.casefold().replace("_", " "))
    return " ".join("".join(sign for sign in plain if not unicodedata.combining(sign)).split())


def columns(
    sheet: Sheet, mapping: Mapping[str, str], names: Mapping[str, str], allowed: Collection[str]
) -> list[str | None]:
    """What each column is for: as ``mapping`` gives it by heading ("" for nothing), else by what it may be called.

    Raises UsageError for a heading or a use that there is not, and for two columns that are for the same.
    """
    given = {folded(heading): column for heading, column in mapping.items()}
    known = {folded(heading) for heading in sheet.headings}
    for heading, column in mapping.items():
        if folded(heading) not in known:
            told = ", ".join(filter(None, sheet.headings))
            raise UsageError(f"There is no column “{heading}”; the columns are {told}.")
        if column and column not in allowed:
            raise UsageError(f"There is no field “{column}”; the fields are {', '.join(sorted(allowed))}.")
    found = [given.get(folded(heading), names.get(folded(heading))) or None for heading in sheet.headings]
    twice = {column for column in found if column and found.count(column) > 1}
    if twice:
        raise UsageError(f"Two columns are for {', '.join(sorted(twice))}; map one of them to nothing.")
    return found
