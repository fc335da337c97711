"""The arrangement in the terminal: shown, changed, read from a spreadsheet."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_the_default_is_shown_in_both_languages(run: Run, made: Path) -> None:
    told = run("arrange", made).out
    assert told.splitlines()[:2] == [
        "Trenches  Trenches [fonds *, 7 records]", "  S03  Alliance agreements [series *, 2 records]"
    ]  # fmt: skip
    assert "Acuerdos de alianza" in run("arrange", made, "--language", "es").out
    shown = run("arrange", made, "--json").json
    assert (shown["unit"], shown["extent"]["records"], len(shown["extent"]["operands"])) == (None, 7, 7)
    assert "R00001" in run("arrange", made, "--records").out


def test_an_arrangement_is_made_step_by_step(run: Run, own: Path, ids: dict[str, str]) -> None:
    carta = ids["carta.txt"]
    for words in (
        ("add", "fonds", "Papers of the office", "--code", "OFF"),
        ("add", "series", "Letters", "--under", "OFF"),
        ("add", "file", "Roofers", "--under", "OFF/01", "--code", "R"),
        ("set", "OFF", "access_conditions", "By appointment."),
        ("set", "OFF/01", "title", "Letters and texts"),
        ("place", "OFF/01/R", carta.lower()),
    ):
        assert run("arrange", own, *words).status == 0
    shown = run("arrange", own, "show", "OFF/01/R").out
    assert f"OFF/01/R/{carta}" in shown
    assert "By appointment. (said of OFF)" in shown
    assert "Computed: 1 record, 1 page." in shown
    where = "OFF/01/R  Papers of the office > Letters and texts > Roofers"
    assert f"unit              {where}" in run("show", own, carta).out
    assert [unit["code"] for unit in run("show", own, carta, "--json").json["units"]] == ["OFF", "01", "R"]
    told = run("arrange", own, "move", "OFF/01/R", "OFF", "--json").json
    assert [unit["reference_code"] for unit in told["units"]][:2] == ["OFF/01", "OFF/R"]
    assert run("arrange", own, "unplace", carta).out == "1 record put back among those that nobody placed.\n"
    assert run("arrange", own, "remove", "OFF").status == 2
    assert run("arrange", own, "remove", "OFF", "--with-all").status == 0
    assert run("arrange", own, "start", "--language", "es").out.startswith("Made F1 Trenches")
    assert run("arrange", own, "--json").json["units"][0]["title"] == "Acuerdos de alianza"


@pytest.mark.parametrize(("words", "told"), [
    (("add", "box", "Box"), "“box” is not a level"),
    (("add", "fonds"), "takes a level and a title"),
    (("set", "1", "colour", "red"), "no unit “1”"),
    (("show", "nowhere"), "no unit “nowhere”"),
    (("place", "x"), "takes a unit and records"),
])  # fmt: skip
def test_what_is_wrong_is_told_in_a_sentence(run: Run, own: Path, words: tuple[str, ...], told: str) -> None:
    ran = run("arrange", own, *words)
    assert ran.status == 2
    assert told in ran.err


def test_units_come_from_a_spreadsheet(run: Run, own: Path, tmp_path: Path) -> None:
    (tmp_path / "units.csv").write_text("Ref;Título;Nivel\nMX;Papeles;fondo\nMX/1;Cartas;\nQ/1;;\n", encoding="utf-8")
    asked = ("import", tmp_path / "units.csv", "--map", "Ref=reference_code")
    looked = run("arrange", own, *asked, "--dry-run", "--json")
    assert (looked.status, looked.json["changed"], looked.json["failed"], looked.json["written"]) == (1, 2, 1, False)
    assert run("arrange", own, *asked).out.endswith("3 rows: 2 changed, 0 the same, 1 not taken.\n")
    assert [one["title"] for one in run("arrange", own, "--json").json["units"]][:1] == ["Cartas"]


def test_every_element_is_named(run: Run, made: Path) -> None:
    assert "3.2.3   archival_history" in run("arrange", made, "elements").out
    assert len(run("arrange", made, "elements", "--json").json) == 26
