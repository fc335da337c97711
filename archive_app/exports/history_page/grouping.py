"""Agreements in chains by counterpart, with the lapses where they fall."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from archive_app.domain.agreement import Agreement
from archive_app.domain.authority import AGENCY_ROLES
from archive_app.exports.holdings import Holdings
from archive_app.exports.labels import Labels
from archive_app.exports.plain import line

NOT_READ = "Parties not read"


@dataclass(frozen=True)
class Lapse:
    """Days on which nothing was in force after an agreement, and between whom. ``end`` is None while it lasts."""

    start: date
    end: date | None
    bodies: str


@dataclass(frozen=True)
class Chain:
    """Agreements that took each other's place and the lapses among them, in the order of time."""

    agencies: str
    entries: tuple[Agreement | Lapse, ...]


@dataclass(frozen=True)
class Counterpart:
    """Who has agreed with an agency; ``id`` is its place on the page."""

    id: str
    name: str
    chains: tuple[Chain, ...]


def by_counterpart(holdings: Holdings) -> list[Counterpart]:
    """Counterparts by name, those without any last. A chain with several stands once, under all of them together."""
    chains: dict[str, list[Agreement]] = defaultdict(list)
    for agreement in holdings.agreements:
        chains[agreement.chain or agreement.id].append(agreement)
    groups: dict[str, list[Chain]] = defaultdict(list)
    not_read = holdings.labels.say(NOT_READ)
    for chain in chains.values():
        agencies, others = _sides(chain)
        heading = _heading(agencies, others, holdings.labels)
        groups[others or agencies or not_read].append(Chain(heading, _entries(holdings, chain)))
    names = sorted(groups, key=lambda name: (name == not_read, name.casefold()))
    return [Counterpart(f"with-{number}", name, tuple(groups[name])) for number, name in enumerate(names, 1)]


def _sides(chain: Iterable[Agreement]) -> tuple[str, str]:
    parties = [party for agreement in chain for party in agreement.principals]
    agencies = _names(party.name for party in parties if party.role in AGENCY_ROLES)
    return agencies, _names(party.name for party in parties if party.role not in AGENCY_ROLES)


def _names(names: Iterable[str]) -> str:
    return " · ".join(dict.fromkeys(filter(None, map(line, names))))


def _heading(agencies: str, others: str, labels: Labels) -> str:
    if not agencies:
        return labels.say("Agreements")
    return labels.fill("Agreements with {agencies}" if others else "Agreements of {agencies}", agencies=agencies)


def _entries(holdings: Holdings, chain: list[Agreement]) -> tuple[Agreement | Lapse, ...]:
    """By the day on which each begins; what has none comes last."""
    dated: list[tuple[date, int, Agreement | Lapse]] = [(one.begins or date.max, 1, one) for one in chain]
    dated += [(lapse.start, 0, lapse) for lapse in _lapses(holdings, {one.id for one in chain})]
    return tuple(entry for *_, entry in sorted(dated, key=lambda item: item[:2]))


def _lapses(holdings: Holdings, chain: set[str]) -> list[Lapse]:
    pairs: dict[tuple[date, date | None], list[str]] = defaultdict(list)
    for gap in holdings.coverage.gaps:
        if gap.after in chain:
            names = (holdings.authorities.name(id) for id in (gap.agency, gap.consulate))
            pairs[gap.start, gap.end].append(" – ".join(names))
    return [Lapse(start, end, "; ".join(bodies)) for (start, end), bodies in pairs.items()]
