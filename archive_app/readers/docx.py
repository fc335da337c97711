"""Word processors' documents: paragraphs and tables in their order, headers before and footers after, notes last."""

from __future__ import annotations

import datetime
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import docx
from docx.document import Document
from docx.opc.exceptions import OpcError
from docx.oxml import parse_xml
from lxml import etree

from archive_app.domain.page import Page
from archive_app.domain.paper import Paper
from archive_app.domain.table import Table, tidied
from archive_app.readers import containers, limits, numbering
from archive_app.readers.plain import pages_of

_WHAT = "a Word document"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SIGNS = {_W + "tab": "\t", _W + "cr": "\n", _W + "noBreakHyphen": "-", _W + "pageBreakBefore": "\f"}
_NOTES = ("/footnotes", "/endnotes")
_BROKEN = (
    OpcError,
    BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    KeyError,
    ValueError,
    AttributeError,
    TypeError,
    etree.XMLSyntaxError,
)
#: Paragraphs no longer than this that follow each other are lines of one block: a title, an address, a signature.
_SHORT = 80
#: Blocks of text that stand beside each other at most; a row of more cells is one of figures or names.
_MOST_BLOCKS = 3
#: As many columns as a word processor lets a table have.
_MOST_COLUMNS = 63


def read(path: Path, media_type: str) -> Paper:
    """A document as one page, or one for each explicit page break. Raises ReadingError where it cannot be read."""
    containers.check(path, _WHAT)
    try:
        document = _document(path)
        numbering.write_labels(document)
        text = _joined(limits.counted(_all_paragraphs(document)))
        metadata = _metadata(document)
    except _BROKEN as error:
        raise limits.broken(_WHAT) from error
    return Paper(media_type, pages_of(text), metadata)


def _document(path: Path) -> Document:
    """The document, all parts read. The library would leave the file of a damaged one open, to be closed by chance."""
    with path.open("rb") as stream:
        return docx.Document(stream)


def tables(path: Path, media_type: str, pages: Sequence[Page]) -> tuple[Table, ...]:
    """The document's tables, each on the page that has its first row. Raises ReadingError where it cannot be read."""
    containers.check(path, _WHAT)
    try:
        document = _document(path)
        numbering.write_labels(document)
        found = [(_first_line(table), tidied(list(_cells(table)))) for table in _tables(document.element.body)]
    except _BROKEN as error:
        raise limits.broken(_WHAT) from error
    return tuple(Table(_page_with(first, pages), rows) for first, rows in found if rows)


def _tables(parent: Any) -> Iterator[Any]:
    """A container's tables, without those inside their cells."""
    for child in parent:
        if child.tag == _W + "tbl":
            yield child
        elif isinstance(child.tag, str):
            yield from _tables(child)


def _cells(table: Any) -> Iterator[list[str]]:
    """Each row's cells, an empty one for every further column that a cell goes over."""
    for row in _own(table, "tr", "tbl"):
        cells: list[str] = []
        for cell in _own(row, "tc", "tr"):
            over = cell.find(f"{_W}tcPr/{_W}gridSpan")
            wide = int(over.get(_W + "val", "1")) if over is not None else 1
            cells += [" ".join(_paragraphs(cell)), *[""] * (min(wide, _MOST_COLUMNS) - 1)]
        yield cells


def _own(parent: Any, tag: str, within: str) -> Iterator[Any]:
    """Rows of a table or cells of a row, without those of tables inside it."""
    return (held for held in parent.iter(_W + tag) if next(held.iterancestors(_W + within)) is parent)


def _page_with(line: str, pages: Sequence[Page]) -> int:
    return next((page.number for page in pages if line and line in page.text), 1)


def _all_paragraphs(document: Document) -> Iterator[str]:
    yield from _margins(document, lambda section: section.header)
    yield from _paragraphs(document.element.body)
    for part in document.part.rels.values():
        if part.reltype.endswith(_NOTES) and not part.is_external:
            yield from _paragraphs(parse_xml(part.target_part.blob))
    yield from _margins(document, lambda section: section.footer)


def _margins(document: Document, margin: Callable[[Any], Any]) -> Iterator[str]:
    """Headers or footers, each wording once."""
    seen = set()
    for section in document.sections:
        text = _joined(_paragraphs(margin(section)._element)).strip()
        if text and text not in seen:
            seen.add(text)
            yield text
            yield ""


def _paragraphs(parent: Any) -> Iterator[str]:
    """A container's paragraphs and table rows, also those inside content controls and tracked insertions."""
    for child in parent:
        if child.tag == _W + "p":
            yield _text(child)
        elif child.tag == _W + "tbl":
            yield ""
            yield from _rows(child)
            yield ""
        elif isinstance(child.tag, str):
            yield from _paragraphs(child)


def _rows(table: Any) -> Iterator[str]:
    """A row as one line, its cells parted by tabs; cells of several lines or of running text one after the other."""
    for row in _own(table, "tr", "tbl"):
        cells = [_lines(cell) for cell in _own(row, "tc", "tr")]
        if _set_side_by_side(cells):
            for cell in cells:
                yield ""
                yield from cell
            yield ""
        else:
            yield "\t".join(" ".join(cell) for cell in cells).rstrip()


def _lines(cell: Any) -> list[str]:
    """A cell's lines that are not empty, white space in them single but for tabs."""
    lines = (line for paragraph in _paragraphs(cell) for line in paragraph.split("\n"))
    return [
        words for line in lines if (words := "\t".join(" ".join(part.split()) for part in line.split("\t")).strip())
    ]


def _set_side_by_side(cells: Sequence[Sequence[str]]) -> bool:
    """Whether a table only sets blocks beside each other: signatures, letterheads, a text in two languages."""
    filled = [cell for cell in cells if cell]
    blocks = [cell for cell in filled if len(cell) > 1 or max(map(len, cell)) > _SHORT]
    return 0 < len(filled) <= _MOST_BLOCKS and len(blocks) >= min(2, len(filled))


def _first_line(table: Any) -> str:
    return next((line for line in _rows(table) if line), "")


def _text(paragraph: Any) -> str:
    """A paragraph's text; what was struck out is not part of it, nor what stands twice for older programs."""
    parts: list[str] = []
    waiting = [paragraph]
    while waiting:
        node = waiting.pop()
        if node.tag == _W + "t":
            parts += node.itertext()
        elif node.tag == _W + "br":
            parts.append("\f" if node.get(_W + "type") == "page" else "\n")
        elif node.tag in _SIGNS:
            parts.append(_SIGNS[node.tag])
        elif node.tag != _FALLBACK and node.tag != _W + "tabs":
            if node.tag == _W + "p" and parts:
                parts.append("\n")
            waiting.extend(reversed(node))
    return "".join(parts)


def _joined(paragraphs: Iterable[str]) -> str:
    """Paragraphs as blocks with an empty line between them; short ones in a row are lines of one block."""
    parts: list[str] = []
    before = ""
    for paragraph in paragraphs:
        if parts and paragraph.strip():
            together = before.strip() and max(len(before), len(paragraph)) <= _SHORT
            parts.append("\n" if together else "\n\n")
        if paragraph.strip() or "\f" in paragraph:
            parts.append(paragraph)
        before = paragraph
    return "".join(parts)


def _metadata(document: Document) -> dict[str, str]:
    stated = document.core_properties
    found = {"title": stated.title, "author": stated.author, "description": stated.subject}
    found |= {"created": _iso(stated.created), "modified": _iso(stated.modified)}
    return {key: value.strip() for key, value in found.items() if value and value.strip()}


def _iso(moment: datetime.datetime | None) -> str:
    return moment.isoformat() if moment else ""
