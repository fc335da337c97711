"""Words chosen with the keys: by a word, by a line, over a page's end."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from archive_app.domain.evidence import Box
from archive_app.domain.page import Page, WordBoxes
from archive_app.gui.models.word_selection import Step, WordSelection, line_of, whole_page


def page(number: int, *lines: str) -> Page:
    """Lines of words, each letter 10 points wide, each line 20 points high."""
    text = "\n".join(lines)
    words, at = [], 0
    for row, line in enumerate(lines):
        x = 0.0
        for word in line.split():
            start = text.index(word, at)
            words.append((start, start + len(word), Box(x, row * 20, x + 10 * len(word), row * 20 + 12)))
            at, x = start + len(word), x + 10 * len(word) + 10
    return Page(number, text, 600, 800, WordBoxes(words))


PAGES = (page(1, "The Board of Melons", "agrees with the Office"), page(2, "on wages"), page(3))
FIRST = WordSelection(0, 0, 0)


def quote(selection: WordSelection) -> str:
    return selection.evidence(PAGES).quote


def after(*steps: Step, extend: bool = True, begin: WordSelection = FIRST) -> WordSelection:
    for step in steps:
        begin = begin.stepped(PAGES, step, extend)
    return begin


def test_words_are_added_and_taken_off_again() -> None:
    assert quote(after(Step.NEXT, Step.NEXT)) == "The Board of"
    assert quote(after(Step.NEXT, Step.NEXT, Step.PREVIOUS)) == "The Board"
    assert quote(after(Step.PREVIOUS, begin=WordSelection(0, 2, 2))) == "Board of"


def test_lines_are_gone_over() -> None:
    assert quote(after(Step.LINE_END)) == "The Board of Melons"
    assert quote(after(Step.BELOW)) == "The Board of Melons agrees"
    assert quote(after(Step.BELOW, Step.ABOVE)) == "The"
    assert quote(after(Step.LINE_END, Step.LINE_START)) == "The"


def test_alone_a_word_goes_on_to_the_next_page_and_extended_it_does_not() -> None:
    last = WordSelection(0, 7, 7)
    assert quote(last) == "Office"
    assert quote(after(Step.NEXT, extend=False, begin=last)) == "on"
    assert after(Step.NEXT, begin=last) == last
    assert quote(after(Step.NEXT, Step.PREVIOUS, extend=False, begin=last)) == "Office"
    end = WordSelection(1, 1, 1)
    assert after(Step.NEXT, extend=False, begin=end) == end  # the page after it has no words


def test_a_page_is_chosen_whole() -> None:
    chosen = whole_page(PAGES, 1)
    assert chosen is not None
    assert quote(chosen) == "on wages"
    assert whole_page(PAGES, 2) is None
    assert line_of(PAGES[0], 5) == (4, 7)


@given(st.lists(st.tuples(st.sampled_from(list(Step)), st.booleans()), max_size=30))
def test_whatever_the_keys_words_of_one_page_are_chosen(steps: list[tuple[Step, bool]]) -> None:
    chosen = FIRST
    for step, extend in steps:
        chosen = chosen.stepped(PAGES, step, extend)
        number = len(PAGES[chosen.page].words)
        assert 0 <= chosen.anchor < number
        assert 0 <= chosen.caret < number
        assert quote(chosen)
