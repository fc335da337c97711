"""Finds a lexicon's entries in a text: at each word the longest spelling that starts there."""

from __future__ import annotations

from typing import NamedTuple

from archive_app.extractors.authorities.lexicon import END, Entry, Lexicon, Node
from archive_app.extractors.authorities.words import Word, joined, words

#: Articles that may stand inside a name in the text, though the spelling has none.
_ARTICLES = frozenset({"the", "el", "la", "los", "las"})
#: Of "the state Department of Labor" this is no part of the name.
_STATES_OWN = "state"


class Lexeme(NamedTuple):
    """An entry of the lexicon in the text, and where it stands."""

    start: int
    end: int
    entry: Entry


def lexemes(text: str, lexicon: Lexicon) -> list[Lexeme]:
    """All entries in a text, left to right, none inside another and none inside a longer word."""
    found: list[Lexeme] = []
    line = lexicon.misread.repaired(words(text))
    root, acronyms = lexicon.root, lexicon.acronyms
    index = 0
    while index < len(line):
        word = line[index]
        hit: tuple[int, Entry] | None = None
        if word.folded in root and word.written != _STATES_OWN:
            hit = _longest(text, line, index, root)
        if hit is None and word.written in acronyms:
            hit = (index, acronyms[word.written])
        if hit is None:
            index += 1
            continue
        last, entry = hit
        found.append(Lexeme(word.start, line[last].end, entry))
        index = last + 1
    return found


def _longest(text: str, line: list[Word], first: int, root: Node) -> tuple[int, Entry] | None:
    """The index of the last word, and the entry, of the longest spelling that starts at a word."""
    node: Node | None = root[line[first].folded]
    best: tuple[int, Entry] | None = None
    index = first
    while node is not None:
        if END in node:
            best = index, node[END]
        node, index = _step(text, line, index, node)
    return best


def _step(text: str, line: list[Word], index: int, node: Node) -> tuple[Node | None, int]:
    """The node for the next word, articles and a short form in brackets skipped; None where there is none."""
    for following in range(index + 1, min(index + 3, len(line))):
        bracketed = (
            text[line[following].start - 1] == "(" and text[line[following].end : line[following].end + 1] == ")"
        )
        if not bracketed and not joined(text, line[following - 1], line[following]):
            break
        word = line[following].folded
        if word in node and not bracketed:
            return node[word], following
        if word not in _ARTICLES and not bracketed:
            break
    return None, index
