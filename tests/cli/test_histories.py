"""agreements, coverage, timeline, export."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from archive_app.services.sharing.exporting import FORMATS
from tests.cli.conftest import Run
from tests.services.making import AUSTIN, CONSULATE

DAY = ("--on", "2026-11-22")


def test_agreements_print_the_shape_of_the_contract(run: Run, made: Path) -> None:
    first, second = run("agreements", made, *DAY, "--json").json
    assert {
        "agreement", "title", "kind", "parties", "agreement_date", "effective_date", "expiration_date",
        "expiration_basis", "status", "on", "renews", "renewed_by", "chain", "records", "announced_by",
    } <= set(first)  # fmt: skip
    assert (first["status"], second["status"], second["on"]) == ("renewed", "in force", "2026-11-22")
    assert [party["authority"] for party in first["parties"]] == [AUSTIN, CONSULATE]


def test_agreements_by_body_state_and_day(run: Run, made: Path) -> None:
    def titles(*words: str) -> list[str]:
        return [one["title"] for one in run("agreements", made, *words, "--json").json]

    assert titles(*DAY, "--agency", "OSHA", "--status", "in force") == ["Alliance on trenches"]
    assert titles("--on", "2011-01-01", "--status", "in force") == ["Alliance on shade"]
    assert titles(*DAY, "--agency", "EEOC") == []
    assert "2 agreements on 2026-11-22" in run("agreements", made, *DAY).out


def test_agreements_last_as_long_as_they_stand_on_the_day(run: Run, own: Path) -> None:
    def last(*words: str) -> str:
        return run("agreements", own, *words).out.splitlines()[-2]

    told = json.loads(run("agreements", own, *DAY, "--json").out)[-1]
    record = told["records"][0]
    for field, value in (("expiration_date", "2014-05-31"), ("renewal", "automatic"), ("renewal_term", "1 year")):
        assert run("set", own, record, field, value).status == 0
    assert "2014-05-31  " in last("--on", "2014-01-01")
    assert "2027-05-31 (renews itself)" in last(*DAY)


def test_coverage_prints_cells_and_gaps(run: Run, made: Path) -> None:
    told = run("coverage", made, *DAY, "--json").json
    assert set(told) == {"on", "agencies", "consulates", "cells", "gaps"}
    assert [(cell["agency"], cell["consulate"], cell["status"]) for cell in told["cells"]] == [
        (AUSTIN, CONSULATE, "in force")
    ]
    assert [(gap["from"], gap["to"]) for gap in told["gaps"]] == [("2012-06-02", "2013-05-31")]
    text = run("coverage", made, *DAY, "--gaps").out
    assert "2012-06-02" in text
    assert "since" not in text


@pytest.mark.parametrize("words", [
    ("agreements", "--agency", "Guild of Glassblowers"), ("agreements", "--status", "lapsed"),
    ("agreements", "--on", "2026-02-30"), ("coverage", "--on", "tomorrow"),
    ("timeline", "--agency", "Guild of Glassblowers", "-o", "x.svg"), ("timeline", "--agency", "OSHA", "-o", "x.gif"),
    ("timeline", "--agency", "OSHA"), ("export", "docx", "x.docx"), ("export", "json", "nowhere/x.json"),
])  # fmt: skip
def test_what_cannot_be_done_is_one_sentence(words: tuple[str, ...], run: Run, made: Path) -> None:
    ran = run(words[0], made, *words[1:])
    assert (ran.status, ran.out) == (2, "")
    assert len(ran.err.splitlines()) == 1
    assert ran.err.endswith(".\n")


@pytest.mark.parametrize("suffix", [".svg", ".png", ".pdf"])
def test_timeline_draws_a_picture(suffix: str, run: Run, made: Path, tmp_path: Path) -> None:
    assert run("timeline", made, "--agency", "OSHA", *DAY, "-o", tmp_path / f"osha{suffix}").status == 0
    assert (tmp_path / f"osha{suffix}").stat().st_size > 500


@pytest.mark.parametrize("format", FORMATS)
def test_export_writes_every_format(format: str, run: Run, made: Path, tmp_path: Path) -> None:
    ran = run("export", made, format, tmp_path / "out", *DAY)
    assert ran.status == 0
    assert (tmp_path / "out").exists()
    assert "Left out: 1 restricted record." in ran.out


def test_export_narrows_to_a_body_and_a_query(run: Run, made: Path, tmp_path: Path) -> None:
    run("export", made, "json", tmp_path / "out.json", "--query", "shade", *DAY)
    assert len(json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["agreements"]) == 1
    run("export", made, "json", tmp_path / "out.json", "--agency", "EEOC", *DAY)
    assert json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["agreements"] == []


@pytest.mark.skipif(sys.platform != "linux", reason="the full disk is a device that exists there alone")
def test_export_to_a_full_disk_is_one_sentence(run: Run, made: Path) -> None:
    ran = run("export", made, "json", "/dev/full")
    assert (ran.status, ran.out) == (1, "")
    assert "No space left on device" in ran.err


def test_a_state_is_taken_whatever_its_capitals(run: Run, made: Path) -> None:
    told = run("agreements", made, *DAY, "--status", "in force").out
    assert run("agreements", made, *DAY, "--status", "In Force").out == told
    assert run("agreements", made, *DAY, "--status", "").status == 2


def test_no_name_is_no_bodys(run: Run, made: Path) -> None:
    ran = run("agreements", made, *DAY, "--agency", "")
    assert (ran.status, ran.err.startswith("No body is known by “”")) == (2, True)


@pytest.mark.parametrize(
    "words",
    [
        ("csv", "--page", 1),
        ("ris", "--record", "R00001", "--query", "trenches"),
        ("bagit", "--record", "R00001"),
        ("bagit", "--include", "R00001"),
    ],
)
def test_what_a_format_knows_nothing_of_is_refused(
    words: tuple[str, ...], run: Run, made: Path, tmp_path: Path
) -> None:
    format, *rest = words
    ran = run("export", made, format, tmp_path / "out", *rest)
    assert (ran.status, len(ran.err.splitlines()), list(tmp_path.iterdir())) == (2, 1, [])


def test_capitals_of_a_format_do_not_matter(run: Run, made: Path, tmp_path: Path) -> None:
    assert run("export", made, "CSV", tmp_path / "out.csv").status == 0


def test_an_agreement_lasts_as_long_as_its_amendment_says(run: Run, own: Path, ids: dict[str, str]) -> None:
    for field, value in (("kind", "amendment"), ("effective_date", "2012-01-01"), ("expiration_date", "2019-05-31"),
                         ("relation", "amends 2010-06-01")):  # fmt: skip
        assert run("set", own, ids["alliance 2013.pdf"], field, value).status == 0
    first = run("agreements", own, "--on", "2011-01-01").out.splitlines()[0]
    amended = run("agreements", own, "--on", "2014-01-01").out.splitlines()[0]
    assert "2010-06-01 – 2012-06-01 (computed)" in first
    assert "2010-06-01 – 2019-05-31 (as amended)" in amended


def test_a_lapse_that_is_open_on_a_day_of_the_past_is_not_told_of_today(run: Run, made: Path) -> None:
    lapses = run("coverage", made, "--gaps", "--on", "2012-12-24").out
    assert "2012-06-02  still so" in lapses
    assert "today" not in lapses
