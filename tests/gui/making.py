"""A small archive for the window's tests: papers made in code, and facts laid upon their words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from archive_app import bootstrap
from archive_app.domain.dates import Duration
from archive_app.domain.fact import Fact, Party, Signatory, Value
from archive_app.domain.page import Page
from archive_app.services.archive import Archive
from archive_app.services.index_upkeep import indexing
from archive_app.services.intake import accessioning
from tests.builders import make_mail, make_pdf

OFFICE = Party("OSHA Austin Area Office", "Austin Area Office", "US-DOL-OSHA/austin-area", "federal agency")
CONSULATE = Party("Consulate General of Mexico in Austin", "Consulate in Austin", "MX-CON-austin", "consulate")
FIRST = "first pact.pdf"
SECOND = "second pact.pdf"
#: The newest, so the one that is shown first: as text, so that not every test starts a process that draws.
RELEASE = "release.txt"
LETTER = "letter.eml"
BROKEN = "broken.pdf"


def lay_out_papers(folder: Path) -> Path:
    """Two agreements, a release and a letter that can be read, and a PDF that cannot."""
    folder.mkdir(parents=True, exist_ok=True)
    make_pdf(
        folder / FIRST,
        "Memorandum about harvest wages\n\nThe Austin Area Office and the Consulate in Austin agree on March 8, 2012.",
        "It lasts for two years and may be ended with thirty days notice.\n\nSigned by Calvin Stroud, Area Director.",
    )
    make_pdf(
        folder / SECOND,
        "Second memorandum about harvest wages\n\nThe Austin Area Office and the Consulate in Austin agree on "
        "September 1, 2015. It ends on August 31, 2018.",
    )
    told = "News of September 2, 2015\n\nThe Austin Area Office told of unpaid overtime.\n"
    (folder / RELEASE).write_text(told, encoding="utf-8")
    make_mail(folder / LETTER, "Adjunto va el convenio sobre salarios caídos.", From_="a@example.org",
              Subject="Convenio", Date="Tue, 01 Sep 2015 10:00:00 -0500", Message_ID="<1@example.org>")  # fmt: skip
    (folder / BROKEN).write_bytes(b"%PDF-1.7\nnothing more")
    return folder


def build(root: Path, papers: Path) -> None:
    """An archive of these papers, described by the facts below."""
    bootstrap.create(root, "Harvest papers")
    with bootstrap.opened(root, writable=True) as archive:
        accessioning.add(archive, [lay_out_papers(papers)], jobs=0)
        for record in archive.catalogue.records.all():
            describe(archive, record.id, record.filename)
        indexing.catch_up(archive)


def describe(archive: Archive, id: str, filename: str) -> None:
    pages = archive.catalogue.pages.of(id)
    archive.catalogue.facts.replace_readings(id, list(_facts(filename, pages)))


def _facts(filename: str, pages: tuple[Page, ...]) -> Iterator[Fact]:
    for field, value, words, confidence in READINGS[filename]:
        page = next((page for page in pages if words in page.text), pages[0])
        start = page.text.find(words)
        evidence = page.evidence(start, start + len(words)) if words and start >= 0 else None
        yield Fact(field, value, confidence, f"test: {field}", evidence)


Reading = tuple[str, Value, str, float]
_PARTIES: list[Reading] = [
    ("party", OFFICE, "Austin Area Office", 0.95),
    ("party", CONSULATE, "Consulate in Austin", 0.95),
]
READINGS: dict[str, list[Reading]] = {
    FIRST: [
        ("kind", "memorandum of understanding", "Memorandum", 0.98),
        ("title", "Memorandum about harvest wages", "Memorandum about harvest wages", 0.95),
        ("language", "en", "", 0.99),
        ("agreement_date", "2012-03-08", "March 8, 2012", 0.97),
        ("effective_date", "2012-03-08", "March 8, 2012", 0.75),
        ("term", Duration(2, "years"), "two years", 0.96),
        ("signatory", Signatory("Calvin Stroud", "Area Director"), "Calvin Stroud", 0.6),
        *_PARTIES,
    ],
    SECOND: [
        ("kind", "memorandum of understanding", "memorandum", 0.98),
        ("title", "Second memorandum about harvest wages", "Second memorandum about harvest wages", 0.95),
        ("language", "en", "", 0.99),
        ("agreement_date", "2015-09-01", "September 1, 2015", 0.97),
        ("expiration_date", "2018-08-31", "August 31, 2018", 0.97),
        *_PARTIES,
    ],
    RELEASE: [
        ("kind", "press release", "News", 0.9),
        ("title", "Office tells of overtime", "", 0.9),
        ("language", "en", "", 0.99),
        ("issued_date", "2015-09-02", "September 2, 2015", 0.97),
        *[(field, value, "", confidence) for field, value, _, confidence in _PARTIES],
    ],
    LETTER: [
        ("kind", "correspondence", "", 0.99),
        ("language", "es", "", 0.9),
        ("subject", "Convenio", "", 0.99),
        ("issued_date", "2015-09-01", "", 0.99),
    ],
}


