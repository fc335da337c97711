"""Whatever words stand on a page, and wherever: each comes into the text once, with its box."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from archive_app.domain.evidence import Box
from archive_app.readers.layout.composition import compose
from archive_app.readers.layout.frames import Direction, as_printed, upright
from archive_app.readers.layout.words import Word

DIRECTIONS: st.SearchStrategy[Direction] = st.sampled_from([0, 1, 2, 3, 4])


@st.composite
def words(draw: st.DrawFn) -> list[Word]:
    """Words on a coarse grid, so that rows, columns, overlaps and gaps of every kind come about by themselves."""
    places = draw(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 20), st.integers(0, 5)), max_size=60))
    rows = st.sampled_from([0.0, 0.0, 0.0, 3.0, 6.0])
    found = []
    for number, (column, row, length) in enumerate(places):
        x0, top = 20.0 * column, 12.0 * row + draw(rows)
        height = draw(st.sampled_from([10.0, 10.0, 10.0, 24.0, 6.0, 0.0]))
        found.append(Word(f"w{number}", x0, top, x0 + 5.5 * (length + 1), top + height))
    return found


@example({0: [Word("a", 0, 0, 5, 0), Word("b", 20, 0, 25, 0), Word("c", 20, 0, 25, 10), Word("d", 0, 0, 5, 0)]})
@given(st.dictionaries(DIRECTIONS, words(), max_size=2))
def test_every_word_comes_once_with_its_box(page: dict[Direction, list[Word]]) -> None:
    text, boxes = compose({direction: found for direction, found in page.items() if found})
    pieces = [text[start:end] for start, end in zip(boxes.starts, boxes.ends, strict=True)]
    assert "".join(text.split()) == "".join(pieces)
    assert sum(map(len, pieces)) == sum(len(word.text) for found in page.values() for word in found)
    printed = [Box(*as_printed(word[1:], direction)) for direction, found in page.items() for word in found]
    extent = [min(b.x0 for b in printed), max(b.bottom for b in printed)] if printed else []
    told = [boxes.box(index) for index in range(len(boxes))]
    assert extent == ([min(b.x0 for b in told), max(b.bottom for b in told)] if told else [])


@given(DIRECTIONS, st.tuples(*[st.floats(-1e4, 1e4)] * 4))
def test_turning_there_and_back(direction: Direction, box: tuple[float, float, float, float]) -> None:
    assert as_printed(upright(box, direction), direction) == box


def test_a_page_without_words() -> None:
    text, boxes = compose({})
    assert text == ""
    assert len(boxes) == 0
