"""Which of the records found come first: BM25 of their best page, and more where the title holds the words."""

from __future__ import annotations

import math
from collections.abc import Iterable, Set
from dataclasses import dataclass, field

from archive_app.index.matching import Found
from archive_app.index.snapshot import Snapshot

#: A word in the title counts as so many mentions on a page would at most.
TITLE_WEIGHT = 2.0
_SATURATION = 1.2


@dataclass(slots=True)
class Ranking:
    """Scores of records, and the document of the page each one's score comes from."""

    scores: dict[int, float] = field(default_factory=dict)
    best: dict[int, int] = field(default_factory=dict)


def rank(snapshot: Snapshot, found: Iterable[Found], records: Set[int]) -> Ranking:
    """Scores for all of ``records``. All words of a query on one page bring more than the same words far apart."""
    pages: dict[int, float] = {}
    ranking = Ranking(dict.fromkeys(records, 0.0))
    for part in found:
        if not (part.pages or part.titled):
            continue
        rarity = _rarity(snapshot.page_count, len(part.pages))
        _score_pages(snapshot, part, rarity, records, pages)
        for record in part.titled & records:
            ranking.scores[record] += TITLE_WEIGHT * rarity
    _take_best(snapshot, pages, ranking)
    return ranking


def _rarity(pages: int, having: int) -> float:
    return math.log(1 + (max(pages, having) - having + 0.5) / (having + 0.5))


def _score_pages(snapshot: Snapshot, part: Found, rarity: float, records: Set[int], pages: dict[int, float]) -> None:
    owner, dampers = snapshot.owner, snapshot.dampers
    weight = rarity * (_SATURATION + 1)
    everyone = len(records) == len(snapshot.everyone)
    for document, times in part.pages.items():
        if everyone or owner[document] in records:
            pages[document] = pages.get(document, 0.0) + weight * times / (times + dampers[document])


def _take_best(snapshot: Snapshot, pages: dict[int, float], ranking: Ranking) -> None:
    owner, best = snapshot.owner, ranking.best
    for document, score in pages.items():
        record = owner[document]
        known = best.get(record)
        if known is None or (-pages[known], known) > (-score, document):
            best[record] = document
    for record, document in best.items():
        ranking.scores[record] += pages[document]
