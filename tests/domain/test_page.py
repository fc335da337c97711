"""Words, their boxes, and the way from a span of the text to its place on the page."""

from __future__ import annotations

import pickle

from hypothesis import given
from hypothesis import strategies as st

from archive_app.domain.evidence import Box
from archive_app.domain.page import PAGE_BREAK, Page, Transcript, WordBoxes


def page_of(lines: list[list[str]], number: int = 1) -> Page:
    """A page with one word beside the other, ten points a letter, lines twenty points apart."""
    text, words = "", []
    for row, line in enumerate(lines):
        x = 50.0
        for position, word in enumerate(line):
            text += " " if position else ""
            words.append((len(text), len(text) + len(word), Box(x, 20.0 * row, x + 10 * len(word), 20.0 * row + 12)))
            text += word
            x += 10 * len(word) + 10
        text += "\n"
    return Page(number, text, 612, 792, WordBoxes(words))


def test_words_on_one_line_share_a_box_and_each_line_has_its_own() -> None:
    page = page_of([["signed", "on", "May"], ["4,", "2010"]])
    start = page.text.index("on")
    evidence = page.evidence(start, len(page.text))
    assert evidence.quote == "on May 4, 2010"
    assert [box.as_list() for box in evidence.boxes] == [[120, 0, 180, 12], [50, 20, 120, 32]]


def test_a_span_inside_a_word_has_the_words_box() -> None:
    page = page_of([["(2010)"]])
    assert page.evidence(1, 5).boxes == (Box(50, 0, 110, 12),)
    assert page.evidence(0, 0).boxes == ()


def test_boxes_survive_the_way_to_another_process() -> None:
    page = page_of([["one", "two"], ["three"]])
    again = pickle.loads(pickle.dumps(page))
    assert again.text == page.text
    assert [again.words.box(i) for i in range(3)] == [page.words.box(i) for i in range(3)]


@given(
    st.lists(
        st.lists(st.lists(st.text("abc", min_size=1, max_size=4), min_size=1, max_size=3), max_size=4),
        min_size=1,
        max_size=4,
    ),
    st.data(),
)
def test_a_span_of_the_joined_text_leads_back_to_its_page(layout: list[list[list[str]]], data: st.DataObject) -> None:
    pages = [page_of(lines, number) for number, lines in enumerate(layout, 1)]
    transcript = Transcript(pages)
    assert transcript.text == PAGE_BREAK.join(page.text for page in pages)
    page = data.draw(st.sampled_from(pages))
    start = data.draw(st.integers(0, len(page.text)))
    end = data.draw(st.integers(start, len(page.text)))
    offset = transcript.offset(page.number, start)
    if end > start:
        evidence = transcript.evidence(offset, offset + end - start)
        assert (evidence.page, evidence.start, evidence.end) == (page.number, start, end)
        assert evidence == page.evidence(start, end)


def test_evidence_over_a_pages_end_is_cut_there() -> None:
    transcript = Transcript([page_of([["ends"]], 1), page_of([["here"]], 2)])
    evidence = transcript.evidence(0, len(transcript.text))
    assert (evidence.page, evidence.quote) == (1, "ends")
