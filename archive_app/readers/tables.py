"""The tables of a file that was read: ruled ones of a PDF, those of a Word document, a spreadsheet's sheets."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from archive_app.domain.page import Page
from archive_app.domain.table import Table
from archive_app.errors import ReadingError

_MODULES = {
    "application/pdf": "ruled_tables",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "sheet",
    "application/vnd.ms-excel": "sheet",
    "application/vnd.oasis.opendocument.spreadsheet": "sheet",
    "text/csv": "sheet",
}
#: Cells beyond which a file's tables are data of their own, which nobody looks at cell by cell in an archive.
MOST_CELLS = 50_000


def can_hold_tables(media_type: str) -> bool:
    """Whether tables are kept of files of this type."""
    return media_type in _MODULES


def tables(path: Path, media_type: str, pages: Sequence[Page]) -> tuple[Table, ...]:
    """The tables of a file whose pages were read, in order, up to MOST_CELLS. Raises ReadingError."""
    try:
        found = import_module(f"archive_app.readers.{_MODULES[media_type]}").tables(path, media_type, pages)
    except OSError as error:
        reason = error.strerror or str(error)
        raise ReadingError(
            "reading", f"The file cannot be opened ({reason}).", "Check that it is there and may be read."
        ) from error
    kept, cells = [], 0
    for table in found:
        cells += len(table.rows) * table.columns
        if cells <= MOST_CELLS:
            kept.append(table)
    return tuple(kept)
