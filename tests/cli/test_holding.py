"""holdings, links, decide, lapses, compare and authorities in the terminal."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from archive_app.__main__ import main
from tests.cli.conftest import Run


def told(capsys: pytest.CaptureFixture[str], *words: object) -> str:
    assert main([str(word) for word in words]) == 0
    return capsys.readouterr().out


def test_holdings(made: Path, ids: dict[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = json.loads(told(capsys, "holdings", made, "--json"))
    assert data["counts"] == {
        "announced, no paper held": 0, "held, never announced": 1, "cited, not in the archive": 0
    }  # fmt: skip
    assert "held, never announced (1)" in told(capsys, "holdings", made)
    assert "1 line" in told(capsys, "holdings", made, "-o", tmp_path / "list.html", "--language", "es")


def test_links_are_decided_on(own: Path, ids: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    later, earlier = ids["alliance 2013.pdf"], ids["alliance 2010.pdf"]
    told(capsys, "decide", own, "refuse", later, "renews", earlier)
    (refused,) = json.loads(told(capsys, "links", own, "--standing", "refused", "--json"))
    assert (refused["record"], refused["target"], refused["standing"]) == (later, earlier, "refused")
    told(capsys, "decide", own, "withdraw", later, "renews", earlier)
    assert "0.95" in told(capsys, "links", own, "--record", later)
    assert main(["decide", str(own), "confirm", earlier, "renews", later]) == 2
    assert "goes on from" in capsys.readouterr().err


def test_lapses_and_years(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (lapse,) = json.loads(told(capsys, "lapses", made, "--on", "2026-11-22", "--json"))
    assert (lapse["from"], lapse["to"], lapse["basis"], lapse["known"]) == (
        "2012-06-02", "2013-05-31", "computed", True
    )  # fmt: skip
    years = json.loads(told(capsys, "coverage", made, "--on", "2014-12-31", "--years", "--json"))
    assert [cell["state"] for cell in years["cells"]] == ["partly covered", "covered", "partly covered",
                                                          "partly covered", "covered"]  # fmt: skip
    rows = told(capsys, "coverage", made, "--on", "2014-01-01", "--rows", "consulate", "--columns", "federal agency")
    assert "in force" in rows


def test_the_lapses_of_a_year_and_of_an_agency(made: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    def lapses(*words: str) -> int:
        return len(json.loads(told(capsys, "lapses", made, "--on", "2026-11-22", "--json", *words)))

    assert [lapses("--year", year) for year in ("2011", "2012", "2013", "2014")] == [0, 1, 1, 0]
    assert [lapses("--agency", agency) for agency in ("OSHA", "EEOC")] == [1, 0]
    said = told(capsys, "lapses", made, "--on", "2026-11-22", "--year", "2012", "-o", tmp_path / "lapses.csv")
    assert said == f"Wrote {tmp_path / 'lapses.csv'}: 1 lapse.\n"
    assert "2012-06-02" in (tmp_path / "lapses.csv").read_text("utf-8-sig")


def test_years_are_summed_up_and_drawn(made: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    summed = told(capsys, "coverage", made, "--years", "--agency", "OSHA", "--on", "2014-12-31")
    assert re.search(r"^2012 +0–1 in force on a day +0 new, 0 renewals, 1 lapsed +1 partly covered$", summed, re.M)
    assert re.search(r"^2013 +0–1 in force on a day +0 new, 1 renewal, 0 lapsed +1 partly covered$", summed, re.M)
    drawn = told(capsys, "coverage", made, "--on", "2014-12-31", "-o", tmp_path / "years.svg", "--language", "es")
    assert drawn.endswith("years.svg: 1 pair, 2010 to 2014.\n")
    assert "Lapsos iniciados" in (tmp_path / "years.svg").read_text("utf-8")


def test_compare(made: Path, ids: dict[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pair = ids["alliance 2010.pdf"], ids["alliance 2013.pdf"]
    assert json.loads(told(capsys, "compare", made, *pair, "--json"))["counts"]["removed"] == 2
    assert "{+Alliance on trenches" in told(capsys, "compare", made, *pair)
    told(capsys, "compare", made, *pair, "-o", tmp_path / "changed.html")
    assert (tmp_path / "changed.html").is_file()


def test_authorities(own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told(capsys, "authorities", own, "new", "LOCAL-unity", "Unity Table", "union")
    told(capsys, "authorities", own, "set", "LOCAL-unity", "acronyms", "UT")
    assert json.loads(told(capsys, "authorities", own, "show", "LOCAL-unity", "--json"))["acronyms"] == ["UT"]
    assert "LOCAL-unity" in told(capsys, "authorities", own, "list", "unity")
    (tmp_path / "list.csv").write_text("nombre,siglas\nMesa Unida,MU\n", encoding="utf-8")
    assert "1 would be made" in told(capsys, "authorities", own, "import", tmp_path / "list.csv")
    assert "1 were made" in told(capsys, "authorities", own, "import", tmp_path / "list.csv", "--apply")
    assert main(["authorities", str(own), "merge", "LOCAL-unity"]) == 2
    assert "takes ID INTO" in capsys.readouterr().err


def test_links_of_a_record_that_is_not_there_are_not_none(run: Run, made: Path) -> None:
    ran = run("links", made, "--record", "R99999", "--json")
    assert (ran.status, ran.out, "There is no record R99999" in ran.err) == (2, "", True)
