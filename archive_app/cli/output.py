"""What the terminal prints: JSON as the contract has it, or short text that a person reads."""

from __future__ import annotations

import html
import json
import re
import sys
import textwrap
from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import Any


def print_json(data: object) -> None:
    """One JSON value on standard output, on one line where it is an object of a stream."""
    json.dump(data, sys.stdout, ensure_ascii=False)
    sys.stdout.write("\n")


def say(text: str = "") -> None:
    print(clean(text))


def clean(text: str) -> str:
    """Text from a file without the control characters by which it could steer a terminal."""
    return "".join(c for c in text if c in "\n\t" or c.isprintable() or c == "\u00a0")


def one_line(text: str) -> str:
    """The same on one line, as a sentence is that names a file with line breaks in its name."""
    return clean(text).replace("\n", " ").replace("\t", " ")


def table(rows: Iterable[Sequence[object]], widths: Sequence[int]) -> None:
    """Rows in columns so many characters wide; the last column runs on."""
    for row in rows:
        cells = ["" if cell is None else clean(str(cell)) for cell in row]
        head = [_fit(cell, width) for cell, width in zip(cells, widths, strict=False)]
        say("  ".join([*head, *cells[len(widths) :]]).rstrip())


def grid(rows: Iterable[Sequence[str]], widest: int = 36) -> None:
    """A paper's table in columns as wide as they need; cells longer than the widest go on below."""
    lines = [[textwrap.wrap(clean(cell), widest) or [""] for cell in row] for row in rows]
    widths = [max(len(line) for cell in column for line in cell) for column in zip(*lines, strict=True)]
    for row in lines:
        for parts in zip_longest(*row, fillvalue=""):
            padded = (part.ljust(width) for part, width in zip(parts, widths, strict=True))
            print("  " + "  ".join(padded).rstrip())


def _fit(text: str, width: int) -> str:
    return text.ljust(width) if len(text) <= width else text[: width - 1] + "…"


def plain_snippet(snippet: str, bold: bool) -> str:
    """A snippet without its HTML; matched words are bold on a terminal and in [brackets] elsewhere."""
    before, after = ("\x1b[1m", "\x1b[0m") if bold else ("[", "]")
    # Neighbouring marks are one to a reader; the text between the marks is escaped, so no other "<" is markup.
    joined = re.sub(r"</b>(\s+)<b>", r"\1", snippet)
    marks = {"<b>": before, "</b>": after}
    parts = [marks.get(part) or clean(html.unescape(part)) for part in re.split(r"(</?b>)", joined)]
    return " ".join("".join(parts).split())


def several(count: int, what: str, many: str = "") -> str:
    """A count with its noun: 1 record, 2 records. ``many`` is the noun of many where an s alone does not make it."""
    return f"{count} {what}" if count == 1 else f"{count} {many or f'{what}s'}"


def counts(data: dict[str, Any]) -> str:
    """``add``'s sum in one line."""
    return (f"{data['found']} found = {data['added']} added + {data['duplicates']} duplicates + "
            f"{data['skipped']} skipped + {data['failed']} failed")  # fmt: skip
