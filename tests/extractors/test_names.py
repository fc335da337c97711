"""Names of persons, companies and parts played are told apart."""

from __future__ import annotations

import pytest

from archive_app.extractors.names import Names, names
from archive_app.extractors.sentences import sentences
from tests.extractors.reading import knowledge


def known_names() -> Names:
    return knowledge().once(names)


@pytest.mark.parametrize(
    ("words", "person"),
    [
        ("Ana Ruiz", "Ana Ruiz"),
        ("Dr. Ana María Ruiz de León, M.D.", "Ana María Ruiz de León"),
        ("J. B. HALE, JR.", None),
        ("John B. Hale, Jr.", "John B. Hale, Jr"),
        ("Lic. Óscar Íñiguez", "Óscar Íñiguez"),
        ("New Mexico", None),
        ("Area Director", None),
        ("Blue Lake Foods", None),
        ("ana ruiz", None),
        ("Ana", None),
    ],
)
def test_persons(words, person):
    assert known_names().person(words) == person


@pytest.mark.parametrize(
    "words", ["Blue Lake, Inc.", "Cedar Bank, N.A.", "Luna, S.A. de C.V.", "Gate GmbH", "Pine L.L.C."]
)
def test_companies(words):
    assert known_names().is_company(words)


def test_parts_and_places_are_no_names():
    known = known_names()
    assert known.is_role("the Company")
    assert known.is_role("Los Participantes")
    assert not known.is_role("Blue Lake")
    assert known.is_place("Nueva York")
    assert known.only_endings("Trust Company")


def test_sentences_do_not_end_at_abbreviations():
    text = "Dr. Ana Ruiz of Blue Lake Inc. came to Boise. She left.\n\nA title\n\nThe end"
    assert [text[start:end] for start, end in sentences(text)] == [
        "Dr. Ana Ruiz of Blue Lake Inc. came to Boise.",
        "She left.",
        "A title",
        "The end",
    ]
