"""Words that a scan misread, put right where a name's word looks just so: ``Heaith``, ``Dlvision``, ``Secretarf a``."""

from __future__ import annotations

from collections.abc import Iterable

from archive_app.extractors.authorities.words import Word

#: Letters and figures that scans take for one another, each group under one sign.
_ALIKE = str.maketrans({letter: group[0] for group in ("il1|!jft", "oc0e6q", "s5", "hb8", "nuv") for letter in group})
#: Letters of the shortest word that is put right, and signs in which it may differ.
_SHORTEST, _MOST = 6, 2
#: Letters of what a word lost to the right of a gap: ``Secretarf a``.
_LOST = 2


class Misread:
    """The words of all names by their looks; a look that two words share decides nothing."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._known = frozenset(vocabulary)
        self._looks: dict[str, str | None] = {}
        for word in self._known:
            if len(word) >= _SHORTEST:
                look = _look(word)
                self._looks[look] = None if look in self._looks else word

    def repaired(self, line: list[Word]) -> list[Word]:
        """The words with each misread one as it should be; a word broken in two as one."""
        found: list[Word] = []
        index = 0
        while index < len(line):
            word, taken = self._at(line, index)
            found.append(word)
            index += taken
        return found

    def _at(self, line: list[Word], index: int) -> tuple[Word, int]:
        word = line[index]
        if word.folded in self._known or len(word.folded) < _SHORTEST - 1:
            return word, 1
        if right := self._right(word.folded):
            return word._replace(folded=right), 1
        following = line[index + 1] if index + 1 < len(line) else None
        if following is None or len(following.folded) > _LOST or following.start - word.end != 1:
            return word, 1
        whole = self._right(word.folded + following.folded)
        return (Word(word.start, following.end, word.written, whole), 2) if whole else (word, 1)

    def _right(self, folded: str) -> str | None:
        if len(folded) < _SHORTEST:
            return None
        right = self._looks.get(_look(folded))
        if right is None or len(right) != len(folded):
            return None
        return right if sum(a != b for a, b in zip(right, folded, strict=True)) <= _MOST else None


def _look(word: str) -> str:
    return word.replace("rn", "m").translate(_ALIKE)
