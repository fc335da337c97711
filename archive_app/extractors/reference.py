"""Numbers that an office gives its papers: of a release, a request for records, a case."""

from __future__ import annotations

import re
from collections.abc import Iterable

from archive_app.domain.fact import Fact
from archive_app.extractors.context import Reading
from archive_app.extractors.knowledge import Knowledge

_TOP = 4000
_NUMBER = r"(?P<number>[A-Z]{0,6}[-/ ]?\d[\w/.-]{2,24}\w)"


def find(reading: Reading) -> Iterable[Fact]:
    """The first number with a label near the top; a release's before a request's before a case's."""
    for pattern, confidence, rule in reading.knowledge.once(_labels):
        match = pattern.search(reading.text, 0, _TOP)
        if match:
            return [reading.fact("reference_number", match["number"].strip(), match.span("number"), confidence, rule)]
    return []


def _labels(knowledge: Knowledge) -> list[tuple[re.Pattern[str], float, str]]:
    """A pattern for each kind of label, with its confidence; the number keeps its case, since capitals make a code."""
    return [
        (re.compile(rf"\b(?i:{'|'.join(row['cues'])})\s*[:#.]?\s*{_NUMBER}"), row["confidence"], row["rule"])
        for row in knowledge.table("references")["label"]
    ]
