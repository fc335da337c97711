"""Spreadsheets: a page for each sheet, a line for each row, a tab between cells."""

from __future__ import annotations

import csv
import datetime
import io
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from archive_app.domain.page import Page
from archive_app.domain.paper import Paper
from archive_app.domain.table import Table, tidied
from archive_app.readers import containers, far_cells, limits
from archive_app.readers.decoding import decoded
from archive_app.readers.plain import pages_of

_WHAT = "a spreadsheet"
_XLSX = "openxmlformats"
_ZIPPED = (_XLSX, "opendocument")
#: How a damaged workbook shows itself, in its container or in what that holds.
_BROKEN = (CalamineError, BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, IndexError)
_SAMPLE = 20_000
_DELIMITERS = ",;\t|"


def read(path: Path, media_type: str) -> Paper:
    """A workbook's sheets, or a CSV file as one. Raises ReadingError where it cannot be read or holds nothing."""
    if media_type == "text/csv":
        return Paper(media_type, pages_of(_csv_text(path)))
    sheets = _sheets(path, media_type)
    texts = limits.counted("\n".join([name, "", *_lines(rows)]) for name, rows in sheets)
    pages = tuple(Page(number, text.strip()) for number, text in enumerate(texts, 1))
    if not any(rows for _, rows in sheets):
        raise limits.empty()
    return Paper(media_type, pages)


def tables(path: Path, media_type: str, pages: Sequence[Page]) -> tuple[Table, ...]:
    """A table for each sheet that holds one. Raises ReadingError where the file cannot be read."""
    if media_type == "text/csv":
        sheets = [[line.split("\t") for line in _csv_text(path).splitlines()]]
    else:
        sheets = [[list(map(_cell, row)) for row in rows] for _, rows in _sheets(path, media_type)]
    found = ((number, tidied(rows)) for number, rows in enumerate(sheets, 1))
    return tuple(Table(number, rows) for number, rows in found if rows)


def _sheets(path: Path, media_type: str) -> list[tuple[str, list[list[Any]]]]:
    """Each sheet's name and rows."""
    with _opened(path, media_type) as book:
        return [(name, book.get_sheet_by_name(name).to_python()) for name in book.sheet_names]


@contextmanager
def _opened(path: Path, media_type: str) -> Iterator[CalamineWorkbook]:
    """A workbook of any kind. Raises ReadingError where it, or what is asked of it meanwhile, cannot be read."""
    if any(kind in media_type for kind in _ZIPPED):
        containers.check(path, _WHAT)
    try:
        nearer = far_cells.drawn_together(path) if _XLSX in media_type else None
        with CalamineWorkbook.from_filelike(nearer) if nearer else CalamineWorkbook.from_path(path) as book:
            yield book
    except PasswordError as error:
        raise limits.encrypted() from error
    except _BROKEN as error:
        raise limits.broken(_WHAT) from error


def _lines(rows: Iterable[Iterable[object]]) -> Iterator[str]:
    for row in rows:
        line = "\t".join(map(_cell, row)).rstrip()
        if line:
            yield line


def _cell(value: object) -> str:
    """A cell as a person would write it: whole numbers without a point, dates as ISO 8601."""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    if isinstance(value, datetime.datetime | datetime.date | datetime.time):
        return value.isoformat()
    return " ".join(str(value).split())


def _csv_text(path: Path) -> str:
    if path.stat().st_size > 4 * limits.MOST_TEXT:
        raise limits.too_large(f"{path.stat().st_size >> 20:,} MB of rows")
    text = decoded(path.read_bytes())
    try:
        return "\n".join(_lines(csv.reader(io.StringIO(text), _dialect(text[:_SAMPLE]))))
    except csv.Error:
        return text


def _dialect(sample: str) -> type[csv.Dialect]:
    try:
        return csv.Sniffer().sniff(sample, _DELIMITERS)
    except csv.Error:
        first = sample.partition("\n")[0]

        class Likeliest(csv.excel):
            delimiter = max(_DELIMITERS, key=first.count)

        return Likeliest


def rows(path: Path, media_type: str) -> list[list[str]]:
    """The first sheet as it stands, empty rows among the others, so that row n of the file is the n-th here.

    Raises ReadingError where it cannot be read.
    """
    if media_type == "text/csv":
        text = decoded(path.read_bytes())
        return [list(map(_cell, row)) for row in csv.reader(io.StringIO(text), _dialect(text[:_SAMPLE]))]
    with _opened(path, media_type) as book:
        first = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
        return [list(map(_cell, row)) for row in first]
