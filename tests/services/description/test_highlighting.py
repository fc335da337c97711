"""Highlights: kept with their kind, found again when the page is read anew, searched for, changed and undone."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive_app.domain.page import Page
from archive_app.domain.search import Question
from archive_app.errors import UsageError
from archive_app.services import kept_notes
from archive_app.services.archive import Archive
from archive_app.services.description import noting
from archive_app.services.intake import accessioning
from archive_app.services.search import searching
from archive_app.services.undo import editing

TEXT = "The Board pays the wages.\nThe Board pays within thirty days.\n"


@pytest.fixture
def paper(empty: Archive, tmp_path: Path) -> str:
    (tmp_path / "pact.txt").write_text(TEXT, encoding="utf-8")
    accessioning.add(empty, [tmp_path], jobs=0)
    return empty.catalogue.records.all()[0].id


def span(words: str, text: str = TEXT) -> tuple[int, int]:
    start = text.rindex(words)
    return start, start + len(words)


def found(archive: Archive, query: str) -> list[str]:
    return list(searching.matching(archive, Question(query)).pages)


def test_a_highlight_needs_no_text_and_is_found_by_kind_and_words(empty: Archive, paper: str) -> None:
    note = noting.add(empty, paper, "", page=1, span=span("thirty days"), highlight="commitment")
    assert (note.quote, note.text, note.highlight) == ("thirty days", "", "commitment")
    for query in ("highlight:commitment", "resaltado:compromiso", 'highlight:"thirty days"'):
        assert found(empty, query) == [paper], query
    assert found(empty, "highlight:question") == []
    noting.change(empty, note.id, "Ask the Board.", highlight="question")
    assert found(empty, "highlight:duda") == [paper]
    assert found(empty, "note:ask") == [paper]
    editing.undo(empty)
    assert kept_notes.of(empty, paper) == (note,)
    editing.undo(empty)
    assert kept_notes.of(empty, paper) == ()
    assert found(empty, "highlight:commitment") == []
    editing.redo(empty)
    assert kept_notes.of(empty, paper) == (note,)


@pytest.mark.parametrize(
    ("kind", "words", "told"), [("loud", "thirty days", "not a kind of highlight"), ("question", None, "marks words")]
)
def test_a_highlight_is_of_a_kind_and_of_words(
    empty: Archive, paper: str, kind: str, words: str | None, told: str
) -> None:
    with pytest.raises(UsageError, match=told):
        noting.add(empty, paper, "", page=1, span=span(words) if words else None, highlight=kind)


def test_a_note_that_says_nothing_is_none(empty: Archive, paper: str) -> None:
    note = noting.add(empty, paper, "Seen.")
    with pytest.raises(UsageError, match="says nothing"):
        noting.change(empty, note.id, " ")


def test_marked_words_are_found_again_when_the_page_is_read_anew(empty: Archive, paper: str) -> None:
    noting.add(empty, paper, "", page=1, span=span("The Board pays"), highlight="important")
    noting.add(empty, paper, "How?", page=1, span=span("the wages"))
    again = "PACT\n\nSomebody pays its wage.\nThe Bóard pays within 30 days.\n"
    empty.catalogue.pages.replace(paper, [Page(1, again)])
    first, second = kept_notes.of(empty, paper)
    assert again[first.start : first.end] == "The Bóard pays"
    assert (second.quote, second.page, second.start, second.end) == ("the wages", 1, None, None)
    assert kept_notes.listing(empty) == (first, second)
    empty.catalogue.pages.replace(paper, [Page(1, TEXT)])
    assert (kept_notes.of(empty, paper)[1].start, kept_notes.of(empty, paper)[1].end) == span("the wages")
