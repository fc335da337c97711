"""The cues of resources/knowledge/kinds.toml, by which a paper's kind is told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from archive_app.extractors.knowledge import Knowledge


@dataclass(frozen=True)
class KindCues:
    """The cues of resources/knowledge/kinds.toml as patterns; each group of them counts its different cues."""

    headings: tuple[tuple[str, re.Pattern[str]], ...]
    other: re.Pattern[str]
    press: re.Pattern[str]
    dateline: re.Pattern[str]
    wire: re.Pattern[str]
    announcing: tuple[re.Pattern[str], ...]
    telling: tuple[re.Pattern[str], ...]
    strong: tuple[re.Pattern[str], ...]
    reported: re.Pattern[str]
    instrument: tuple[re.Pattern[str], ...]
    headline: re.Pattern[str]
    spoken_of: re.Pattern[str]
    records: re.Pattern[str]
    records_told: tuple[re.Pattern[str], ...]
    records_enough: int
    letter_named: re.Pattern[str]
    letter: re.Pattern[str]
    salutation: re.Pattern[str]
    binding: re.Pattern[str]
    agreed: re.Pattern[str]
    itself: re.Pattern[str]
    founding: tuple[tuple[str, re.Pattern[str]], ...]
    participants: re.Pattern[str]
    undertaking: tuple[tuple[str, re.Pattern[str]], ...]

    @classmethod
    def build(cls, knowledge: Knowledge) -> KindCues:
        table = knowledge.table("kinds")
        press = table["press"]
        return cls(
            tuple((row["kind"], _any(row["cues"])) for row in table["heading"]),
            _any(table["other"]["cues"]),
            re.compile(_any(press["cues"]).pattern, re.M),
            re.compile(f"{press['dateline']}|{press['plain_dateline']}"),
            re.compile(press["wire"]),
            tuple(map(re.compile, table["announcing"]["cues"])),
            tuple(map(re.compile, [*table["announcing"]["cues"], *table["announcing"]["weak"]])),
            tuple(map(re.compile, table["announcing"]["strong"])),
            _any(table["announcing"]["reported"]),
            tuple(map(re.compile, table["instrument"]["cues"])),
            _any(table["announcing"]["headline"]),
            _any(table["announcing"]["spoken_of"]),
            _any(table["letter"]["records"]),
            tuple(map(re.compile, table["records"]["cues"])),
            table["records"]["enough"],
            _any(table["letter"]["named"]),
            _any(table["letter"]["cues"]),
            _any(table["letter"]["salutation"]),
            _any(table["letter"]["binding"]),
            _any(table["letter"]["agreed"]),
            re.compile(table["itself"]["cues"]),
            tuple((kind, _any(words)) for kind, words in table["founding"].items()),
            _any(table["preamble"]["participants"]),
            tuple((row["kind"], _any(row["cues"])) for row in table["preamble"]["undertaking"]),
        )


def _any(cues: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{cue})" for cue in cues))
