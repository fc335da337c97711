"""Numbers in words."""

from __future__ import annotations

import pytest

from archive_app.extractors.numbers import NumberWords
from tests.extractors.reading import knowledge


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("one hundred and eighty", 180), ("ninety", 90), ("twenty-four", 24), ("ciento veinte", 120),
        ("treinta y seis", 36),
        ("two thousand eleven", 2011), ("dos mil veintitres", 2023), ("walrus", None),
    ],
)  # fmt: skip
def test_number(words, number):
    assert knowledge().once(NumberWords.build).number(words) == number


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("nineteen ninety-four", 1994), ("twenty twenty-two", 2022), ("nineteen hundred and five", 1905),
        ("mil novecientos noventa y cuatro", 1994), ("two thousand", 2000), ("twelve", None),
    ],
)  # fmt: skip
def test_year(words, year):
    assert knowledge().once(NumberWords.build).year_of(words) == year


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("thirty-first", 31),
        ("treinta y uno", 31),
        ("vigésimo primero", None),
        ("vigesimo primero", 21),
        ("fourty", None),
    ],
)
def test_day(words, day):
    assert knowledge().once(NumberWords.build).day_of(words) == day
