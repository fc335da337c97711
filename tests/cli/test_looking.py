"""search, list, show, set: their JSON, their text, their exit status."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_search_prints_the_shape_of_the_contract_and_nothing_else(run: Run, made: Path) -> None:
    ran = run("search", made, "trenches", "--json", "--facets", "--limit", 1)
    assert (ran.status, ran.err) == (0, "")
    told = ran.json
    assert set(told) == {"query", "understood", "expanded", "suggestion", "total", "seconds", "hits", "facets"}
    assert (told["query"], told["total"], len(told["hits"])) == ("trenches", 2, 1)
    assert {"record", "title", "kind", "date", "page", "snippet", "score"} <= set(told["hits"][0])
    assert "<b>" in told["hits"][0]["snippet"]
    assert told["facets"]["kind"] == {"alliance agreement": 1, "press release": 1}


def test_search_follows_offset_and_sort(run: Run, made: Path) -> None:
    whole = run("search", made, "trenches", "--json", "--sort", "title").json["hits"]
    rest = run("search", made, "trenches", "--json", "--sort", "title", "--offset", 1).json["hits"]
    assert [hit["record"] for hit in rest] == [hit["record"] for hit in whole][1:]


def test_search_for_people_marks_words_and_counts(run: Run, made: Path) -> None:
    ran = run("search", made, "trenches", "--facets")
    assert ran.status == 0
    assert ran.out.startswith("2 records for ")
    assert "[trenches]" in ran.out
    assert "<b>" not in ran.out
    assert "OSHA Austin Area Office 2" in ran.out


def test_search_tells_the_other_names_it_looked_for_unless_told_not_to(run: Run, made: Path) -> None:
    wide, plain = run("search", made, "shade"), run("search", made, "shade", "--no-expansion")
    assert "Also looked for: shade as sombra" in wide.out.splitlines()
    assert "[sombra]" in wide.out
    assert "sombra" not in plain.out
    assert run("search", made, "shade", "--json").json["expanded"] == {"shade": ["sombra"]}
    assert run("search", made, "shade", "--json", "--no-expansion").json["expanded"] == {}


def test_a_faulty_line_of_the_archives_thesaurus_is_told_beside_the_result(run: Run, own: Path) -> None:
    (own / "thesaurus.csv").write_text("en,es\numbrage\ngloom,sombra\n", encoding="utf-8")
    ran = run("search", own, "gloom", "--json")
    assert (ran.status, ran.json["total"]) == (0, 1)
    assert ran.err.startswith("Line 2 of ")
    assert len(ran.err.splitlines()) == 1


def test_a_query_that_cannot_be_read_is_one_sentence(run: Run, made: Path) -> None:
    ran = run("search", made, 'shade AND (water OR "trench', "--json")
    assert (ran.status, ran.out) == (2, "")
    assert "cannot be read at character" in ran.err
    assert len(ran.err.splitlines()) == 1


def test_list_prints_the_records(run: Run, made: Path) -> None:
    rows = run("list", made, "--json").json
    assert len(rows) == 7
    assert {"record", "title", "kind", "date", "language", "file", "pages", "restricted", "sha256"} <= set(rows[0])
    assert [row["file"] for row in run("list", made, "--kind", "press release", "--json").json] == ["release.html"]
    assert "7 records" in run("list", made).out


def test_show_prints_all_of_a_record(run: Run, made: Path, ids: dict[str, str]) -> None:
    told = run("show", made, ids["alliance 2010.pdf"], "--json").json
    assert {"record", "title", "description", "facts", "history", "text"} <= set(told)
    assert {"parties", "relations", "expiration_date", "dates"} <= set(told["description"])
    assert {"field", "value", "confidence", "rule", "evidence"} <= set(told["facts"][0])
    text = run("show", made, ids["alliance 2010.pdf"]).out
    assert "Alliance on shade" in text
    assert "Page 2:\nSecond page: signed in Austin." in text


def test_set_keeps_a_value_and_tells_who_said_it(run: Run, own: Path, ids: dict[str, str]) -> None:
    ran = run("set", own, ids["carta.txt"], "kind", "complaint")
    assert ran.status == 0
    told = run("show", own, ids["carta.txt"], "--json").json
    fact = next(fact for fact in told["facts"] if fact["field"] == "kind")
    assert (fact["value"], fact["source"]) == ("complaint", "person")
    assert fact["by"] in ran.out
    assert [event["type"] for event in told["history"]] == ["correction"]
    assert run("search", own, "kind:complaint", "--json").json["total"] == 1


def test_set_tells_what_it_took_the_place_of(run: Run, own: Path) -> None:
    ran = run("set", own, "R00001", "party", "Labor Office; Consulate of Nowhere")
    assert "party is now Labor Office; Consulate of Nowhere" in ran.out
    ran = run("set", own, "R00001", "party", "")
    assert "party is now not stated (before: Labor Office; Consulate of Nowhere)" in ran.out
    shown = run("show", own, "R00001").out
    assert "Labor Office" in shown.partition("History:")[2].partition("Page 1")[0]
    assert '{"' not in shown


def test_a_record_that_nothing_happened_to_has_no_history(run: Run, made: Path) -> None:
    assert "History:" not in run("show", made, "R00001").out


def test_list_refuses_a_kind_that_there_is_not(run: Run, made: Path) -> None:
    ran = run("list", made, "--kind", "memo")
    assert (ran.status, ran.out) == (2, "")
    assert "“memo” cannot be the kind; choose one of" in ran.err


@pytest.mark.parametrize(("words", "sentence"), [
    (("R00001", "kind", "memo"), "cannot be the kind"),
    (("R00001", "colour", "blue"), "There is no field"),
    (("R00001", "issued_date", "yesterday"), "is not a date"),
    (("R99999", "kind", "report"), "There is no record R99999"),
])  # fmt: skip
def test_set_refuses_what_cannot_be(words: tuple[str, ...], sentence: str, run: Run, own: Path) -> None:
    ran = run("set", own, *words)
    assert (ran.status, ran.out) == (2, "")
    assert sentence in ran.err
    assert len(ran.err.splitlines()) == 1


def test_show_of_a_record_that_is_not_there(run: Run, made: Path) -> None:
    ran = run("show", made, "R99999", "--json")
    assert (ran.status, ran.out) == (2, "")
    assert "There is no record R99999" in ran.err


def test_show_prints_tables_in_columns(run: Run, tmp_path: Path) -> None:
    root, long = tmp_path / "archive", "Phoenix, Tucson, Yuma, Nogales and Douglas"
    (tmp_path / "counts.csv").write_text(f'Office,Consulates,Days\nPhoenix,"{long}",12\n', encoding="utf-8")
    run("new", root)
    run("add", root, tmp_path / "counts.csv", "--jobs", 1)
    lines = run("show", root, "R00001").out.splitlines()
    start = lines.index("Table on page 1:") + 1
    assert lines[start : start + 3] == [
        "  Office   Consulates                          Days",
        "  Phoenix  Phoenix, Tucson, Yuma, Nogales and  12",
        "           Douglas",
    ]


def places_of(run: Run, own: Path, record: str) -> list[str]:
    return [fact["value"] for fact in run("show", own, record, "--json").json["facts"] if fact["field"] == "place"]


def test_many_records_are_set_as_one(own: Path, run: Run, ids: dict[str, str]) -> None:
    first, second = ids["alliance 2010.pdf"], ids["alliance 2013.pdf"]
    ran = run("set", own, f"{first.lower()},{second}", "place", "Oslo", "--add", "--dry-run")
    assert (ran.status, ran.out.splitlines()[-1]) == (0, "2 records would be changed, 0 already so.")
    assert places_of(run, own, first) == []
    ran = run("set", own, "-", "place", "Oslo", "--query", "alliance")
    assert ran.out.splitlines()[0].endswith("place: nothing known → Oslo")
    assert places_of(run, own, first) == ["Oslo"]
    told = run("set", own, f"{first},{ids['carta.txt']}", "place", "Ames", "--only-empty", "--json").json
    assert (told["records"], told["changed"], told["written"]) == (2, 0, True)
    assert run("set", own, first, "tags", "heat; shade", "--quiet").out.endswith("1 record changed, 0 already so.\n")
    ran = run("set", own, "-", "place", "Oslo")
    assert (ran.status, "No record is named" in ran.err) == (2, True)


def test_list_takes_a_kind_in_either_language_whatever_its_capitals(run: Run, made: Path) -> None:
    one = run("list", made, "--kind", "press release").out
    assert one.endswith("1 record\n")
    assert run("list", made, "--kind", "Comunicado de prensa").out == one
    assert run("list", made, "--kind", "PRESS RELEASE").out == one


@pytest.mark.parametrize("query", ["", "  "])
def test_an_empty_query_does_not_stand_for_every_record_where_they_are_changed(query: str, run: Run, own: Path) -> None:
    for words in (("set", own, "-", "place", "Laredo", "--query", query), ("tag", own, "--query", query, "--add", "x")):
        ran = run(*words)
        assert (ran.status, "would mean every record" in ran.err) == (2, True)
    assert run("search", own, "place:laredo OR tag:x", "--json").json["total"] == 0


def test_renewal_is_one_of_the_values_that_are_read(run: Run, own: Path, ids: dict[str, str]) -> None:
    record = ids["alliance 2010.pdf"]
    assert run("set", own, record, "renewal", "maybe").status == 2
    for typed, kept in (("por acuerdo", "mutual"), ("Automática", "automatic"), ("mutual", "mutual")):
        run("set", own, record, "renewal", typed)
        assert run("show", own, record, "--json").json["description"]["renewal"] == kept
