"""Dates that an instrument tells of papers before it: when they were made, renewed, and due to end."""

from __future__ import annotations

import re
from dataclasses import dataclass

from archive_app.extractors.knowledge import Knowledge


@dataclass(frozen=True)
class OlderPapers:
    """Wordings of ``older_papers.toml`` around a day; ``ended`` holds only behind the name of another paper.

    All but ``ended`` are for folded words with single blanks, of which those before the day end with one.
    """

    made_before: re.Pattern[str]
    made_after: re.Pattern[str]
    to_end: re.Pattern[str]
    ended: re.Pattern[str]

    @classmethod
    def build(cls, knowledge: Knowledge) -> OlderPapers:
        table = knowledge.table("older_papers")
        return cls(
            re.compile("|".join(table["made"]["before"])),
            re.compile("|".join(table["made"]["after"])),
            re.compile("|".join(table["to_end"]["before"])),
            re.compile("|".join(table["ended"]["before"]).replace(" ", r"\s+")),
        )

    def was_made(self, before: str, after: str) -> bool:
        """Whether the words on both sides of a day tell how a paper before this one was made, renewed or amended."""
        return self.made_before.search(before) is not None or self.made_after.match(after) is not None

    def was_to_end(self, before: str) -> bool:
        """Whether the words before a day tell when a paper before this one was to end."""
        return self.to_end.search(before) is not None
