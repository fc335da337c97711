"""An agency's timeline: a lane for each counterpart, bars in force, lapses between them, marks on the same axis."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from archive_app.domain.agreement import Agreement, Status
from archive_app.domain.coverage import Gap, lives_within, pair_gaps, span


@dataclass(frozen=True)
class Bar:
    """An agreement in its lane. ``end`` is None where unknown or without end.

    ``end_basis`` is stated, computed, perpetual, or None (unknown). ``row`` keeps overlapping bars of a lane apart, and
    each chain in rows of its own while it lasts. ``kind`` is the agreement's.
    """

    agreement: str
    record: str
    title: str
    start: date
    end: date | None
    end_basis: str | None
    status: Status
    row: int = 0
    chain: str = ""
    kind: str = ""


@dataclass(frozen=True)
class Mark:
    """A paper on the axis.

    ``kind``: signature, amendment, termination, press release, media announcement, letter, or event for a paper that
    tells of a yearly event.
    """

    record: str
    day: date
    kind: str
    title: str


@dataclass(frozen=True)
class Renaming:
    """The day from which a counterpart goes on under another name: its name before and its name since."""

    day: date
    before: str
    since: str


@dataclass(frozen=True)
class Lane:
    """One counterpart's agreements with the agency: who (authority id or written name), and the bars in time.

    A counterpart that was renamed has one lane, with the day of each change in ``renamed``. ``role`` is the
    counterpart's, where known. A lane of papers that tell of a yearly ``event``, its name, has no counterpart.
    """

    counterpart: str
    label: str
    bars: tuple[Bar, ...]
    gaps: tuple[Gap, ...]
    marks: tuple[Mark, ...]
    undated: tuple[Agreement, ...] = ()
    renamed: tuple[Renaming, ...] = ()
    role: str | None = None
    event: str | None = None

    @property
    def rows(self) -> int:
        """Rows of bars; a lane of an event has none."""
        return 0 if self.event else 1 + max((bar.row for bar in self.bars), default=0)


@dataclass(frozen=True)
class Timeline:
    """All lanes of an agency, alphabetical, on a day; lanes of events stand above those of counterparts.

    ``first`` and ``last`` bound the axis in whole years.
    """

    agency: str
    name: str
    on: date
    lanes: tuple[Lane, ...]
    first: date
    last: date

    @property
    def counterparts(self) -> tuple[Lane, ...]:
        return tuple(lane for lane in self.lanes if lane.event is None)

    @property
    def agreements(self) -> frozenset[str]:
        """The ids of all that are told of, those without a day among them."""
        drawn = {bar.agreement for lane in self.lanes for bar in lane.bars}
        return frozenset(drawn | {one.id for lane in self.lanes for one in lane.undated})

    @property
    def events(self) -> tuple[str, ...]:
        """The names of the events that have a lane."""
        return tuple(lane.event for lane in self.lanes if lane.event is not None)

    def with_events(self, marks: Mapping[str, Iterable[Mark]]) -> Timeline:
        """The same with a lane above the others for each event that papers tell of, by its name."""
        told = {name: tuple(sorted(found, key=lambda mark: (mark.day, mark.record))) for name, found in marks.items()}
        above = [Lane("", name, (), (), found, event=name) for name, found in sorted(told.items()) if found]
        lanes = (*above, *self.lanes)
        first, last = _bounds(lanes, self.on)
        return replace(self, lanes=lanes, first=first, last=last)


#: Tells a record's mark: its day, kind and title, or None where it has no day.
MarkOf = Callable[[str], Mark | None]


def timeline(
    agency: str,
    name: str,
    agreements: Iterable[Agreement],
    label: Callable[[str], str],
    mark_of: MarkOf,
    within: Callable[[str], bool],
    on: date,
) -> Timeline:
    """The timeline of the agency and its offices. ``within`` tells whether a body is the agency or part of it."""
    lanes: dict[str, list[Agreement]] = defaultdict(list)
    roles: dict[str, str] = {}
    for agreement in agreements:
        for counterpart in _counterparts(agreement, within):
            lanes[counterpart].append(agreement)
        roles |= {party.authority or party.name: party.role for party in agreement.principals if party.role}
    built = [_lane(agency, who, label(who), group, mark_of, on) for who, group in lanes.items()]
    built = [replace(lane, role=roles.get(lane.counterpart)) for lane in built]
    built.sort(key=lambda lane: (lane.label.casefold(), lane.counterpart))
    first, last = _bounds(built, on)
    return Timeline(agency, name, on, tuple(built), first, last)


def _counterparts(agreement: Agreement, within: Callable[[str], bool]) -> list[str]:
    """The other parties of an agreement that has the agency as a party; [] where it has not."""
    if not any(party.authority and within(party.authority) for party in agreement.parties):
        return []
    others = [p.authority or p.name for p in agreement.principals if not (p.authority and within(p.authority))]
    return list(dict.fromkeys(others))


def _lane(agency: str, who: str, label: str, group: list[Agreement], mark_of: MarkOf, on: date) -> Lane:
    bars = _rows([bar for agreement in group if (bar := _bar(agreement, on))])
    marks = {mark for agreement in group for mark in _marks(agreement, mark_of)}
    return Lane(
        who,
        label,
        tuple(bars),
        tuple(pair_gaps((agency, who), group, on)),
        tuple(sorted(marks, key=lambda mark: (mark.day, mark.record, mark.kind))),
        tuple(agreement for agreement in group if agreement.begins is None),
    )


def _bar(agreement: Agreement, on: date) -> Bar | None:
    """An amendment without an end of its own is a mark, not a bar."""
    days = span(agreement, on)
    if days is None or lives_within(agreement):
        return None
    basis = "perpetual" if days.open else agreement.expiration_basis if days.end else None
    return Bar(
        agreement.id, agreement.records[0], agreement.title, days.start, days.end, basis, agreement.status(on),
        chain=agreement.chain or agreement.id, kind=agreement.kind,
    )  # fmt: skip


def _rows(bars: list[Bar]) -> list[Bar]:
    """Chain by chain, each in the first rows that are free from its beginning on: no other chain comes between."""
    chains: dict[str, list[Bar]] = defaultdict(list)
    for bar in sorted(bars, key=lambda bar: (bar.start, bar.agreement)):
        chains[bar.chain or bar.agreement].append(bar)
    free: list[date] = []
    placed: list[Bar] = []
    for chain in chains.values():
        within = _rows_of_chain(chain)
        height = 1 + max(bar.row for bar in within)
        begins = within[0].start
        base = next(at for at in range(len(free) + 1) if all(until < begins for until in free[at : at + height]))
        free[base : base + height] = [max(bar.end or bar.start for bar in within)] * height
        placed += (replace(bar, row=base + bar.row) for bar in within)
    return sorted(placed, key=lambda bar: (bar.start, bar.agreement))


def _rows_of_chain(bars: list[Bar]) -> list[Bar]:
    """Bars by their beginning, each in the first row that is free; one with no known end frees its row at once."""
    free: list[date] = []
    placed = []
    for bar in bars:
        row = next((index for index, until in enumerate(free) if until < bar.start), len(free))
        free[row : row + 1] = [bar.end or bar.start]
        placed.append(replace(bar, row=row))
    return placed


def _marks(agreement: Agreement, mark_of: MarkOf) -> list[Mark]:
    records = [*agreement.records[:1], *agreement.announced_by]
    records += [agreement.terminated_by] if agreement.terminated_by else []
    return [mark for record in records if (mark := mark_of(record))]


def _bounds(lanes: Iterable[Lane], on: date) -> tuple[date, date]:
    days = [on]
    for lane in lanes:
        days += [day for bar in lane.bars for day in (bar.start, bar.end) if day]
        days += [mark.day for mark in lane.marks]
    return date(min(days).year, 1, 1), date(min(max(days).year + 1, 9999), 1, 1)
