"""What holds for a record: readings, a person's word, and what is computed from both."""

from __future__ import annotations

from archive_app.domain.dates import Duration
from archive_app.domain.description import describe
from archive_app.domain.evidence import Evidence
from archive_app.domain.fact import Fact, Party, Source, Value, from_json, to_json


def read(field: str, value: object, confidence: float = 0.9) -> Fact:
    return Fact(field, value, confidence, "test", Evidence(1, "words"))  # type: ignore[arg-type]


def said(field: str, value: object) -> Fact:
    return Fact(field, value, 1.0, "said", source=Source.PERSON, by="Ana", at="2026-01-01T00:00:00+00:00")  # type: ignore[arg-type]


def test_the_most_confident_reading_holds() -> None:
    description = describe([read("kind", "agreement", 0.5), read("kind", "renewal", 0.8), read("kind", "other", 0.8)])
    assert description.text("kind") == "renewal"


def test_a_persons_word_wins_over_any_reading() -> None:
    description = describe([said("kind", "amendment"), read("kind", "renewal", 1.0)])
    assert description.text("kind") == "amendment"


def test_a_person_replaces_all_parties_read() -> None:
    description = describe([read("party", Party("A")), said("party", Party("B")), read("party", Party("C"))])
    assert [party.name for party in description.parties] == ["B"]


def test_not_stated_leaves_the_field_unknown() -> None:
    description = describe([read("effective_date", "2014-09-03"), said("effective_date", None)])
    assert description.text("effective_date") is None
    assert description.fact("effective_date") is None


def test_an_end_is_computed_from_a_beginning_and_a_term() -> None:
    description = describe([read("effective_date", "2014-09-03", 0.8), read("term", Duration(3, "years"), 0.5)])
    fact = description.fact("expiration_date")
    assert fact is not None
    assert (fact.value, description.expiration_basis) == ("2017-09-03", "computed")
    assert fact.operands == (("effective_date", "2014-09-03"), ("term", "3 years"))
    assert fact.confidence == 0.4


def test_a_correction_of_the_beginning_moves_the_computed_end() -> None:
    facts = [
        read("effective_date", "2014-09-03"),
        read("term", Duration(3, "years")),
        said("effective_date", "2015-01-31"),
    ]
    assert describe(facts).text("expiration_date") == "2018-01-31"


def test_a_stated_end_is_never_replaced_by_a_computed_one() -> None:
    facts = [
        read("effective_date", "2014-09-03"),
        read("term", Duration(3, "years")),
        read("expiration_date", "2016-12-31", 0.3),
    ]
    description = describe(facts)
    assert (description.text("expiration_date"), description.expiration_basis) == ("2016-12-31", "stated")


def test_nothing_is_computed_where_a_person_says_that_no_end_is_stated() -> None:
    facts = [read("effective_date", "2014-09-03"), read("term", Duration(3, "years")), said("expiration_date", None)]
    description = describe(facts)
    assert (description.text("expiration_date"), description.expiration_basis) == (None, None)


def test_no_end_is_computed_from_a_year_alone() -> None:
    assert (
        describe([read("effective_date", "2014"), read("term", Duration(3, "years"))]).text("expiration_date") is None
    )


def test_the_agreements_date_counts_where_no_beginning_is_stated() -> None:
    fact = describe([read("agreement_date", "2014-09-03"), read("term", Duration(90, "days"))]).fact("expiration_date")
    assert fact is not None
    assert (fact.value, fact.operands[0][0]) == ("2014-12-02", "agreement_date")


def test_values_survive_json() -> None:
    values: list[tuple[str, Value]] = [
        ("term", Duration(3, "years")),
        ("party", Party("A", "a", "X", "union")),
        ("kind", "other"),
        ("kind", None),
    ]
    for field, value in values:
        assert from_json(field, to_json(value)) == value
