"""Words of a paper as a person would type them: what was marked on a page, to become the value of a field."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from archive_app.domain.dates import Duration
from archive_app.domain.fact import CHOICES, DATE_FIELDS, FIELDS, DateMention, Party
from archive_app.domain.page import Page
from archive_app.domain.paper import Paper
from archive_app.index.folding import fold
from archive_app.services.archive import Archive
from archive_app.services.labels import labels

#: What stands between words of a sentence and is none of their own.
_JOINING: Final = " \t\n.,;:"
_ARTICLE: Final = re.compile(r"\A(?:the|el|la|los|las)\s+", re.IGNORECASE)


def as_typed(archive: Archive, field: str, words: str) -> str:
    """What the field would hold: the first date or length of time in the words (2014-09-03, 2 years), a body's id.

    For a kind or another choice it is the code that is named, "" where none is. Else the words without what only
    joins them to their sentence.
    """
    if field in CHOICES:
        return _chosen(archive, field, words)
    if FIELDS[field] is Party:
        return _body(archive, words)
    if field in DATE_FIELDS or FIELDS[field] in (DateMention, Duration):
        return _measured(archive, field, words)
    return words.strip(_JOINING)


def _measured(archive: Archive, field: str, words: str) -> str:
    # Late: the extractors take longer to load than the window, and most who open it correct nothing.
    from archive_app.extractors import Knowledge, Reading
    from archive_app.extractors.dates import dates_in
    from archive_app.extractors.durations import lengths

    paper = Paper("text/plain", (Page(1, words),), {})
    reading = Reading.of(paper, Knowledge.load(archive.resources))
    if FIELDS[field] is Duration:
        return next((str(length.duration) for length in lengths(reading)), words)
    return next((str(found.date) for found in dates_in(reading) if found.date), None) or words


def _body(archive: Archive, words: str) -> str:
    """The id of the one body of that name; with or without the article that the sentence gave it."""
    bare = words.strip(_JOINING)
    for name in (bare, _ARTICLE.sub("", bare)):
        known = archive.authorities.find(name)
        if len(known) == 1:
            return known[0].id
    return _ARTICLE.sub("", bare)


def _chosen(archive: Archive, field: str, words: str) -> str:
    """The longest name of a choice, in either language, that stands in the words."""
    told = f" {_plain(words)} "
    named = [(name, code) for name, code in _names(archive, CHOICES[field]) if f" {_plain(name)} " in told]
    return max(named, key=lambda pair: len(pair[0]), default=("", ""))[1]


def _names(archive: Archive, codes: Iterable[str]) -> Iterator[tuple[str, str]]:
    spanish = labels(archive.resources, "es")
    for code in codes:
        yield code, code
        yield spanish.say(code), code


def _plain(words: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", fold(words)))
