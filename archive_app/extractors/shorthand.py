"""Short signs in the cues of the knowledge tables, so that a cue tells the word that counts and nothing else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from archive_app.extractors.knowledge import Knowledge

#: What may part filler words. Full stops and semicolons may not: a cue holds for its own sentence.
_MARKS = "[ ,:()\"'_-]"
_MOST_FILLERS = 14


@dataclass(frozen=True)
class Shorthand:
    """What ``~`` and ``@`` mean in a cue: a run of filler words, and the name of an instrument."""

    filler: str
    instrument: str

    @classmethod
    def build(cls, knowledge: Knowledge) -> Shorthand:
        table = knowledge.table("shorthand")
        instrument = "|".join(table["instrument"]["names"])
        words = "|".join([*table["filler"]["words"], instrument]).replace(" ", "[ ]")
        run = rf"(?:{_MARKS}{{1,4}}(?:{words})(?![a-z])){{0,{_MOST_FILLERS}}}{_MARKS}*"
        return cls(run, rf"(?:{instrument})s?\b")

    def any(self, cues: Sequence[str]) -> str:
        """One pattern for any of the cues, as text."""
        joined = "|".join(f"(?:{cue})" for cue in cues)
        return f"(?:{joined.replace('@', self.instrument).replace('~', self.filler)})"

    def pattern(self, cues: Sequence[str]) -> re.Pattern[str]:
        return re.compile(self.any(cues))
