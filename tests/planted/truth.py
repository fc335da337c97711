"""What a plan's archive should tell, worked out from the plan alone by the plainest means."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from archive_app.domain.dates import add
from tests.planted.plan import Plan, Planned

ONE_DAY = timedelta(days=1)
CHAINING = ("renews", "supersedes", "amends")
Pair = tuple[str, str]
#: (type, later key, earlier key)
Link = tuple[str, str, str]


def links(plan: Plan) -> set[Link]:
    """Links between papers that are both held: told by the later one, or silently gone on with."""
    held = {one.key for one in plan.held}
    found = {(type, one.key, key) for one in plan.held for type, key in one.says if type in CHAINING and key in held}
    return found | {("renews", one.key, one.silent) for one in plan.held if one.silent and one.silent in held}


def announced_not_held(plan: Plan) -> set[str]:
    """Releases and news items of agreements of which no paper is held."""
    return {told.key for told in plan.told if told.kind != "termination" and not plan.agreements[told.of].held}


def cited_not_held(plan: Plan) -> set[tuple[str, str]]:
    """(paper that cites, day of what it cites) where that is not held."""
    return {
        (one.key, str(plan.agreements[key].signed))
        for one in plan.held
        for _, key in one.says
        if not plan.agreements[key].held
    }


def never_announced(plan: Plan) -> set[str]:
    announced = {told.of for told in plan.told if told.kind != "termination"}
    return {one.key for one in plan.held if one.key not in announced}


def by_pair(plan: Plan) -> dict[Pair, list[Planned]]:
    pairs: dict[Pair, list[Planned]] = defaultdict(list)
    for one in plan.held:
        for other in one.others:
            if other != "MX-SRE":
                pairs[one.agency, other].append(one)
    return pairs


@dataclass(frozen=True)
class Life:
    """Days in force as known on some day; ``end`` None with ``known`` is without end."""

    start: date
    end: date | None
    known: bool


def life(plan: Plan, one: Planned, on: date) -> Life | None:
    """None for what has no beginning, or lives within what it amends."""
    if one.begins is None or (one.kind == "amendment" and one.first_end is None):
        return None
    end = one.first_end
    replaced = _replaced(plan, one)
    if end and one.automatic:
        limit = min(day for day in (on, one.ended, replaced) if day)
        end = _unfolded(end, one, limit)
    if one.ended and (end is None or one.ended < end):
        end = one.ended
    superseded = _begins_of(plan, one.key, ("supersedes",))
    if superseded and (end is None or superseded <= end):
        end = superseded - ONE_DAY
    return Life(one.begins, end, end is not None or one.perpetual)


def _replaced(plan: Plan, one: Planned) -> date | None:
    return _begins_of(plan, one.key, ("renews", "supersedes"))


def _begins_of(plan: Plan, key: str, types: tuple[str, ...]) -> date | None:
    """When the first held paper begins that renews, or supersedes, another."""
    later = [
        o
        for o in plan.held
        if any(t in types and k == key for t, k in o.says) or ("renews" in types and o.silent == key)
    ]
    return min((o.begins for o in later if o.begins), default=None)


def _unfolded(end: date, one: Planned, limit: date) -> date:
    step, first, times = one.automatic, end, 0
    assert step
    while end < limit:
        times += 1
        later = add(first, type(step)(step.number * times, step.unit))
        assert later
        end = later
    return end


def state(plan: Plan, papers: list[Planned], on: date) -> str:
    """covered, unknown, none or before."""
    lives = sorted(
        (known for one in papers if (known := life(plan, one, on))), key=lambda known: (known.start, known.end is None)
    )
    begun = [one for one in lives if one.start <= on]
    if any(one.known and (one.end is None or one.end >= on) for one in begun):
        return "covered"
    if begun:
        return "none" if begun[-1].known else "unknown"
    return "unknown" if any(one.begins is None for one in papers) else "before"


def samples(plan: Plan, days: int = 12) -> Iterator[tuple[Pair, date, str]]:
    """Every pair on so many days, with the state that it is in."""
    source = random.Random(plan.seed + 1)
    for pair, papers in by_pair(plan).items():
        for _ in range(days):
            on = date(2003, 6, 1) + timedelta(days=source.randrange(23 * 365))
            yield pair, on, state(plan, papers, on)
