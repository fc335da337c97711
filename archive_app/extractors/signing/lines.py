"""The lines of signature blocks as labelled cells, blocks that stand side by side put one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from archive_app.extractors.knowledge import Knowledge

_GAP = re.compile(r"\s{4,}|\t")
#: What only signature blocks hold: a mark, a label at a line's beginning, a line to sign on.
_SIGN = re.compile(
    r"/[sS]/|-s- |(?:^|\n)[ \t]*(?:By|BY|Por|POR|Firma|FIRMA|Name|Nombre|Signed)\b ?[:_]|"
    r"(?:^|\n)[ \t]*(?:Dated?|DATED?|Fecha|FECHA)\b[^\n:]{0,10}:|"
    r"(?:^|\n)[ \t]*(?:For|FOR|Por|POR) (?:(?:the|THE|el|EL|la|LA)\b|[A-Z]{3,}\s*\n|[A-Z]{3,}\s{4})|"
    r"(?P<closing>(?:^|\n)[ \t]*(?:Signed|Executed|Firmad[oa]|FIRMAS|SIGNATURES|Sincerely|Respectfully|Atentamente)\b)|"
    r"_{6,}|\[[sS]igned\]|\(f\)|\((?:[Ff]irma|FIRMA|[Ss]ignature)\)|Fdo\.|R[uú]brica"
)
#: How many lines around these belong to the blocks; after closing words whole blocks are to come.
_BEFORE_SIGN, _AFTER_SIGN, _AFTER_CLOSING = 6, 8, 24
_DAY = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}|\d{1,2} de [a-z]+ del? \d{4}")
#: "Signed 3/9/2018" in a cell of its own.
_SIGNED_ON = (
    r"(?P<day>(?:(?<=\s{3})|^)(?:Signed|SIGNED|Firmado|FIRMADO)(?:\s+(?:on|el))?"
    r"(?=\s+\d[\d/.-]{4,9}\s*(?:\s{3}|$)))"
)
#: Rows at most with one cell, or none, between two rows of side-by-side blocks.
_BETWEEN = 4
_RULE = re.compile(r"[_\-–—.\s]*_{5,}[_\-–—.\s]*\Z|-{8,}\Z")


@dataclass(frozen=True, slots=True)
class Cell:
    """One line of a block: its words and where they start, after its label (by, name, title, date, mark) if it has one.

    ``rule`` marks a line to sign on; ``empty`` an empty line.
    """

    start: int
    words: str
    label: str = ""
    rule: bool = False

    @property
    def end(self) -> int:
        return self.start + len(self.words)

    @property
    def empty(self) -> bool:
        return not self.words and not self.label and not self.rule


@dataclass(frozen=True, slots=True)
class _Row:
    """The cells of a printed line, and where it starts."""

    start: int
    cells: list[Cell]


@dataclass(frozen=True)
class LineCues:
    """The labels of the table ``signature_cues`` as one pattern with a group for each."""

    label: re.Pattern[str]
    for_body: re.Pattern[str]
    closing: re.Pattern[str]
    witness: re.Pattern[str]

    @classmethod
    def build(cls, knowledge: Knowledge) -> LineCues:
        table = knowledge.table("signature_cues")
        groups = [rf"(?P<{label}>(?<!\w)(?:{'|'.join(table[label])})\s*:)" for label in ("name", "title", "date", "by")]
        groups.append(rf"(?P<mark>{'|'.join(table['mark'])})")
        alone = rf"{_SIGNED_ON}|(?P<rule>_{{5,}})"
        return cls(
            re.compile("|".join(groups) + r"|(?P<bare>(?<![\w.])B[yY](?=\s*(?:/[sS]/|_{3,}|\s*$)))|" + alone),
            re.compile(rf"\s*(?:{'|'.join(table['for_body'])})(?P<body>[^:\n]{{4,160}}?)\s*:", re.S),
            re.compile("|".join(table["closing"])),
            re.compile("|".join(table["witness"])),
        )


def windows(text: str, cues: LineCues) -> list[tuple[int, int]]:
    """Spans of whole lines around everything that looks like a signature, those that touch made one."""
    spans: list[tuple[int, int]] = []
    for match in _SIGN.finditer(text):
        reach = _AFTER_CLOSING if match["closing"] else _AFTER_SIGN
        start, end = _lines_back(text, match.start(), _BEFORE_SIGN), _lines_on(text, match.end(), reach)
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return spans


def _lines_back(text: str, at: int, count: int) -> int:
    for _ in range(count):
        at = text.rfind("\n", 0, at)
        if at < 0:
            return 0
    return at + 1


def _lines_on(text: str, at: int, count: int) -> int:
    for _ in range(count):
        at = text.find("\n", at) + 1
        if at == 0:
            return len(text)
    return at - 1


def cells(text: str, start: int, end: int, cues: LineCues) -> list[Cell]:
    """The cells of a span of the text in the order a person reads its blocks."""
    rows: list[_Row] = []
    position = start
    for line in text[start:end].split("\n"):
        rows.append(_Row(position, _row(line, position, cues)))
        position += len(line) + 1
    return list(_unwoven(rows))


def _row(line: str, start: int, cues: LineCues) -> list[Cell]:
    """The cells of a printed line: one for each label, wide gaps parting columns without labels."""
    marks = [m for m in cues.label.finditer(line) if m.lastgroup != "rule" or _is_parted(line, m)]
    if not marks:
        return [_cell(start + at, words) for at, words in columns(line)] or [Cell(start, "")]
    row: list[Cell] = []
    before = line[: marks[0].start()]
    if before.strip():
        row.extend(_cell(start + at, words) for at, words in columns(before))
    for number, mark in enumerate(marks):
        stop = marks[number + 1].start() if number + 1 < len(marks) else len(line)
        label = {"bare": "by", "day": "date"}.get(str(mark.lastgroup), str(mark.lastgroup))
        if label == "rule":
            row.append(Cell(start + mark.start(), "", rule=True))
            label = ""
        parts = columns(line[mark.end() : stop])
        first = parts[0] if parts else (0, "")
        if label or first[1].strip():
            row.append(_cell(start + mark.end() + first[0], first[1], label))
        row.extend(_cell(start + mark.end() + at, words) for at, words in parts[1:])
    return _marks_joined(row)


def _is_parted(line: str, rule: re.Match[str]) -> bool:
    """Whether a line to sign on stands between words, not after a label: ``Area Office ______ Ana Ruiz``."""
    return not line[: rule.start()].rstrip().endswith(":") and bool(line[rule.end() :].strip(" _"))


def _marks_joined(row: list[Cell]) -> list[Cell]:
    """``By: /s/ Ana Ruiz`` is one cell, not an empty By and a mark."""
    joined: list[Cell] = []
    for cell in row:
        if cell.label == "mark" and joined and joined[-1].label in ("by", "name") and not joined[-1].words:
            joined[-1] = Cell(cell.start, cell.words, "by" if joined[-1].label == "by" else "mark")
        else:
            joined.append(cell)
    return joined


def _cell(start: int, words: str, label: str = "") -> Cell:
    stripped = words.strip()
    if _RULE.match(stripped):
        return Cell(start, "", label, rule=True)
    lead = len(words) - len(words.lstrip(" _"))
    return Cell(start + lead, words.strip(" _"), label)


def columns(line: str) -> list[tuple[int, str]]:
    """Offsets and words of the parts of a line between wide gaps."""
    if _GAP.search(line) is None:
        return [(0, line)] if line and not line.isspace() else []
    parts, position = [], 0
    for gap in [*_GAP.finditer(line), None]:
        stop = gap.start() if gap else len(line)
        if line[position:stop].strip():
            parts.append((position, line[position:stop]))
        position = gap.end() if gap else stop
    return parts


def _unwoven(rows: Iterable[_Row]) -> Iterator[Cell]:
    """Rows of as many parts one after the other: first all the left parts, then all the right ones.

    A row between them with fewer parts goes on below those that it stands under.
    """
    group: list[list[list[Cell]]] = []
    starts: list[int] = []
    between: list[_Row] = []
    for row in rows:
        parts = _with_their_days(row.cells)
        labels = ["by" if part[0].label == "mark" else part[0].label for part in parts]
        woven = len(parts) > 1 and (len(set(labels)) < len(labels))
        if woven and group and len(group[0]) == len(parts):
            group += [*(_placed(one, starts) for one in between), parts]
            between = []
            continue
        if group and len(row.cells) == 1 and len(between) < _BETWEEN and not row.cells[0].label:
            between.append(row)  # one column may go on below it
            continue
        yield from _columnwise(group)
        yield from chain.from_iterable(one.cells for one in between)
        group, between = [parts] if woven else [], []
        starts = [part[0].start - row.start for part in parts]
        if not woven:
            yield from row.cells
    yield from _columnwise(group)
    yield from chain.from_iterable(one.cells for one in between)


def _placed(row: _Row, starts: list[int]) -> list[list[Cell]]:
    """A row of one cell as a part of the column that begins nearest to it, the other columns empty."""
    cell = row.cells[0]
    empty = [[Cell(cell.start, "")] for _ in starts]
    nearest = min(range(len(starts)), key=lambda column: abs(starts[column] - (cell.start - row.start)))
    return [[cell] if column == nearest else part for column, part in enumerate(empty)]


def _with_their_days(row: list[Cell]) -> list[list[Cell]]:
    """The cells of a row, a day with the mark that it stands beside: ``/s/ Ana Ruiz  3/12/2018  /s/ Luis Vega …``."""
    parts: list[list[Cell]] = []
    for cell in row:
        beside = parts and not cell.label and _DAY.fullmatch(cell.words.strip())
        if beside and (parts[-1][-1].label in ("by", "mark") or _in_turns(row)):
            parts[-1].append(cell)
        else:
            parts.append([cell])
    return parts


def _in_turns(row: list[Cell]) -> bool:
    """``Ana Ruiz   10/14/15   Luis Vega   10/20/15``: each second cell of a row a day."""
    return len(row) % 2 == 0 and all(
        bool(_DAY.fullmatch(cell.words.strip())) == bool(number % 2) for number, cell in enumerate(row)
    )


def _columnwise(group: list[list[list[Cell]]]) -> Iterator[Cell]:
    for column in zip(*group, strict=False):
        yield from chain.from_iterable(column)
        yield Cell(column[-1][-1].end, "")
