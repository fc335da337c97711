"""A text as words to compare names by: no case, no accents, no possessive, abbreviations of countries made one word."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"U\.\s?S\.(?:\s?A\.)?|EE\.?\s?UU\.?|D\.\s?C\.|[^\W_]+(?:['’][^\W_]+)?|&")
_POSSESSIVE = re.compile(r"['’][sS]\Z")
#: What may stand between two words of one name, white space aside.
_JOINING = frozenset({"", ")", ",", "-", "–", "—", "'", "’", "/", "\u00ad", "\u00ad-"})
#: Words a paper cuts short with a full stop inside a name.
_CUT_SHORT = frozenset({"dept", "st", "ste", "ft", "gral", "no", "admin", "div"})
_SAME = {"&": "and", "dept": "department", "st": "saint", "ft": "fort", "gral": "general", "del": "de"}


class Word(NamedTuple):
    """One word: its span in the text without a possessive ending, as written, and folded."""

    start: int
    end: int
    written: str
    folded: str


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """A word without case and accents: ``México`` and ``MEXICO`` give ``mexico``, ``U.S.`` gives ``us``."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", word) if c.isalnum() or c == "&")
    folded = bare.casefold()
    return _SAME.get(folded, folded)


def words(text: str) -> list[Word]:
    """The words of a text in order."""
    found = []
    for match in _WORD.finditer(text):
        start, end = match.span()
        written = match[0]
        if ("'" in written or "’" in written) and (ending := _POSSESSIVE.search(written)):
            end -= len(ending[0])
            written = written[: ending.start()]
        found.append(Word(start, end, written, fold(written)))
    return found


def joined(text: str, left: Word, right: Word) -> bool:
    """Whether two words that follow each other can belong to one name: nothing but a comma or a dash between them."""
    between = text[left.end : right.start]
    if between == " ":
        return True
    stripped = between.strip()
    if stripped in _JOINING or stripped in ("'s", "’s", "'S", "’S"):
        return "\n\n" not in between
    return stripped == "." and left.folded in {_SAME.get(short, short) for short in _CUT_SHORT}
