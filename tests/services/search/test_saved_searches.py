"""Saved searches are live lists; what was asked is kept and can be forgotten."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from archive_app import bootstrap
from archive_app.domain.search import Question
from archive_app.errors import UsageError
from archive_app.services.archive import Archive
from archive_app.services.description import tagging
from archive_app.services.search import saved_searches, search_history, searching
from tests.services.making import AUSTIN, by_name

TAGGED = Question("tag:roofs", expand=False, sort="date")


def test_a_saved_search_is_a_live_list(archive: Archive) -> None:
    saved = saved_searches.save(archive, "  About   roofs ", TAGGED)
    (listed,) = saved_searches.listing(archive)
    assert (listed.saved.name, listed.records, saved.question) == ("About roofs", 0, TAGGED)

    tagging.change(archive, [by_name(archive)["carta.txt"]], add=["roofs"])

    (listed,) = saved_searches.listing(archive)
    assert listed.records == 1 == searching.ask(archive, listed.saved.question).total
    (bare,) = saved_searches.listing(archive, counted=False)
    assert bare.records is None


def test_chosen_facets_are_kept(archive: Archive) -> None:
    question = Question("trenches", filters={"kind": frozenset({"press release"}), "agency": frozenset({AUSTIN})})
    saved = saved_searches.save(archive, "Releases", question)
    found = searching.ask(archive, saved_searches.find(archive, "RELEASES").question)
    assert (saved.question, found.total) == (question, 1)
    assert saved_searches.as_json(saved_searches.listing(archive)[0])["filters"] == {
        "agency": [AUSTIN], "kind": ["press release"],
    }  # fmt: skip


def test_a_name_is_taken_only_once_unless_it_is_to_be_replaced(archive: Archive) -> None:
    first = saved_searches.save(archive, "Roofs", TAGGED)
    assert saved_searches.save(archive, "roofs", TAGGED).id == first.id
    with pytest.raises(UsageError, match="“roofs” already"):
        saved_searches.save(archive, "Roofs", Question("shade"))
    again = saved_searches.save(archive, "Roofs", Question("shade"), replace=True)
    assert (again.id, again.question) == (first.id, Question("shade"))
    saved_searches.rename(archive, again.id, "Shade")
    assert saved_searches.find(archive, "shade").id == first.id
    saved_searches.delete(archive, first.id)
    assert saved_searches.listing(archive) == ()


@pytest.mark.parametrize(("name", "query", "sentence"), [
    ("Roofs", 'shade AND (', "cannot be read at character"), (" ", "shade", "needs a name"),
])  # fmt: skip
def test_what_cannot_be_asked_is_not_saved(name: str, query: str, sentence: str, archive: Archive) -> None:
    with pytest.raises(UsageError, match=sentence):
        saved_searches.save(archive, name, Question(query))
    assert saved_searches.listing(archive) == ()


def test_a_search_that_cannot_be_asked_any_more_is_told(archive: Archive) -> None:
    red = Question("shade", filters={"colour": frozenset({"red"})})
    archive.catalogue.saved_searches.save("Colours", red, "a", "b")
    archive.catalogue.saved_searches.save("Torn", Question("(shade"), "a", "b")
    colours, torn = saved_searches.listing(archive)
    assert (colours.records, torn.records) == (None, None)
    assert colours.fault is not None
    assert "cannot be narrowed by “colour”" in colours.fault
    assert torn.fault is not None
    assert "cannot be read" in torn.fault


def test_a_search_that_is_not_there_is_told_with_the_nearest(archive: Archive) -> None:
    saved = saved_searches.save(archive, "About roofs", TAGGED)
    with pytest.raises(UsageError, match="the nearest is “About roofs”"):
        saved_searches.find(archive, "About roof")
    saved_searches.delete(archive, saved.id)
    with pytest.raises(UsageError, match="“searches” shows all"):
        saved_searches.find(archive, "About roof")
    with pytest.raises(UsageError, match="there no more"):
        saved_searches.rename(archive, saved.id, "Other")


def test_what_was_asked_is_kept_until_it_is_cleared(root: Path) -> None:
    with bootstrap.opened(root) as reader:
        search_history.note(reader, Question("shade"), 3)
        search_history.note(reader, TAGGED, 0)
        search_history.note(reader, Question("  "), 7)
        assert [(asked.question, asked.records) for asked in search_history.recent(reader)] == [
            (TAGGED, 0), (Question("shade"), 3),
        ]  # fmt: skip
        assert len(search_history.recent(reader, 1)) == 1
        search_history.forget(reader, TAGGED)
        search_history.switch(reader, on=False)
        search_history.note(reader, Question("water"), 1)
        assert not search_history.is_on(reader)
        assert [asked.question.query for asked in search_history.recent(reader)] == ["shade"]
        search_history.clear(reader)
        assert search_history.recent(reader) == []


def test_what_cannot_be_noted_holds_nobody_up(root: Path) -> None:
    with bootstrap.opened(root) as reader:
        reader.catalogue.close()
        shutil.rmtree(root)
        root.mkdir()
        with pytest.raises(Exception, match="catalogue"):
            reader.catalogue.search_history.clear()
        search_history.note(reader, Question("shade"), 3)
