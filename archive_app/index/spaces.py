"""How the places of a segment's words are numbered: through all its pages, and for fields each document on its own.

Pages of one record follow each other without a gap, so that a phrase may run from one to the next.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

#: Places left free after a record: no stretch of so many words reaches from one record into another.
GAP = 40
#: The places of a document's field begin at so many times its number.
FIELD_SPACE = 1 << 32


@dataclass(frozen=True, slots=True)
class Space:
    """``starts`` and ``spans`` are of each document, ``ends`` of each record; ``size`` is 0 for fields."""

    starts: Sequence[int]
    spans: Sequence[tuple[int, int]]
    ends: Sequence[int]
    size: int

    def end_of_record(self, place: int) -> int:
        return self.ends[bisect_right(self.ends, place)]


def page_space(runs: Sequence[tuple[str, int]], lengths: Sequence[int]) -> Space:
    """Numbers the places of pages of so many words: ``runs`` are records with how many documents follow of each."""
    spans: list[tuple[int, int]] = []
    ends: list[int] = []
    place = 0
    for _, number in runs:
        for length in lengths[len(spans) : len(spans) + number]:
            spans.append((place, place + length))
            place += length
        ends.append(place)
        place += GAP
    return Space([start for start, _ in spans], spans, ends, place)


def field_space(documents: int) -> Space:
    starts = [number * FIELD_SPACE for number in range(documents)]
    ends = [start + FIELD_SPACE for start in starts]
    return Space(starts, list(zip(starts, ends, strict=True)), ends, 0)
