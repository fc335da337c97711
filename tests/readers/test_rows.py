"""Rows of tables whose cells take several lines, as words stand on a page or in the picture of one."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive_app.domain.page import Page
from archive_app.readers.layout.composition import compose
from archive_app.readers.layout.words import Word
from archive_app.readers.ocr.laying_out import page_of
from archive_app.readers.ocr.seen import Seen, SeenWord

#: A table's row: the lines of each cell.
Row = Sequence[Sequence[str]]
LEADING, HEIGHT, LETTER = 12.0, 10.0, 5.0
LEFTS = (60.0, 180.0, 330.0, 450.0)

BODIES: Sequence[Row] = (
    (("Office",), ("Consulates",), ("Signed",), ("Ends",)),
    (("Austin",), ("Austin",), ("03/12/2012",), ("03/12/2014",)),
    (("Phoenix",), ("Phoenix, Tucson,", "Yuma, Nogales,", "Douglas"), ("05/01/2012",), ("05/01/2014",)),
    (("Área de San", "Antonio"), ("San Antonio",), ("02/11/2014",), ("02/11/2016",)),
    (("Dallas",), ("Dallas",), ("11/05/2015",), ("11/05/2018",)),
)
TOLD = (
    "Office\tConsulates\tSigned\tEnds\nAustin\tAustin\t03/12/2012\t03/12/2014\n"
    "Phoenix\tPhoenix, Tucson, Yuma, Nogales, Douglas\t05/01/2012\t05/01/2014\n"
    "Área de San Antonio\tSan Antonio\t02/11/2014\t02/11/2016\nDallas\tDallas\t11/05/2015\t11/05/2018"
)


def drawn(rows: Sequence[Row], level: str = "top", padding: float = 9.0) -> list[Word]:
    """The words of a table: cells level at their tops, middles or bottoms, ``padding`` points more between rows."""
    words, top = [], 100.0
    for row in rows:
        most = max(map(len, row))
        for left, cell in zip(LEFTS, row, strict=False):
            down = {"top": 0.0, "middle": (most - len(cell)) / 2, "bottom": float(most - len(cell))}[level] * LEADING
            for number, line in enumerate(cell):
                words += line_of(line, left, top + down + number * LEADING)
        top += most * LEADING + padding
    return words


def line_of(text: str, x: float, top: float) -> list[Word]:
    words = []
    for word in text.split():
        words.append(Word(word, x, top, x + LETTER * len(word), top + HEIGHT))
        x += LETTER * (len(word) + 0.6)
    return words


def text_of(words: Sequence[Word]) -> str:
    return compose({0: words})[0]


@pytest.mark.parametrize("level", ["top", "middle", "bottom"])
def test_a_cell_is_read_to_its_end_before_the_next(level: str) -> None:
    """Lines break where they would be read in their order anyhow: a first cell that goes on above all others."""
    assert text_of(drawn(BODIES, level)).replace("San\nAntonio", "San Antonio") == TOLD


@pytest.mark.parametrize("level", ["top", "middle", "bottom"])
def test_a_scanned_table_is_read_in_the_same_way(level: str) -> None:
    """As an engine sees it: in pixels, the words in any order, on lines that are a little off."""
    seen = [
        SeenWord(word.text, ((2 * word.x0, y), (2 * word.x1, y), (2 * word.x1, y + 20), (2 * word.x0, y + 20)), 0.9)
        for number, word in enumerate(reversed(drawn(BODIES, level)))
        for y in [2 * word.top + number % 3]
    ]
    page = page_of(Page(1, "", 612, 792, needs_ocr=True), Seen(tuple(seen)), (1224, 1584), "engine 1.0")
    assert page.text.replace("San\nAntonio", "San Antonio") == TOLD
    start = page.text.index("Tucson, Yuma")
    evidence = page.evidence(start, start + len("Tucson, Yuma, Nogales, Douglas"))
    assert len(evidence.boxes) == 3  # a box for each line of the cell


def test_without_white_between_rows_a_line_without_first_cell_goes_on_from_the_row_above() -> None:
    rows = [row for row in BODIES if len(row[0]) == 1]
    assert "Phoenix, Tucson, Yuma, Nogales, Douglas\t05/01/2012" in text_of(drawn(rows, "top", 0))


@pytest.mark.parametrize(
    "row",
    [
        (("1,108", "792"), ("Austin",), ("2013", "2014")),  # figures below one another are values of their own
        (("Name:", "Title:"), ("Ana Ruiz",), ("Signed", "twice")),
        (("Form", "sent"), ("a) fills it in", "b) sends it on"), ("Office",)),
        (("Hours", "and wages"), ("Pay", "    and a half"), ("2014",)),  # not aligned
    ],
)
def test_what_may_be_something_else_stays_line_by_line(row: Row) -> None:
    full = (("Some body",), ("of this place",), ("is here",))
    rows = (full, full, row, full)
    words = drawn(rows)
    if row[0][0] == "Hours":
        words = [
            word._replace(x0=word.x0 + 40, x1=word.x1 + 40) if word.text in ("a", "half") else word for word in words
        ]
        words = [word for word in words if word.text != "and" or word.x0 < 100]
    whole = text_of(words)
    assert f"{row[0][0].split()[0]}" in whole
    second = max(row, key=len)[1].split()[-1]
    assert any(line.endswith(second) or second in line for line in whole.splitlines())
    assert len([line for line in whole.splitlines() if line]) == 5


def test_lists_and_running_text_stay_as_they_are_printed() -> None:
    listed = [
        ((f"({letter})",), ("The parties meet twice a year and tell", "each other what came of it."))
        for letter in "abcd"
    ]
    told = text_of(drawn([(cell[0], (), cell[1]) for cell in listed]))
    assert told.count("\n") >= 7
    assert "(a)\tThe parties meet twice a year and tell\neach other" in told


@given(
    st.lists(
        st.lists(st.lists(st.sampled_from(("one two", "three", "14", "a)", "Name:")), min_size=0, max_size=3),
                 min_size=1, max_size=4),
        max_size=6,
    ).filter(lambda rows: all(any(row) for row in rows)),
    st.sampled_from(("top", "middle", "bottom")), st.floats(0, 20),
)  # fmt: skip
def test_every_word_comes_once_with_its_box(rows: list[list[list[str]]], level: str, padding: float) -> None:
    words = drawn(rows, level, padding)
    text, boxes = compose({0: words})
    told = sorted(text[start:end] for start, end in zip(boxes.starts, boxes.ends, strict=True))
    assert told == sorted(word.text for word in words)
    assert text.split() == [text[start:end] for start, end in zip(boxes.starts, boxes.ends, strict=True)]
