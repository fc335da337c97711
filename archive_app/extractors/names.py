"""Tells names of persons from those of bodies, titles and the words for a party's part, and writes them cleanly."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from archive_app.extractors.authorities.places import Places, places
from archive_app.extractors.authorities.words import fold, words
from archive_app.extractors.knowledge import Knowledge

_SPACES = re.compile(r"\s+")
_ARTICLES = frozenset({"the", "el", "la", "los", "las"})
_UPPER = "A-ZÀ-ÖØ-Þ"


def _any(spellings: Iterable[str]) -> str:
    """A pattern for any of the spellings, longest first; full stops inside them are free, and one may follow."""
    longest = sorted(set(spellings), key=len, reverse=True)
    return "(?:" + "|".join(re.escape(s).replace(r"\.", r"\.?\s?").replace(r"\ ", r"\s+") for s in longest) + r")\.?"


class Names:
    """The table ``names`` as tests on words. All take text as written, white space free."""

    def __init__(self, table: dict[str, Any], places: Places) -> None:
        self._table = table
        self._places = places
        self._body_words = frozenset(map(fold, table["body_words"]))
        self._title_words = frozenset(fold(word) for word in table["title_words"])
        self._surnames = frozenset(map(fold, table["surnames"]))
        self._common = frozenset(map(fold, table["common_words"]))
        self._roles = frozenset(self._key(role) for role in table["roles"])
        self._endings = frozenset(fold(word) for word in table["company_endings"] if " " not in word)
        self._ending_words = frozenset(fold(word) for ending in table["company_endings"] for word in ending.split())

    @staticmethod
    def _key(text: str) -> str:
        return " ".join(word.folded for word in words(text) if word.folded not in _ARTICLES)

    @cached_property
    def ending(self) -> str:
        """A pattern for the last word of a company's name: ``Inc.``, ``LLC``, ``S.A. de C.V.``."""
        return rf"(?<!\w){_any(self._table['company_endings'])}(?!\w)"

    @cached_property
    def ending_after_comma(self) -> str:
        """A pattern for an ending that a comma may part from the name: ``Nike, Inc.``."""
        return rf"{_any(self._table['endings_after_comma'])}(?!\w)"

    @cached_property
    def role(self) -> str:
        """A pattern for the words for a party's part: ``Supplier``, ``Service Provider``."""
        return _any(self._table["roles"])

    @cached_property
    def state(self) -> str:
        """A pattern for the full names of states."""
        return self._places.long_state_pattern

    @cached_property
    def honorific(self) -> str:
        """A pattern for what stands before a person's name: ``Mr.``, ``Lic.``, ``The Honorable``."""
        return rf"(?<!\w){_any(self._table['honorifics'])}(?=[\s,])"

    @cached_property
    def _company_end(self) -> re.Pattern[str]:
        return re.compile(rf".*{self.ending}(?:\s*\(\w+\))?\s*\Z", re.I | re.S)

    @cached_property
    def _civil(self) -> re.Pattern[str]:
        civil = _any(self._table["civil_endings"])
        return re.compile(rf"(?<!\w){civil}\Z|\A{civil}(?!\w)", re.I)

    @cached_property
    def company_search(self) -> re.Pattern[str]:
        """Finds companies' names in running text: capitalised words, then an ending."""
        word = rf"(?:[{_UPPER}0-9][\w&.'’¢®™/-]*|[a-z]+[A-Z]\w*)"
        small = r"(?:of|and|the|&|for|de|y|del|la)"
        strict = _any(self._table["endings_after_comma"])
        partner = rf"(?!{strict}(?!\w)){word}"
        firm = rf"(?:,\s+{partner}){{1,3}},?\s+&(?:\s+{partner})?"
        return re.compile(
            rf"(?<![\w.]){word}(?:(?:\s+{small}){{0,2}}\s+{word}){{0,7}}?(?:{firm})?(?:(?:\s+|,\s*)(?:{strict})(?!\w))+"
        )

    @cached_property
    def person_pattern(self) -> str:
        """A pattern for words that may be a person's name; ``person`` decides."""
        initial = rf"[{_UPPER}]\."
        given = rf"(?:{initial}(?:\s?{initial})*|[{_UPPER}][\w'’´`-]*[\wà-ÿ]|[{_UPPER}])"
        particle = "(?:" + "|".join(re.escape(p) for p in sorted(self._table["particles"], key=len, reverse=True)) + ")"
        nick = r"(?:[\"“(][A-Z][\w.]+[\"”)]\s+)?"
        generation = rf"(?:,?\s+(?:{'|'.join(self._table['generations'])})\b\.?)?"
        middle = rf"(?:{nick}(?:{initial}|{given}|{particle}|Ma\.)\s+){{0,5}}"
        return rf"{given}\s+{middle}{nick}[{_UPPER}][\w'’´`-]*[\wà-ÿ]{generation}"

    @cached_property
    def _person(self) -> re.Pattern[str]:
        return re.compile(rf"{self.person_pattern}\Z")

    @cached_property
    def _before_person(self) -> re.Pattern[str]:
        return re.compile(rf"\A(?:{self.honorific}\s*)+")

    @cached_property
    def _degrees(self) -> re.Pattern[str]:
        return re.compile(rf"(?:,?\s+{_any(self._table['degrees'])})+\Z")

    def person(self, text: str) -> str | None:
        """The person's name in words that are nothing but one: ``Dr. Ana Ruiz, M.D.`` gives ``Ana Ruiz``."""
        name = _SPACES.sub(" ", text).strip(' ,;:.-–—_*"“”')
        name = self._degrees.sub("", self._before_person.sub("", name)).strip(" ,")
        if not self._person.match(name) or len(name) > 60:
            return None
        tokens = [word.folded for word in words(name)]
        inner = [t for number, t in enumerate(tokens) if not (number and t in self._surnames)]
        if any(t in self._body_words or t in self._common or t in self._endings for t in inner):
            return None
        if tokens[0] in self._title_words or tokens[-1] in self._title_words or self.is_place(name):
            return None
        return name

    def is_company(self, text: str) -> bool:
        """Whether the words end as a company's name does."""
        return bool(self._company_end.match(text.strip(" ,;:")))

    def is_civil(self, text: str) -> bool:
        """Whether the words name an association that trades in nothing: ``Casa del Pueblo, A.C.``."""
        return bool(self._civil.search(text.strip()))

    def is_body(self, text: str) -> bool:
        """Whether the words hold one that only names of bodies hold."""
        return any(word.folded in self._body_words for word in words(text)) or self.is_company(text)

    def only_endings(self, text: str) -> bool:
        """Whether the words are only what company names end with: ``Trust Company``, ``LLC``."""
        return all(word.folded in self._ending_words or len(word.folded) < 2 for word in words(text))

    def without_ending(self, text: str) -> str:
        """A company's name without what it ends with: ``Delaware Corporation`` gives ``Delaware``."""
        return re.sub(rf"[\s,]*{self.ending}\s*\Z", "", text.strip(), flags=re.I)

    def stem(self, text: str) -> str:
        """A company's name without all that it ends with, its letters folded: ``bluelake`` of ``Blue Lake, L.P.``."""
        shorter = self.without_ending(text)
        while shorter != text:
            text, shorter = shorter, self.without_ending(shorter)
        return "".join(word.folded for word in words(text))

    def is_title(self, text: str) -> bool:
        """Whether the words are, or begin as, an official's title."""
        line = words(text)
        return bool(line) and any(word.folded in self._title_words for word in line[:4])

    def opens_title(self, word: str) -> bool:
        """Whether a title may begin with a word: ``District``, ``Acting``, ``Consul``."""
        return fold(word) in self._title_words or fold(word) in self._body_words

    def is_role(self, text: str) -> bool:
        """Whether the words are only the part a party plays: ``the Company``, ``los Participantes``."""
        key = self._key(text)
        return key in self._roles or (bool(key) and all(word in self._roles for word in key.split()))

    def is_common(self, word: str) -> bool:
        """Whether a word begins no name."""
        return fold(word) in self._common

    def is_place(self, text: str) -> bool:
        """Whether the words are a state's or country's name."""
        return bool(self._places.state(text) or self._places.country(text))


def names(knowledge: Knowledge) -> Names:
    """The tests on names of this knowledge; ask for them with ``knowledge.once(names)``."""
    return Names(knowledge.table("names"), knowledge.once(places))
