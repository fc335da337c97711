"""PDF: every page's words with their boxes, in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from archive_app.domain.page import Page
from archive_app.domain.paper import Paper
from archive_app.errors import ReadingError
from archive_app.readers import limits
from archive_app.readers.glyphs import unreadable_share, words_on
from archive_app.readers.layout.composition import compose
from archive_app.readers.legibility import is_legible

#: A page with a picture and fewer letters than this is a scan; with a picture over half of it, fewer than that.
_FEW_LETTERS = 16
_FEW_BESIDE_A_SCAN = 250
_MOST_OF_THE_PAGE = 0.5
_UNREADABLE = 0.3

_METADATA = {"title": "Title", "author": "Author", "description": "Subject"}
_DATES = {"created": "CreationDate", "modified": "ModDate"}
_DATE = re.compile(r"D:(\d{4})(\d\d)?(\d\d)?(?:(\d\d)(\d\d)(\d\d)?)?")


def read(path: Path, media_type: str) -> Paper:
    """A PDF's pages. Raises ReadingError where it is protected, damaged, or longer than can be."""
    document = open_document(path)
    try:
        pages = tuple(_pages(document))
        return Paper(media_type, pages, _metadata(document))
    finally:
        document.close()


def open_document(path: Path) -> pdfium.PdfDocument:
    """The document, to be closed by the caller. Raises ReadingError where it cannot be opened."""
    try:
        document = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        raise _cannot_open(error) from error
    if len(document) == 0:
        document.close()
        raise limits.broken("a PDF", "it has no pages")
    if len(document) > limits.MOST_PAGES:
        document.close()
        raise limits.too_large(f"more than {limits.MOST_PAGES:,} pages")
    return document


def _cannot_open(error: pdfium.PdfiumError) -> ReadingError:
    if error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
        return limits.encrypted()
    return limits.broken("a PDF")


def _pages(document: pdfium.PdfDocument) -> Iterator[Page]:
    letters = 0
    for index in range(len(document)):
        try:
            page = document[index]
        except pdfium.PdfiumError as error:
            raise limits.broken("a PDF", f"page {index + 1} cannot be opened") from error
        try:
            result = _page(page, index + 1)
        finally:
            page.close()
        letters += len(result.text)
        if letters > limits.MOST_TEXT:
            raise limits.too_large(f"more than {limits.MOST_TEXT // 1_000_000} million characters of text")
        yield result


def _page(page: pdfium.PdfPage, number: int) -> Page:
    width, height = page.get_size()
    text, words = compose(words_on(page))
    return Page(number, text, width, height, words, _needs_ocr(page, text, width * height))


def _needs_ocr(page: pdfium.PdfPage, text: str, area: float) -> bool:
    """Whether the page shows what its text does not say: a scan, or letters that the file gives no meaning."""
    letters = sum(map(len, text.split()))
    if unreadable_share(text) > _UNREADABLE or not is_legible(text):
        return True
    if letters >= _FEW_BESIDE_A_SCAN:
        return False
    covered = _covered_by_pictures(page, area)
    return covered > _MOST_OF_THE_PAGE or (letters < _FEW_LETTERS and covered > 0)


def pictured_pages(path: Path) -> frozenset[int]:
    """The numbers of the pages that are pictures for the most part, whatever text lies over them."""
    document = open_document(path)
    try:
        return frozenset(index + 1 for index in range(len(document)) if _is_picture(document[index]))
    except pdfium.PdfiumError as error:
        raise limits.broken("a PDF") from error
    finally:
        document.close()


def _is_picture(page: pdfium.PdfPage) -> bool:
    try:
        width, height = page.get_size()
        return _covered_by_pictures(page, width * height) > _MOST_OF_THE_PAGE
    finally:
        page.close()


def _covered_by_pictures(page: pdfium.PdfPage, area: float) -> float:
    """The share of the page that pictures cover, those laid over one another counted once each."""
    covered = 0.0
    for picture in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=4):
        left, bottom, right, top = picture.get_bounds()
        covered += max(0.0, right - left) * max(0.0, top - bottom)
    return covered / area if area else 0.0


def _metadata(document: pdfium.PdfDocument) -> dict[str, str]:
    try:
        stated = document.get_metadata_dict(skip_empty=True)
    except pdfium.PdfiumError:
        return {}
    found = {key: stated.get(name, "").replace("\x00", "").strip() for key, name in _METADATA.items()}
    found |= {key: _date(stated.get(name, "")) for key, name in _DATES.items()}
    return {key: value for key, value in found.items() if value}


def _date(written: str) -> str:
    """``D:20140903101500-06'00'`` as ISO 8601, as far as it goes; other spellings as written."""
    match = _DATE.match(written)
    if not match:
        return written.strip()
    year, month, day, hour, minute, second = match.groups()
    date = "-".join(part for part in (year, month, day) if part)
    return f"{date}T{hour}:{minute}:{second or '00'}" if hour and day else date
