"""How the places of a segment's words are numbered: through all its pages, and for fields each document on its own.

Pages of one record follow each other without a gap, so that a phrase may run from one to the next.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

#: Places left free after a record: no stretch of so many words reaches from one record into another.
GAP = 40
#: The places of a document's field begin at so many times its number.
FIELD_SPACE = 1 << 32


@dataclass(frozen=True, slots=True)
class Space:
    """``starts`` and ``stops`` are of each document, ``ends`` of each record; ``size`` is 0 for fields."""

    starts: Sequence[int]
    stops: Sequence[int]
    ends: Sequence[int]
    size: int

    @property
    def spans(self) -> Iterator[tuple[int, int]]:
        """Where each document begins, and where it ends."""
        return zip(self.starts, self.stops, strict=True)

    def span(self, document: int) -> tuple[int, int]:
        return self.starts[document], self.stops[document]

    def end_of_record(self, place: int) -> int:
        return self.ends[bisect_right(self.ends, place)]


def page_space(runs: Sequence[tuple[str, int]], lengths: Sequence[int]) -> Space:
    """Numbers the places of pages of so many words: ``runs`` are records with how many documents follow of each."""
    starts, stops, ends = array("Q"), array("Q"), array("Q")
    place = 0
    for _, number in runs:
        for length in lengths[len(starts) : len(starts) + number]:
            starts.append(place)
            place += length
            stops.append(place)
        ends.append(place)
        place += GAP
    return Space(starts, stops, ends, place)


def field_space(documents: int) -> Space:
    starts = range(0, documents * FIELD_SPACE, FIELD_SPACE)
    stops = range(FIELD_SPACE, (documents + 1) * FIELD_SPACE, FIELD_SPACE)
    return Space(starts, stops, stops, 0)
