"""Pages, records and facts for the tests of the catalogue."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence

from archive_app.catalogue import Catalogue
from archive_app.domain.evidence import Box
from archive_app.domain.fact import Fact, Party
from archive_app.domain.page import Page, WordBoxes
from archive_app.domain.record import Record

NOON = "2024-05-06T12:00:00Z"
LATER = "2024-05-07T12:00:00Z"

_serial = itertools.count(1)


def page(text: str, number: int = 1, needs_ocr: bool = False) -> Page:
    """A page with one line of words, each 10 points a letter wide."""
    words, start = [], 0
    for word in text.split():
        start = text.index(word, start)
        end = start + len(word)
        words.append((start, end, Box(10.0 * start, 100.0, 10.0 * end, 112.0)))
        start = end
    return Page(number, text, 612.0, 792.0, WordBoxes(words), needs_ocr)


def add(
    catalogue: Catalogue,
    *pages: Page,
    sha256: str | None = None,
    parent: str | None = None,
    metadata: Mapping[str, str] | None = None,
) -> Record:
    """A record with these pages, of bytes that no other record has."""
    serial = next(_serial)
    return catalogue.records.add(
        sha256=sha256 or f"{serial:064x}",
        media_type="application/pdf",
        size=1000 + serial,
        filename=f"letter-{serial}.pdf",
        original=f"originals/letter-{serial}.pdf",
        linked=False,
        place=f"/boxes/letter-{serial}.pdf",
        added_at=NOON,
        parent=parent,
        pages=pages or (page("Signed in Fresno"),),
        metadata=metadata,
    )


def party(name: str, confidence: float = 0.8) -> Fact:
    """A reading that names a party, with the whole line of a page as evidence."""
    return Fact("party", Party(name, name.upper()), confidence, "heading", page(name).evidence(0, len(name)))


def texts(facts: Sequence[Fact]) -> list[str]:
    """Field and value of each fact, short enough to compare."""
    return [f"{fact.field}: {fact.value.name if isinstance(fact.value, Party) else fact.value}" for fact in facts]
