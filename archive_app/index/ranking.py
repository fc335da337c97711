"""Which of the records found come first: BM25 of their best page, and more where the title holds the words.

Nobody looks at more than the first pages of an answer, so only their best is sorted: the weights of all pages found are
added up, and of these only the highest are looked at closer. Skipping blocks of pages that cannot be among them, as
engines in other languages do, was left out: looking into a block costs more here than adding up all that is in it.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from heapq import nlargest, nsmallest
from operator import itemgetter

from archive_app.index.closeness import Closeness
from archive_app.index.matching import Found
from archive_app.index.postings import FULL
from archive_app.index.query.syntax import Leaf, Phrase, Word
from archive_app.index.snapshot import Snapshot

#: A word in the title counts for more than any number of times on a page.
TITLE_WEIGHT = 2.5
#: What a word brings at most on a page, as a multiple of its rarity.
PAGE_WEIGHT = 2.2
#: What another name for what was typed counts, beside it.
OTHER_NAME = 0.5
#: So many of the best pages are looked at for how near the words stand to each other.
_CLOSER = 40
#: Pages looked at for each record that is wanted, at first.
_PAGES_A_RECORD = 6


@dataclass(frozen=True, slots=True)
class Ranked:
    """A record with its score, and the document of the page its score comes from (None where only fields matched)."""

    record: int
    score: float
    document: int | None


class Ranking:
    """Scores what a query sought in the records that it found."""

    def __init__(self, snapshot: Snapshot, sought: Mapping[Leaf, Found]) -> None:
        self._snapshot = snapshot
        self._sought = [(leaf, found, self._worth(leaf, found)) for leaf, found in sought.items()]
        self._closeness = Closeness(snapshot, [(leaf, found, worth) for leaf, found, worth in self._sought])

    def _worth(self, leaf: Leaf, found: Found) -> float:
        """How much a part of the query counts: the fewer pages have it, the more."""
        total = max(self._snapshot.page_count, len(found.pages))
        rarity = math.log(1 + (total - len(found.pages) + 0.5) / (len(found.pages) + 0.5))
        return rarity * (OTHER_NAME if isinstance(leaf, (Word, Phrase)) and leaf.other_for else 1)

    def best(self, records: Set[int], number: int) -> list[Ranked]:
        """The first so many of the records; equal ones by their id."""
        if not number or not records:
            return []
        titled = self._titled(records)
        scores = self._pages(records, titled)
        paged = self._best_pages(scores, max(number, 1))
        taken = {ranked.record for ranked in paged}
        bare = [Ranked(record, bonus, None) for record, bonus in titled.items() if not self._has_page(record, scores)]
        first = sorted([*paged, *bare], key=self._order)[:number]
        if len(first) < number:
            rest = records - taken - titled.keys()
            first += [Ranked(r, 0.0, None) for r in nsmallest(number - len(first), rest, key=self._id)]
        return first

    def of(self, records: Sequence[int]) -> list[Ranked]:
        """These records, in the order given."""
        ranked = {one.record: one for one in self.best(set(records), len(records))}
        return [ranked[record] for record in records]

    def _id(self, record: int) -> str:
        return self._snapshot.records[record]

    def _order(self, ranked: Ranked) -> tuple[float, str]:
        return -ranked.score, self._id(ranked.record)

    def _titled(self, records: Set[int]) -> dict[int, float]:
        bonus: dict[int, float] = {}
        for _, found, worth in self._sought:
            for record in found.titled & records:
                bonus[record] = bonus.get(record, 0.0) + TITLE_WEIGHT * worth
        return bonus

    def _has_page(self, record: int, scores: Mapping[int, float]) -> bool:
        return any(document in scores for document in self._snapshot.documents_of(record))

    def _pages(self, records: Set[int], titled: Mapping[int, float]) -> dict[int, float]:
        """The score of every page that holds something sought. What the title brings is added to each page."""
        owner = self._snapshot.owner
        wanted = self._documents(records)
        scores: dict[int, float] = {}
        for _, found, worth in self._sought:
            weights = found.pages
            pages = weights.keys() if wanted is None else weights.keys() & wanted
            table = [worth * PAGE_WEIGHT / FULL * weight for weight in range(FULL + 1)]
            fresh = {document: table[weights[document]] for document in pages}
            for document in fresh.keys() & scores.keys():
                fresh[document] += scores[document]
            scores.update(fresh)
        if titled:
            for document in scores:
                if owner[document] in titled:
                    scores[document] += titled[owner[document]]
        return scores

    def _documents(self, records: Set[int]) -> set[int] | None:
        """The documents of these records, None where nothing sought stands in any others."""
        if all(found.records <= records for _, found, _ in self._sought):
            return None
        return self._snapshot.documents_of_all(records)

    def _best_pages(self, scores: dict[int, float], number: int) -> list[Ranked]:
        """The first so many records (or all) by their best page, those with the same score as the last among them."""
        wanted = max(number * _PAGES_A_RECORD, _CLOSER)
        while True:
            likely = _highest(scores, wanted)
            best = self._by_record(self._closer(likely))
            if len(best) >= number or len(likely) == len(scores):
                return best
            wanted *= 4

    def _closer(self, likely: Sequence[tuple[int, float]]) -> Iterable[tuple[int, float]]:
        if not self._closeness.matters:
            return likely
        near = [(document, score + self._closeness.of(document)) for document, score in likely[:_CLOSER]]
        return sorted([*near, *likely[_CLOSER:]], key=lambda pair: (-pair[1], pair[0]))

    def _by_record(self, pages: Iterable[tuple[int, float]]) -> list[Ranked]:
        owner = self._snapshot.owner
        best: dict[int, Ranked] = {}
        for document, score in pages:
            record = owner[document]
            if record not in best:
                best[record] = Ranked(record, score, document)
        return list(best.values())


def _highest(scores: Mapping[int, float], wanted: int) -> list[tuple[int, float]]:
    """The pages with the highest scores, highest first; at least so many, and all that equal the last of them."""
    pages: Collection[tuple[int, float]] = scores.items()
    if len(scores) > wanted:
        lowest = nlargest(wanted, scores.values())[-1]
        pages = [pair for pair in pages if pair[1] >= lowest]
    return sorted(sorted(pages), key=itemgetter(1), reverse=True)
