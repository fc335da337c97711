from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive_app.domain.page import Page
from archive_app.readers.ocr.laying_out import page_of
from archive_app.readers.ocr.seen import Corners, Seen, SeenWord

#: A letter at 144 dpi.
SIZE = (1224, 1584)
PAGE = Page(3, "", 612.0, 792.0, needs_ocr=True, unread="not read: no OCR")


def corners(x: float, y: float, width: float, height: float = 24.0, angle: float = 0.0) -> Corners:
    """A box whose text runs ``angle`` degrees clockwise of level, turned about the sheet's middle."""
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    around = []
    for left, top in ((x, y), (x + width, y), (x + width, y + height), (x, y + height)):
        across, down = left - SIZE[0] / 2, top - SIZE[1] / 2
        around.append((across * cos - down * sin + SIZE[0] / 2, down * cos + across * sin + SIZE[1] / 2))
    one, two, three, four = around
    return one, two, three, four


def test_words_are_read_in_lines_with_boxes_in_points_and_confidence() -> None:
    seen = Seen(
        (
            SeenWord("signed", corners(310, 202, 90), 0.5), SeenWord("Hours", corners(200, 200, 100), 0.97),
            SeenWord("below", corners(200, 260, 100), 1.0),
        )
    )  # fmt: skip

    page = page_of(PAGE, seen, SIZE, "engine 1.0")

    assert (page.number, page.text, page.engine) == (3, "Hours signed\nbelow", "engine 1.0")
    assert (page.needs_ocr, page.unread, list(page.confidences)) == (False, "", [97, 50, 100])
    assert page.words.box(0).as_list() == [100.0, 100.0, 150.0, 112.0]


@given(angle=st.sampled_from([-90.0, -3.0, 0.0, 2.0, 90.0, 178.0]), top=st.integers(300, 1000))
def test_turned_pages_read_the_same_and_boxes_lie_on_the_picture(angle: float, top: int) -> None:
    words = (("The", 200, 60), ("office", 270, 120), ("agrees", 400, 130))
    seen = Seen(tuple(SeenWord(text, corners(x, top, width, angle=angle), 0.9) for text, x, width in words), angle)

    page = page_of(PAGE, seen, SIZE, "engine 1.0")

    assert page.text == "The office agrees"
    for index, word in enumerate(seen.words):
        box = page.words.box(index)
        assert box.x0 == pytest.approx(min(x for x, _ in word.corners) / 2, abs=4)
        assert box.bottom == pytest.approx(max(y for _, y in word.corners) / 2, abs=4)


def test_columns_are_parted_as_on_any_page() -> None:
    left = [("Both", "offices", "meet", "twice"), ("each", "year", "in", "Austin"), ("and", "tell", "what", "came")]
    right = [("Ambas", "oficinas", "se", "ven"), ("dos", "veces", "al", "año"), ("en", "Austin", "y", "dicen")]
    seen = [
        SeenWord(word, corners(start + 110 * index, 200 + 30 * row, 100), 1.0)
        for start, column in ((100, left), (660, right))
        for row, line in enumerate(column * 4)
        for index, word in enumerate(line)
    ]

    text = page_of(PAGE, Seen(tuple(seen)), SIZE, "engine 1.0").text

    assert text.index("Ambas oficinas se ven") > text.rindex("and tell what came")


def test_a_picture_without_words_is_read_and_keeps_its_text() -> None:
    page = page_of(Page(1, "stamp", 612, 792, needs_ocr=True), Seen(), SIZE, "engine 1.0")

    assert (page.text, page.needs_ocr, page.engine, page.confidence) == ("stamp", False, "engine 1.0", None)
