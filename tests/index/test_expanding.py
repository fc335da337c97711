"""Queries widened by a thesaurus."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive_app.index import Index, Thesaurus
from archive_app.index.query import Widening, in_words, parse
from tests.index.archives import entry, found, indexed

THESAURUS = Thesaurus(
    [("wage theft", "robo de salario", "salary theft"), ("embassy", "embajada"), ("agreement", "convenio")]
    + [("MOU",), ("consulate", "consulado")]
)


@pytest.mark.parametrize(
    ("query", "widened"),
    [
        ("wage theft", '(wage AND theft) OR "robo de salario" OR "salary theft"'),
        ("Wages theft law", '((wages AND theft) OR "robo de salario" OR "salary theft") AND law'),
        ('"wage theft"', '"wage theft" OR "robo de salario" OR "salary theft"'),
        ("convenio OR law", "convenio OR agreement OR law"),
        (
            "consulate embassy agreement",
            "(consulate OR consulado) AND (embassy OR embajada) AND (agreement OR convenio)",
        ),
        ("wage AND (theft OR embajadas)", "wage AND (theft OR embajadas OR embassy)"),
        ("law -embassy NOT agreement", "law AND NOT embassy AND NOT agreement"),
        ('"embassy" title:agreement embas* agreemnt~', '"embassy" AND title:agreement AND embas* AND agreemnt~'),
        ('"wage theft"~3 mou', '"wage theft"~3 AND mou'),
        ("", ""),
    ],
)
def test_what_a_query_is_widened_to(query: str, widened: str) -> None:
    assert in_words(Widening(THESAURUS).widen(parse(query))) == widened


def test_records_are_found_under_the_other_name_and_it_is_marked(tmp_path: Path) -> None:
    index = indexed(tmp_path, [entry("R1", "el robo de salario"), entry("R2", "wage theft"), entry("R3", "robo")])
    answer = index.search("wage thefts", thesaurus=THESAURUS)
    assert {hit.record: hit.snippet for hit in answer.hits} == {
        "R1": "el <b>robo</b> <b>de</b> <b>salario</b>",
        "R2": "<b>wage</b> <b>theft</b>",
    }
    assert answer.understood == "wage AND thefts"
    assert answer.expanded == {"wage theft": ["robo de salario", "salary theft"]}
    assert found(index, "wage theft") == ["R2"]
    assert index.search("wage theft").expanded == {}


def test_a_suggestion_is_of_what_was_typed(tmp_path: Path) -> None:
    index: Index = indexed(tmp_path, [entry("R1", "consulates")])
    assert index.search("consulete agreement", thesaurus=THESAURUS).suggestion is None
    assert index.search("consultate", thesaurus=THESAURUS).suggestion == "consulates"
