"""What leaves the archive, and what must not."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path

import pytest

from archive_app.errors import ConvenioError, UsageError
from archive_app.exports.holdings import Holdings
from archive_app.services.archive import Archive
from archive_app.services.description import describing
from archive_app.services.sharing import exporting
from archive_app.services.tracking import agreements
from tests.services.making import AUSTIN, CONSULATE, by_name

ON = date(2026, 11, 22)


def names(holdings: Holdings) -> set[str]:
    return {record.filename for record, _ in holdings.records}


@pytest.mark.parametrize("format", exporting.FORMATS)
def test_every_format_is_written_without_the_restricted_records(format: str, archive: Archive, tmp_path: Path) -> None:
    file = tmp_path / f"out.{format}"
    holdings = exporting.export(archive, format, file, ON)
    assert file.exists()
    assert (len(holdings.records), holdings.left_out) == (6, 1)
    assert "interview.txt" not in names(holdings)
    written = [file] if file.is_file() else [path for path in file.rglob("*") if path.is_file()]
    assert not any(b"ladder" in path.read_bytes() or b"interview.txt" in path.read_bytes() for path in written)


def test_the_whole_archive_has_the_coverage_of_the_services(archive: Archive) -> None:
    holdings = exporting.gather(archive, ON)
    assert holdings.coverage == agreements.covered(archive, ON)
    assert holdings.agreements == agreements.listing(archive, ON)
    assert holdings.scope == "the whole archive"


def test_an_agreement_on_a_restricted_record_stays_in_with_it(archive: Archive) -> None:
    describing.correct(archive, by_name(archive)["alliance 2013.pdf"], "access", "restricted")
    holdings = exporting.gather(archive, ON)
    assert [a.title for a in holdings.agreements] == ["Alliance on shade"]
    assert holdings.left_out == 2
    assert [cell.agreements for cell in holdings.coverage.cells] == [(holdings.agreements[0].id,)]


def test_an_agency_takes_its_agreements_and_what_announced_them(archive: Archive) -> None:
    holdings = exporting.gather(archive, ON, agency="OSHA")
    assert names(holdings) == {"alliance 2010.pdf", "alliance 2013.pdf", "release.html"}
    assert "Occupational Safety" in holdings.scope
    assert exporting.gather(archive, ON, agency="EEOC").coverage.cells == ()


def test_a_query_takes_what_it_finds_and_tells_no_lapse_for_what_it_does_not(archive: Archive) -> None:
    holdings = exporting.gather(archive, ON, query="title:shade")
    assert names(holdings) == {"alliance 2010.pdf"}
    (cell,) = holdings.coverage.cells
    assert (cell.agency, cell.consulate, str(cell.status)) == (AUSTIN, CONSULATE, "in force")


def test_json_tells_each_agreement(archive: Archive, tmp_path: Path) -> None:
    exporting.export(archive, "json", tmp_path / "out.json", ON)
    told = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert [one["agreement"] for one in told["agreements"]] == [a.id for a in agreements.listing(archive, ON)]


def test_a_format_there_is_none_of_is_told_with_those_there_are(archive: Archive, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"no export to “docx”; choose one of .*xlsx"):
        exporting.export(archive, "docx", tmp_path / "out.docx", ON)


@pytest.mark.parametrize("place", ["nowhere/out.json", "."])
def test_a_place_that_cannot_be_written_is_told(place: str, archive: Archive, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"There is no folder|is a folder"):
        exporting.export(archive, "json", tmp_path / place, ON)


@pytest.mark.skipif(sys.platform != "linux", reason="the full disk is a device that exists there alone")
def test_a_disk_that_refuses_is_told(archive: Archive) -> None:
    with pytest.raises(ConvenioError, match=r"cannot be written \(No space left on device\)"):
        exporting.export(archive, "json", Path("/dev/full"), ON)


@pytest.mark.parametrize(("suffix", "start"), [(".svg", b"<"), (".png", b"\x89PNG"), (".pdf", b"%PDF")])
def test_a_timeline_is_drawn_by_its_ending(suffix: str, start: bytes, archive: Archive, tmp_path: Path) -> None:
    file = tmp_path / f"osha{suffix}"
    exporting.export_timeline(archive, "OSHA", file, ON)
    assert file.read_bytes().startswith(start)


def test_a_timeline_of_another_kind_is_refused(archive: Archive, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"drawn as \.svg, \.png or \.pdf"):
        exporting.export_timeline(archive, "OSHA", tmp_path / "osha.gif", ON)


def test_no_restricted_title_is_drawn(archive: Archive, tmp_path: Path) -> None:
    describing.correct(archive, by_name(archive)["release.html"], "title", "Trenches in confidence")
    describing.correct(archive, by_name(archive)["release.html"], "access", "restricted")
    exporting.export_timeline(archive, "OSHA", tmp_path / "osha.svg", ON)
    assert "confidence" not in (tmp_path / "osha.svg").read_text(encoding="utf-8")
