"""The query language: how queries are read, and what is said of those that cannot be."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive_app.index.query import QueryFault, in_words, parse
from archive_app.index.query.names import KINDS
from archive_app.index.query.syntax import Choice, Everything, Match, Node, Period, Phrase, Word


@pytest.mark.parametrize(
    ("query", "understood"),
    [
        ("wage theft", "wage AND theft"),
        ("Robo de SALARIO", "robo AND de AND salario"),
        ("a OR b c", "a OR (b AND c)"),
        ("a O b Y c", "a OR (b AND c)"),
        ("(a OR b) c", "(a OR b) AND c"),
        ("a -b NOT c NO d", "a AND NOT b AND NOT c AND NOT d"),
        ("NOT NOT a", "a"),
        ("-(a b)", "NOT (a AND b)"),
        ("y o no or", "y AND o AND no AND or"),
        ("“wage theft”", '"wage theft"'),
        ("«wage theft»~3", '"wage theft"~3'),
        ('"Wages"', '"wages"'),
        ("labor* consulte~", "labor* AND consulte~"),
        ("H-2A U.S. EE. UU. acuerdo", "h2a AND us AND eeuu AND acuerdo"),
        ("EE.UU.", "eeuu"),
        ("2014-09-03", '"2014 09 03"'),
        ("título:acuerdo titulo:acuerdo Title:acuerdo", "title:acuerdo AND title:acuerdo AND title:acuerdo"),
        ("agencia:OSHA parte:SRE firmante:perez", "agency:osha AND party:sre AND signatory:perez"),
        ("lugar:Austin etiqueta:urgente", "place:austin AND tag:urgente"),
        ("agency: OSHA", "agency:osha"),
        ("agency:(OSHA OR EEOC)", "agency:osha OR agency:eeoc"),
        ('party:"wage and hour"', 'party:"wage and hour"'),
        ("kind:release", 'kind:"press release"'),
        ('tipo:"comunicado de prensa"', 'kind:"press release"'),
        ("tipo:acuerdo", "kind:agreement"),
        ("kind:MOU", 'kind:"memorandum of understanding"'),
        ("idioma:español language:english", "language:es AND language:en"),
        ("language:en+es", "language:en+es"),
        ("date:2011 fecha:2011-08..2014", "date:2011 AND date:2011-08..2014"),
        ("date:>2012 date:<=2014-9-3", "date:>2012 AND date:<=2014-09-03"),
        ("date:2011.. date:..2014", "date:2011.. AND date:..2014"),
        ("Re: hello 10:30", 're AND hello AND "10 30"'),
        ("a - b & c", "a AND b AND c"),
        ("some ~30 days ~", "some AND 30 AND days"),
        ("", ""),
        ("  \n", ""),
    ],
)
def test_how_a_query_is_read(query: str, understood: str) -> None:
    assert in_words(parse(query)) == understood
    assert parse(understood) == parse(query)


@pytest.mark.parametrize(
    ("query", "position", "nearest"),
    [
        ('say "wage theft', 4, 'say AND "wage theft"'),
        ("(wage OR theft", 0, "wage OR theft"),
        ("wage) theft", 4, "wage AND theft"),
        ("wage OR", 5, "wage"),
        ("OR wage", 0, "wage"),
        ("wage AND", 5, "wage"),
        ("NOT", 0, ""),
        ("wage NOT OR theft", 5, "wage OR theft"),
        ("la*", 0, "la"),
        ("wo*rk", 0, '"wo rk"'),
        ("*work", 0, "work"),
        ("wages~2", 0, "wages~"),
        ("title:wages~0.8", 6, "title:wages~"),
        ('"wage theft"~', 0, '"wage theft"'),
        ('"wage theft"~x', 0, '"wage theft"'),
        ('one "wage theft"~-1', 4, 'one AND "wage theft"'),
        ('("wage theft"~5000)', 1, '"wage theft"'),
        ("tittle:labor", 0, "title:labor"),
        ("colour:red", 0, "red"),
        ("labor title:", 6, "labor"),
        ("kind:", 0, ""),
        ("kind:agrement", 5, "kind:agreement"),
        ("kind:recipe", 5, "recipe"),
        ("language:latin", 9, "latin"),
        ("date:yesterday", 5, ""),
        ("date:sept-2014", 5, "date:2014"),
        ("date:2014-13", 5, "date:2014"),
        ("date:2014..2011", 5, "date:2014"),
        ("date:..", 5, ""),
        ("()", 0, ""),
        ("?!", 0, ""),
        ("title:agency:osha", 0, "agency:osha"),
        ("(" * 60 + "a" + ")" * 60, 40, "a"),
    ],
)
def test_what_is_said_of_a_query_that_cannot_be_read(query: str, position: int, nearest: str) -> None:
    with pytest.raises(QueryFault) as raised:
        parse(query)
    assert (raised.value.position, raised.value.nearest) == (position, nearest)
    assert f"At character {position + 1}: " in str(raised.value)
    assert in_words(parse(nearest)) == nearest


def test_a_fault_is_a_sentence_and_travels_between_processes() -> None:
    fault = QueryFault(4, ("unclosed_quotation", ()), '"a"')
    again = pickle.loads(pickle.dumps(fault))
    assert str(again) == str(fault)
    assert str(again) == (
        'At character 5: a quotation is not closed; end it with a quotation mark. Nearest reading: "a"'
    )
    assert (again.position, again.nearest, again.exit_status) == (4, '"a"', 2)


_PIECES = st.sampled_from(
    ["wage", "Acción", "OR", "O", "NOT", "-", "AND", "Y", "(", ")", '"', '"a b"~3', "«x»", "ab*", "abc*", "abcd~", "*",
     "~", "title:", "tipo:", "date:", "foo:", "2011", "..", ">", "2014-02-30", "kind:renewal", "idioma:es", ":"]
)  # fmt: skip


@given(st.one_of(st.text(), st.lists(_PIECES).map(" ".join), st.lists(_PIECES).map("".join)))
def test_any_text_is_read_or_comes_back_with_one_that_is(query: str) -> None:
    node, position = read(query)
    assert 0 <= position <= len(query)
    assert parse(in_words(node)) == node


def read(query: str) -> tuple[Node, int]:
    """The tree of a query or of its nearest reading, and where the fault was."""
    try:
        return parse(query), 0
    except QueryFault as fault:
        return parse(fault.nearest), fault.position


def test_the_tree_of_each_kind_of_leaf() -> None:
    assert parse("labor") == Word("labor")
    assert parse('"labor"') == Word("labor", Match.EXACT)
    assert parse("tag:lab*") == Word("lab", Match.PREFIX, "tag")
    assert parse("labr~") == Word("labr", Match.NEARLY)
    assert parse('"a b"~5') == Phrase(("a", "b"), 5)
    assert parse("date:2012-02") == Period(20120201, 20120229, "2012-02")
    assert parse("date:>2012") == Period(20130101, 99999999, ">2012")
    assert parse("language:es") == Choice("language", frozenset({"es", "en+es"}), "es")
    assert parse("kind:carta") == Choice("kind", frozenset({"correspondence"}), "correspondence")
    assert parse("") == Everything()


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_found_by_each_of_its_names(kind: str) -> None:
    for name in (kind, *KINDS[kind]):
        assert parse(f'kind:"{name}"') == Choice("kind", frozenset({kind}), kind)
