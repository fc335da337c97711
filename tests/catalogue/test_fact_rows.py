from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from archive_app.catalogue import fact_rows
from archive_app.domain.dates import UNITS, Duration
from archive_app.domain.evidence import Box, Evidence
from archive_app.domain.fact import FIELDS, MANY, DateMention, Fact, Party, Relation, Signatory, Source, Value

_text = st.text(max_size=12)
_maybe = st.none() | _text
_tenths = st.integers(-100, 20_000).map(lambda tenths: tenths / 10)
_kinds: dict[type, st.SearchStrategy[Any]] = {
    str: _text,
    Duration: st.builds(Duration, st.integers(0, 99) | st.floats(0, 99), st.sampled_from(UNITS)),
    Party: st.builds(Party, _text, _text, _maybe, _maybe),
    Signatory: st.builds(Signatory, _text, _maybe, _maybe, _maybe),
    Relation: st.builds(Relation, _text, _maybe, _maybe, st.lists(_text, max_size=3).map(tuple)),
    DateMention: st.builds(DateMention, _text, _text, _maybe),
}
_evidence = st.builds(
    Evidence,
    st.integers(1, 999),
    _text,
    st.integers(0, 99),
    st.integers(0, 99),
    st.lists(st.builds(Box, _tenths, _tenths, _tenths, _tenths), max_size=3).map(tuple),
)


@st.composite
def facts(draw: st.DrawFn) -> Fact:
    field = draw(st.sampled_from(sorted(FIELDS)))
    return Fact(
        field,
        draw(st.none() | _kinds[FIELDS[field]]),
        draw(st.floats(0, 1)),
        draw(_text),
        draw(st.none() | _evidence),
        draw(st.sampled_from(Source)),
        draw(st.lists(st.tuples(_text, _text), max_size=2).map(tuple)),
        draw(_maybe),
        draw(_maybe),
        7,
    )


@given(facts())
def test_a_fact_comes_back_from_its_row(fact: Fact) -> None:
    assert fact_rows.fact((7, *fact_rows.columns_of(fact))) == fact


@given(st.data())
def test_values_come_back_from_what_an_event_tells(data: st.DataObject) -> None:
    field = data.draw(st.sampled_from(sorted(FIELDS)))
    values: list[Value] = data.draw(st.lists(_kinds[FIELDS[field]], max_size=3 if field in MANY else 1))

    assert fact_rows.values_of(field, fact_rows.values_text(field, values)) == tuple(values)


def test_text_is_kept_readable() -> None:
    row = fact_rows.columns_of(Fact("title", "Convenio de “Houston”", 1.0, "heading"))

    assert row[:2] == ("title", "Convenio de “Houston”")
