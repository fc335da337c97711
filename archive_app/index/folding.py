"""Letters without accents and case, so that ``Coordinación`` and ``COORDINACION`` are one word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
#: Marks over letters, and what is there without being seen (soft hyphens, joiners).
_UNSEEN = frozenset({"Mn", "Me", "Cf"})
_APOSTROPHES = "’‘ʼ′´`"


class _Folds(dict[int, str]):
    """Code point to folded text, filled as letters are met."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold_one(chr(code))
        return folded


def _fold_one(char: str) -> str:
    if char in _APOSTROPHES:
        return "'"
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", char).casefold())
    kept = "".join(part for part in plain if unicodedata.category(part) not in _UNSEEN)
    return "".join("-" if unicodedata.category(part) == "Pd" else part.lower() for part in kept)


_FOLDS = _Folds()


def fold(text: str) -> str:
    """The text in small letters without accents; ñ becomes n, ligatures fall apart, dashes become hyphens."""
    if text.isascii():
        return text.lower()
    # Most letters of a Spanish page are ASCII too: only the others go through the table.
    return _BEYOND_ASCII.sub(lambda run: run[0].translate(_FOLDS), text).lower()


def fold_with_offsets(text: str) -> tuple[str, Sequence[int]]:
    """The folded text, and for each of its characters the place in ``text`` that it comes from."""
    if text.isascii() or all(len(_FOLDS[ord(char)]) == 1 for char in set(text)):
        return fold(text), range(len(text))
    parts: list[str] = []
    offsets: list[int] = []
    place = 0
    for run in _BEYOND_ASCII.finditer(text):
        parts.append(text[place : run.start()])
        offsets.extend(range(place, run.start()))
        for place, char in enumerate(run[0], run.start()):
            folded = _FOLDS[ord(char)]
            parts.append(folded)
            offsets.extend([place] * len(folded))
        place = run.end()
    parts.append(text[place:])
    offsets.extend(range(place, len(text)))
    return "".join(parts).lower(), offsets
