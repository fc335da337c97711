"""The cues of resources/knowledge/terms.toml as patterns."""

from __future__ import annotations

import re
from dataclasses import dataclass

from archive_app.extractors.knowledge import Knowledge
from archive_app.extractors.shorthand import Shorthand


@dataclass(frozen=True)
class Feature:
    """What speaks for or against a length being a notice period: a pattern over the words on one side of it."""

    where: str
    cue: re.Pattern[str]
    weight: int


def _over_lines(stems: list[str]) -> list[str]:
    """Stems are looked for in the text as it stands, where a line may end between two words."""
    return [stem.replace(" ", r"\s+") for stem in stems]


@dataclass(frozen=True)
class TermCues:
    """The cues as patterns, by table and key (``agreement before``); the days a term is counted from; features."""

    patterns: dict[str, re.Pattern[str]]
    anchors: tuple[tuple[str, re.Pattern[str]], ...]
    notice: tuple[Feature, ...]

    @classmethod
    def build(cls, knowledge: Knowledge) -> TermCues:
        table = knowledge.table("terms")
        short = knowledge.once(Shorthand.build)
        parts = ("agreement", "obligations", "not_term", "anchor", "perpetual", "renewal", "notice")
        return cls(
            {
                f"{part} {key}": short.pattern(_over_lines(cues) if key == "stems" else cues)
                for part in parts
                for key, cues in table[part].items()
                if all(isinstance(cue, str) for cue in cues)
            },
            tuple((row["name"], short.pattern(row["cues"])) for row in table["anchor"]["day"]),
            tuple(
                Feature(row["where"], short.pattern(row["cues"]), row["weight"]) for row in table["notice"]["feature"]
            ),
        )

    def has(self, name: str, text: str) -> bool:
        return bool(self.patterns[name].search(text))

    def begins(self, name: str, text: str) -> bool:
        return bool(self.patterns[name].match(text))
