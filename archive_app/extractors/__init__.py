"""Pages to facts: each extractor reads one thing, and every fact carries the words it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from archive_app.domain.fact import Fact
from archive_app.domain.paper import Paper
from archive_app.extractors import (
    citations,
    dates,
    events,
    governing_law,
    kind,
    language,
    mail,
    parties,
    place,
    published,
    reference,
    relations,
    renewal,
    restricted,
    signatories,
    term,
    title,
    versions,
)
from archive_app.extractors.context import Reading
from archive_app.extractors.knowledge import Knowledge

__all__ = ["Knowledge", "Reading", "read_facts"]

#: In this order: an extractor may look at what those before it found.
PIPELINE: tuple[Callable[[Reading], Iterable[Fact]], ...] = (
    language.find,
    mail.find,
    published.find,
    kind.find,
    title.find,
    reference.find,
    parties.find,
    signatories.find,
    dates.find,
    place.find,
    term.find,
    renewal.find,
    relations.find,
    citations.find,
    governing_law.find,
    events.find,
    restricted.find,
)


def read_facts(paper: Paper, knowledge: Knowledge) -> tuple[Fact, ...]:
    """Everything that can be read off one paper, in the order it was found; nothing for a paper without pages."""
    if not paper.pages:
        return ()
    reading = _read(paper, knowledge)
    reading.facts.extend(versions.disagreements(reading, lambda version: _read(version, knowledge).facts))
    return tuple(reading.facts)


def _read(paper: Paper, knowledge: Knowledge) -> Reading:
    reading = Reading.of(paper, knowledge)
    for find in PIPELINE:
        reading.facts.extend(find(reading))
    return reading
