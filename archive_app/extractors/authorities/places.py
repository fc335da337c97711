"""States, countries and cities as papers write them, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Any

from archive_app.extractors.authorities.words import words

if TYPE_CHECKING:
    from archive_app.extractors.knowledge import Knowledge


def key(name: str) -> str:
    """A name to look up by: its words folded, one space between."""
    return " ".join(word.folded for word in words(name))


def alternation(names: Iterable[str]) -> str:
    """A pattern for any of the names, longest first, white space free."""
    ordered = sorted(set(names), key=len, reverse=True)
    patterns = (re.sub(r"\\?\s+", r"\\s+", re.escape(name)).replace("'", "['’]") for name in ordered)
    return "(?:" + "|".join(patterns) + ")"


class Places:
    """The table ``geography``: plain names for states and countries, and patterns that find them."""

    def __init__(self, table: dict[str, Any]) -> None:
        self.state_names: dict[str, list[str]] = table["states"]
        self.country_names: dict[str, dict[str, Any]] = table["countries"]
        self.city_names: dict[str, list[str]] = table["cities"]
        self.region_names: dict[str, list[str]] = table["regions"]
        self._within = {part: whole for whole, parts in table["within"].items() for part in parts}
        self._codes = {key(n): code for code, names in self.state_names.items() for n in (code, *names)}
        self._countries: dict[str, str] = {
            key(spelling): name for name, c in self.country_names.items() for spelling in (name, *c["names"])
        }
        self._demonyms = {key(d) for country in self.country_names.values() for d in country["demonyms"]}
        self._regions = {key(n): region for region, names in self.region_names.items() for n in (region, *names)}
        self._cities: dict[str, str] = {key(n): city for city, names in self.city_names.items() for n in (city, *names)}

    def state_code(self, name: str) -> str | None:
        """``TX`` for Texas, Tex. and TX."""
        return self._codes.get(key(name))

    def state(self, name: str) -> str | None:
        """The plain English name of a state written in any way."""
        code = self.state_code(name)
        return self.state_names[code][0] if code else None

    def country(self, name: str) -> str | None:
        """The plain English name of a country, or of a part of one that has its own law."""
        return self._countries.get(key(name))

    def region(self, name: str) -> str | None:
        """The plain name of a state of Mexico, which the tables of states and countries do not hold."""
        return self._regions.get(key(name))

    def is_demonym(self, word: str) -> bool:
        """Whether a word says that something belongs to a country: ``Mexican``."""
        return key(word) in self._demonyms

    def whole(self, name: str) -> str | None:
        """The country that a part belongs to: Canada for Ontario."""
        return self._within.get(name)

    def city(self, name: str) -> str:
        """A city's plain English name; the name itself where it has no other."""
        return self._cities.get(key(name)) or " ".join(name.split())

    def country_of_code(self, code: str) -> str | None:
        """The country whose bodies' ids begin with these letters."""
        return next((name for name, c in self.country_names.items() if c.get("code") == code), None)

    @cached_property
    def state_pattern(self) -> str:
        """Any spelling of a state, letters included, case kept: ``Texas``, ``TX``, ``Tex.``."""
        return alternation(n for code, names in self.state_names.items() for n in (code, *names))

    @cached_property
    def long_state_pattern(self) -> str:
        """The full names of states only, English and Spanish."""
        return alternation(n for names in self.state_names.values() for n in names if "." not in n)

    @cached_property
    def country_pattern(self) -> str:
        """Any name of a country."""
        return alternation(n for name, c in self.country_names.items() for n in (name, *c["names"]))

    @cached_property
    def region_pattern(self) -> str:
        """Any name of a state of Mexico."""
        return alternation(n for region, names in self.region_names.items() for n in (region, *names))


def places(knowledge: Knowledge) -> Places:
    """The places of this knowledge; ask for them with ``knowledge.once(places)``."""
    return Places(knowledge.table("geography"))
