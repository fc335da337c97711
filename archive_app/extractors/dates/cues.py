"""The words around a date, and the cues of resources/knowledge/date_cues.toml as patterns over them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from archive_app.extractors.context import Reading
from archive_app.extractors.dates.found import Found
from archive_app.extractors.knowledge import Knowledge

_BEFORE, _AFTER = 300, 90
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True)
class DateCues:
    """Patterns by the part a date plays. ``*_before`` end at the date, ``*_after`` begin behind it."""

    before: dict[str, re.Pattern[str]]
    after: dict[str, re.Pattern[str]]
    own: re.Pattern[str]
    cited: re.Pattern[str]
    subject: re.Pattern[str]
    not_subject: re.Pattern[str]
    not_effective: re.Pattern[str]
    zone: re.Pattern[str]
    signing: re.Pattern[str]
    older: re.Pattern[str]
    issued_label: re.Pattern[str]
    as_of_after: re.Pattern[str]
    binding_at_once: re.Pattern[str]

    @classmethod
    def build(cls, knowledge: Knowledge) -> DateCues:
        table = knowledge.table("date_cues")
        parts = ("furniture", "effective", "commencing", "expiration", "opening", "signature")
        return cls(
            {part: re.compile(rf"(?<![a-z])(?:{_join(table[part]['before'])})\Z") for part in parts},
            {part: re.compile(_join(table[part]["after"])) for part in parts if "after" in table[part]},
            re.compile(_join(table["opening"]["own"])),
            re.compile(_join(table["opening"]["cited"])),
            re.compile(_join(table["expiration"]["subject"])),
            re.compile(_join(table["expiration"]["not_subject"])),
            re.compile(_join(table["effective"]["not_subject"])),
            re.compile(_join(table["signature"]["zone"])),
            re.compile(_join(table["release"]["signing"])),
            re.compile(_join(table["release"]["older"])),
            re.compile(rf"(?:{_join(table['release']['issued_label'])})\Z"),
            re.compile(_join(table["furniture"]["as_of_after"])),
            re.compile(_join(table["binding_at_once"]["heading"])),
        )


def _join(cues: Sequence[str]) -> str:
    return "|".join(f"(?:{cue})" for cue in cues)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands before and behind a date, folded, each run of white space one blank; ``line`` is its printed line."""

    before: str
    after: str
    line_before: str
    line_after: str

    @classmethod
    def of(cls, reading: Reading, date: Found) -> Surroundings:
        folded = reading.folded
        before = folded[max(0, date.start - _BEFORE) : date.start]
        after = folded[date.end : date.end + _AFTER]
        return cls(
            _SPACE.sub(" ", before),
            _SPACE.sub(" ", after),
            before.rsplit("\n", 1)[-1].strip(),
            after.split("\n", 1)[0].strip(),
        )

    def speaks_of_this(self, cues: DateCues) -> bool | None:
        """Whether the nearest subject before the date is this paper (True), another (False), or neither (None)."""
        own = max((match.start() for match in cues.own.finditer(self.before)), default=-1)
        cited = max((match.start() for match in cues.cited.finditer(self.before)), default=-1)
        return None if own == cited == -1 else own >= cited
