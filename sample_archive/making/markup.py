"""The small markup of the papers: blocks of text parted by blank lines.

`# ` title line, `## ` heading, `### ` sub-heading, `= ` centred line, `> ` line at the
right, `~ ` lines kept as they stand (addresses), `- ` bullet, `1. `, `I. `, `A. `, `(a) `
numbered clause, `| a | b |` table row, `@signatures`, `@rule`, `@page`, `@columns`.
`**bold**` and `__italic__` inside text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

NUMBERED = re.compile(r"(\([a-z0-9]{1,3}\)|\d{1,2}\.|[IVX]{1,4}\.|[A-H]\.)\s+(.*)", re.S)
PREFIXES = {"# ": "title", "## ": "heading", "### ": "subheading", "= ": "centre", "> ": "right", "- ": "bullet"}
INLINE = re.compile(r"\*\*(?P<bold>.+?)\*\*|__(?P<italic>.+?)__")


@dataclass(frozen=True)
class Block:
    """One block: its kind, its text, the number of a clause, the rows of a table."""

    kind: str
    text: str = ""
    marker: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class Run:
    """A stretch of text in one face."""

    text: str
    bold: bool = False
    italic: bool = False


def parse(source: str) -> list[Block]:
    """The blocks of a marked-up text, in order."""
    return [block for part in re.split(r"\n\s*\n", source.strip()) for block in _blocks(part)]


def runs(text: str) -> Iterator[Run]:
    """The text cut where its face changes."""
    end = 0
    for match in INLINE.finditer(text):
        if match.start() > end:
            yield Run(text[end : match.start()])
        yield Run(match["bold"] or match["italic"], bold=bool(match["bold"]), italic=bool(match["italic"]))
        end = match.end()
    if end < len(text):
        yield Run(text[end:])


def plain(text: str) -> str:
    """The text without its marks."""
    return "".join(run.text for run in runs(text))


def _blocks(part: str) -> Iterator[Block]:
    lines = [line.rstrip() for line in part.splitlines()]
    first = lines[0]
    if first.startswith("|"):
        yield Block("table", rows=tuple(_cells(line) for line in lines))
    elif first.startswith("~ "):
        yield Block("lines", "\n".join(line.removeprefix("~").strip() for line in lines))
    elif any(first.startswith(prefix) for prefix in PREFIXES):
        yield from _prefixed(lines)
    elif first.startswith("@"):
        yield Block(first[1:])
    else:
        yield _paragraph(" ".join(line.strip() for line in lines))


def _prefixed(lines: list[str]) -> Iterator[Block]:
    """Each prefixed line is a block; a line without a prefix goes on with the one before."""
    joined: list[str] = []
    for line in lines:
        if any(line.startswith(prefix) for prefix in PREFIXES):
            joined.append(line)
        else:
            joined[-1] += " " + line.strip()
    for line in joined:
        prefix = next(prefix for prefix in PREFIXES if line.startswith(prefix))
        yield Block(PREFIXES[prefix], line.removeprefix(prefix).strip())


def _paragraph(text: str) -> Block:
    match = NUMBERED.fullmatch(text)
    return Block("clause", match[2], marker=match[1]) if match else Block("paragraph", text)


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.strip().strip("|").split("|"))
