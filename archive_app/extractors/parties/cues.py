"""The wordings of agreements that lead to parties, describe them and end their list, as patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from archive_app.extractors import recitals
from archive_app.extractors.knowledge import Knowledge
from archive_app.extractors.names import Names, names


def _any(patterns: Iterable[str]) -> str:
    return "(?:" + "|".join(patterns) + ")"


@dataclass(frozen=True)
class SideCues:
    """The table ``party_cues.sides``: a mark of a side, what stands before its name, for whom a person acts."""

    mark: re.Pattern[str]
    before_name: re.Pattern[str]
    acting_for: re.Pattern[str]

    @classmethod
    def build(cls, table: dict[str, Any]) -> SideCues:
        return cls(
            re.compile(rf"(?i)(?<!\w)(?:(?P<first>{table['first']})|(?P<other>{table['other']}))(?=[\s,:])"),
            re.compile(rf"{_any(table['before_name'])}+"),
            re.compile(rf"\b{_any(table['acting'])}\s*(?i:del?\s+)(?=(?i:(?:{table['body']})\s+)?[“\"A-ZÁÉÍÓÚÑ])"),
        )


@dataclass(frozen=True)
class PartyCues:
    """The table ``party_cues`` and what the table ``names`` adds to it."""

    lead: re.Pattern[str]
    paper: re.Pattern[str]
    description: re.Pattern[str]
    end: re.Pattern[str]
    sentence_end: re.Pattern[str]
    ending_next: re.Pattern[str]
    recital: re.Pattern[str]
    sides: SideCues

    @classmethod
    def build(cls, knowledge: Knowledge) -> PartyCues:
        """Ask for it with ``knowledge.once(PartyCues.build)``."""
        table, known = knowledge.table("party_cues"), knowledge.once(names)
        return cls(
            re.compile(rf"(?<!\w)(?i:{_any(table['leads'])})(?!\w)[ \t]*:?"),
            re.compile(rf"(?i)(?<!\w){_any(table['papers'])}"),
            re.compile(rf"\s*[,;(—–-]\s*(?i:{_any(table['descriptions'])})|\s+{_any(table['descriptions'])}"),
            re.compile(_any(table["ends"])),
            _sentence_end(table["openings"]),
            _ending_next(known),
            knowledge.once(recitals.begins),
            SideCues.build(table["sides"]),
        )


def _ending_next(known: Names) -> re.Pattern[str]:
    """What goes on with a company's name after a comma: ``, Inc.``, ``, S.A. de C.V.``."""
    return re.compile(rf"\s*,\s*{known.ending_after_comma}", re.I)


def _sentence_end(openings: Iterable[str]) -> re.Pattern[str]:
    """A full stop after a bracket, before a sentence that sums the parties up, or before an opening word."""
    sums_up = r"(?:is|are|may be|shall be)\s+(?:\w+\s+){0,4}(?:referred|called|collectively)\b"
    opens = rf"(?<![\s.]\w)\.[”\"’]?\)?\s+(?={_any(openings)}(?!\w))"
    return re.compile(rf"\)\s*\.\s|\.\s+(?=[^.()]{{0,120}}{sums_up})|{opens}")
