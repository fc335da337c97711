"""Where words that a person marked stand in a page's text, also after the page was read anew."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

Span = tuple[int, int]

#: So many of the words must stand there again, in their order, to be taken for the same.
ENOUGH = 0.6
#: And so much longer than they were may the stretch be in which they stand.
LOOSE = 1.5


def anchored(text: str, quote: str, start: int, end: int) -> Span | None:
    """The span of ``text`` that ``quote`` (white space folded) stands in, which stood at ``start`` to ``end``.

    The same place where it still says so, else the nearest place that does, accents and capitals left out of account,
    else where most of the words stand in their order; None where they do not.
    """
    if " ".join(text[start:end].split()) == quote:
        return start, min(end, len(text))
    exact = [match.span() for match in re.finditer(r"\s+".join(map(re.escape, quote.split())), text)]
    if exact:
        return min(exact, key=lambda span: abs(span[0] - start))
    return _by_words(text, quote, start)


def _by_words(text: str, quote: str, start: int) -> Span | None:
    places = [match.span() for match in re.finditer(r"\S+", text)]
    words, wanted = [_plain(text[slice(*place)]) for place in places], [_plain(word) for word in quote.split()]
    whole = list(_runs(words, wanted))
    if whole:
        nearest = min(whole, key=lambda at: abs(places[at][0] - start))
        return places[nearest][0], places[nearest + len(wanted) - 1][1]
    return _most_of(places, words, wanted, start)


def _runs(words: Sequence[str], wanted: Sequence[str]) -> Iterator[int]:
    number = len(wanted)
    return (at for at in range(len(words) - number + 1) if wanted and words[at : at + number] == wanted)


def _most_of(places: Sequence[Span], words: Sequence[str], wanted: Sequence[str], start: int) -> Span | None:
    """The stretch in which most of the words stand in their order, of equals the nearest; None for too few of them."""
    best: tuple[int, int, Span] | None = None
    length = round(len(wanted) * LOOSE) + 1
    for at in (at for at, word in enumerate(words) if word in wanted):
        near = SequenceMatcher(None, words[at : at + length], wanted, autojunk=False)
        blocks = [block for block in near.get_matching_blocks() if block.size]
        first, last = at + blocks[0].a, at + blocks[-1].a + blocks[-1].size - 1
        span = places[first][0], places[last][1]
        found = (sum(block.size for block in blocks), -abs(span[0] - start), span)
        best = max(best, found) if best else found
    return best[2] if best and best[0] >= ENOUGH * len(wanted) else None


def _plain(word: str) -> str:
    """Letters and figures alone, small and without accents; the word itself where it has none."""
    parts = unicodedata.normalize("NFKD", word).casefold()
    return "".join(part for part in parts if part.isalnum()) or word
