"""A workbook whose large sheets are written row by row into its file, once the rest of it stands."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable, Sequence
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from archive_app.exports.labels import Labels
from archive_app.exports.workbook import table
from archive_app.exports.workbook.body import Body
from archive_app.exports.workbook.table import Column

#: More of it makes the file a little smaller and takes much longer.
_COMPRESSION = 3
_SHEET = re.compile(r"xl/worksheets/sheet(\d+)\.xml\Z")
_END_OF_ROWS = b"</sheetData>"


class Book:
    """Sheets are added in order; headers and names of sheets are told in the language of ``labels``."""

    def __init__(self, labels: Labels) -> None:
        self.labels = labels
        self.book = Workbook(write_only=True)
        self._bodies: dict[int, Body] = {}

    def sheet_name(self, english: str) -> str:
        """A sheet's name in the book's language; one holds 31 characters."""
        return self.labels.say(english)[:31]

    def place(self, english: str, row: int, column: str = "A") -> str:
        """Where a link to a row of a sheet leads."""
        return f"#'{self.sheet_name(english)}'!{column}{row}"

    def plain(self, english: str) -> Worksheet:
        """A sheet whose cells are added one by one."""
        sheet: Worksheet = self.book.create_sheet(self.sheet_name(english))
        return sheet

    def table(
        self, english: str, columns: Sequence[Column], rows: Iterable[Sequence[object]], count: int, *,
        frozen: int = 1, printed: int | None = None,
    ) -> None:  # fmt: skip
        """A sheet with a header and ``count`` rows, each with a value for every column."""
        told = [Column(self.labels.say(c.header), c.width, c.wrap) for c in columns]
        sheet = table.add(self.book, self.sheet_name(english), told, (), frozen=frozen)
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{count + 1}"
        if printed:
            sheet.print_area = f"A1:{get_column_letter(printed)}{count + 1}"
        self._bodies[len(self.book.worksheets)] = Body(sheet, told, rows)

    def save(self, file: Path, title: str) -> None:
        """Writes the book. Whole first, beside: a file that cannot be written leaves nothing half done."""
        self.book.properties.title, self.book.properties.creator = title, "Convenio"
        # Rows first: each look that they have becomes one of the book's.
        with tempfile.TemporaryDirectory() as folder:
            for number, body in self._bodies.items():
                with (Path(folder) / str(number)).open("wb") as rows:
                    rows.writelines(body.write())
            frame = BytesIO()
            self.book.save(frame)
            whole = Path(folder) / "book.xlsx"
            with ZipFile(frame) as parts, ZipFile(whole, "w", ZIP_DEFLATED, compresslevel=_COMPRESSION) as out:
                for name in parts.namelist():
                    self._copy(name, parts, out, Path(folder))
            _move(whole, file)

    def _copy(self, name: str, parts: ZipFile, out: ZipFile, folder: Path) -> None:
        match = _SHEET.match(name)
        body = self._bodies.get(int(match[1])) if match else None
        if body is None:
            out.writestr(name, parts.read(name))
            return
        head, _, tail = parts.read(name).partition(_END_OF_ROWS)
        with out.open(_entry(name), "w", force_zip64=True) as target:
            target.write(head)
            with (folder / str(int(match[1]) if match else 0)).open("rb") as rows:
                while chunk := rows.read(1 << 20):
                    target.write(chunk)
            target.write(_END_OF_ROWS + tail.replace(b"<pageMargins", body.hyperlinks() + b"<pageMargins", 1))
        if relationships := body.relationships():
            out.writestr(f"xl/worksheets/_rels/{Path(name).name}.rels", relationships)


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name)
    entry.compress_type = ZIP_DEFLATED
    return entry


def _move(whole: Path, file: Path) -> None:
    with whole.open("rb") as source, file.open("wb") as target:
        while chunk := source.read(1 << 20):
            target.write(chunk)
