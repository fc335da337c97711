"""The words of an export's own: headers, names of states, sentences; in English as they stand in code, or another's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Labels:
    """``say`` gives the wording for an English label; what has none stays English. ``language`` is en or es."""

    language: str = "en"
    words: Mapping[str, str] = field(default_factory=dict)

    def say(self, english: str) -> str:
        return self.words.get(english, english)

    def fill(self, english: str, **values: object) -> str:
        """A sentence with names in braces, filled with values."""
        return self.say(english).format(**values)


ENGLISH = Labels()
