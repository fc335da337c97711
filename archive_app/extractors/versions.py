"""A paper in two languages, read once in each: where its two versions disagree, somebody has to be told."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from archive_app.domain.fact import Fact, Party
from archive_app.domain.page import Page
from archive_app.domain.paper import Paper
from archive_app.extractors.context import Reading
from archive_app.extractors.language import function_words

#: Fields with one value that both versions are to give alike.
COMPARED = ("agreement_date", "effective_date", "expiration_date", "term", "renewal", "renewal_term", "notice_period")
_BLOCK = re.compile(r"\S(?:.|\n(?!\s*\n))*")
_LETTER = re.compile(r"[^\s]")
#: So many more function words of one language make a block that language's; headings and signatures stay with both.
_CLEARLY = 4

Read = Callable[[Paper], Sequence[Fact]]


def disagreements(reading: Reading, read: Read) -> Iterator[Fact]:
    """``three (3) years`` in one column and ``dos (2) años`` in the other; each with the Spanish words it rests on.

    ``read`` reads a paper's facts. Only what both versions tell is compared: a version may be shorter than the other.
    """
    if reading.value("language") != "en+es":
        return
    english, spanish = (read(only(reading, language)) for language in ("en", "es"))
    for field in COMPARED:
        ours, theirs = _best(english, field), _best(spanish, field)
        if ours and theirs and ours.value != theirs.value:
            yield _disagreement(field, ours, theirs, f"{ours.value}", f"{theirs.value}")
    yield from _of_parties(english, spanish)


def only(reading: Reading, language: str) -> Paper:
    """The paper with the blocks of the other language blanked, each letter by a space, so that every place stays."""
    other = {"en": "es", "es": "en"}[language]
    pages = tuple(replace(page, text=_blanked(page, other, reading)) for page in reading.paper.pages)
    return replace(reading.paper, pages=pages)


def _blanked(page: Page, language: str, reading: Reading) -> str:
    def keep_or_blank(block: re.Match[str]) -> str:
        return _LETTER.sub(" ", block[0]) if _language_of(block[0], reading) == language else block[0]

    return _BLOCK.sub(keep_or_blank, page.text)


def _language_of(block: str, reading: Reading) -> str | None:
    english, spanish = function_words(block, reading)
    if abs(english - spanish) < _CLEARLY:
        return None
    return "en" if english > spanish else "es"


def _best(facts: Sequence[Fact], field: str) -> Fact | None:
    return max((fact for fact in facts if fact.field == field), key=lambda fact: fact.confidence, default=None)


def _of_parties(english: Sequence[Fact], spanish: Sequence[Fact]) -> Iterator[Fact]:
    """Different bodies, where each version names as many and all of them are known."""
    ours, theirs = (_bodies(facts) for facts in (english, spanish))
    if len(ours) == len(theirs) > 1 and None not in {*ours, *theirs} and ours.keys() != theirs.keys():
        told = [", ".join(sorted(map(str, bodies))) for bodies in (ours, theirs)]
        yield _disagreement("party", next(iter(ours.values())), next(iter(theirs.values())), *told)


def _bodies(facts: Sequence[Fact]) -> dict[str | None, Fact]:
    return {fact.value.authority: fact for fact in facts if isinstance(fact.value, Party)}


def _disagreement(field: str, ours: Fact, theirs: Fact, in_english: str, in_spanish: str) -> Fact:
    told = f"{field.replace('_', ' ')}: {in_english} in English, {in_spanish} in Spanish"
    confidence = round(min(ours.confidence, theirs.confidence), 3)
    return Fact("disagreement", told, confidence, "the two versions compared", theirs.evidence)
