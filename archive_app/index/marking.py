"""Which words of a page are asked for, exactly: by their form, or as part of a phrase that stands there whole.

To take a whole page apart costs half a millisecond, and an answer shows twenty. For a snippet a word's letters are
looked for first, and only what stands around them is taken apart; what holds signs (U.S., 1,500, a word divided at the
end of a line) is taken apart wherever it stands, for its letters do not show what it is. Twenty snippets went from 7 ms
to 2.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain

from archive_app.index.folding import fold_with_offsets
from archive_app.index.phrases import alternatives
from archive_app.index.query.syntax import Phrase
from archive_app.index.words import Span, Token, by_form, spans

#: Characters that a word of a phrase takes with all that may stand between it and the next.
_REACH = 40
#: So many beginnings of words are looked for one by one.
_FEW = 12
#: Signs that may be within a word. They come first in the expression, since few characters are signs.
_SIGNS = re.compile(r"[.,'-](?:(?=[^\W_])|(?<=-)(?=[ \t]*\r?\n)|(?<=\.)(?=\s[^\W_]))")
_BETWEEN = r"[\W_]+"
_BREAK = re.compile(r"(?<![-.\s])\s")


def marked_words(text: str, forms: frozenset[str], phrases: Sequence[Phrase]) -> list[Token]:
    """The words of a text that are asked for: by their form, or as part of a phrase that stands there whole."""
    return _marked(spans(text), forms, phrases)


def _marked(standing: Sequence[Span], forms: frozenset[str], phrases: Sequence[Phrase]) -> list[Token]:
    places = {place for place, (its, _, _) in enumerate(standing) if not forms.isdisjoint(its)}
    if phrases:
        everywhere = by_form(standing)
        for phrase in phrases:
            places.update(*phrase_places(everywhere, phrase))
    return [Token(standing[place][0][0], *standing[place][1:]) for place in sorted(places)]


def phrase_places(everywhere: Mapping[str, Sequence[int]], phrase: Phrase) -> list[list[int]]:
    """For each time that a phrase stands in a text the places of its words, rising."""
    standing = [
        {place for each in alternatives(phrase, form) for place in everywhere.get(each, ())} for form in phrase.forms
    ]
    if not all(standing):
        return []
    if phrase.apart is None:
        return [list(range(start, start + len(standing))) for start in sorted(together(standing))]
    wanted = set.union(*standing)
    stretches = within(phrase.forms, standing, phrase.apart)
    return [[place for place in range(first, last + 1) if place in wanted] for first, last in stretches]


def together(standing: list[set[int]]) -> set[int]:
    """Where words begin that stand one right after the other."""
    starts = standing[0]
    for after, places in enumerate(standing[1:], 1):
        starts = {start for start in starts if start + after in places}
    return starts


def within(forms: tuple[str, ...], standing: list[set[int]], apart: int) -> list[tuple[int, int]]:
    """Shortest stretches (first and last place) that hold every word, with no more than ``apart`` others among them.

    A word that is asked for twice must stand there twice.
    """
    needed = Counter(forms)
    missing, first = len(forms), 0
    events = sorted({(place, form) for form, places in zip(forms, standing, strict=True) for place in places})
    stretches: list[tuple[int, int]] = []
    for place, form in events:
        missing -= needed[form] > 0
        needed[form] -= 1
        while needed[events[first][1]] < 0:
            needed[events[first][1]] += 1
            first += 1
        if not missing and place - events[first][0] <= apart + len(forms) - 1:
            stretches.append((events[first][0], place))
    return stretches


def marked_for_snippet(text: str, forms: frozenset[str], phrases: Sequence[Phrase]) -> list[Token]:
    """The same, sooner; only where a phrase is found as plain words may it be passed over where signs are in it."""
    beginnings = _beginnings(forms)
    folding = fold_with_offsets(text)
    of_phrases = [_stretches(folding[0], phrase) for phrase in phrases]
    if len(beginnings) > _FEW or not all(of_phrases):
        return marked_words(text, forms, phrases)
    stretches = [*chain.from_iterable(of_phrases), *_candidates(folding[0], beginnings)]
    windows = _windows(folding[0], sorted(stretches))
    found = [token for start, end in windows for token in _marked(spans(text, folding, start, end), forms, phrases)]
    return found or (marked_words(text, forms, phrases) if phrases else [])


def _beginnings(forms: Iterable[str]) -> set[str]:
    """Letters with which all of the forms begin."""
    sought = set(forms)
    for kept in (6, 4, 3):
        if len(sought) <= _FEW:
            break
        sought = {form[:kept] for form in sought}
    return sought


def _candidates(folded: str, beginnings: Set[str]) -> Iterator[tuple[int, int]]:
    """Where a word may stand that is asked for."""
    for form in beginnings:
        yield from ((place, place) for place in _standing(folded, form))
    if beginnings:
        yield from ((match.start(), match.start()) for match in _SIGNS.finditer(folded))


def _stretches(folded: str, phrase: Phrase) -> list[tuple[int, int]]:
    """Where a phrase may stand."""
    words = [[*map(re.escape, alternatives(phrase, form))] for form in phrase.forms]
    if phrase.apart is None:
        together = _BETWEEN.join(forms[0] if len(forms) == 1 else f"(?:{'|'.join(forms)})" for forms in words)
        return [match.span() for match in re.finditer(together, folded)]
    reach = _REACH * (len(phrase.forms) + phrase.apart)
    longest = max(phrase.forms, key=len)
    around = [(max(place - reach, 0), place + reach) for place in _standing(folded, longest)]
    return [(start, end) for start, end in around if all(form in folded[start:end] for form in phrase.forms)]


def _windows(folded: str, stretches: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The rising stretches from space to space, those that run into each other as one."""
    start, end = 0, 0
    for first, last in stretches:
        if first >= start and last < end:
            continue
        before = _space_before(folded, first)
        if before > end:
            if end:
                yield start, end
            start = before
        end = max(end, _space_after(folded, last))
    if end:
        yield start, end


def _standing(folded: str, form: str) -> Iterator[int]:
    place = folded.find(form)
    while place >= 0:
        if not place or not folded[place - 1].isalnum():
            yield place
        place = folded.find(form, place + 1)


def _space_before(folded: str, place: int) -> int:
    """The nearest white space before that no word runs over: one may after a hyphen, and after EE. in EE. UU."""
    while place > 0:
        place = max(folded.rfind(" ", 0, place), folded.rfind("\n", 0, place))
        if place > 0 and not (folded[place - 1].isspace() or folded[place - 1] in "-."):
            return place
    return 0


def _space_after(folded: str, place: int) -> int:
    found = _BREAK.search(folded, max(place, 1))
    return found.start() if found else len(folded)
