"""Words that a person marked, found again in a page that was read anew."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from archive_app.domain.anchoring import anchored

PAGE = "The Board agrees.\nIt pays wages in May.\nThe Consulate agrees.\nIt pays wages in June, too.\n"
WORDS = st.lists(st.text("abcdeé", min_size=1, max_size=6), min_size=1, max_size=12)


def said(text: str, quote: str, start: int = 0) -> str | None:
    span = anchored(text, quote, start, start + len(quote))
    return " ".join(text[slice(*span)].split()) if span else None


def test_words_that_still_stand_there_stay() -> None:
    start = PAGE.index("wages in May")
    assert anchored(PAGE, "wages in May", start, start + 12) == (start, start + 12)


def test_of_several_places_the_nearest_is_taken() -> None:
    second = PAGE.rindex("It pays wages")
    assert anchored(PAGE, "It pays wages", second + 9, second + 22) == (second, second + 13)
    assert anchored(PAGE, "It pays wages", 3, 16) == (18, 31)


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("THE BÓARD agrees", "The Board agrees."),
        ("agrees. It pays wages", "agrees. It pays wages"),
        ("Tne Consulate agrees. It pays wages", "Consulate agrees. It pays wages"),
        ("The Consulate of Austin agrees. It pays", "The Consulate agrees. It pays"),
        ("something else altogether", None),
        ("agrees with nobody on earth whatever", None),
    ],
)
def test_words_are_found_again_though_they_were_read_otherwise(quote: str, found: str | None) -> None:
    assert said(PAGE, quote, 30) == found


@given(WORDS, WORDS, WORDS, st.integers(0, 200))
def test_words_that_stand_on_the_page_are_found(before: list[str], words: list[str], after: list[str], at: int) -> None:
    text = "\n".join([*before, *words, *after])
    assert said(text, " ".join(words), at) == " ".join(words)


@example("the end", "end", 4, 9)
@given(st.text(max_size=80), st.text(max_size=20), st.integers(0, 90), st.integers(0, 20))
def test_a_span_lies_within_the_text(text: str, quote: str, start: int, length: int) -> None:
    span = anchored(text, " ".join(quote.split()) or "x", start, start + length)
    assert span is None or 0 <= span[0] <= span[1] <= len(text)
