"""Signatures that fill one line each: ``Ana Ruiz, Area Director, Boise Area Office   Date: May 3, 2016``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from archive_app.domain.fact import Signatory
from archive_app.extractors.authorities import matcher
from archive_app.extractors.context import Reading
from archive_app.extractors.dates import dates_in
from archive_app.extractors.names import names
from archive_app.extractors.signatories.lined_cues import LinedCues
from archive_app.extractors.signatories.signer import Signer
from archive_app.extractors.signing.lines import LineCues, columns

#: What parts a name from a title, and a title from a body.
_PARTED = re.compile(r"\s*[,;|]\s+|\s+[-–—/|]+\s+|\s*\t\s*|\s{3,}|\s*_{3,}\s*")
#: Before a name: the short form of the body that it signs for, "DLSE: Ana Ruiz, Commissioner".
_FOR_SHORT = re.compile(r"\s*(?P<body>[A-ZÀ-Þ][\w&/'’ -]{1,60}?)\s*:\s+(?=[A-ZÀ-Þ])")
#: Two words with capitals and, behind them, a sign that parts a name from a title.
_NAME_WITHIN = re.compile(
    r"[A-ZÀ-Þ][\w.'’-]*\s+(?:[\w.\"“”()-]+\s+){0,4}?[A-ZÀ-Þ][\w.'’-]+(?:[,;|]|\s+[-–—/|]|\s{3}|\t|\s*_{3})"
)
#: Cells at least of a signer's row in a table.
_TABLE = 2
_LONGEST, _MOST_PARTS, _LINES_APART = 190, 7, 8


@dataclass(frozen=True, slots=True)
class _Line:
    """A signer read off one line; ``sure`` where the line itself shows that it was signed."""

    signer: Signer
    column: int
    row: int
    sure: bool


def lined_signers(reading: Reading) -> list[Signer]:
    """``For OSHA: Ana Ruiz, Director``, ``Ana Ruiz, Director / Date: 5/3/2016``, each on a line or in a cell of one.

    A line that shows no day, mark or body counts beside another like it only.
    """
    lines = list(_lines(reading))
    if not any(line.sure for line in lines):
        lines = [replace(line, sure=True) for line in lines if _below_closing(reading, line)]
    kept = [line for line in lines if line.sure or _has_neighbour(line, lines)]
    return [line.signer for line in kept] if any(line.sure for line in kept) else []


def _below_closing(reading: Reading, line: _Line) -> bool:
    """Whether words such as "Signed July 7, 2015" stand a few lines over a line."""
    before, cues = (
        reading.text[: line.signer.start].split("\n")[-_LINES_APART:],
        reading.knowledge.once(LinedCues.build),
    )
    return any(cues.closing.match(words) for words in before)


def _has_neighbour(line: _Line, lines: list[_Line]) -> bool:
    return any(other.sure and abs(other.row - line.row) <= _LINES_APART for other in lines)


def _lines(reading: Reading) -> Iterator[_Line]:
    witness = reading.knowledge.once(LineCues.build).witness
    rows = list(_rows(reading.text))
    since_witness = 99
    for number, row in enumerate(rows):
        since_witness = 0 if row and witness.match(row[0][1].strip()) else since_witness + bool(row)
        if since_witness < 3:
            continue
        whole = _whole(reading, row, number)
        if whole:
            yield whole
            continue
        for column, (start, words) in enumerate(row):
            line = _line(reading, start, words, number, column)
            if line:
                yield _dated(reading, line, row, rows[number + 1 : number + 4])


def _rows(text: str) -> Iterator[list[tuple[int, str]]]:
    start = 0
    for line in text.split("\n"):
        yield [(start + at, words) for at, words in columns(line)]
        start += len(line) + 1


def _whole(reading: Reading, row: list[tuple[int, str]], number: int) -> _Line | None:
    """``Ana Ruiz      Area Director      OSHA Boise Area Office      9/3/14``: the cells of one signer in a table."""
    if len(row) < _TABLE:
        return None
    start, end = row[0][0], row[-1][0] + len(row[-1][1])
    line = _line(reading, start, reading.text[start:end], number, 0)
    return line if line and line.signer.value.date else None


def _line(reading: Reading, start: int, words: str, row: int, column: int) -> _Line | None:
    """A cell that holds a name, a title, and nothing that is neither a body nor a day."""
    cues = reading.knowledge.once(LinedCues.build)
    if len(words) > _LONGEST or not _NAME_WITHIN.search(words) or cues.prose.search(words):
        return None
    label = reading.knowledge.once(LineCues.build).for_body.match(words)
    label = label or _short_form(reading, words)
    begin = label.end() if label else 0
    lead = cues.before_name.match(words, begin)
    begin = lead.end() if lead else begin
    signer = signer_in(reading, start + begin, start + len(words))
    if signer is None:
        return None
    if label and not signer.value.party:
        signer = replace(signer, value=replace(signer.value, party=" ".join(label["body"].split())))
    sure = bool(label or signer.value.date or cues.sign_before.search(words[:begin]))
    return _Line(signer, column, row, sure)


def _short_form(reading: Reading, words: str) -> re.Match[str] | None:
    """``DLSE:``, ``Consulate:`` before a name, where the words are a body's or one that the paper defines as such."""
    short = _FOR_SHORT.match(words)
    if short is None:
        return None
    body = short["body"]
    defined = f'"{body}"' in reading.text or f"“{body}”" in reading.text
    return short if defined or reading.knowledge.once(matcher).read(body) else None


def signer_in(reading: Reading, start: int, end: int) -> Signer | None:
    """The person, title, body and day that a span holds with nothing between them; None where it holds more."""
    known = reading.knowledge.once(names)
    parts = _parts(reading.text, start, end)
    person = known.person(reading.text[slice(*parts[0])]) if parts else None
    if person is None or not 1 < len(parts) <= _MOST_PARTS:
        return None
    value = Signatory(person)
    for left, right in parts[1:]:
        told = _with(reading, value, left, right)
        if told is None:
            return None
        value = told
    return Signer(*parts[0], value, 0.9, "name, title, day in a line") if value.title else None


def _parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans between the signs that part a name from a title; those without a letter or digit are none."""
    parts, at = [], start
    for sign in [*_PARTED.finditer(text, start, end), None]:
        stop = sign.start() if sign else end
        if any(letter.isalnum() for letter in text[at:stop]):
            parts.append((at, stop))
        at = sign.end() if sign else end
    return parts


def _with(reading: Reading, value: Signatory, left: int, right: int) -> Signatory | None:
    """A signer with one more part of the line: a day, a title, a body; None for anything else."""
    cues = reading.knowledge.once(LinedCues.build)
    words = " ".join(reading.text[left:right].split()).strip(" .:;,")
    day = next(
        (date for date in reading.once(dates_in) if left <= date.start < right or date.start < left < date.end), None
    )
    if day is not None:
        before = reading.text[left : max(left, day.start)]
        if day.date and (cues.date_words.match(before) or not value.title):
            return replace(value, date=str(day.date)) if cues.date_words.match(before) else None
        return _titled_and_dated(reading, value, left, day.start, str(day.date)) if day.date else None
    if cues.date_words.match(words) or cues.mark_only.fullmatch(words):
        return value
    if behalf := cues.on_behalf.match(words):
        return replace(value, party=value.party or words[behalf.end() :])
    return _office(reading, value, words)


def _titled_and_dated(reading: Reading, value: Signatory, left: int, right: int, day: str) -> Signatory | None:
    """``Boise Area Office Date: May 3, 2016`` where nothing but a space parts the two."""
    words = re.sub(r"(?i)\s*(?:dated?|fecha)\W*\Z", "", reading.text[left:right]).strip(" ,.:;")
    told = _office(reading, value, " ".join(words.split()))
    return replace(told, date=day) if told else None


def _office(reading: Reading, value: Signatory, words: str) -> Signatory | None:
    known = reading.knowledge.once(names)
    named = any(not mention.person for mention in reading.knowledge.once(matcher).read(words))
    title = known.is_title(words) and len(words) < 90
    if title and value.title is None:
        return replace(value, title=words)
    if value.title and (named or known.is_body(words) or known.is_place(words)) and len(words) < 120:
        return replace(value, party=value.party or words)
    return replace(value, title=f"{value.title}, {words}") if title and value.title and not value.party else None


def _dated(reading: Reading, line: _Line, row: list[tuple[int, str]], below: list[list[tuple[int, str]]]) -> _Line:
    """The line with the day that stands beside it, or under it in the same column."""
    if line.signer.value.date:
        return line
    beside = row[line.column + 1 : line.column + 2]
    under = next((cells for cells in below if cells), [])
    same = [under[line.column]] if line.column < len(under) and len(under) >= len(row) else []
    for start, words in [*beside, *same]:
        if day := _only_day(reading, start, start + len(words)):
            value = replace(line.signer.value, date=day)
            return replace(line, signer=replace(line.signer, value=value), sure=True)
    return line


def _only_day(reading: Reading, start: int, end: int) -> str | None:
    """The day in a span that holds nothing else but a label for it."""
    cues = reading.knowledge.once(LinedCues.build)
    for date in reading.once(dates_in):
        if start <= date.start < end and date.date:
            alone = cues.date_words.match(reading.text[start : date.start])
            return str(date.date) if alone and not reading.text[date.end : end].strip(" ._") else None
    return None
