"""Recitals: ``RECOGNIZING the Letter of Arrangement between X and Y``. What they name, the paper merely rests on."""

from __future__ import annotations

import re

from archive_app.extractors.knowledge import Knowledge

#: Letters before a place in the text in which the recital that it stands in begins.
_REACH = 900
_ENDS = re.compile(r"[a-z)\"”]{3}\.\s+(?=[a-zA-Z])|\n\s*\n")


def begins(knowledge: Knowledge) -> re.Pattern[str]:
    """A recital's first words where a clause begins, in any letters, accents or none; ask with ``once(begins)``."""
    cues = "|".join(knowledge.table("recitals")["begin"])
    return re.compile(rf"(?i)(?:\A|\n|[.,;:)\"”]\s+|\band\s+|\by\s+)\s*(?P<cue>{cues})\b")


def inside(text: str, at: int, knowledge: Knowledge) -> bool:
    """Whether a place in a text stands in a recital."""
    return recited(text, at, knowledge.once(begins))


def recited(text: str, at: int, opening: re.Pattern[str]) -> bool:
    """The same for one who holds already what ``begins`` gives."""
    before = text[max(0, at - _REACH) : at]
    recital = max((match.end() for match in opening.finditer(before)), default=-1)
    return recital >= 0 and not _ENDS.search(before, recital)


def without(text: str, knowledge: Knowledge) -> str:
    """The text with blanks in place of recitals, as long as it was."""
    parts, at = [], 0
    for match in knowledge.once(begins).finditer(text):
        if match.start() >= at:
            end = _ENDS.search(text, match.end())
            stop = end.start() if end else len(text)
            parts += [text[at : match.start("cue")], " " * (stop - match.start("cue"))]
            at = stop
    return "".join([*parts, text[at:]])
