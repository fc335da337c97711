"""The ruled tables of a PDF, cell by cell. Slow (ten pages a second): only for pages where a table is wanted."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pdfplumber
from pdfminer.pdfexceptions import PDFException
from pdfplumber.utils.exceptions import PdfminerException

from archive_app.readers import limits
from archive_app.readers.pdf import open_document


class Table(NamedTuple):
    """A ruled table: the page it is on (from 1), and its rows from the top, a text for each cell."""

    page: int
    rows: list[list[str]]


def tables(path: Path, page_numbers: Sequence[int]) -> list[Table]:
    """The ruled tables on these pages, in order. Raises ReadingError where the file cannot be read."""
    open_document(path).close()
    found = []
    try:
        with pdfplumber.open(path, pages=list(page_numbers)) as document:
            for page in document.pages:
                found += [Table(page.page_number, _rows(rows)) for rows in page.extract_tables()]
                page.close()
    except (PdfminerException, PDFException, ValueError, TypeError, KeyError) as error:
        raise limits.broken("a PDF", "its tables cannot be read") from error
    return found


def _rows(rows: Sequence[Sequence[str | None]]) -> list[list[str]]:
    return [[" ".join((cell or "").split()) for cell in row] for row in rows]
