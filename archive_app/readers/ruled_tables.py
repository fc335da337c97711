"""The ruled tables of a PDF, cell by cell: pdfplumber finds the cells, the page's own words fill them.

Slow (ten pages a second), so only pages that pass the tests of ``rules`` are opened, and only so many of them.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium

from archive_app.domain.evidence import Box
from archive_app.domain.page import Page
from archive_app.domain.table import Table, tidied
from archive_app.readers import limits, rules
from archive_app.readers.continued import Part, joined

#: Pages with tables and seconds that a paper may cost; what lies beyond is in the paper's text all the same.
MOST_PAGES = 40
MOST_SECONDS = 20.0


def tables(path: Path, media_type: str, pages: Sequence[Page]) -> tuple[Table, ...]:
    """The ruled tables on these pages, in order. Raises ReadingError where they cannot be read."""
    wanted = [page.number for page in pages if rules.stands_in_columns(page)]
    if not wanted:
        return ()
    path.stat()  # its error says why a file cannot be opened, that of pdfium does not
    try:
        ruled = list(islice(rules.ruled_pages(path, wanted), MOST_PAGES))
    except pdfium.PdfiumError as error:
        raise _unread() from error
    return joined(list(_parts(path, {page.number: page for page in pages if page.number in ruled}))) if ruled else ()


def _parts(path: Path, pages: dict[int, Page]) -> Iterator[Part]:
    import pdfplumber
    from pdfminer.pdfexceptions import PDFException
    from pdfplumber.utils.exceptions import PdfminerException

    until = time.monotonic() + MOST_SECONDS
    try:
        with pdfplumber.open(path, pages=list(pages)) as document:
            for shown in document.pages:
                yield from _parts_on(shown, pages[shown.page_number])
                shown.close()
                if time.monotonic() > until:
                    return
    except (PdfminerException, PDFException, ValueError, TypeError, KeyError) as error:
        raise _unread() from error


def _unread() -> Exception:
    return limits.broken("a PDF", "its tables cannot be read")


def _parts_on(shown: Any, page: Page) -> Iterator[Part]:
    # Its boxes count from the whole sheet, those of the page from what is shown of the sheet.
    left, top = shown.cropbox[0], shown.cropbox[1]
    found = sorted(shown.find_tables(), key=lambda table: (table.bbox[1], table.bbox[0]))
    for table in found:
        cells = [[cell and _moved(cell, left, top) for cell in row.cells] for row in table.rows]
        rows = tidied(_texts(cells, page))
        if rows:
            edges = tuple(column.bbox[0] - left for column in table.columns)
            yield Part(page, Table(page.number, rows, _moved(table.bbox, left, top)), edges)


def _moved(box: Sequence[float], left: float, top: float) -> Box:
    return Box(box[0] - left, box[1] - top, box[2] - left, box[3] - top)


def _texts(cells: Sequence[Sequence[Box | None]], page: Page) -> list[list[str]]:
    """The words of the page that stand in each cell."""
    drawn = [(row, column, box) for row, boxes in enumerate(cells) for column, box in enumerate(boxes) if box]
    texts: list[list[list[str]]] = [[[] for _ in row] for row in cells]
    words = page.words
    for index in range(len(words)):
        word = words.box(index)
        x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
        for row, column, box in drawn:
            if box.x0 <= x < box.x1 and box.top <= y < box.bottom:
                texts[row][column].append(page.text[words.starts[index] : words.ends[index]])
                break
    return [[" ".join(told) for told in row] for row in texts]
