"""search with all its switches, concordance, batch: their JSON, their text, their files, their exit status."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_why_and_pages_are_told_where_they_are_asked_for(run: Run, made: Path, ids: dict[str, str]) -> None:
    plain = run("search", made, "alliance austin", "--json").json
    assert not {"matches", "why"} & set(plain["hits"][0])
    (hit,) = run("search", made, "alliance austin", "--json", "--why", "--pages").json["hits"]
    assert (hit["record"], hit["pages"]) == (ids["alliance 2010.pdf"], [1, 2])
    assert [match["page"] for match in hit["matches"]] == [1, 2]
    assert "<b>Austin</b>" in hit["matches"][1]["snippet"]
    assert [(why["asked"], why["field"], why["pages"]) for why in hit["why"]] == [
        ("alliance", "text", [1]), ("alliance", "title", []), ("austin", "text", [2]),
    ]  # fmt: skip
    told = run("search", made, "alliance austin", "--why", "--pages").out
    assert "why: alliance on page 1 and in the title; austin on page 2" in told
    assert "p. 2: Second page: signed in [Austin]." in told


def test_years_are_drawn_and_counted(run: Run, made: Path) -> None:
    told = run("search", made, "alliance OR roofers", "--json", "--histogram", "--no-expansion").json
    assert told["histogram"] == {"years": {"2010": 1, "2011": 0, "2012": 0, "2013": 1}, "undated": 2}
    assert told["facets"] == {}
    lines = run("search", made, "alliance OR roofers", "--histogram", "--no-expansion").out.splitlines()
    assert "  2011       0" in lines
    assert "  undated    2" in lines


def test_options_may_stand_before_the_query(run: Run, made: Path) -> None:
    ran = run("search", made, "--limit", 1, "--json", "trenches")
    assert (ran.status, ran.json["total"]) == (0, 2)


@pytest.mark.parametrize(("only", "names"), [
    (["kind=press release"], ["release.html"]), (["agency=OSHA", "kind=alliance agreement"], ["alliance 2013.pdf"]),
    (["year=2013"], ["alliance 2013.pdf", "release.html"]), (["kind=press release", "kind=alliance agreement"],
                                                            ["alliance 2013.pdf", "release.html"]),
])  # fmt: skip
def test_an_answer_is_narrowed(only: list[str], names: list[str], run: Run, made: Path, ids: dict[str, str]) -> None:
    words = [word for each in only for word in ("--only", each)]
    told = run("search", made, *words, "trenches", "--json").json
    assert sorted(hit["record"] for hit in told["hits"]) == sorted(ids[name] for name in names)


@pytest.mark.parametrize(("only", "sentence"), [
    ("kind", "narrows nothing"), ("colour=red", "cannot be narrowed by “colour”"), ("agency=Nobody", "Nobody"),
])  # fmt: skip
def test_what_narrows_nothing_is_told(only: str, sentence: str, run: Run, made: Path) -> None:
    ran = run("search", made, "trenches", "--only", only)
    assert (ran.status, ran.out, sentence in ran.err) == (2, "", True)


def test_a_search_is_saved_and_asked_again(run: Run, own: Path) -> None:
    saved = run("search", own, "trenches", "--only", "kind=press release", "--sort", "date", "--save", "Trenches")
    assert "Saved as “Trenches”." in saved.out
    (listed,) = run("searches", own, "--json").json
    assert (listed["name"], listed["query"], listed["sort"], listed["records"]) == ("Trenches", "trenches", "date", 1)
    assert run("search", own, "--saved", "TRENCHES", "--json").json["total"] == 1
    assert run("search", own, "--saved", "trenches", "-austin", "--json").status == 2  # an option to the parser
    assert run("search", own, "--saved", "trenches", "NOT hands", "--json").json["total"] == 0
    assert "already" in run("search", own, "shade", "--save", "trenches").err
    assert run("search", own, "shade", "--save", "trenches", "--replace").status == 0
    assert "1 saved search" in run("searches", own, "--rename", "trenches", "Shade").out
    assert "Shade" in run("searches", own).out
    assert "0 saved searches" in run("searches", own, "--delete", "shade").out
    assert "There is no saved search “shade”" in run("search", own, "--saved", "shade").err


def test_what_a_person_asked_is_kept_and_what_a_program_asked_is_not(run: Run, own: Path) -> None:
    run("searches", own, "--forget-recent")
    run("search", own, "shade", "--json")
    run("search", own, "trenches")
    (asked,) = run("searches", own, "--recent", "--json").json
    assert (asked["query"], asked["records"], asked["times"]) == ("trenches", 2, 1)
    assert "not kept from now on" in run("searches", own, "--remember", "off").out
    run("search", own, "shade")
    assert [one["query"] for one in run("searches", own, "--recent", "--json").json] == ["trenches"]
    assert run("searches", own, "--forget-recent", "--json").json == []


def test_results_are_written_without_restricted_records(run: Run, made: Path, tmp_path: Path) -> None:
    ran = run("search", made, "roofers", "--no-expansion", "-o", tmp_path / "hits.csv")
    assert ran.status == 0
    assert ran.out == f"Wrote {tmp_path / 'hits.csv'}: 1 record. Left out: 1 restricted record.\n"
    assert "ladder" not in (tmp_path / "hits.csv").read_text(encoding="utf-8-sig")
    assert run("search", made, "roofers", "-o", tmp_path / "hits.odt").status == 2


def test_words_are_shown_in_their_context(run: Run, made: Path) -> None:
    ran = run("concordance", made, "roofers", "--no-expansion", "--sort", "before")
    assert ran.out.splitlines()[-1] == "2 places in 2 records"
    assert any("forty  roofers" in line for line in ran.out.splitlines())
    lines = run("concordance", made, "roofers", "--no-expansion", "--json").out.splitlines()
    assert [json.loads(line)["keyword"] for line in lines] == ["roofers", "roofers"]
    assert len(run("concordance", made, "roofers", "--limit", 1, "--json").out.splitlines()) == 1
    assert "Did you mean: roofers" in run("concordance", made, "roofrs", "--no-expansion").out


def test_a_concordance_is_written_as_a_file(run: Run, made: Path, tmp_path: Path) -> None:
    ran = run("concordance", made, "roofers", "--no-expansion", "-o", tmp_path / "lines.xlsx")
    assert "1 place. Left out: 1 restricted record." in ran.out
    assert (tmp_path / "lines.xlsx").exists()
    assert run("concordance", made, "roofers", "--limit", 3, "-o", tmp_path / "lines.csv").status == 2


def test_a_list_of_queries_is_asked(run: Run, made: Path, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("name,query\nTrenches,trenches\nTorn,(torn\n", encoding="utf-8")
    ran = run("batch", made, tmp_path / "list.csv", "-o", tmp_path / "report.json", "--facets", "kind,year")
    assert ran.status == 1
    assert "Trenches: trenches: 2 records, 2 pages" in ran.out
    told = run("batch", made, tmp_path / "list.csv", "--json", "--facets", "kind,year").json
    written = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert written["rows"] == told["rows"]
    assert told["rows"][0]["facets"]["year"] == {"2013": 2}
    assert "cannot be read" in told["rows"][1]["fault"]
    (tmp_path / "sound.csv").write_text("trenches\n", encoding="utf-8")
    assert run("batch", made, tmp_path / "sound.csv").status == 0
    assert run("batch", made, tmp_path / "nowhere.csv").status == 2


def test_an_index_that_is_missing_is_made_anew_and_told(run: Run, own: Path) -> None:
    shutil.rmtree(own / "index")
    ran = run("search", own, "trenches", "--json")
    assert ran.json["total"] == 2
    assert ran.err == "making the search index anew, since it is missing: 7\n"
    shutil.rmtree(own / "index")
    assert run("search", own, "trenches", "--quiet", "--json").err == ""


def test_names_that_narrow_are_taken_in_either_language_and_checked(run: Run, made: Path) -> None:
    english = run("search", made, "", "--only", "kind=press release", "--json").json
    assert english["total"] == 1
    for only in ("kind=Comunicado de prensa", "kind=PRESS RELEASE"):
        assert run("search", made, "", "--only", only, "--json").json["hits"] == english["hits"]
    assert run("search", made, "", "--only", "language=español", "--json").json["total"] == 1
    for only in ("kind=banana", "language=fr", "year=last", "reviewed=maybe"):
        assert run("search", made, "", "--only", only).status == 2


def test_an_empty_name_saves_nothing(run: Run, own: Path) -> None:
    ran = run("search", own, "trenches", "--save", "")
    assert (ran.status, "needs a name" in ran.err) == (2, True)


def test_a_concordance_of_no_words_is_refused(run: Run, made: Path) -> None:
    ran = run("concordance", made, " ", "--json")
    assert (ran.status, ran.out, "write those" in ran.err) == (2, "", True)


def test_where_a_report_cannot_be_is_told_before_anything_is_asked(run: Run, made: Path, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("trenches\n", encoding="utf-8")
    for name in ("report.odt", "nowhere/report.csv"):
        ran = run("batch", made, tmp_path / "list.csv", "-o", tmp_path / name)
        assert (ran.status, ran.out, len(ran.err.splitlines())) == (2, "", 1)
    assert "1 query asked" in run("batch", made, tmp_path / "list.csv").out


def test_json_is_all_that_is_printed_where_a_file_is_written_too(run: Run, made: Path, tmp_path: Path) -> None:
    plain = run("search", made, "roofers", "--json").json
    both = run("search", made, "roofers", "--json", "-o", tmp_path / "hits.csv").json
    assert (both["hits"], (tmp_path / "hits.csv").exists()) == (plain["hits"], True)
    lines = run("concordance", made, "roofers", "--json", "--quiet", "-o", tmp_path / "lines.csv").out.splitlines()
    assert (len([json.loads(line) for line in lines]) > 0, (tmp_path / "lines.csv").exists()) == (True, True)
    assert "wants" in run("holdings", made, "--json", "-o", tmp_path / "wants.csv").json
    told = run("compare", made, "R00001", "R00002", "--json", "-o", tmp_path / "compared.html").json
    assert ("clauses" in told, (tmp_path / "compared.html").exists()) == (True, True)
