"""Workbooks in which a cell lies far from all others, drawn together so that the rest can be read.

A sheet is read as the rectangle around its cells. One cell in the last corner, where a key was pressed by mistake,
makes that seventeen thousand million cells large.
"""

from __future__ import annotations

import io
import re
import zipfile
from bisect import bisect_right
from collections.abc import Iterable
from pathlib import Path

#: Cells of a rectangle that is read as it stands.
_MOST = 4_000_000
#: Rows and columns without a cell that are left where there are more: what stands before them keeps its number.
_GAP = 100
_SHEETS = "xl/worksheets/"
_ROW = re.compile(rb'(<(?:\w+:)?row\b[^>]*?\sr=")(\d{1,7})"')
_CELL = re.compile(rb'(<(?:\w+:)?c\b[^>]*?\sr=")([A-Z]{1,3})(\d{1,7})"')

_LONGEST_PREFIX = 16
_COLUMNS = ((re.compile(rb' r="[A-Z]{3}\d'), 16_384), (re.compile(rb' r="[A-Z]{2}\d'), 702))


def drawn_together(path: Path) -> io.BytesIO | None:
    """The workbook without its widest empty rows and columns; None where it can be read as it is.

    Of XLSX alone, and after its container was checked. Raises what zipfile does where it is damaged:
    BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError.
    """
    with zipfile.ZipFile(path) as book:
        names = [name for name in book.namelist() if name.startswith(_SHEETS) and name.endswith(".xml")]
        changed = {name: sheet for name in names if (sheet := _nearer(book.read(name))) is not None}
        if not changed:
            return None
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as copy:
            for name in dict.fromkeys(book.namelist()):
                copy.writestr(name, changed.get(name) or book.read(name))
    made.seek(0)
    return made


def _nearer(sheet: bytes) -> bytes | None:
    """A sheet with every cell near the others; None where they are."""
    if _last_row(sheet) * _widest(sheet) <= _MOST:
        return None
    cells = [(_number(cell[2]), int(cell[3])) for cell in _CELL.finditer(sheet)]
    if not cells or max(column for column, _ in cells) * max(row for _, row in cells) <= _MOST:
        return None
    columns = _Places(column for column, _ in cells)
    rows = _Places([*(row for _, row in cells), *(int(row[2]) for row in _ROW.finditer(sheet))])
    sheet = _ROW.sub(lambda row: b'%s%d"' % (row[1], rows.of(int(row[2]))), sheet)
    return _CELL.sub(
        lambda cell: b'%s%s%d"' % (cell[1], _letters(columns.of(_number(cell[2]))), rows.of(int(cell[3]))), sheet
    )


def _last_row(sheet: bytes) -> int:
    """The number of the row that comes last in the file, which is far quicker told than the greatest of all."""
    last = _ROW.search(sheet, max(sheet.rfind(b"row "), _LONGEST_PREFIX) - _LONGEST_PREFIX)
    return int(last[2]) if last else 0


def _widest(sheet: bytes) -> int:
    """At most so many columns: as many as the most letters of a cell can name."""
    return next((columns for letters, columns in _COLUMNS if letters.search(sheet)), 26)


class _Places:
    """Where rows or columns come to stand, once the widest gaps between them are narrower."""

    def __init__(self, numbers: Iterable[int]) -> None:
        self._after = [0]
        self._back = [0]
        before = 0
        for number in sorted(set(numbers)):
            if number - before > _GAP:
                self._after.append(number)
                self._back.append(self._back[-1] + number - before - _GAP)
            before = number

    def of(self, number: int) -> int:
        return number - self._back[bisect_right(self._after, number) - 1]


def _number(letters: bytes) -> int:
    """A column by its letters: 1 for A, 27 for AA."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number


def _letters(number: int) -> bytes:
    letters = b""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = bytes([ord("A") + rest]) + letters
    return letters
