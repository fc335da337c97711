"""The workbook of the sample archive, line by line against the archive it was made from."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlparse

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from archive_app.domain.fact import DateMention
from archive_app.services import records
from archive_app.services.sharing import exporting
from archive_app.services.tracking import agreements
from tests.end_to_end.sample import ON, Sample


@pytest.fixture(scope="module")
def book(sample: Sample, tmp_path_factory: pytest.TempPathFactory) -> openpyxl.Workbook:
    file = tmp_path_factory.mktemp("workbook") / "sample.xlsx"
    exporting.export(sample.archive, "xlsx", file, ON)
    return openpyxl.load_workbook(file)


def rows(book: openpyxl.Workbook, name: str) -> list[dict[str, Any]]:
    """A sheet's rows by their column's heading."""
    sheet = book[name]
    assert isinstance(sheet, Worksheet)
    head, *lines = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, head), line, strict=True)) for line in lines]


def open_records(sample: Sample) -> dict[str, records.Described]:
    return {one.id: one for one in records.all_described(sample.archive) if not one.restricted}


def iso(value: object) -> str | None:
    """A cell's date as the catalogue writes it."""
    return None if value is None else str(value).removesuffix(" 00:00:00")


def test_every_agreement_has_its_row(sample: Sample, book: openpyxl.Workbook) -> None:
    told = {row["Agreement"]: row for row in rows(book, "Agreements")}
    found = {one.id: one for one in agreements.listing(sample.archive, ON)}
    assert list(told) == list(found)
    for id, one in found.items():
        row = told[id]
        assert row["State"] == str(one.status(ON))
        assert (iso(row["Signed"]), iso(row["Effective"])) == (one.agreement_date, one.effective_date)
        assert (iso(row["Expires"]), row["Basis of end"]) == (one.expiration_date, one.expiration_basis or "unknown")
        assert row["Records"] == ", ".join(one.records)
        assert (row["Renews"], row["Renewed by"], row["Chain"]) == (one.renews, one.renewed_by, one.chain)


def test_parties_are_those_of_the_records(sample: Sample, book: openpyxl.Workbook) -> None:
    held = open_records(sample)
    name = sample.archive.authorities.name
    want = Counter(
        (one.id, record, name(party.authority) if party.authority else party.name, party.authority)
        for one in agreements.listing(sample.archive, ON)
        for record in one.records
        for party in held[record].description.parties
    )
    got = Counter((row["Agreement"], row["Record"], row["Party"], row["Authority"]) for row in rows(book, "Parties"))
    assert got == want


def test_every_value_stands_with_its_evidence(sample: Sample, book: openpyxl.Workbook) -> None:
    """As many lines for each record and field as facts hold, each quoting the page it names."""
    told = rows(book, "Evidence")
    facts = [
        (id, fact)
        for id, one in open_records(sample).items()
        for fact in one.description.facts
        if not isinstance(fact.value, DateMention)
    ]
    assert Counter((row["Record"], row["Field"]) for row in told) == Counter((id, fact.field) for id, fact in facts)
    for row in told:
        if row["Quoted words"]:
            page = sample.archive.catalogue.pages.page(row["Record"], row["Page"])
            assert page is not None
            assert row["Quoted words"] in " ".join(page.text.split())


def test_gaps_and_coverage_are_those_of_the_services(sample: Sample, book: openpyxl.Workbook) -> None:
    covered = agreements.covered(sample.archive, ON)
    got = [(r["Agency id"], r["Consulate id"], iso(r["From"]), iso(r["To"]), r["After"]) for r in rows(book, "Gaps")]
    assert got == [(g.agency, g.consulate, iso(g.start), iso(g.end), g.after) for g in covered.gaps]
    for row, gap in zip(rows(book, "Gaps"), covered.gaps, strict=True):
        assert row["Days"] == ((gap.end or ON) - gap.start).days + 1
    cells = [cell for row in rows(book, "Coverage") for name, cell in row.items() if name != "Agency" and cell]
    name = sample.archive.authorities.name
    assert Counter(cells) == Counter(f"{c.status} since {c.since}" if c.since else str(c.status) for c in covered.cells)
    assert {row["Agency"] for row in rows(book, "Coverage")} == {name(id) for id in covered.agencies}


def test_links_lead_to_originals(sample: Sample, book: openpyxl.Workbook) -> None:
    targets = [
        cell.hyperlink.target
        for sheet in book.worksheets
        for line in sheet.iter_rows()
        for cell in line
        if cell.hyperlink and cell.hyperlink.target and cell.hyperlink.target.startswith("file:")
    ]
    originals = {records.original_path(sample.archive, one.record).resolve() for one in open_records(sample).values()}
    assert {Path(unquote(urlparse(target).path)) for target in targets} == originals


def test_what_is_restricted_is_in_no_sheet(sample: Sample, book: openpyxl.Workbook) -> None:
    restricted = {one.id for one in records.all_described(sample.archive) if one.restricted}
    assert restricted
    values = {cell for sheet in book.worksheets for line in sheet.iter_rows(values_only=True) for cell in line}
    assert not values & restricted
    assert {row["Record"] for row in rows(book, "Records")} == set(open_records(sample))
