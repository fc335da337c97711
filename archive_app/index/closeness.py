"""Words that are asked for together and stand together on a page mean more than the same words far apart."""

from __future__ import annotations

from collections.abc import Sequence

from archive_app.index.matching import Found
from archive_app.index.query.syntax import Leaf, Word
from archive_app.index.schema import PAGE_FIELD
from archive_app.index.snapshot import Part, Snapshot
from archive_app.index.standing import Places

#: What words side by side bring, as a part of what they are worth.
_WEIGHT = 0.8
#: Forms of one word that are looked at; a beginning may stand for hundreds.
_FORMS = 8


class Closeness:
    """How near to each other the words that were typed stand on pages. Looks into a segment when first asked of it."""

    def __init__(self, snapshot: Snapshot, sought: Sequence[tuple[Leaf, Found, float]]) -> None:
        self._snapshot = snapshot
        self._words = [
            (sorted(found.forms)[:_FORMS], worth)
            for leaf, found, worth in sought
            if isinstance(leaf, Word) and leaf.field is None and not leaf.other_for
        ]
        self._held: dict[int, list[list[Places]]] = {}

    @property
    def matters(self) -> bool:
        return len(self._words) > 1

    def of(self, document: int) -> float:
        """What the nearest stretch with all the words that stand on the page adds to its score."""
        part = self._snapshot.part_of(document)
        start, end = part.view.space(PAGE_FIELD).span(document - part.base)
        standing, worth = [], 0.0
        for forms, (_, its) in zip(self._places(part), self._words, strict=True):
            here = [place for places in forms for place in places.within(start, end)]
            if here:
                standing.append(here)
                worth += its
        if len(standing) < 2:
            return 0.0
        return _WEIGHT * worth * (len(standing) - 1) / max(narrowest(standing), len(standing) - 1)

    def _places(self, part: Part) -> list[list[Places]]:
        held = self._held.get(part.base)
        if held is None:
            view = part.view
            held = self._held[part.base] = [
                [postings.places for form in forms if (postings := view.postings(PAGE_FIELD, form))]
                for forms, _ in self._words
            ]
        return held


def narrowest(standing: Sequence[Sequence[int]]) -> int:
    """From the first to the last place of the shortest stretch with one of each."""
    events = sorted((place, which) for which, places in enumerate(standing) for place in places)
    last: dict[int, int] = {}
    shortest = events[-1][0] - events[0][0]
    for place, which in events:
        last[which] = place
        if len(last) == len(standing):
            shortest = min(shortest, place - min(last.values()))
    return shortest
