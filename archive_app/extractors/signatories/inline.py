"""Signatures that stand in a line of text, not in a block: ``For the Division: /s/ Ana Ruiz, Deputy Administrator``."""

from __future__ import annotations

import re
from dataclasses import replace

from archive_app.domain.fact import Signatory
from archive_app.extractors.authorities import matcher
from archive_app.extractors.context import Reading
from archive_app.extractors.dates import dates_in
from archive_app.extractors.names import names
from archive_app.extractors.sentences import sentences
from archive_app.extractors.signatories.lined import signer_in
from archive_app.extractors.signatories.signer import Signer
from archive_app.extractors.signing.lines import LineCues

_MARK = re.compile(r"/[sS]/\s*")
_MARKED_END = re.compile(r"[;\n]|(?<!\b[A-Z])\.\s|\.?\Z")
#: Where words like "For the Division:" may begin; short, since every page is full of "for".
_FOR = re.compile(r"\b(?:F(?:or|OR)\b|P(?:or|OR)\b|[Oo]n behalf|ON BEHALF|[Ee]n represen|EN REPRESEN)(?=[^:\n]{3,90}:)")
#: Where the words about one who signs for a body end.
_LABELLED_END = re.compile(r"(?<!\b[A-Z])\.(?=\s|\Z)|;|\n|\s(?=(?:For|Por|FOR|POR)\s+(?:the|el|la|los|las|[A-Z]))|\Z")
#: What leads to a run of signers, and where the run ends.
_SIGNED_RUN = re.compile(r"(?<!\w)(?:Signed|Firmad[oa]|SIGNED|FIRMADO|Firman|Suscriben)(?:\s+[\w.,º°-]+){0,8}\s*:\s*")
_RUN_END = re.compile(r"(?<!\b[A-Z])(?<!\b[JS]r)\.(?=\s|\Z)|\n\s*\n(?=\S[^\n]*[a-z])|\Z")
_PARTS = re.compile(r"\s*,\s+")


def marked_signers(reading: Reading) -> list[Signer]:
    """``For the Illinois Department of Labor: /s/ Ana Ruiz, Acting Director; /s/ …``."""
    text, known = reading.text, reading.knowledge.once(names)
    found, body, last = [], None, 0
    for mark in _MARK.finditer(text):
        between = text[last : mark.start()][-300:]
        head = max(
            reading.knowledge.once(LineCues.build).for_body.finditer(between), key=lambda h: h.end(), default=None
        )
        if head and not between[head.end() :].strip():
            body = " ".join(head["body"].split())
        last = mark.end()
        stop = _MARKED_END.search(text, last)
        name, _, title = text[last : stop.start() if stop else len(text)].partition(",")
        person = known.person(name)
        if person and body:
            value = Signatory(person, " ".join(title.split()) or None, body)
            found.append(Signer(last, last + len(name), value, 0.92, "mark in a line"))
    return found


def labelled_signers(reading: Reading) -> list[Signer]:
    """``Signed on May 3, 2016. For OSHA: Ana Ruiz, Area Director. Por el Consulado: Luis Vega, Cónsul.``"""
    found = []
    for_body = reading.knowledge.once(LineCues.build).for_body
    for label in filter(None, (for_body.match(reading.text, at.start()) for at in _FOR.finditer(reading.text))):
        stop = _LABELLED_END.search(reading.text, label.end())
        start = label.end() + len(reading.text[label.end() :]) - len(reading.text[label.end() :].lstrip())
        signer = signer_in(reading, start, stop.start() if stop else len(reading.text))
        if signer:
            party = " ".join(label["body"].split())
            found.append(replace(signer, value=replace(signer.value, party=party), rule="for a body, name, title"))
    return found


def run_signers(reading: Reading) -> list[Signer]:
    """``Signed June 30, 2016: Ana Ruiz, Area Director; Luis Vega, Consul.``: all in one sentence, with its day."""
    found = []
    for lead in _SIGNED_RUN.finditer(reading.text):
        stop = _RUN_END.search(reading.text, lead.end())
        start, end = lead.end(), stop.start() if stop else len(reading.text)
        day = next((date for date in reading.once(dates_in) if lead.start() < date.start < lead.end()), None)
        parts = r"[^;]+" if ";" in reading.text[start:end] else r"[^\n]+"
        for part in re.finditer(parts, reading.text[start:end]):
            signer = signer_in(reading, start + part.start(), start + part.end())
            if signer:
                told = signer.value.date or (str(day.date) if day and day.date else None)
                found.append(replace(signer, value=replace(signer.value, date=told), rule="one of a run of signers"))
    return found if len(found) > 1 else []


def listed_signers(reading: Reading) -> list[Signer]:
    """``Ana Ruiz, General Counsel, National Labor Relations Board.``: two such sentences at least, then the day."""
    known = reading.knowledge.once(names)
    found = []
    for start, end in sentences(reading.text):
        parts = _PARTS.split(reading.text[start:end].strip(" .\n"), maxsplit=2)
        if len(parts) == 3 and known.person(parts[0]) and known.is_title(parts[1]) and _is_body(reading, parts[2]):
            value = Signatory(str(known.person(parts[0])), parts[1], parts[2], _day_after(reading, end))
            found.append(Signer(start, start + len(parts[0]), value, 0.85, "name, title, body"))
    return found if len(found) > 1 else []


def _is_body(reading: Reading, words: str) -> bool:
    return len(words) < 120 and bool(reading.knowledge.once(matcher).mentions(words))


def _day_after(reading: Reading, end: int) -> str | None:
    """A date that stands alone after the signers holds for them all."""
    for date in reading.once(dates_in):
        if end <= date.start < end + 160 and date.date and reading.text[date.end : date.end + 1] == ".":
            return str(date.date)
    return None
