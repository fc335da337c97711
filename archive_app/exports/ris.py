"""RIS for reference managers: an entry for each record. Parties are A2, writers and issuers AU."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from archive_app.domain.dates import PartialDate
from archive_app.domain.fact import AGREEMENT_KINDS
from archive_app.exports.citation import Citable, Citation, citations
from archive_app.exports.holdings import Holdings
from archive_app.exports.plain import line

#: RIS knows no treaties. A government document is the nearest, and has departments for its second authors.
TYPES = dict.fromkeys(AGREEMENT_KINDS, "GOVDOC") | {
    "press release": "GOVDOC", "media announcement": "NEWS", "correspondence": "PCOMM",
    "public-records response": "GOVDOC", "complaint": "UNPB", "interview": "PCOMM", "report": "RPRT",
    "organisation list": "DATA", "other": "GEN",
}  # fmt: skip


def write(holdings: Holdings, file: Path) -> None:
    file.write_bytes(text(holdings).encode("utf-8"))


def text(source: Citable) -> str:
    entries = ("".join(f"{tag}  - {value}\r\n" for tag, value in _entry(source, one)) for one in citations(source))
    return "\r\n".join(entries)


def _entry(source: Citable, one: Citation) -> Iterator[tuple[str, str]]:
    yield "TY", TYPES[one.kind]
    yield "ID", one.id
    yield "TI", one.title
    for name in one.writers if one.is_agreement else one.creators:
        yield "AU", _name(name)
    for name in one.bodies if one.is_agreement else ():
        yield "A2", _name(name)
    if one.date:
        yield "PY", f"{one.date.year:04}"
        yield "DA", _date(one.date)
    yield "M3", one.kind
    if one.number:
        yield "M1", one.number
    yield from (("CY", place) for place in one.places[:1])
    yield from (("LA", language) for language in one.languages)
    yield from (("N1", f"To: {name}") for name in one.recipients)
    yield "AN", one.id
    yield "DP", line(source.title)
    yield "ER", ""


def _name(name: str) -> str:
    """A name as it is; a comma would make its first words a family name."""
    return name.replace(", ", " – ").replace(",", " ")


def _date(date: PartialDate) -> str:
    """``2014/09/03/``, with nothing between the strokes for what is not known."""
    parts = (f"{part:02}" if part else "" for part in (date.month, date.day))
    return f"{date.year:04}/{'/'.join(parts)}/"
