"""Signers printed one under another at a paper's end, without a mark, a line to sign on, or a day beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive_app.domain.fact import Signatory
from archive_app.extractors.authorities import matcher
from archive_app.extractors.context import Reading
from archive_app.extractors.dates import dates_in
from archive_app.extractors.names import Names, names
from archive_app.extractors.signatories.signer import Signer
from archive_app.extractors.signing.lines import LineCues, columns

#: How many lines at the end may hold the signers.
_LAST_LINES = 30
_NOT_SIGNING = re.compile(r"(?i)\s*(?:cc|c\.c\.p|copies?|contacts?|contactos?|prepared by|elabor[oó])\b")
_PROSE = re.compile(r"(?<!\w)(?:is|are|was|were|has|have|shall|will|may|this|that|es|fue|ser[aá])(?!\w)")

_Cell = tuple[int, str]


def stacked_signers(reading: Reading) -> list[Signer]:
    """``Ana Ruiz / Area Director / OSHA`` over ``Luis Vega / Consul``: two such blocks at least, or closing words."""
    lines = _last_lines(reading.text)
    cues = reading.knowledge.once(LineCues.build)
    found = list(_blocks(reading, lines, cues))
    closing = any(cues.closing.search(words) for _, words in lines)
    return found if len(found) > 1 or (found and closing) else []


def _last_lines(text: str) -> list[_Cell]:
    """The last lines, those side by side one column after the other."""
    rows: list[list[_Cell]] = []
    start = 0
    for line in text.split("\n"):
        rows.append([(start + at, words.strip()) for at, words in columns(line)])
        start += len(line) + 1
    last = rows[-_LAST_LINES:]
    most = max(map(len, last), default=1)
    return [cell for column in range(most) for row in last for cell in (row[column : column + 1] or [(0, "")])]


def _blocks(reading: Reading, lines: list[_Cell], cues: LineCues) -> Iterator[Signer]:
    known = reading.knowledge.once(names)
    aside = False
    for index, (start, words) in enumerate(lines):
        if cues.witness.match(words) or _NOT_SIGNING.match(words):
            aside = True
        person = known.person(words)
        title = lines[index + 1][1] if index + 1 < len(lines) else ""
        if aside or person is None or not _is_title(title, known):
            continue
        body = lines[index + 2][1] if index + 2 < len(lines) else ""
        party = body if _is_body(reading, body) else None
        value = Signatory(person, title.strip(" ,;"), party, _day_beside(reading, start + len(words)))
        yield Signer(start, start + len(words), value, 0.8, "name over title")


def _day_beside(reading: Reading, end: int) -> str | None:
    """``Ana Ruiz          5/3/16``: a day, and nothing else, on the rest of the line."""
    rest = reading.text[end:].partition("\n")[0]
    for date in reading.once(dates_in):
        if end <= date.start < end + len(rest) and date.date and rest.strip() == reading.text[date.start : date.end]:
            return str(date.date)
    return None


def _is_title(words: str, known: Names) -> bool:
    return known.is_title(words) and len(words) < 90 and not _PROSE.search(words) and known.person(words) is None


def _is_body(reading: Reading, words: str) -> bool:
    mentions = reading.knowledge.once(matcher).read(words)
    return len(words) < 100 and any(not mention.person for mention in mentions) and not _PROSE.search(words)
