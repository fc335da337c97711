"""Bodies that a heading, or a line below it, names together: those of a paper that has no other list of its parties."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive_app.extractors.authorities.composing import Mention
from archive_app.extractors.authorities.matcher import Matcher
from archive_app.extractors.parties.announced import NO_PARTIES
from archive_app.extractors.parties.found import Found, body

#: Letters from the top in which such a line stands, and of the longest one.
_TOP, _LONGEST = 1500, 700
#: The part of the line that the names fill at least.
_FILLED = 0.2
_PARAGRAPH = re.compile(r"(?:[^\n]|\n(?!\s*\n))+")
#: A paper that rests on, or was signed by others, names bodies that are no parties.
_OF_OTHERS = re.compile(
    r"(?i)\b(?:signed|firmad[oa]|suscrit[oa]|recogni[sz]ing|considering|recalling|whereas|reconociendo|considerando|"
    r"recordando|pursuant|conforme|cc|c\.c\.p)\b"
)


def headed(text: str, matcher: Matcher) -> list[Found]:
    """``SECRETARÍA DEL TRABAJO … Y DEPARTAMENTO DEL TRABAJO``, ``OSHA Boise / Consulate of Mexico in Boise``."""
    return next((found for found in _lines(text[:_TOP], matcher) if len(found) > 1), [])


def _lines(top: str, matcher: Matcher) -> Iterator[list[Found]]:
    for paragraph in _PARAGRAPH.finditer(top):
        words = paragraph[0]
        if len(words) > _LONGEST or _OF_OTHERS.search(words):
            continue
        named = [m for m in matcher.read(words) if m.id and not m.person]
        named = [m for m in named if matcher.record(m.ids[0]).role not in NO_PARTIES]
        smallest = {m.ids[0]: m for m in reversed(named) if not _holds_another(m.ids[0], named, matcher)}
        found = sorted(smallest.values(), key=lambda m: m.start)
        if sum(m.end - m.start for m in found) >= _FILLED * len(words):
            start = paragraph.start()
            yield [body(matcher, top, start + m.start, start + m.end, m.ids[0]) for m in found]


def _holds_another(id: str, named: list[Mention], matcher: Matcher) -> bool:
    """Whether another of the bodies is part of this one."""
    return any(m.ids[0] != id and matcher.is_within(m.ids[0], id) for m in named)
