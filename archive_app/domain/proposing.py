"""Renewals that no paper tells of: the very same bodies sign again on the same matter when the earlier paper ends."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from itertools import pairwise

from archive_app.domain.linking import Linker
from archive_app.domain.links import quoted
from archive_app.domain.ties import DECLARATION, Ties

#: A paper that does not say what it renews is taken for a renewal at most so long before the earlier one's end.
RENEWED_AHEAD = timedelta(days=366)
#: Days between an end and a beginning: one goes on from the other, or begins within a year of it.
AT_ONCE, WITHIN_A_YEAR = 90, 366
#: What a proposal is worth at least, and what the same subject and the days add.
LEAST, SUBJECT, GOES_ON, SOON_AFTER = 0.65, 0.1, 0.15, 0.08


def propose_renewals(linker: Linker) -> None:
    """Links a later paper of the very same bodies, with no word of what it renews, to the one before it."""
    for bodies, group in _by_bodies(linker).items():
        if len(bodies) > 1:
            for strand in _strands(linker, sorted(group, key=lambda ties: ties.age)):
                for earlier, later in pairwise(strand):
                    _propose(linker, earlier, later)


def _by_bodies(linker: Linker) -> dict[frozenset[str], list[Ties]]:
    groups: dict[frozenset[str], list[Ties]] = defaultdict(list)
    for ties in linker.ties.values():
        if ties.agreement.kind not in ("amendment", DECLARATION):
            groups[ties.agreement.authorities].append(ties)
    return groups


def _strands(linker: Linker, group: list[Ties]) -> list[list[Ties]]:
    """Papers of the same bodies apart by subject: two agreements may run beside each other for years."""
    strands: list[list[Ties]] = []
    for ties in group:
        told = [(linker.finder.same_subject(ties.id, strand[-1].id), strand) for strand in strands]
        fitting = [strand for same, strand in told if same] or [strand for same, strand in told if same is None]
        if fitting:
            max(fitting, key=lambda strand: strand[-1].age).append(ties)
        else:
            strands.append([ties])
    return strands


def _propose(linker: Linker, earlier: Ties, later: Ties) -> None:
    first = later.agreement.records[0]
    if not _may_renew(linker, later, earlier) or linker.finder.refused("renews", first, earlier.id):
        return
    record, before = linker.by_id[first], linker.by_id[earlier.agreement.records[0]]
    subject = linker.finder.same_subject(later.id, earlier.id)
    more, why = _continuity(earlier, later)
    quotes = (*quoted(record.record, record.description.fact("agreement_date")),
              *quoted(before.record, before.description.fact("expiration_date")))  # fmt: skip
    linker.propose("renews", record, earlier.id, LEAST + more + (SUBJECT if subject else 0.0),
                   ("bodies", *(("subject",) if subject else ()), why), quotes)  # fmt: skip


def _continuity(earlier: Ties, later: Ties) -> tuple[float, str]:
    """What the days between an end and the next beginning say for a renewal."""
    end = earlier.agreement.ends(earlier.begins or date.max)
    if end is None or later.begins is None:
        return 0.0, "latest"
    away = abs((later.begins - end).days)
    worth = GOES_ON if away <= AT_ONCE else SOON_AFTER if away <= WITHIN_A_YEAR else 0.0
    return worth, "goes on" if away <= AT_ONCE else "after a gap"


def _may_renew(linker: Linker, later: Ties, earlier: Ties) -> bool:
    """Whether neither has another place in a chain, and the earlier one was near its end or has no known one."""
    linked = later.renews or later.supersedes or earlier.renewed_by or earlier.superseded_by
    if linked or later.id in linker.after_lost:
        return False
    if earlier.agreement.is_perpetual or not linker.joining.is_later(later.id, earlier.id):
        return False
    end = earlier.agreement.ends(earlier.begins or date.max)
    return end is None or later.begins is None or end - later.begins <= RENEWED_AHEAD
