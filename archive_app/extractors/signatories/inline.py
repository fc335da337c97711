"""Signatures that stand in a line of text, not in a block: ``For the Division: /s/ Ana Ruiz, Deputy Administrator``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive_app.domain.fact import Signatory
from archive_app.extractors.authorities import matcher
from archive_app.extractors.context import Reading
from archive_app.extractors.dates import dates_in
from archive_app.extractors.names import Names, names
from archive_app.extractors.sentences import sentences
from archive_app.extractors.signatories.signer import Signer
from archive_app.extractors.signing.lines import LineCues

_MARK = re.compile(r"/[sS]/\s*")
_PARTS = re.compile(r"\s*,\s+")


def inline_signers(reading: Reading) -> list[Signer]:
    """Signers after a printed mark, else persons who stand with title and body as a sentence of their own."""
    known = reading.knowledge.once(names)
    return list(_marked(reading, known)) or list(_listed(reading, known))


def _marked(reading: Reading, known: Names) -> Iterator[Signer]:
    """``For the Illinois Department of Labor: /s/ Ana Ruiz, Acting Director; /s/ …``."""
    text = reading.text
    heads = list(reading.knowledge.once(LineCues.build).for_body.finditer(text))
    for mark in _MARK.finditer(text):
        stop = re.search(r"[;\n]|\.\s|\Z", text[mark.end() :])
        words = text[mark.end() : mark.end() + (stop.start() if stop else 0)]
        name, _, title = words.partition(",")
        person = known.person(name)
        if person:
            body = next((h["body"] for h in reversed(heads) if h.end() <= mark.start() < h.end() + 900), None)
            value = Signatory(person, " ".join(title.split()) or None, body and " ".join(body.split()))
            yield Signer(mark.end(), mark.end() + len(name), value, 0.92, "mark in a line")


def _listed(reading: Reading, known: Names) -> Iterator[Signer]:
    """``Ana Ruiz, General Counsel, National Labor Relations Board.``: two such sentences at least, then the day."""
    found = []
    for start, end in sentences(reading.text):
        parts = _PARTS.split(reading.text[start:end].strip(" .\n"), maxsplit=2)
        if len(parts) == 3 and known.person(parts[0]) and known.is_title(parts[1]) and _is_body(reading, parts[2]):
            value = Signatory(str(known.person(parts[0])), parts[1], parts[2], _day_after(reading, end))
            found.append(Signer(start, start + len(parts[0]), value, 0.85, "name, title, body"))
    if len(found) > 1:
        yield from found


def _is_body(reading: Reading, words: str) -> bool:
    return len(words) < 120 and bool(reading.knowledge.once(matcher).mentions(words))


def _day_after(reading: Reading, end: int) -> str | None:
    """A date that stands alone after the signers holds for them all."""
    for date in reading.once(dates_in):
        if end <= date.start < end + 160 and date.date and reading.text[date.end : date.end + 1] == ".":
            return str(date.date)
    return None
