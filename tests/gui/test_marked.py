"""What is marked on a record's pages: which of the words found is at hand, and what is marked strongly."""

from __future__ import annotations

import pytest

from archive_app.domain.evidence import Evidence
from archive_app.gui.models.description.marked import Marked
from archive_app.gui.models.page.marks import Mark, Marking

#: Two places on the first page, one on the third.
FOUND = [Mark(page, start, start + 4, (), Marking.HIT) for page, start in ((1, 0), (1, 9), (3, 2))]


def at_hand(marked: Marked) -> list[tuple[int, int]]:
    return [(mark.page, mark.start) for mark in marked.every if mark.marking is Marking.CHOSEN]


def test_one_goes_through_the_hits_and_stops_at_their_ends() -> None:
    marked = Marked()
    marked.find(FOUND, 1)
    for page, start in ((1, 0), (1, 9), (3, 2)):
        mark = marked.step(1)
        assert mark is not None
        assert (mark.page, mark.start) == (page, start)
        assert at_hand(marked) == [(page, start)]
    assert marked.step(1) is None
    assert (marked.at, at_hand(marked)) == (2, [(3, 2)])


def test_without_one_at_hand_the_last_is_the_one_before() -> None:
    marked = Marked()
    marked.find(FOUND, 1)
    assert marked.step(-1) == FOUND[2]


@pytest.mark.parametrize(("page", "next_at"), [(1, 0), (2, 2), (3, 2), (4, 0)])
def test_finding_goes_on_from_the_page_that_is_read(page: int, next_at: int) -> None:
    marked = Marked()
    marked.find(FOUND, page)
    assert marked.step(1) == FOUND[next_at]


def test_a_page_that_is_turned_to_has_its_first_hit_at_hand_or_none() -> None:
    marked = Marked()
    marked.find(FOUND, 1)
    assert (marked.turn_to(3), marked.at) == (FOUND[2], 2)
    assert (marked.turn_to(2), marked.at) == (None, None)


def test_a_chosen_place_is_one_and_can_be_let_go() -> None:
    marked = Marked()
    marked.find(FOUND, 1)
    marked.step(1)
    marked.choose(Evidence(2, "wage", 5, 9))
    assert at_hand(marked) == [(2, 5)]
    marked.choose(None)
    assert at_hand(marked) == []


def test_after_finding_what_a_search_found_is_marked_again() -> None:
    marked = Marked()
    marked.find(FOUND, 1)
    marked.step(1)
    marked.end_finding()
    assert (marked.every, marked.at, marked.step(1)) == ([], None, None)
