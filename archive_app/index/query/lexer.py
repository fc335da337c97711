"""A query's text cut into pieces, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from archive_app.index.folding import fold
from archive_app.index.query.names import FIELDS, OPERATORS

_QUOTES = '"“”„«»'
_SPACE = re.compile(r"\s*")
_QUOTED = re.compile(rf"[{_QUOTES}]([^{_QUOTES}]*)(?:([{_QUOTES}])(~[^\s(){_QUOTES}]*)?)?")
_APART = re.compile(r"~(\d{1,3})")
_MINUS = re.compile(r"[-–—−](?=[^\s)\-–—−])")
_FIELD = re.compile(r"([^\W\d_]+):")
_WORD = re.compile(
    r"(?:([a-z])\1\.\s([a-z])\2\.?(?!\w))"  # EE. UU. is one word, as it is in texts
    rf"|[^\s(){_QUOTES}]+",
    re.IGNORECASE,
)


class Kind(Enum):
    OPEN = auto()
    CLOSE = auto()
    OPERATOR = auto()
    FIELD = auto()
    QUOTED = auto()
    WORD = auto()


@dataclass(frozen=True, slots=True)
class Lexeme:
    """``text`` is AND, OR or NOT of an operator, the name as typed of a field, what is between quotes.

    ``apart`` is the number after a quotation (``"a b"~5``); ``closed`` is False where its second quote is missing.
    ``behind`` is what was typed where that number is to be.
    """

    kind: Kind
    text: str
    start: int
    end: int
    apart: int | None = None
    closed: bool = True
    behind: str = ""


def lexemes(query: str) -> Iterator[Lexeme]:
    """All pieces of the query; every character that is not white space is in one of them."""
    place = _skip(query, 0)
    while place < len(query):
        lexeme = _next(query, place)
        yield lexeme
        place = _skip(query, lexeme.end)


def _skip(query: str, place: int) -> int:
    space = _SPACE.match(query, place)
    return space.end() if space else place


def _next(query: str, place: int) -> Lexeme:
    if query[place] in "()":
        return Lexeme(Kind.OPEN if query[place] == "(" else Kind.CLOSE, query[place], place, place + 1)
    if quoted := _QUOTED.match(query, place):
        apart = _APART.fullmatch(quoted[3] or "")
        return Lexeme(Kind.QUOTED, quoted[1], place, quoted.end(), int(apart[1]) if apart else None,
                      closed=quoted[2] is not None, behind=quoted[3] or "")  # fmt: skip
    if minus := _MINUS.match(query, place):
        return Lexeme(Kind.OPERATOR, "NOT", place, minus.end())
    if (name := _FIELD.match(query, place)) and _is_field(query, name):
        return Lexeme(Kind.FIELD, name[1], place, name.end())
    word = _WORD.match(query, place)
    assert word is not None
    operator = OPERATORS.get(word[0])
    return Lexeme(Kind.OPERATOR if operator else Kind.WORD, operator or word[0], place, word.end())


def _is_field(query: str, name: re.Match[str]) -> bool:
    """``Re: agreement`` is two words, but ``re:agreement`` asks for a field that does not exist."""
    followed = query[name.end() : name.end() + 1]
    return fold(name[1]) in FIELDS or bool(followed and not followed.isspace() and followed not in ")")
