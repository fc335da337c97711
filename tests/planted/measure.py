"""What the program tells of a planted archive, against what was planned."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from archive_app.domain.agreement import BINDING, Status
from archive_app.domain.coverage import coverage
from archive_app.domain.history import History
from archive_app.services.tracking import agreements
from tests.planted import causes, truth
from tests.planted.archive import Planted


@dataclass(frozen=True)
class Score:
    """Two sets compared: what was planned and found, planned and missed, found and never planned."""

    name: str
    hits: frozenset[object]
    missed: frozenset[object]
    invented: frozenset[object]

    @property
    def precision(self) -> float:
        found = len(self.hits) + len(self.invented)
        return len(self.hits) / found if found else 1.0

    @property
    def recall(self) -> float:
        planned = len(self.hits) + len(self.missed)
        return len(self.hits) / planned if planned else 1.0

    def __str__(self) -> str:
        counts = f"{len(self.hits)} right, {len(self.missed)} missed, {len(self.invented)} invented"
        return f"{self.name}: precision {self.precision:.3f}, recall {self.recall:.3f} ({counts})"


def read_right(planted: Planted, score: Score) -> Score:
    """The same without what rests on a paper that was misread."""
    missed, invented = (
        frozenset(item for item in items if not causes.of(planted, item)) for items in (score.missed, score.invented)
    )
    return Score(score.name, score.hits, missed, invented)


def _score(name: str, planned: set[object], found: set[object]) -> Score:
    return Score(name, frozenset(planned & found), frozenset(planned - found), frozenset(found - planned))


def scores(planted: Planted) -> Iterator[Score]:
    """Chains, papers told of but not held, papers cited but not held, papers never announced."""
    history, plan = agreements.history(planted.archive), planted.plan
    yield _score("chains", set(truth.links(plan)), set(_links(planted, history)))
    announced = {planted.keys[orphan.record] for orphan in history.announced_not_held}
    yield _score("announced, no paper held", set(truth.announced_not_held(plan)), set(announced))
    cited = {(planted.keys[orphan.record], orphan.relation.date) for orphan in history.cited_not_held}
    yield _score("cited, not in the archive", set(truth.cited_not_held(plan)), set(cited))
    silent = {planted.keys[one.records[0]] for one in history.agreements if not _announced(planted, history, one.id)}
    yield _score("held, never announced", set(truth.never_announced(plan)), set(silent))
    ended = {planted.keys[one.records[0]] for one in history.agreements if one.terminated_on and not one.amends}
    yield _score("ended by notice", {one.key for one in plan.held if one.ended}, set(ended))


def _announced(planted: Planted, history: History, id: str) -> bool:
    one = history.agreement(id)
    return bool(one and one.announced_by)


def _links(planted: Planted, history: History) -> Iterator[truth.Link]:
    for one in history.agreements:
        for type, target in (("renews", one.renews), ("supersedes", one.supersedes), ("amends", one.amends)):
            earlier = history.agreement(target) if target else None
            if earlier:
                yield type, planted.keys[one.records[0]], planted.keys[earlier.records[0]]


def coverage_misses(planted: Planted, days: int = 12) -> tuple[int, list[tuple[truth.Pair, date, str, str]]]:
    """How many pairs and days were asked, and those that are told otherwise: pair, day, planned, told."""
    by_day: dict[date, list[tuple[truth.Pair, str]]] = defaultdict(list)
    for pair, on, state in truth.samples(planted.plan, days):
        by_day[on].append((pair, state))
    history, misses, asked = agreements.history(planted.archive), [], 0
    for on, wanted in by_day.items():
        cells = {(cell.agency, cell.consulate): _class(cell.status) for cell in coverage(history.agreements, on).cells}
        for pair, state in wanted:
            asked += 1
            if (told := cells.get(pair, "no cell")) != state:
                misses.append((pair, on, state, told))
    return asked, misses


def _class(status: Status) -> str:
    if status in BINDING:
        return "covered"
    return {Status.UNKNOWN: "unknown", Status.NOT_YET_IN_FORCE: "before"}.get(status, "none")
