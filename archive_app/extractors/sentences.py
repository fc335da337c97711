"""The sentences of a text, as spans."""

from __future__ import annotations

import re
from collections.abc import Iterator

#: A full stop after these ends no sentence, before a capital or not.
_SHORT = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Hon|St|Jr|Sr|Sra|Lic|Ing|Inc|Corp|Co|Ltd|No|Nos|Art|Sec|U\.S|D\.C|Dept|Gov|Gen|Rep|Sen|Amb|vs|approx|"
    r"Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ill|Ind|Kan|Mass|Md|Mich|Minn|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Wash|Wis|Wyo|"
    r"Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)|\b[A-Z])\Z"
)
#: A line longer than this is broken because it is full, not because its sentence ends.
_FULL_LINE = 66
_END = re.compile(r"[.!?][\"”’)]*\s+(?=[\"“(¿¡]?[A-ZÀ-ÖØ-Þ0-9])|\n\s*\n|(?<=[a-z)”\"])\n(?=[A-ZÀ-ÖØ-Þ])")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence; a title or a line on its own is one too."""
    start = 0
    for end in _END.finditer(text):
        if end[0][0] == "." and _SHORT.search(text, max(0, end.start() - 8), end.start()):
            continue
        if end[0] == "\n" and end.start() - text.rfind("\n", 0, end.start()) > _FULL_LINE:
            continue
        if text[start : end.start()].strip():
            yield start, end.start() + (1 if end[0][0] in ".!?" else 0)
        start = end.end()
    if text[start:].strip():
        yield start, len(text)
