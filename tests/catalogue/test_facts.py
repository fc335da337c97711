from __future__ import annotations

import pytest

from archive_app.catalogue import Catalogue
from archive_app.catalogue.fact_rows import values_of
from archive_app.domain.dates import Duration
from archive_app.domain.description import describe
from archive_app.domain.evidence import Evidence
from archive_app.domain.fact import PERPETUAL, Fact, Party, Source, Value
from archive_app.domain.record import State
from archive_app.errors import ConvenioError, UsageError
from tests.catalogue.making import LATER, NOON, add, page, party, texts


@pytest.fixture
def record(catalogue: Catalogue) -> str:
    """A record that was read, described and indexed."""
    id = add(catalogue).id
    readings = [Fact("title", "Letter", 0.6, "heading"), party("Consulate"), party("Department")]
    catalogue.facts.replace_readings(id, readings)
    catalogue.records.mark_indexed(catalogue.records.to_index())
    return id


def holding(catalogue: Catalogue, id: str) -> list[str]:
    return texts(describe(catalogue.facts.of(id)).facts)


def to_index(catalogue: Catalogue) -> list[str]:
    return [id for id, _ in catalogue.records.to_index()]


def test_readings_are_kept_with_their_evidence(catalogue: Catalogue) -> None:
    id = add(catalogue).id
    evidence = page("in force for three years").evidence(0, 24)
    reading = Fact("term", Duration(3, "years"), 0.9, "term of", evidence)

    catalogue.facts.replace_readings(id, [reading])

    (kept,) = catalogue.facts.of(id)
    assert kept.id is not None
    assert kept == Fact("term", Duration(3, "years"), 0.9, "term of", evidence, id=kept.id)


def test_a_new_reading_takes_the_place_of_the_last(catalogue: Catalogue, record: str) -> None:
    catalogue.facts.replace_readings(record, [party("Consulate General")])

    assert texts(catalogue.facts.of(record)) == ["party: Consulate General"]


def test_a_read_record_counts_as_described_and_is_to_be_indexed(catalogue: Catalogue) -> None:
    id = add(catalogue).id
    catalogue.records.mark_indexed(catalogue.records.to_index())

    catalogue.facts.replace_readings(id, [])

    found = catalogue.records.get(id)
    assert found is not None
    assert found.state is State.DESCRIBED
    assert to_index(catalogue) == [id]


def test_a_persons_word_wins_and_no_reading_touches_it(catalogue: Catalogue, record: str) -> None:
    evidence = Evidence(1, "Agreement", 0, 9)
    catalogue.facts.correct(record, "title", ["Agreement"], "ana", NOON, {"Agreement": evidence})
    assert to_index(catalogue) == [record]

    forged = Fact("title", "Forged", 1.0, "corrected", source=Source.PERSON)
    catalogue.facts.replace_readings(record, [Fact("title", "Another", 0.99, "heading"), forged])

    title = describe(catalogue.facts.of(record)).fact("title")
    assert title is not None
    assert (title.value, title.source, title.by, title.at) == ("Agreement", Source.PERSON, "ana", NOON)
    assert (title.confidence, title.evidence) == (1.0, evidence)
    assert texts(catalogue.facts.of(record)) == ["title: Agreement", "title: Another"]


def test_a_persons_values_replace_what_the_person_said_before(catalogue: Catalogue, record: str) -> None:
    catalogue.facts.correct(record, "party", [Party("One"), Party("Two")], "ana", NOON)
    catalogue.facts.correct(record, "party", [Party("Three")], "luis", LATER)

    assert holding(catalogue, record) == ["title: Letter", "party: Three"]


@pytest.mark.parametrize("values", [[None], []])
def test_a_person_may_say_that_it_is_not_stated(catalogue: Catalogue, record: str, values: list[Value]) -> None:
    catalogue.facts.correct(record, "party", values, "ana", NOON)

    assert holding(catalogue, record) == ["title: Letter"]


def test_the_readings_hold_again_when_a_correction_is_withdrawn(catalogue: Catalogue, record: str) -> None:
    catalogue.facts.correct(record, "title", ["Agreement"], "ana", NOON)
    catalogue.facts.correct(record, "party", [None], "ana", NOON)

    catalogue.facts.withdraw(record, "title", "ana", LATER)

    assert holding(catalogue, record) == ["title: Letter"]


def test_every_decision_is_told_in_the_history(catalogue: Catalogue, record: str) -> None:
    catalogue.facts.correct(record, "title", ["Agreement"], "ana", NOON)
    catalogue.facts.correct(record, "title", [None], "luis", LATER)
    catalogue.facts.withdraw(record, "title", "luis", LATER)
    catalogue.facts.correct(record, "party", [Party("A"), Party("B")], "ana", LATER)

    told = catalogue.history.of(record)

    assert [(event.type, event.agent, event.at, event.field, event.before, event.after) for event in told[:3]] == [
        ("correction", "ana", NOON, "title", "Letter", "Agreement"),
        ("correction", "luis", LATER, "title", "Agreement", None),
        ("withdrawal", "luis", LATER, "title", None, "Letter"),
    ]
    assert values_of("party", told[3].after) == (Party("A"), Party("B"))


def test_a_confirmed_reading_is_the_persons_with_the_readings_evidence(catalogue: Catalogue, record: str) -> None:
    reading = catalogue.facts.of(record)[0]
    assert reading.id is not None

    catalogue.facts.confirm(reading.id, "ana", NOON)
    catalogue.facts.replace_readings(record, [Fact("title", "Another", 0.99, "heading")])

    title = describe(catalogue.facts.of(record)).fact("title")
    assert title is not None
    assert (title.value, title.source, title.rule) == ("Letter", Source.PERSON, "confirmed")
    assert (title.by, title.at, title.evidence) == ("ana", NOON, reading.evidence)
    assert [event.type for event in catalogue.history.of(record)] == ["confirmation"]


def test_a_confirmed_party_leaves_the_others_beside_it(catalogue: Catalogue, record: str) -> None:
    consulate = catalogue.facts.of(record)[1]
    assert consulate.id is not None

    catalogue.facts.confirm(consulate.id, "ana", NOON)
    catalogue.facts.confirm(consulate.id, "ana", LATER)

    parties = describe(catalogue.facts.of(record)).by_field["party"]
    assert [(fact.value, fact.source) for fact in parties] == [
        (Party("Consulate", "CONSULATE"), Source.PERSON),
        (Party("Department", "DEPARTMENT"), Source.READING),
    ]
    assert len(catalogue.facts.of(record)) == 4


def test_to_confirm_a_reading_takes_back_that_none_is_stated(catalogue: Catalogue, record: str) -> None:
    department = catalogue.facts.of(record)[2]
    assert department.id is not None
    catalogue.facts.correct(record, "party", [None], "ana", NOON)

    catalogue.facts.confirm(department.id, "ana", LATER)

    assert holding(catalogue, record) == ["title: Letter", "party: Consulate", "party: Department"]


def test_to_confirm_what_a_person_said_changes_nothing(catalogue: Catalogue, record: str) -> None:
    catalogue.facts.correct(record, "title", ["Agreement"], "ana", NOON)
    stated = catalogue.facts.of(record)[-1]
    assert stated.id is not None

    catalogue.facts.confirm(stated.id, "luis", LATER)

    assert catalogue.facts.of(record)[-1] == stated


def test_a_reading_that_is_gone_cannot_be_confirmed(catalogue: Catalogue, record: str) -> None:
    gone = catalogue.facts.of(record)[0].id
    assert gone is not None
    catalogue.facts.replace_readings(record, [Fact("title", "Another", 0.9, "heading")])

    with pytest.raises(ConvenioError, match="read anew"):
        catalogue.facts.confirm(gone, "ana", NOON)


@pytest.mark.parametrize(
    ("field", "values", "sentence"),
    [
        ("colour", ["red"], "“colour” is not a field"),
        ("title", ["One", "Two"], "takes one value"),
        ("party", [Party("One"), None], "takes one value"),
        ("term", ["3 years"], "give a Duration"),
        ("effective_date", ["3 Sept 2014"], "is not a date for effective_date"),
        ("effective_date", ["2014-02-30"], "is not a date for effective_date"),
        ("effective_date", [PERPETUAL], "is not a date for effective_date"),
    ],
)
def test_what_a_field_cannot_hold_is_refused(
    catalogue: Catalogue, record: str, field: str, values: list[Value], sentence: str
) -> None:
    with pytest.raises(UsageError, match=sentence):
        catalogue.facts.correct(record, field, values, "ana", NOON)

    assert catalogue.history.of(record) == []


@pytest.mark.parametrize("value", [PERPETUAL, "2014", "2014-09", "2014-09-03"])
def test_an_expiration_may_be_a_partial_date_or_perpetual(catalogue: Catalogue, record: str, value: str) -> None:
    catalogue.facts.correct(record, "expiration_date", [value], "ana", NOON)

    assert describe(catalogue.facts.of(record)).text("expiration_date") == value


def test_a_decision_on_a_record_that_is_not_there_is_refused(catalogue: Catalogue) -> None:
    with pytest.raises(UsageError, match="no record R00009"):
        catalogue.facts.correct("R00009", "title", ["One"], "ana", NOON)
    with pytest.raises(UsageError, match="no record R00009"):
        catalogue.facts.replace_readings("R00009", [])


def test_the_facts_of_all_records_are_those_of_each(catalogue: Catalogue, record: str) -> None:
    bare = add(catalogue).id
    third = add(catalogue).id
    catalogue.facts.replace_readings(third, [party("Union")])
    catalogue.facts.correct(record, "title", ["Agreement"], "ana", NOON)

    everything = catalogue.facts.all()

    assert list(everything) == [record, bare, third]
    assert everything == {id: catalogue.facts.of(id) for id in everything}


def test_the_facts_of_all_records_may_leave_boxes_and_fields_away(catalogue: Catalogue, record: str) -> None:
    (consulate, department) = catalogue.facts.all(with_boxes=False, fields={"party"})[record]

    assert texts([consulate, department]) == ["party: Consulate", "party: Department"]
    assert consulate.evidence == Evidence(1, "Consulate", 0, 9)
