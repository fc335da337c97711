"""Coverage: which two bodies have an agreement in force on a day, and since when they had none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from archive_app.domain.agreement import BINDING, Agreement, Status
from archive_app.domain.authority import AGENCY_ROLES, CONSULATE_ROLES

ONE_DAY = timedelta(days=1)
#: Of several agreements of a pair, the state that speaks for the pair: the first of these that any has.
PRECEDENCE = (
    Status.IN_FORCE, Status.AMENDED, Status.EXPIRING, Status.UNKNOWN, Status.NOT_YET_IN_FORCE,
    Status.TERMINATED, Status.EXPIRED, Status.SUPERSEDED, Status.RENEWED,
)  # fmt: skip

Pair = tuple[str, str]
Pairs = Mapping[Pair, Sequence[Agreement]]


@dataclass(frozen=True, slots=True)
class Sides:
    """Whom coverage sets against whom, by their roles."""

    rows: frozenset[str] = AGENCY_ROLES
    columns: frozenset[str] = CONSULATE_ROLES


#: Agencies against consulates.
USUAL = Sides()


@dataclass(frozen=True)
class Span:
    """The days an agreement was in force, both ends included. ``end`` is None where unknown or perpetual (``open``)."""

    agreement: str
    start: date
    end: date | None
    open: bool = False


@dataclass(frozen=True)
class Gap:
    """A lapse: nothing in force for a pair from ``start`` to ``end`` (None: still so), after an agreement.

    ``agency`` is the body of the rows and ``consulate`` that of the columns, whatever the roles.
    """

    agency: str
    consulate: str
    start: date
    end: date | None
    after: str


@dataclass(frozen=True)
class Cell:
    """A pair on a day: its state, since when and until when it is so, and all agreements of the pair."""

    agency: str
    consulate: str
    status: Status
    since: date | None
    until: date | None
    agreements: tuple[str, ...]


@dataclass(frozen=True)
class Coverage:
    """Every pair that ever had an agreement, on a day. ``agencies`` are the rows, ``consulates`` the columns."""

    on: date
    agencies: tuple[str, ...]
    consulates: tuple[str, ...]
    cells: tuple[Cell, ...]
    gaps: tuple[Gap, ...]


def coverage(agreements: Iterable[Agreement], on: date, sides: Sides = USUAL) -> Coverage:
    """Cells and lapses for all pairs of a body of the rows and one of the columns that share an agreement."""
    return covered(by_pair(agreements, sides), on)


def covered(pairs: Pairs, on: date) -> Coverage:
    """The same of pairs that are known already."""
    cells: list[Cell] = []
    gaps: list[Gap] = []
    for pair in sorted(pairs):
        spans = spans_until(pairs[pair], on)
        lapses = gaps_between(pair, spans, on)
        gaps += lapses
        cells.append(_cell(pair, pairs[pair], spans, lapses, on))
    agencies, consulates = ({pair[side] for pair in pairs} for side in (0, 1))
    return Coverage(on, tuple(sorted(agencies)), tuple(sorted(consulates)), tuple(cells), tuple(gaps))


def narrowed(told: Coverage, pairs: Collection[Pair]) -> Coverage:
    """The coverage of some pairs alone."""
    cells = tuple(cell for cell in told.cells if (cell.agency, cell.consulate) in pairs)
    return Coverage(
        told.on,
        tuple(sorted({cell.agency for cell in cells})),
        tuple(sorted({cell.consulate for cell in cells})),
        cells,
        tuple(gap for gap in told.gaps if (gap.agency, gap.consulate) in pairs),
    )


def by_pair(agreements: Iterable[Agreement], sides: Sides = USUAL) -> dict[Pair, list[Agreement]]:
    """Agreements for each pair; a paper with five consulates counts for each of them.

    Where a body may stand on either side, each pair is told once, its ids in order.
    """
    pairs: dict[Pair, list[Agreement]] = defaultdict(list)
    for agreement in agreements:
        rows = dict.fromkeys(agreement.authorities_in(sides.rows))
        columns = dict.fromkeys(agreement.authorities_in(sides.columns))
        found = {(one, other) for one in rows for other in columns if one != other}
        for pair in {pair if pair[::-1] not in found else (min(pair), max(pair)) for pair in found}:
            pairs[pair].append(agreement)
    return pairs


def of_body(pairs: Pairs, within: Callable[[str], bool]) -> Pairs:
    """The pairs of which one is a body or an office of it, as ``within`` tells."""
    return {pair: group for pair, group in pairs.items() if any(within(id) for id in pair)}


def span(agreement: Agreement, on: date) -> Span | None:
    """When an agreement was in force, as known on a day; None where it has no known beginning, or ended before it."""
    if agreement.begins is None:
        return None
    end = agreement.ends(on)
    if agreement.superseded_on and (end is None or agreement.superseded_on <= end):
        end = agreement.superseded_on - ONE_DAY
    if end and end < agreement.begins:
        return None
    return Span(agreement.id, agreement.begins, end, agreement.is_endless and end is None)


def lives_within(agreement: Agreement) -> bool:
    """An amendment that states no end has no time of its own: it lives within what it amends."""
    return agreement.amends is not None and agreement.end_of_first_term() is None and not agreement.is_perpetual


def spans_until(agreements: Iterable[Agreement], on: date) -> list[Span]:
    """What began up to a day, by beginning; of several that begin together the one with no known end comes last."""
    spans = [s for a in agreements if a.begins and a.begins <= on and not lives_within(a) and (s := span(a, on))]
    return spans if len(spans) < 2 else sorted(spans, key=lambda s: (s.start, s.end is None, s.open))


def pair_gaps(pair: Pair, agreements: Iterable[Agreement], on: date) -> list[Gap]:
    """The lapses of a pair up to a day. After an unknown end no lapse is claimed until another agreement begins."""
    return gaps_between(pair, spans_until(agreements, on), on)


def gaps_between(pair: Pair, spans: Iterable[Span], on: date) -> list[Gap]:
    """The lapses among times in force that are known already."""
    gaps: list[Gap] = []
    covered: Span | None = None
    unknown = False
    for current in spans:
        if covered and covered.end and not unknown and current.start > covered.end + ONE_DAY:
            gaps.append(Gap(*pair, covered.end + ONE_DAY, current.start - ONE_DAY, covered.agreement))
        if current.open:
            return gaps
        unknown = current.end is None
        if current.end and (covered is None or covered.end is None or current.end > covered.end):
            covered = current
    if covered and covered.end and not unknown and covered.end < on:
        gaps.append(Gap(*pair, covered.end + ONE_DAY, None, covered.agreement))
    return gaps


def _cell(pair: Pair, agreements: Sequence[Agreement], spans: list[Span], lapses: list[Gap], on: date) -> Cell:
    lapse = lapses[-1] if lapses and lapses[-1].end is None else None
    status = _status(agreements, on, lapsed=lapse is not None)
    since, until = _current_run(spans) if status in BINDING else (lapse.start if lapse else None, None)
    return Cell(*pair, status, since, until, tuple(a.id for a in agreements))


def _status(agreements: Sequence[Agreement], on: date, lapsed: bool) -> Status:
    """The state that speaks for a pair; where a lapse is known, what is unknown of older papers does not."""
    speaking = [a for a in agreements if not lives_within(a)] or agreements
    states = {_state_for_pair(a, on) for a in speaking}
    if len(states) > 1:
        # Where one has begun, what was signed for later days says nothing of this one.
        states.discard(Status.NOT_YET_IN_FORCE)
    if lapsed and len(states) > 1:
        states.discard(Status.UNKNOWN)
    return next(state for state in PRECEDENCE if state in states)


def _state_for_pair(agreement: Agreement, on: date) -> Status:
    """A renewed agreement still covers its parties to its own end, should the renewal end before it."""
    status = agreement.status(on)
    return agreement.status_by_own_end(on) if status is Status.RENEWED and agreement.ends(on) else status


def _current_run(spans: Iterable[Span]) -> tuple[date | None, date | None]:
    """The unbroken time known to be in force around a day, from its beginning to its end (None where open)."""
    since: date | None = None
    until: date | None = None
    for current in spans:
        if current.end is None and not current.open:
            continue
        if since is None or (until is not None and current.start > until + ONE_DAY):
            since, until = current.start, current.end
        elif until is not None:
            until = None if current.end is None else max(until, current.end)
    return since, until
