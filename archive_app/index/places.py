"""Every single place where a query's words stand, one after another: for a concordance, and for the marks on pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from archive_app.index.marking import phrase_places
from archive_app.index.query.syntax import Phrase
from archive_app.index.words import Span, by_form, spans

#: Text of a record's page, by record and page number.
PageText = Callable[[str, int], str]


@dataclass(frozen=True, slots=True)
class Place:
    """A word or a whole phrase that stands at ``start`` to ``end`` (in characters) of a page's text.

    ``before``, ``text`` and ``after`` are as written, with white space folded to single blanks.
    """

    record: str
    page: int
    start: int
    end: int
    before: str
    text: str
    after: str


@dataclass(frozen=True, slots=True)
class PageHits:
    """A page of a record, with the spans (in characters) of the words on it that are asked for, in order."""

    page: int
    marks: tuple[tuple[int, int], ...]


class PageAt(NamedTuple):
    """A record's page, and the number of the one after it (None after the last)."""

    record: str
    page: int
    following: int | None


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for on pages: forms of words, and phrases."""

    forms: frozenset[str]
    phrases: Sequence[Phrase]


def places_on(record: str, page: int, text: str, sought: Sought, around: int) -> Iterator[Place]:
    """The places on one page in order, each with so many words before and after it."""
    standing = spans(text)
    for first, last in _stretches(standing, sought):
        start, end = standing[first][1], standing[last][2]
        begin = standing[max(0, first - around)][1]
        close = standing[min(len(standing) - 1, last + around)][2]
        yield Place(record, page, start, end, *map(_folded, (text[begin:start], text[start:end], text[end:close])))


def _folded(text: str) -> str:
    return " ".join(text.split())


def _stretches(standing: Sequence[Span], sought: Sought) -> list[tuple[int, int]]:
    """First and last word of each place. Where a word stands in a phrase that is asked for too, the phrase is told."""
    everywhere = by_form(standing)
    whole = {(found[0], found[-1]) for phrase in sought.phrases for found in phrase_places(everywhere, phrase)}
    taken = {place for first, last in whole for place in range(first, last + 1)}
    alone = {place for form in sought.forms & everywhere.keys() for place in everywhere[form]} - taken
    return sorted(whole | {(place, place) for place in alone})


def places(pages: Sequence[PageAt], page_text: PageText, sought: Sought, around: int) -> Iterator[Place]:
    """The places on these pages, as they are asked for. A phrase that runs on to the next page is on its first."""
    for record, page, following in pages:
        text = page_text(record, page)
        onward = f"{text} {page_text(record, following)}" if sought.phrases and following else text
        for place in places_on(record, page, onward, sought, around):
            if place.start < len(text):
                yield replace(place, end=min(place.end, len(text)))
