"""A large archive for measurements: ``python -m tests.benchmarks.large_archive FOLDER RECORDS``.

It is made quickly, as real ones are made up, with a true catalogue and index.

A tenth of its records are agreements of real bodies of the authority file, some of which renew earlier ones; a tenth
are releases that tell of agreements, held or not; the rest are letters, reports and other papers. Every record is
linked to one paper of forty pages, which can be turned. The same number gives the same archive.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from archive_app import bootstrap
from archive_app.domain.authority import AGENCY_ROLES, CONSULATE_ROLES, Authority
from archive_app.domain.dates import Duration
from archive_app.domain.evidence import Box, Evidence
from archive_app.domain.fact import Fact, Party, Relation, Signatory, Value
from archive_app.domain.page import Page
from archive_app.domain.record import Failure
from archive_app.domain.sketches import sketch
from archive_app.services.archive import Archive
from archive_app.services.index_upkeep import indexing
from archive_app.services.intake import accessioning
from tests.benchmarks.search import made_paragraphs
from tests.builders import make_pdf

#: The record that has a page picture for each of its pages.
LONG = "long paper.pdf"
LONG_PAGES = 40
BATCH = 500
_AGENCIES, _CONSULATES = 60, 40
_OTHERS = ("correspondence", "report", "interview", "complaint", "organisation list", "other")
_AT = "2024-05-06T12:00:00Z"


def make(root: Path, count: int) -> None:
    """An archive of so many records at ``root``, with one import of which ten files failed."""
    chance = random.Random(1)
    paragraphs = list(made_paragraphs(chance))
    paper = make_pdf(root.parent / LONG, *("\n\n".join(chance.choices(paragraphs, k=6)) for _ in range(LONG_PAGES)))
    bootstrap.create(root, "Benchmark")
    with bootstrap.opened(root, writable=True) as archive:
        accessioning.add(archive, [paper], jobs=0)
        bodies = _Bodies(archive)
        for start in range(1, count, BATCH):
            with archive.catalogue.writing():
                for number in range(start, min(start + BATCH, count)):
                    _add(archive, number, paper, paragraphs, bodies)
        _note_import(archive, count)
        indexing.catch_up(archive)


class _Bodies:
    """Offices and consulates of the authority file, as parties."""

    def __init__(self, archive: Archive) -> None:
        every = archive.authorities.records.values()
        self._agencies = [_party(one) for one in every if one.role in AGENCY_ROLES][:_AGENCIES]
        self._consulates = [_party(one) for one in every if one.role in CONSULATE_ROLES][:_CONSULATES]

    def pair(self, chance: random.Random) -> tuple[Party, Party]:
        return chance.choice(self._agencies), chance.choice(self._consulates)


def _party(body: Authority) -> Party:
    return Party(body.name, body.name, body.id, body.role)


def _add(archive: Archive, number: int, paper: Path, paragraphs: Sequence[str], bodies: _Bodies) -> None:
    chance = random.Random(number)
    pages = tuple(
        Page(at, "\n\n".join(chance.choices(paragraphs, k=3)), 612.0, 792.0) for at in range(1, chance.randint(2, 4))
    )
    record = archive.catalogue.records.add(
        sha256=f"{number:064x}", media_type="application/pdf", size=4000, filename=f"paper-{number}.pdf",
        original=str(paper), linked=True, place=f"/boxes/{number // 100}/paper-{number}.pdf", added_at=_AT,
        pages=pages,
    )  # fmt: skip
    words = pages[0].text[:60]
    evidence = Evidence(1, words, 0, len(words), (Box(72.0, 72.0, 380.0, 84.0),))
    told = _told(chance, number, bodies)
    facts = [Fact(field, value, sure, "measured: made", evidence) for field, value, sure in told]
    archive.catalogue.facts.replace_readings(record.id, facts)
    archive.catalogue.likenesses.keep(record.id, sketch(page.text for page in pages))


def _told(chance: random.Random, number: int, bodies: _Bodies) -> Iterator[tuple[str, Value, float]]:
    day = date(1998, 1, 1) + timedelta(days=chance.randrange(9400))
    yield "language", chance.choice(["en", "es", "en+es"]), 0.99
    yield "place", f"City {chance.randint(1, 80)}, TX", 0.9
    yield from {0: _agreement, 1: _release}.get(number % 10, _other)(chance, number, day, bodies)


def _other(chance: random.Random, number: int, day: date, _: _Bodies) -> Iterator[tuple[str, Value, float]]:
    yield "kind", chance.choice(_OTHERS), chance.choice([0.95, 0.97, 0.7])
    yield "title", f"Letter {number} on {chance.choice(['wages', 'heat', 'training', 'visas'])}", 0.9
    yield "issued_date", day.isoformat(), 0.95


def _agreement(chance: random.Random, number: int, day: date, bodies: _Bodies) -> Iterator[tuple[str, Value, float]]:
    agency, consulate = bodies.pair(chance)
    yield "kind", "memorandum of understanding", 0.97
    yield "title", f"Memorandum {number} of {agency.name} and {consulate.name}", 0.95
    yield from (("party", party, 0.95) for party in (agency, consulate))
    yield "agreement_date", day.isoformat(), 0.96
    yield "effective_date", day.isoformat(), chance.choice([0.95, 0.75])
    yield "term", Duration(chance.choice([1, 2, 3, 5]), "years"), 0.95
    yield from (("signatory", Signatory(f"Signer {number}-{at}", "Director"), 0.9) for at in range(2))
    if number % 40 == 0:
        earlier = (day - timedelta(days=365 * 3)).isoformat()
        yield "relation", Relation("renews", date=earlier[:4], parties=(agency.name, consulate.name)), 0.8


def _release(chance: random.Random, number: int, day: date, bodies: _Bodies) -> Iterator[tuple[str, Value, float]]:
    agency, consulate = bodies.pair(chance)
    yield "kind", "press release", 0.97
    yield "title", f"{agency.name} signs with {consulate.name}", 0.95
    yield "issued_date", (day + timedelta(days=1)).isoformat(), 0.96
    yield from (("party", party, 0.95) for party in (agency, consulate))
    yield "agreement_date", day.isoformat(), 0.9


def _note_import(archive: Archive, count: int) -> None:
    failed = [
        Failure(f"/boxes/broken-{at}.pdf", "reading", "The file ends in the middle of a page.", "Ask for it once more.")
        for at in range(10)
    ]
    begun = archive.catalogue.imports.begin(_AT, ["/boxes"])
    archive.catalogue.imports.finish(begun, found=count + len(failed), added=count, duplicates=0, skipped=0,
                                     failures=failed, seconds=400.0)  # fmt: skip


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]))
