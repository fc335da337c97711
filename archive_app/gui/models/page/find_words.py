"""Words found in one record, as a person types them: case, accents and the breaks of lines make no difference."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from archive_app.domain.page import Page
from archive_app.gui.models.page.marks import Mark, Marking

#: More places than these are not marked: nobody goes through them one by one.
MOST = 2000


def find(pages: Sequence[Page], words: str) -> list[Mark]:
    """Every place of the words, in the order of reading; none for no words."""
    wanted = _pattern(words)
    if wanted is None:
        return []
    found: list[Mark] = []
    for page in pages:
        for start, end in _places(page.text, wanted):
            found.append(Mark(page.number, start, end, page.words.between(start, end), Marking.HIT))
            if len(found) == MOST:
                return found
    return found


def _pattern(words: str) -> re.Pattern[str] | None:
    plain = [re.escape(_plain(word)) for word in words.split()]
    return re.compile(r"\s+".join(plain)) if plain else None


def _places(text: str, wanted: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Letter for letter, so that a place in the plain text is one in the text."""
    plain = "".join(_plain_letter(letter) for letter in text)
    return ((match.start(), match.end()) for match in wanted.finditer(plain))


def _plain(word: str) -> str:
    return "".join(_plain_letter(letter) for letter in unicodedata.normalize("NFC", word))


def _plain_letter(letter: str) -> str:
    """One letter without its accent, small; as it is where that would be several."""
    small = unicodedata.normalize("NFD", letter)[0].lower()
    return small if len(small) == 1 else letter
