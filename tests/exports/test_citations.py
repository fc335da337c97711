"""RIS, CSL-JSON and BibTeX read back: types, dates as far as known, names kept whole."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from archive_app.domain.fact import KINDS
from archive_app.exports import bibtex, csl, ris
from archive_app.exports.holdings import Holdings
from archive_app.exports.plain import line
from tests.domain.histories import paper
from tests.exports.gathering import AUSTIN, TEXTS, exported, gathered, with_text

RIS_LINE = re.compile(r"([A-Z][A-Z0-9])  - (.*)")


@pytest.fixture
def holdings() -> Holdings:
    return gathered(
        paper("R1", AUSTIN, "2014-09-03", title="Alliance", language="en+es"),
        paper("R2", AUSTIN, "2014-09-03", kind="press release", title="Signed", issuer="Safety Administration",
              issued_date="2014-09", reference_number="14-1598"),
        paper("R3", AUSTIN, "2014-09-03", kind="media announcement", title="They signed"),
        paper("R4", "", kind="correspondence", title="Re: Alliance", issued_date="2015", language="es",
              sender='"Fierro Galindo, Ximena" <x@consul.example>', recipient="Lou <l@dol.example>, m@dol.example"),
    )  # fmt: skip


def entries(text: str) -> list[dict[str, list[str]]]:
    """Entries of an RIS file as values by tag; fails on a line that is none of RIS."""
    found: list[dict[str, list[str]]] = []
    for content in filter(None, text.split("\r\n")):
        match = RIS_LINE.fullmatch(content)
        assert match, content
        if match[1] == "TY":
            found.append({})
        found[-1].setdefault(match[1], []).append(match[2])
    return found


def test_ris_tells_type_names_and_date(holdings: Holdings, tmp_path: Path) -> None:
    agreement, release, news, letter = entries(exported("ris", holdings, tmp_path))
    assert (agreement["TY"], agreement["ID"], agreement["TI"]) == (["GOVDOC"], ["R1"], ["Alliance"])
    assert (agreement["A2"], agreement["DA"]) == (["Austin Area Office", "Consulate in Austin"], ["2014/09/03/"])
    assert (release["AU"], release["DA"], release["M1"]) == (["Safety Administration"], ["2014/09//"], ["14-1598"])
    assert (news["TY"], letter["TY"]) == (["NEWS"], ["PCOMM"])
    assert (letter["AU"], letter["DA"], letter["LA"]) == (["Fierro Galindo – Ximena"], ["2015///"], ["es"])
    assert letter["N1"] == ["To: Lou", "To: m@dol.example"]


def test_news_is_not_dated_by_the_signing_it_tells_of(holdings: Holdings, tmp_path: Path) -> None:
    assert "DA" not in entries(exported("ris", holdings, tmp_path))[2]
    assert "issued" not in json.loads(exported("csl-json", holdings, tmp_path))[2]


def test_csl_tells_type_names_and_date(holdings: Holdings, tmp_path: Path) -> None:
    agreement, release, news, letter = json.loads(exported("csl-json", holdings, tmp_path))
    assert [item["type"] for item in (agreement, release, news, letter)] == [
        "treaty", "report", "article-newspaper", "personal_communication",
    ]  # fmt: skip
    assert [names(item) for item in (agreement, release, letter)] == [
        ["Austin Area Office", "Consulate in Austin"], ["Safety Administration"], ["Fierro Galindo, Ximena"],
    ]  # fmt: skip
    assert [item["issued"]["date-parts"] for item in (agreement, release, letter)] == [
        [[2014, 9, 3]], [[2014, 9]], [[2015]],
    ]  # fmt: skip
    assert ("language" in agreement, letter["language"]) == (False, "es")


def test_bibtex_tells_type_names_and_date(holdings: Holdings, tmp_path: Path) -> None:
    agreement, release, news, letter = exported("bibtex", holdings, tmp_path).strip().split("\n\n")
    assert agreement.startswith("@misc{R1,\n  title = {{Alliance}},\n")
    assert "author = {{Austin Area Office} and {Consulate in Austin}}" in agreement
    assert "type = {treaty}" in agreement
    assert "date = {2014-09-03}" in agreement
    assert ("number = {14-1598}" in release, "month = {9}" in release) == (True, True)
    assert news.startswith("@article{R3,")
    assert "langid = {spanish}" in letter


@given(TEXTS)
def test_bibtex_keeps_its_braces_whatever_a_title_holds(text: str) -> None:
    told = bibtex.escaped(text)
    open_now = 0
    for letter in re.sub(r"\\(?:[&%$#_{}])", "", told):
        open_now += (letter == "{") - (letter == "}")
        assert open_now >= 0
    assert open_now == 0


def names(item: dict[str, Any]) -> list[str]:
    return [name["literal"] for name in item["author"]]


def test_every_kind_has_its_type() -> None:
    assert set(ris.TYPES) == set(csl.TYPES) == set(KINDS)


@given(TEXTS)
def test_any_text_reads_back(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    holdings, folder = with_text(text), tmp_path_factory.getbasetemp()
    titles = [line(text) or f"R{number}" for number in (1, 2, 3)]
    assert [entry["TI"] for entry in entries(exported("ris", holdings, folder))] == [[title] for title in titles]
    assert [item["title"] for item in json.loads(exported("csl-json", holdings, folder))] == titles
