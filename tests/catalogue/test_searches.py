"""Saved searches, and the history of searches."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive_app.catalogue import FILENAME, Catalogue, search_history
from archive_app.domain.search import Asked, Question, SavedSearch
from archive_app.errors import ConvenioError, UsageError
from tests.catalogue.making import LATER, NOON

WAGES = Question("robo de salario", filters={"kind": frozenset({"press release", "report"})})
SHADE = Question("shade", expand=False, sort="date")


def test_a_search_is_kept_under_its_name(catalogue: Catalogue) -> None:
    kept = catalogue.saved_searches.save("Wages", WAGES, "ana", NOON)
    assert kept == SavedSearch(kept.id, "Wages", WAGES, "ana", NOON, NOON)
    assert catalogue.saved_searches.get(kept.id) == catalogue.saved_searches.named("WAGES") == kept

    again = catalogue.saved_searches.save("wages", SHADE, "luis", LATER)

    assert again == SavedSearch(kept.id, "wages", SHADE, "ana", NOON, LATER)
    assert catalogue.saved_searches.all() == [again]


def test_a_saved_search_is_renamed_and_deleted(catalogue: Catalogue) -> None:
    first = catalogue.saved_searches.save("Wages", WAGES, "ana", NOON)
    second = catalogue.saved_searches.save("Shade", SHADE, "ana", NOON)
    with pytest.raises(UsageError, match="a saved search “Wages” already"):
        catalogue.saved_searches.rename(second.id, "wages", LATER)

    catalogue.saved_searches.rename(second.id, "SHADE", LATER)
    catalogue.saved_searches.delete(first.id)

    assert catalogue.saved_searches.all() == [SavedSearch(second.id, "SHADE", SHADE, "ana", NOON, LATER)]


def test_what_was_asked_is_kept_once_the_last_first(catalogue: Catalogue) -> None:
    before = catalogue.data_version
    catalogue.search_history.note(WAGES, NOON, 3)
    catalogue.search_history.note(SHADE, NOON, 1)
    catalogue.search_history.note(Question(" robo  de salario ", filters=WAGES.filters), LATER, 4)
    assert catalogue.search_history.all() == [Asked(WAGES, LATER, 4, 2), Asked(SHADE, NOON, 1)]
    assert catalogue.data_version == before

    catalogue.search_history.forget(WAGES)
    assert catalogue.search_history.all() == [Asked(SHADE, NOON, 1)]
    catalogue.search_history.clear()
    assert catalogue.search_history.all() == []


def test_the_oldest_questions_are_dropped(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_history, "KEPT", 3)
    for number in range(5):
        catalogue.search_history.note(Question(str(number)), NOON, number)
    assert [asked.question.query for asked in catalogue.search_history.all()] == ["4", "3", "2"]


def test_a_reader_notes_beside_a_writer_and_switches_it_off(catalogue: Catalogue, path: Path) -> None:
    with Catalogue.open(path, writable=False) as reader:
        assert reader.search_history.on
        reader.search_history.note(WAGES, NOON, 3)
        reader.search_history.switch(on=False)
        assert not catalogue.search_history.on
        catalogue.search_history.switch(on=True)
        assert reader.search_history.on
        assert [asked.question for asked in catalogue.search_history.all()] == [WAGES]


def test_noting_waits_for_nobody(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_history, "PATIENCE", 0.01)
    with catalogue.writing(), pytest.raises(ConvenioError, match=FILENAME):
        catalogue.search_history.note(WAGES, NOON, 3)


@given(
    st.builds(
        Question,
        st.text(st.characters(exclude_categories=["Cs"])).map(lambda text: " ".join(text.split())),
        st.booleans(),
        st.sampled_from(["relevance", "date", "title"]),
        st.dictionaries(st.text(min_size=1), st.frozensets(st.text(min_size=1), min_size=1)),
    )
)
def test_a_question_is_kept_whole(question: Question) -> None:
    assert Question.of_kept(question.kept()) == question
    assert "\n" not in question.kept()
    assert json.loads(question.kept())["query"] == question.query
