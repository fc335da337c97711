"""The sentences of a text, as spans."""

from __future__ import annotations

import re
from collections.abc import Iterator

#: A full stop after these ends no sentence, before a capital or not.
_SHORT = re.compile(
    r"(?:\b(?:EE|UU|Mr|Mrs|Ms|Dr|Hon|St|Jr|Sr|Sra|Lic|Ing|Inc|Corp|Co|Ltd|No|Nos|Art|Sec|U\.S|D\.C|Dept|Gov|Gen|Rep|Sen|Amb|vs|approx|"
    r"Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ill|Ind|Kan|Mass|Md|Mich|Minn|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Wash|Wis|Wyo|"
    r"Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)|\b[A-Z])\Z"
)
#: A line longer than this is broken because it is full, not because its sentence ends.
_FULL_LINE = 66
_END = re.compile(r"[.!?][\"”’)]*\s+(?=[\"“(¿¡]?[A-ZÀ-ÖØ-Þ0-9])|\n\s*\n|(?<=[\w)”\"])\n(?=[A-ZÀ-ÖØ-Þ])")
#: Two words in small letters, as sentences have and names in capitals do not.
_SMALL_WORDS = re.compile(r"\b[a-zà-ÿ]{2,} [a-zà-ÿ]{2,}\b")
#: A small word at a line's end, which leads on to the next line.
_LEADS_ON = re.compile(
    r"\b(?i:of|the|and|or|in|at|to|for|with|by|between|its|their|an?|de|del|la|el|los|las|y|e|en|con|por|para|entre|su|sus|un|una|que)\Z"
)
#: How much longer than a full line the line below it is at most, where a paragraph is set in lines.
_EVEN = 1.4


def _line_ends_sentence(text: str, at: int) -> bool:
    """Whether a line without a full stop is a sentence of its own: a headline, a caption, an item of a list.

    A full line goes on, unless the next one is so much longer that the lines of this text are its paragraphs.
    """
    start = text.rfind("\n", 0, at) + 1
    if (text[at - 1].isupper() or text[at - 1].isdigit()) and not _SMALL_WORDS.search(text, start, at):
        return False
    if _LEADS_ON.search(text, start, at):
        return False
    below = text.find("\n", at + 1)
    next_line = (below if below > 0 else len(text)) - at
    return at - start <= _FULL_LINE or next_line > _EVEN * (at - start + _FULL_LINE)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence; a title or a line on its own is one too."""
    start = 0
    for end in _END.finditer(text):
        if end[0][0] == "." and _SHORT.search(text, max(0, end.start() - 8), end.start()):
            continue
        if end[0] == "\n" and not _line_ends_sentence(text, end.start()):
            continue
        if text[start : end.start()].strip():
            yield start, end.start() + (1 if end[0][0] in ".!?" else 0)
        start = end.end()
    if text[start:].strip():
        yield start, len(text)
