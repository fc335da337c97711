"""Sentences of what lies below the window (faults, remedies, why a file was left out), in the language in force.

They are written in English where they arise, and kept so with an import; ``resources/sentences/<code>.toml`` holds each
of them, as it stands in the code, in another language. Nothing below the window has to know of languages for it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property

from archive_app import paths

_PLACE = re.compile(r"\{(\w*)(?::(\w+))?\}")
#: A code of a table of the interface (table, code) in words.
Word = Callable[[str, str], str]


@dataclass(frozen=True)
class _Known:
    """A sentence as it stands in the code, with {0}, {1} … for what it names, and the same in another language."""

    written: str
    told: str

    @cached_property
    def _fixed(self) -> list[str]:
        return _PLACE.split(self.written)[::3]

    @property
    def weight(self) -> int:
        """The more of a sentence is fixed, the surer it is the one that is meant."""
        return sum(map(len, self._fixed))

    def named_in(self, sentence: str) -> tuple[str, ...] | None:
        """What a sentence names in the places of this one; None where it is another."""
        if not (sentence.startswith(self._fixed[0]) and sentence.endswith(self._fixed[-1])):
            return None
        found = self._pattern.fullmatch(sentence)
        return found.groups() if found else None

    def with_names(self, names: tuple[str, ...], name: Callable[[str, str | None], str]) -> str:
        places = (place[1] for place in _PLACE.finditer(self.written))
        by_place = dict(zip(places, names, strict=True))
        return _PLACE.sub(lambda place: name(by_place[place[1]], place[2]), self.told)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile("(.*?)".join(map(re.escape, self._fixed)), re.DOTALL)


def told(sentence: str, code: str, word: Word) -> str:
    """A sentence, or several one after another, in a language; what is not known stays as it is."""
    parts = re.split(r"(?<=\.) (?=[A-Z“])", sentence)
    said = [_whole(part, code, word) for part in parts]
    if all(said) or not (whole := _whole(sentence, code, word)):
        return " ".join(told or part for told, part in zip(said, parts, strict=True))
    return whole


def _whole(sentence: str, code: str, word: Word) -> str | None:
    def name(value: str, table: str | None) -> str:
        """A code, or several, of a table of the interface; else as it is, or a sentence itself."""
        if table:
            return ", ".join(word(table, one) for one in value.split(", "))
        return _whole(value, code, word) or value if value else ""

    for known in _all(code):
        names = known.named_in(sentence)
        if names is not None:
            return known.with_names(names, name)
    return None


@cache
def _all(code: str) -> list[_Known]:
    """The sentences of a language, those of which most is fixed first; none for the language they are written in."""
    file = paths.resources() / "sentences" / f"{code}.toml"
    if not file.is_file():
        return []
    held = tomllib.loads(file.read_text(encoding="utf-8"))
    return sorted((_Known(written, told) for written, told in held.items()), key=lambda known: -known.weight)
