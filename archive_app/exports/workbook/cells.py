"""Cells: text that stays text, dates that are dates, links, and the look they share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from archive_app.domain.dates import PartialDate

#: A cell holds so many characters; openpyxl would cut what is longer without a word.
LONGEST = 32_767
CUT = " … [cut here; the rest is in the archive]"

HEADER_FONT, HEADER_FILL = Font(bold=True, color="FFFFFF"), PatternFill("solid", fgColor="24495A")
PROVED_FONT = Font(color="24495A")
LINK_FONT = Font(color="1F5F99", underline="single")
WRAP = Alignment(wrap_text=True, vertical="top", horizontal="left")
TOP = Alignment(vertical="top", horizontal="left")
THIN = Border(bottom=Side("hair", color="C8D0D6"))

STATUS_FILLS = {
    "in force": "CFE8D6", "amended": "CFE8D6", "expiring": "F8E3B0", "not yet in force": "DCEBF2",
    "renewed": "E4E9ED", "superseded": "E4E9ED", "expired": "F3CFCB", "terminated": "F3CFCB", "unknown": "E6DFF0",
}  # fmt: skip


@dataclass(frozen=True)
class Link:
    """A cell's text and where it leads: a file, or a place in the workbook like ``#Records!A2``."""

    text: str
    target: Path | str


@dataclass(frozen=True)
class Proved:
    """A value that leads to the line of the workbook where the words stand that it rests on."""

    value: object
    target: str


@dataclass(frozen=True)
class Filled:
    """A cell with a colour behind it (RGB in six hexadecimal digits), or a pattern for those who see no colour."""

    value: object
    color: str
    pattern: Literal["solid", "lightUp", "lightGray"] = "solid"


def cell(sheet: Worksheet, value: object, *, wrap: bool = False) -> Cell:
    """A cell for a value: text, EDTF date (a real date where the day is known), number, Link, Proved, Filled."""
    made: Cell = WriteOnlyCell(sheet)
    made.alignment, made.border = (WRAP if wrap else TOP), THIN
    if isinstance(value, Filled):
        made.fill = PatternFill(value.pattern, fgColor=value.color, bgColor="FFFFFF")
        value = value.value
    if isinstance(value, Proved):
        made.hyperlink = Hyperlink(ref="", location=value.target.removeprefix("#"))
        made.font = PROVED_FONT
        value = value.value
    if isinstance(value, Link):
        made.hyperlink = value.target if isinstance(value.target, str) else value.target.resolve().as_uri()
        made.font = LINK_FONT
        value = value.text
    _fill(made, value)
    return made


def _fill(made: Any, value: object) -> None:
    if isinstance(value, str):
        made.value = plain(value)
        # Without this, text that begins with "=" would be run as a formula.
        made.data_type = "s"
    elif isinstance(value, date):
        made.value = value
        made.number_format = "yyyy-mm-dd"
    else:
        made.value = value


def shown(value: object) -> str:
    """The words that a cell for this value shows."""
    if isinstance(value, Filled | Proved):
        return shown(value.value)
    inner = value.text if isinstance(value, Link) else value
    return "" if inner is None else str(inner)


def plain(text: str) -> str:
    """Text as a cell can hold it: without control characters, cut with a word where too long."""
    text = ILLEGAL_CHARACTERS_RE.sub("", text)
    return text if len(text) <= LONGEST else text[: LONGEST - len(CUT)] + CUT


def day(edtf: str | None) -> date | str | None:
    """A real date where the day is known; a month, a year or ``perpetual`` as text."""
    if edtf is None:
        return None
    try:
        known = PartialDate.parse(edtf)
    except ValueError:
        return edtf
    # A workbook's calendar begins in 1900; earlier days stay text.
    return known.first_day if known.day and known.year >= 1900 else edtf
