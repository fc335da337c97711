"""Rows of a sheet as XML, written as they come: a workbook of a million cells takes seconds and no memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from html import escape
from math import ceil
from pathlib import Path

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from archive_app.exports.workbook.cells import Filled, Link, Proved, cell, plain, shown
from archive_app.exports.workbook.table import FILLED, LINE, MOST_LINES, Column

#: Spreadsheets count days from here, and know none before 1900.
_DAY_ZERO, _FIRST_YEAR = date(1899, 12, 30), 1901
_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_EXTERNAL = f'Type="{_RELATIONSHIPS}/hyperlink" TargetMode="External"'


@dataclass
class Body:
    """The rows of one sheet below its header, with the links that its cells hold."""

    sheet: Worksheet
    columns: Sequence[Column]
    rows: Iterable[Sequence[object]]
    links: list[str] = field(default_factory=list)
    targets: dict[str, int] = field(default_factory=dict)
    _styles: dict[object, int] = field(default_factory=dict)

    def write(self) -> Iterator[bytes]:
        """Each row; ``links`` and ``targets`` are whole once all are written."""
        letters = [get_column_letter(number) for number in range(1, len(self.columns) + 1)]
        wrapped = [(at, c.width * FILLED) for at, c in enumerate(self.columns) if c.wrap]
        for number, row in enumerate(self.rows, 2):
            height = LINE * _lines(row, wrapped)
            cells = (
                self._cell(f"{letter}{number}", _wrapped(value, column), column.wrap)
                for letter, value, column in zip(letters, row, self.columns, strict=True)
                if value is not None
            )
            yield f'<row r="{number}" ht="{height:g}" customHeight="1">{"".join(cells)}</row>'.encode(
                "utf-8", "replace"
            )

    def _cell(self, place: str, value: object, wrap: bool) -> str:
        style = self._style(value, wrap)
        if isinstance(value, Filled):
            value = value.value
        if isinstance(value, Proved | Link):
            self._link(place, value.target)
            value = value.value if isinstance(value, Proved) else value.text
        if isinstance(value, date):
            if value.year >= _FIRST_YEAR:
                return f'<c r="{place}" s="{style}"><v>{(value - _DAY_ZERO).days}</v></c>'
            value = value.isoformat()
        if isinstance(value, int | float):
            return f'<c r="{place}" s="{style}"><v>{value}</v></c>'
        if value is None:
            return f'<c r="{place}" s="{style}"/>'
        text = escape(plain(str(value)), quote=False)
        return f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'

    def _style(self, value: object, wrap: bool) -> int:
        """The number of the look that a value has, as the workbook counts its looks."""
        inner = value.value if isinstance(value, Filled | Proved) else value
        look = (wrap, type(value), isinstance(inner, date), value.color if isinstance(value, Filled) else None,
                value.pattern if isinstance(value, Filled) else None)  # fmt: skip
        known = self._styles.get(look)
        if known is None:
            known = self._styles[look] = int(cell(self.sheet, value, wrap=wrap).style_id)
        return known

    def _link(self, place: str, target: Path | str) -> None:
        if isinstance(target, str) and target.startswith("#"):
            self.links.append(f'<hyperlink ref="{place}" location="{escape(target[1:])}"/>')
            return
        address = target if isinstance(target, str) else target.resolve().as_uri()
        number = self.targets.setdefault(address, len(self.targets) + 1)
        self.links.append(f'<hyperlink ref="{place}" r:id="link{number}"/>')

    def hyperlinks(self) -> bytes:
        """The element that tells where the cells lead."""
        if not self.links:
            return b""
        return f'<hyperlinks xmlns:r="{_RELATIONSHIPS}">{"".join(self.links)}</hyperlinks>'.encode("utf-8", "replace")

    def relationships(self) -> bytes | None:
        """The part that names the files outside to which cells lead; None where there are none."""
        if not self.targets:
            return None
        rows = (f'<Relationship Id="link{n}" {_EXTERNAL} Target="{escape(to)}"/>' for to, n in self.targets.items())
        package = "http://schemas.openxmlformats.org/package/2006/relationships"
        return f'<Relationships xmlns="{package}">{"".join(rows)}</Relationships>'.encode("utf-8", "replace")


def _wrapped(value: object, column: Column) -> object:
    """A long text without its link: some programs show the text of a link on one line, however long it is."""
    if column.wrap and isinstance(value, Proved) and len(shown(value)) > column.width * FILLED:
        return value.value
    return value


def _lines(row: Sequence[object], wrapped: Sequence[tuple[int, float]]) -> int:
    """How many lines the highest cell of a row takes, at most MOST_LINES."""
    most = max((len(shown(row[at])) / width for at, width in wrapped if row[at] is not None), default=1.0)
    return max(1, min(MOST_LINES, ceil(most)))
