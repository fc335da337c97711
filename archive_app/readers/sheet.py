"""Spreadsheets: a page for each sheet, a line for each row, a tab between cells."""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Iterable, Iterator
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from archive_app.domain.page import Page
from archive_app.domain.paper import Paper
from archive_app.readers import containers, limits
from archive_app.readers.decoding import decoded
from archive_app.readers.plain import pages_of

_WHAT = "a spreadsheet"
_ZIPPED = ("openxmlformats", "opendocument")
_SAMPLE = 20_000
_DELIMITERS = ",;\t|"


def read(path: Path, media_type: str) -> Paper:
    """A workbook's sheets, or a CSV file as one. Raises ReadingError where it cannot be read or holds nothing."""
    if media_type == "text/csv":
        return Paper(media_type, pages_of(_csv_text(path)))
    if any(kind in media_type for kind in _ZIPPED):
        containers.check(path, _WHAT)
    try:
        with CalamineWorkbook.from_path(path) as book:
            sheets = [(name, book.get_sheet_by_name(name).to_python()) for name in book.sheet_names]
    except PasswordError as error:
        raise limits.encrypted() from error
    except CalamineError as error:
        raise limits.broken(_WHAT) from error
    texts = limits.counted("\n".join([name, "", *_lines(rows)]) for name, rows in sheets)
    pages = tuple(Page(number, text.strip()) for number, text in enumerate(texts, 1))
    if not any(rows for _, rows in sheets):
        raise limits.empty()
    return Paper(media_type, pages)


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
