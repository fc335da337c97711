"""A piece of a page that shows why it was found, with exactly the words marked that were asked for.

The engine's own highlighter is not used: it marks words that only stand where a match should be.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from html import escape

from archive_app.index.words import Token

#: Characters of text shown, about.
LENGTH = 240
_LEAD = 60


def snippet(text: str, marked: Sequence[Token]) -> str:
    """HTML: the stretch of about LENGTH characters with the most different marked words, from its words on."""
    first = _densest(marked)
    start = _word_start(text, max(0, marked[first].start - _LEAD)) if marked else 0
    end = _word_end(text, min(len(text), start + LENGTH))
    parts: list[str] = []
    place = start
    for token in marked:
        if token.start >= place and token.end <= end:
            parts += (_html(text[place : token.start]), "<b>", _html(text[token.start : token.end]), "</b>")
            place = token.end
    parts.append(_html(text[place:end]))
    shown = "".join(parts).strip()
    return ("… " if text[:start].strip() else "") + shown + (" …" if text[end:].strip() else "")


def _densest(marked: Sequence[Token]) -> int:
    """The index of the marked word from which on most different ones follow within a snippet; the first of equals."""
    best, most, first = 0, 0, 0
    held: Counter[str] = Counter()
    for token in marked:
        held[token.form] += 1
        while marked[first].start + LENGTH - _LEAD < token.end and marked[first] is not token:
            held[marked[first].form] -= 1
            first += 1
        different = sum(1 for times in held.values() if times)
        if different > most:
            best, most = first, different
    return best


def _word_start(text: str, place: int) -> int:
    while 0 < place < len(text) and not text[place - 1].isspace():
        place += 1
    return place


def _word_end(text: str, place: int) -> int:
    while 0 < place < len(text) and not text[place].isspace():
        place -= 1
    return place


def _html(text: str) -> str:
    """Escaped, with white space folded to single blanks; blanks at the ends stay, words follow there."""
    folded = " ".join(text.split())
    if not folded:
        return " " if text else ""
    return (" " if text[0].isspace() else "") + escape(folded, quote=False) + (" " if text[-1].isspace() else "")
