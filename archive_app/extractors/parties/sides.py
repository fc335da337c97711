"""Parties of Spanish papers that set one side against the other: ``de una parte … y de la otra …``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from archive_app.extractors.parties.cues import SideCues
from archive_app.extractors.parties.found import Found, unique
from archive_app.extractors.parties.listing import Lister

#: How far into a paper its sides are told, how far behind one the other begins, and how long a side is read.
_DEPTH, _APART, _SIDE = 9000, 2500, 700
#: Letters of a side within which stands for whom somebody acts.
_ACTING = 420
#: Without this word there is no other side; few English papers have it.
_OTHER = re.compile(r"[oO]tra\b|OTRA\b|segunda\b|SEGUNDA\b")
#: A side that is told so is sure.
_SURE = 0.89
RULE = "parties: de una parte … y de la otra …"


def sides(text: str, lister: Lister) -> list[Found]:
    """The party of each side, in order; none unless both sides name one."""
    if _OTHER.search(text, 0, _DEPTH) is None:
        return []
    cues = lister.cues.sides
    for start, end in _passages(text, cues):
        marks = list(cues.mark.finditer(text, start, end))
        ends = [mark.start() for mark in marks[1:]] + [end]
        found = [_party(text, mark.end(), stop, lister, cues) for mark, stop in zip(marks, ends, strict=True)]
        named = unique([party for party in found if party])
        if len(named) > 1 and len(named) == len(marks):
            return named
    return []


def _passages(text: str, cues: SideCues) -> Iterator[tuple[int, int]]:
    """Spans from the mark of a first side to where the last of the others ends."""
    marks = list(cues.mark.finditer(text, 0, _DEPTH))
    for number, mark in enumerate(marks):
        if not mark["first"]:
            continue
        last = mark
        for other in marks[number + 1 :]:
            if other["first"] or other.start() - last.end() > _APART:
                break
            last = other
        if last is not mark:
            yield mark.start(), min(last.end() + _SIDE, len(text))


def _party(text: str, start: int, end: int, lister: Lister, cues: SideCues) -> Found | None:
    """The one for whom a side's first person acts; else the name with which the side begins."""
    end = min(end, start + _SIDE)
    own = _named(text, start, end, lister, cues)
    if own and own.role != "person":
        return own
    acting = cues.acting_for.search(text, start, min(end, start + _ACTING))
    return (_named(text, acting.end(), end, lister, cues) if acting else None) or own


def _named(text: str, start: int, end: int, lister: Lister, cues: SideCues) -> Found | None:
    """The name with which a span begins."""
    before = cues.before_name.match(text, start, end)
    begin = before.end() if before else start
    found = lister.one(text, begin, end)
    if not found or found[0].start - begin > 4:
        return None
    return replace(found[0], strength=max(found[0].strength, _SURE))
