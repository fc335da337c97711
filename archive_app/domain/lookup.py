"""Finding the agreement that a paper means, by its date and by the bodies it names."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import date, timedelta

from archive_app.domain.agreement import Agreement
from archive_app.domain.authority import AuthorityFile
from archive_app.domain.dates import PartialDate


class Lookup:
    """Ids of agreements by date and by body, and each one's ``bodies``. What links them may change meanwhile.

    ``also`` are further days by which an agreement may be known.
    """

    def __init__(
        self, agreements: Sequence[Agreement], authorities: AuthorityFile, also: Mapping[str, Iterable[str]]
    ) -> None:
        self._authorities = authorities
        self._lineages: dict[str, frozenset[str]] = {}
        self._by_date: dict[str, set[str]] = defaultdict(set)
        self._by_body: dict[str, set[str]] = defaultdict(set)
        self.bodies = {agreement.id: agreement.authorities for agreement in agreements}
        days: set[tuple[date, str]] = set()
        for agreement in agreements:
            own = (agreement.agreement_date, agreement.effective_date)
            for day in (*own, *also.get(agreement.id, ())):
                for known in _as_far_as_known(day):
                    self._by_date[known].add(agreement.id)
                if day:
                    days.add((PartialDate.parse(day).first_day, agreement.id))
            for body in self.bodies[agreement.id]:
                self._by_body[body].add(agreement.id)
        self._days = sorted(days)

    def dated(self, date: str) -> Set[str]:
        """Agreements of a date as far as it is known: ``2004`` means any day of that year."""
        return self._by_date.get(date, frozenset())

    def near(self, day: date, within: timedelta) -> Set[str]:
        """Agreements signed or begun at most so far from a day."""
        first = max(day - date.min, within) - within
        last = min(date.max - day, within)
        start = bisect_left(self._days, date.min + first, key=lambda known: known[0])
        end = bisect_right(self._days, day + last, key=lambda known: known[0])
        return {id for _, id in self._days[start:end]}

    def of_bodies(self, bodies: Iterable[str]) -> Set[str]:
        """Agreements that have one of these very bodies as a party."""
        return {id for body in bodies for id in self._by_body.get(body, ())}

    def shared(self, ours: Set[str], theirs: Set[str]) -> int:
        """How many parties two papers share; a body and a part of it count as the same.

        Told from the side that matches less, so that a department and its office on the one side are never taken
        for an agency and its counterpart.
        """
        return min(
            sum(any(self._akin(a, b) for b in theirs) for a in ours),
            sum(any(self._akin(a, b) for b in ours) for a in theirs),
        )

    def under(self, bodies: Set[str], umbrella: Set[str]) -> bool:
        """Whether some body of a local paper is part of, or the same as, one of the umbrella's bodies."""
        return any(top in self._lineage(body) for body in bodies for top in umbrella)

    def _akin(self, one: str, other: str) -> bool:
        return other in self._lineage(one) or one in self._lineage(other)

    def _lineage(self, body: str) -> frozenset[str]:
        known = self._lineages.get(body)
        if known is None:
            known = self._lineages[body] = frozenset({body, *self._authorities.lineage(body)})
        return known


def _as_far_as_known(edtf: str | None) -> Iterable[str]:
    """``2014-09-03``, ``2014-09`` and ``2014`` for the first of them."""
    parts = edtf.split("-") if edtf else []
    return ("-".join(parts[:length]) for length in range(1, len(parts) + 1))
