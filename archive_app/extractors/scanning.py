"""Looking for slow patterns only where a quick one says that they may be: whole papers are long."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from archive_app.extractors.context import Reading

_SENTENCE = re.compile(r"[^.;]+(?:\.(?=\S)[^.;]*)*[.;]?")
#: Letters of a sentence at least; shorter ones are numbers and headings.
_SHORTEST = 20


def around(
    stems: re.Pattern[str], pattern: re.Pattern[str], text: str, start: int, end: int, *, lead: int, reach: int
) -> Iterator[re.Match[str]]:
    """Each match of a pattern once, looked for from ``lead`` letters before every stem to ``reach`` behind it."""
    done = start
    for stem in stems.finditer(text, start, end):
        match = pattern.search(text, max(done, stem.start() - lead), min(end, stem.start() + reach))
        if match:
            done = match.end()
            yield match


def sentences_with(reading: Reading, stems: re.Pattern[str]) -> Iterator[tuple[int, int, str]]:
    """The sentences that hold a stem, in reading order: their span, and their folded words with single blanks.

    Full stops and semicolons end a sentence, full stops inside words do not.
    """
    spans = reading.once(_spans)
    starts = [start for start, _ in spans]
    last = -1
    for stem in stems.finditer(reading.folded):
        index = bisect_right(starts, stem.start()) - 1
        if index <= last:
            continue
        last = index
        start, end = spans[index]
        if end - start > _SHORTEST:
            yield start, end, " ".join(reading.folded[start:end].split())


def _spans(reading: Reading) -> list[tuple[int, int]]:
    return [match.span() for match in _SENTENCE.finditer(reading.folded)]
