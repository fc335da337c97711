"""A small archive that the tests of the services share, and facts put in place of readings.

The facts are given, not read, so that these tests hold whatever the extractors find in the papers.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from archive_app import bootstrap
from archive_app.domain.dates import Duration
from archive_app.domain.evidence import Evidence
from archive_app.domain.fact import FIELDS, Fact, Party, Relation, Signatory, Value
from archive_app.progress import SILENT
from archive_app.services.archive import Archive
from archive_app.services.index_upkeep import indexing
from archive_app.services.intake import accessioning
from archive_app.services.intake.accessioning import Intake
from tests import builders

AUSTIN, CONSULATE = "US-DOL-OSHA/austin-area", "MX-CON-austin"


def make_papers(folder: Path) -> Path:
    """Seven papers: two agreements, a release, a letter with a note attached, an interview, a Spanish text."""
    folder.mkdir(parents=True, exist_ok=True)
    builders.make_pdf(folder / "alliance 2010.pdf", "Alliance on shade and water.", "Second page: signed in Austin.")
    builders.make_pdf(folder / "alliance 2013.pdf", "Alliance on trenches, made once more.")
    builders.make_html(folder / "release.html", "<p>The area office and the consulate joined hands on trenches.</p>")
    builders.make_mail(
        folder / "letter.eml", "The counts are attached.", From_="a@agency.example", To="b@consulate.example",
        Subject="Counts", Date="Wed, 06 Mar 2013 10:00:00 +0000", Message_ID="<1@agency.example>",
        attachments={"counts.txt": b"Visitors in March: forty roofers."},
    )  # fmt: skip
    (folder / "interview.txt").write_text("She told of the roofers and of the ladder.", encoding="utf-8")
    (folder / "carta.txt").write_text("Los techadores pidieron sombra y agua.", encoding="utf-8")
    return folder


def prepare(folder: Path) -> Path:
    """An archive of them under ``folder``, described with the facts below; its own folder."""
    papers, root = make_papers(folder / "papers"), folder / "archive"
    bootstrap.create(root, "Trenches")
    with bootstrap.opened(root, writable=True) as archive:
        assert add(archive, papers).added == 7
        give_facts(archive)
    return root


def give_facts(archive: Archive) -> None:
    """What the papers are read as."""
    ids = by_name(archive)
    signed = {"party": [AUSTIN, CONSULATE], "kind": "alliance agreement", "language": "en"}
    read_as(archive, ids["alliance 2010.pdf"], **signed, agreement_date="2010-06-01", term=Duration(2, "years"),
            title="Alliance on shade", signatory=[Signatory("Ruth Okafor")])  # fmt: skip
    read_as(archive, ids["alliance 2013.pdf"], **signed, agreement_date="2013-06-01", term=Duration(20, "years"),
            title="Alliance on trenches", relation=[Relation("renews", date="2010-06-01")])  # fmt: skip
    read_as(archive, ids["release.html"], kind="press release", language="en", party=[AUSTIN, CONSULATE],
            agreement_date="2013-06-01", issued_date="2013-06-02")  # fmt: skip
    read_as(archive, ids["letter.eml"], kind="correspondence", language="en", issued_date="2013-03-06")
    read_as(archive, ids["counts.txt"], kind="report", language="en")
    read_as(archive, ids["interview.txt"], kind="interview", language="en", access="restricted")
    read_as(archive, ids["carta.txt"], kind="other", language="es", place=["Austin, TX"])
    indexing.catch_up(archive)


def read_as(archive: Archive, record: str, **fields: Any) -> None:
    """Puts these values in place of what was read; parties are given by id."""
    found = [
        Fact(field, _value(archive, field, value), 0.9, "test", Evidence(1, "shade"))
        for field, given in fields.items()
        for value in (given if isinstance(given, list) else [given])
    ]
    archive.catalogue.facts.replace_readings(record, found)


def _value(archive: Archive, field: str, value: Any) -> Value:
    if FIELDS[field] is Party and isinstance(value, str):
        body = archive.authorities.records[value]
        return Party(body.name, body.name, body.id, body.role)
    made: Value = value
    return made


def by_name(archive: Archive) -> dict[str, str]:
    """Record ids by the names their files came with."""
    return {record.filename: record.id for record in archive.catalogue.records.all()}


def add(archive: Archive, *paths: Path, **options: Any) -> Intake:
    """Takes files in within this process, which saves starting another."""
    return accessioning.add(archive, paths, **{"jobs": 0, "progress": SILENT, **options})
