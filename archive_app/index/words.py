"""Text to words. Everything that is indexed, asked for or marked goes through here, so that they agree.

A word is a run of letters and digits. Some things are one word though they hold other signs: ``U.S.`` is us,
``EE. UU.`` eeuu, ``H-2A`` h2a, ``1,500`` 1500, ``O'Brien`` obrien; ``worker's`` is worker. A word divided at the end of
a line can be found whole and in parts.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from archive_app.index.folding import fold, fold_with_offsets

_ENDS = r"(?![^\W_])"
_DOUBLED = "(?:" + "|".join(letter * 2 for letter in "abcdefghijklmnopqrstuvwxyz") + ")"
_WORD = re.compile(
    rf"[a-z](?:\.[a-z])+{_ENDS}"  # U.S., D.C., p.m.
    rf"|{_DOUBLED}\.\s?{_DOUBLED}{_ENDS}"  # EE. UU., RR.HH.
    rf"|[a-z]-\d{{1,2}}[a-z]?{_ENDS}"  # H-2A, I-9
    rf"|\d{{1,3}}(?:[.,]\d{{3}})+{_ENDS}"  # 1,500 and 1.500
    r"|[^\W_]+(?:'[^\W_]+)*(?:-[ \t]*\r?\n\s*[^\W\d_]+)?"
)
_SIGNS = re.compile(r"[^\w]+")
#: Words that every text of either language holds, folded: alone they tell nothing of it.
SMALL = frozenset(
    "a al an and as at by con de del e el en for from in la las los o of on or para por the to u un una with y".split()
)
#: Positions between two values of one field, so that no phrase runs over from one name into the next.
VALUE_GAP = 1000


class Token(NamedTuple):
    """One word of a text: its form (the whole where it was divided), and its span in the text."""

    form: str
    start: int
    end: int


#: A word's forms, and its span in the text.
Span = tuple[tuple[str, ...], int, int]
#: A text folded, and the place in it that each character comes from.
Folding = tuple[str, Sequence[int]]


def _forms(raw: str) -> tuple[str, ...]:
    """The forms under which a word that holds signs is kept."""
    if "\n" in raw:
        first, second = (part.strip() for part in raw.split("-", 1))
        return tuple(dict.fromkeys((*_forms(first + second), *_forms(first), *_forms(second))))
    if raw.endswith("'s") and len(raw) > 3:
        raw = raw[:-2]
    return (_SIGNS.sub("", raw),)


def words(text: str) -> list[str]:
    """The words of a short text in order, folded; one form for each."""
    return [raw if raw.isalnum() else _forms(raw)[0] for raw in _WORD.findall(fold(text))]


def positions(text: str) -> tuple[dict[str, list[int]], int]:
    """Where each form stands, counted in words from 0, and how many words there are."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    place = -1
    for place, raw in enumerate(_WORD.findall(fold(text))):
        if raw.isalnum():
            found[raw].append(place)
        else:
            for form in _forms(raw):
                found[form].append(place)
    return found, place + 1


def positions_of_values(values: Iterable[str]) -> dict[str, list[int]]:
    """As ``positions`` for a field of several values, kept apart by VALUE_GAP."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    start = 0
    for value in values:
        places, count = positions(value)
        for form, at in places.items():
            found[form].extend(place + start for place in at)
        start += count + VALUE_GAP
    return found


def spans(text: str, folding: Folding | None = None, start: int = 0, end: int | None = None) -> list[Span]:
    """Every word of a text in order: the forms under which it is kept, and where it stands.

    Of a text folded already a stretch may be taken, ``start`` to ``end`` of what it was folded to.
    """
    folded, offsets = folding or fold_with_offsets(text)
    found = []
    for match in _WORD.finditer(folded, start, len(folded) if end is None else end):
        raw, (first, last) = match[0], match.span()
        after = offsets[last] if last < len(folded) else len(text)
        found.append(((raw,) if raw.isalnum() else _forms(raw), offsets[first], max(after, offsets[last - 1] + 1)))
    return found


def by_form(standing: Sequence[Span]) -> dict[str, list[int]]:
    """The places of each form among words in order."""
    found: dict[str, list[int]] = {}
    for place, (forms, _, _) in enumerate(standing):
        for form in forms:
            found.setdefault(form, []).append(place)
    return found
