"""Singular and plural of a word, in English and Spanish: all that a thesaurus may change in a term it looks for.

Stems are too wide for it: employer and employment have one stem, and mean two things.
"""

from __future__ import annotations

from functools import lru_cache

_SHORTEST = 3
_HISSING = ("s", "x", "z", "ch", "sh")
#: Spanish words that end in these take -es; after a hissing sound English ones do too.
_TAKE_ES = (*_HISSING, "d", "j", "l", "n", "r")
_VOWELS = "aeiou"


@lru_cache(maxsize=20_000)
def inflected(form: str) -> frozenset[str]:
    """The folded forms that are this word in singular or plural, itself among them; few that are no words."""
    if len(form) < _SHORTEST or not form.isalpha():
        return frozenset({form})
    return frozenset({form, *_plurals(form), *_singulars(form)})


def _plurals(form: str) -> set[str]:
    if form.endswith("s") and not form.endswith("ss"):
        return set()
    plurals = set() if form.endswith(_HISSING) else {form + "s"}
    if form.endswith(_TAKE_ES) or form.endswith("y"):
        plurals.add(form + "es")
    if form.endswith("y") and form[-2] not in _VOWELS:
        plurals.add(form[:-1] + "ies")
    if form.endswith("z"):
        plurals.add(form[:-1] + "ces")
    return plurals


def _singulars(form: str) -> set[str]:
    likely = {form[:-1]} if form.endswith("s") else set()
    if form.endswith("es"):
        likely.add(form[:-2])
    if form.endswith("ies"):
        likely.add(form[:-3] + "y")
    if form.endswith("ces"):
        likely.add(form[:-3] + "z")
    return {singular for singular in likely if len(singular) >= _SHORTEST and form in _plurals(singular)}
