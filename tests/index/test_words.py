"""Text to words: folding, words with signs in them, and spans that lead back to the text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive_app.index.folding import fold, fold_with_offsets
from archive_app.index.stems import stem
from archive_app.index.words import positions, positions_of_values, spans, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Coordinación LABORAL", ["coordinacion", "laboral"]),
        ("Los Niños", ["los", "ninos"]),
        ("the U.S. and the E.E.O.C.", ["the", "us", "and", "the", "eeoc"]),
        ("en EE. UU. y EE.UU.", ["en", "eeuu", "y", "eeuu"]),
        ("H-2A and h‑2a visas, H2A", ["h2a", "and", "h2a", "visas", "h2a"]),
        ("the worker’s rights", ["the", "worker", "rights"]),
        ("O'Brien", ["obrien"]),
        ("1,500 or 1.500 of 15.5", ["1500", "or", "1500", "of", "15", "5"]),
        ("2014-09-03", ["2014", "09", "03"]),
        ("worker-led ﬁeld_work", ["worker", "led", "field", "work"]),
        ("soft\u00adhyphen 1º", ["softhyphen", "1o"]),
        ("... — !", []),
    ],
)
def test_words_of_a_text(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_decomposed_accents_are_the_same_words() -> None:
    text = "Coordinación año"
    assert words(unicodedata.normalize("NFD", text)) == words(text)


def test_a_word_divided_at_the_line_s_end_is_found_whole_and_in_parts() -> None:
    found, count = positions("the agree-\n  ment stands")
    assert count == 3
    assert {form: places for form, places in found.items() if 1 in places} == {
        "agreement": [1], "agree": [1], "ment": [1],
    }  # fmt: skip
    assert found["stands"] == [2]


def test_values_of_a_field_are_kept_apart() -> None:
    found = positions_of_values(["Wage and", "Hour Division"])
    assert found["hour"][0] - found["and"][0] > 500


@given(st.text())
def test_folding_letter_by_letter_is_folding_the_whole(text: str) -> None:
    folded, offsets = fold_with_offsets(text)
    assert folded == fold(text)
    assert len(offsets) == len(folded)
    assert list(offsets) == sorted(offsets)


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("aeñÁ-.' \n12"))))
def test_every_word_is_where_its_token_says(text: str) -> None:
    """Cutting a token out of the text and reading it alone gives its word again."""
    found, count = positions(text)
    everywhere = spans(text)
    assert len(everywhere) == count
    for place, (forms, start, end) in enumerate(everywhere):
        assert 0 <= start < end <= len(text)
        assert all(place in found[form] for form in forms)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=30))
def test_a_stem_is_never_empty(word: str) -> None:
    assert stem(word)


@pytest.mark.parametrize(
    "family",
    [
        ("agreement", "agreements"), ("worker", "workers"), ("signed", "signing", "signs"),
        ("acuerdo", "acuerdos"), ("trabajador", "trabajadores"), ("obligacion", "obligaciones"),
        ("consular", "consulares"),
    ],
)  # fmt: skip
def test_forms_of_a_word_have_one_stem(family: tuple[str, ...]) -> None:
    assert len({stem(form) for form in family}) == 1


@pytest.mark.parametrize("code", ["h2a", "2014", "us", "1500"])
def test_codes_and_numbers_are_their_own_stem(code: str) -> None:
    assert stem(code) == code
