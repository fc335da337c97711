"""What an evidence sheet shows, and how each fact and note is told on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from archive_app.domain.evidence import Box
from archive_app.domain.fact import DATE_FIELDS, Fact, Source
from archive_app.domain.page import Page
from archive_app.domain.record import Note, Record
from archive_app.exports.labels import Labels
from archive_app.exports.plain import line
from archive_app.exports.reference import readable
from archive_app.exports.wording import length, said

_LANGUAGES: Final = {"en": "English", "es": "Spanish"}


class Told(NamedTuple):
    """A fact or a note by what stands on its plate: ``3``, ``n3``."""

    number: int
    is_note: bool = False

    def __str__(self) -> str:
        return f"{'n' if self.is_note else ''}{self.number}"


@dataclass(frozen=True)
class Words:
    """Words of a page that facts rest on, or notes stand beside: their span and boxes."""

    start: int
    end: int
    boxes: tuple[Box, ...]
    told: tuple[Told, ...]

    @property
    def is_note(self) -> bool:
        return all(one.is_note for one in self.told)


@dataclass(frozen=True)
class SheetPage:
    """A page with its picture (JPEG); None for one that is not drawn, whose text is shown instead."""

    page: Page
    picture: bytes | None = None


@dataclass(frozen=True)
class EvidenceSheet:
    """``facts`` and ``notes`` are numbered from 1 each; ``reference`` cites the record.

    ``left_out`` counts pages that are not shown.
    """

    record: Record
    title: str
    reference: str
    facts: tuple[Fact, ...]
    pages: tuple[SheetPage, ...]
    labels: Labels
    left_out: int = 0
    notes: tuple[Note, ...] = ()
    tags: tuple[str, ...] = ()

    def marks(self, page: Page) -> list[Words]:
        """What is marked on a page, in the order of its text, each stretch of words once."""
        spans: dict[tuple[int, int, bool], list[Told]] = defaultdict(list)
        for start, end, told in self._spans.get(page.number, ()):
            spans[start, end, told.is_note].append(told)
        return [
            Words(start, end, page.words.between(start, end), tuple(told))
            for (start, end, _), told in sorted(spans.items())
        ]

    def told_on(self, page: int) -> list[Told]:
        """Facts and notes whose words stand on a page, in the order of the facts."""
        return sorted({told for _, _, told in self._spans.get(page, ())}, key=lambda told: (told.is_note, told))

    def place_of(self, told: Told) -> Told | int | None:
        """Where it leads: to its words, where they are shown; else to its page; nowhere where that is not shown."""
        one = self.notes[told.number - 1] if told.is_note else self.facts[told.number - 1].evidence
        page = one.page if one else None
        if page is None or page not in self._shown:
            return None
        return told if any(told == other for _, _, other in self._spans.get(page, ())) else page

    @cached_property
    def _shown(self) -> frozenset[int]:
        """The numbers of the pages that are shown."""
        return frozenset(shown.page.number for shown in self.pages)

    @cached_property
    def _spans(self) -> dict[int, list[tuple[int, int, Told]]]:
        found: dict[int, list[tuple[int, int, Told]]] = defaultdict(list)
        for page, start, end, told in (*_fact_spans(self.facts), *_note_spans(self.notes)):
            found[page].append((start, end, told))
        return found

    # In words --------------------------------------------------------------------------------------------------

    def field(self, fact: Fact) -> str:
        name = self.labels.say(fact.field).replace("_", " ")
        return name[:1].upper() + name[1:]

    def value(self, fact: Fact) -> str:
        """As it is read, and as it is kept where that is a date."""
        say = self.labels.say
        if fact.field == "language" and isinstance(fact.value, str):
            return " + ".join(say(_LANGUAGES.get(one, one)) for one in fact.value.split("+"))
        if fact.field in DATE_FIELDS and isinstance(fact.value, str):
            return readable(fact.value, self.labels)
        return line(said(fact.value, self.labels))

    def source(self, fact: Fact) -> str:
        """Where the value is from: the page and how sure, a person and when, or what it was computed from."""
        fill = self.labels.fill
        if fact.source is Source.PERSON:
            how = fill("decided by {person} on {day}", person=fact.by or "", day=(fact.at or "")[:10])
        elif fact.source is Source.COMPUTED:
            pairs = ((self.labels.say(field), length(value, self.labels)) for field, value in fact.operands)
            operands = ", ".join(map(" ".join, pairs))
            how = fill("computed from {operands}", operands=operands.replace("_", " "))
        else:
            how = fill("read with a certainty of {percent} % ({rule})", percent=round(fact.confidence * 100),
                        rule=fact.rule)  # fmt: skip
        page = fact.evidence.page if fact.evidence else None
        return fill("page {page}, {said}", page=page, said=how) if page else how

    def note(self, note: Note) -> str:
        """What it says; of a highlight without words of its own what its kind is."""
        kind = self.labels.say(f"highlight: {note.highlight}").removeprefix("highlight: ") if note.highlight else ""
        kind = kind[:1].upper() + kind[1:]
        return ": ".join(part for part in (kind, line(note.text)) if part)

    def writer(self, note: Note) -> str:
        """Whose note it is, of which day, and beside which page; that its words are no longer found, where so."""
        told = self.labels.fill("noted by {person} on {day}", person=note.by, day=note.at[:10])
        if note.quote and note.start is None:
            told += "; " + self.labels.say("these words are not on the page any more")
        return self.labels.fill("page {page}, {said}", page=note.page, said=told) if note.page else told


def _fact_spans(facts: Iterable[Fact]) -> Iterator[tuple[int, int, int, Told]]:
    for number, fact in enumerate(facts, 1):
        words = fact.evidence
        if words and words.end > words.start:
            yield words.page, words.start, words.end, Told(number)


def _note_spans(notes: Iterable[Note]) -> Iterator[tuple[int, int, int, Told]]:
    for number, note in enumerate(notes, 1):
        if note.page is not None and note.start is not None and note.end is not None:
            yield note.page, note.start, note.end, Told(number, is_note=True)
