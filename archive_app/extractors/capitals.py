"""Titles in capitals put into small letters: acronyms, names of places and bodies keep theirs."""

from __future__ import annotations

import re
from dataclasses import dataclass

from archive_app.extractors.authorities.places import Places, places
from archive_app.extractors.knowledge import Knowledge

#: Words a line of capitals has at least, in letters, and the part of them that are capitals.
_LETTERS, _PART = 12, 0.9
#: Letters of a word that in capitals is more than an acronym.
_LONG_WORD = 7
#: "EEOC'S OFFICE".
_OWNER = re.compile(r"['’]S\W*\Z")
_FIRST_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True)
class Capitals:
    """The words that are not spelled as others are."""

    small: frozenset[str]
    acronyms: frozenset[str]
    names: dict[str, str]
    name: re.Pattern[str]

    @classmethod
    def build(cls, knowledge: Knowledge) -> Capitals:
        """Ask for it with ``knowledge.once(Capitals.build)``."""
        table = knowledge.table("title_cues")["capitals"]
        bodies = knowledge.authorities.records.values()
        acronyms = {acronym.upper() for body in bodies for acronym in body.acronyms}
        cities = {body.place.split(",")[0] for body in bodies if body.place}
        names = {name.upper(): name for name in _place_names(knowledge.once(places)) | cities if " " in name}
        longest = sorted(map(re.escape, names), key=len, reverse=True)
        return cls(
            frozenset([*table["small"], *table["verbs"]]),
            frozenset([*table["acronyms"], *acronyms]),
            names,
            re.compile(rf"(?<!\w)(?:{'|'.join(longest)})(?!\w)"),
        )

    def lowered(self, line: str, first: bool = True) -> str:
        """``THE LAS VEGAS OFFICE`` as ``The Las Vegas Office``; a line that is not all in capitals as it is.

        ``first`` says that the line begins a title, where small words are capitalised too.
        """
        return self._small(line, first) if self.shouts(line) else line

    def _small(self, line: str, first: bool) -> str:
        parts, at = [], 0
        for name in self.name.finditer(line):
            parts += [self._words(line[at : name.start()], first and at == 0), self.names[name[0]]]
            at = name.end()
        return "".join([*parts, self._words(line[at:], first and at == 0)])

    def all_lowered(self, lines: list[str]) -> list[str]:
        """The lines of one title; where one of them is in capitals, short ones that are so too."""
        shouted = any(self.shouts(line) for line in lines)
        return [
            self._small(line, number == 0) if line.isupper() and shouted else self.lowered(line, number == 0)
            for number, line in enumerate(lines)
        ]

    def shouts(self, line: str) -> bool:
        """Whether a line is in capitals, and more than acronyms."""
        letters = [letter for letter in line if letter.isalpha()]
        if not letters or sum(map(str.isupper, letters)) / len(letters) <= _PART:
            return False
        words = re.findall(r"[^\W\d_]+", line)
        return len(letters) > _LETTERS or any(len(word) >= _LONG_WORD and word not in self.acronyms for word in words)

    def _words(self, words: str, first: bool) -> str:
        pieces = words.split(" ")
        return " ".join(self._word(word, first and index == 0) for index, word in enumerate(pieces))

    def _word(self, word: str, first: bool) -> str:
        owner = _OWNER.search(word)
        if owner and re.sub(r"\W", "", word[: owner.start()]) in self.acronyms:
            return word[: owner.start()] + owner[0].lower()
        bare = re.sub(r"\W", "", word)
        if not bare or any(mark.isdigit() for mark in bare) or "." in word[:-1] or bare in self.acronyms:
            return word
        small = word.lower()
        if bare.lower() in self.small and not first:
            return small
        return _FIRST_LETTER.sub(lambda letter: letter[0].upper(), small, count=1)


def _place_names(known: Places) -> set[str]:
    """The names of states, countries and cities, in every spelling."""
    names = {name for spellings in known.state_names.values() for name in spellings}
    names |= {spelling for city, others in known.city_names.items() for spelling in (city, *others)}
    return names | {n for name, country in known.country_names.items() for n in (name, *country["names"])}
