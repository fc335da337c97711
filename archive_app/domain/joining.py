"""How one agreement is joined to another, each way telling whether it was; chains are kept free of circles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from archive_app.domain.description import Description
from archive_app.domain.fact import PERPETUAL
from archive_app.domain.history import Described
from archive_app.domain.links import CHAINED, Link
from archive_app.domain.ties import Ties, first_day


class Joining:
    """Works on ``ties`` by agreement id; ``of_record`` gives the agreement that a record is the text of.

    ``decided`` holds what persons said that an agreement does: (type, agreement). Where ``by_persons`` anything was
    decided, dates alone keep no chain free of circles.
    """

    def __init__(
        self, ties: dict[str, Ties], of_record: Mapping[str, str], by_id: Mapping[str, Described], by_persons: bool
    ) -> None:
        self.ties, self.of_record, self._by_id, self._by_persons = ties, of_record, by_id, by_persons
        self.decided: set[tuple[str, str]] = set()

    def join(self, type: str, record: Described, target: str) -> bool:
        """Makes a link of a type that a record tells of an agreement; False where it cannot be so."""
        ways = {
            "renews": self._renew, "supersedes": self._supersede, "amends": self._amend,
            "terminates": self._terminate, "implements": self._implement,
        }  # fmt: skip
        return ways[type](record, target)

    def tie(self, type: str, later: str, earlier: str, basis: str) -> None:
        """Of several that follow one agreement the first, which comes first here, took its place."""
        ties, before = self.ties[later], self.ties[earlier]
        if type == "renews":
            ties.renews, ties.renews_basis = earlier, basis
            if before.renewed_by is None:
                before.renewed_by, before.renewed_on = later, ties.begins
        elif type == "supersedes":
            ties.supersedes = earlier
            if before.superseded_by is None:
                before.superseded_by, before.superseded_on = later, ties.begins
        else:
            ties.amends = earlier
            before.amended_by.append((later, ties.begins))
            if ties.begins and ties.agreement.expiration_date:
                before.amended_ends.append((ties.begins, ties.agreement.expiration_date))

    def is_later(self, later: str, earlier: str) -> bool:
        """Whether one agreement begins after another: what keeps chains free of circles."""
        begins, before = self.ties[later].begins, self.ties[earlier].begins
        return bool(begins and before and begins > before) and not (
            self._by_persons and self.circular("renews", later, earlier)
        )

    def circular(self, type: str, later: str | None, earlier: str) -> bool:
        """Whether a link would lead from an agreement back to itself."""
        if type not in CHAINED or later is None:
            return False
        id: str | None = earlier
        seen: set[str] = set()
        while id and id not in seen:
            if id == later:
                return True
            seen.add(id)
            id = self.ties[id].earlier
        return False

    def holds(self, link: Link) -> bool:
        """Whether it is still so after all steps: of a recited chain of dates only the latest is the one renewed."""
        earlier, later = self.ties[link.earlier], self.ties.get(link.later or "")
        if link.type == "terminates":
            return earlier.terminated_by == link.record
        if link.type == "announces":
            return link.record in earlier.announced_by
        if link.type == "supersedes":
            return earlier.superseded_by == link.later
        return later is not None and getattr(later, link.type) == link.earlier

    def _renew(self, record: Described, target: str) -> bool:
        own = self.of_record.get(record.record)
        if own is None or not self.is_later(own, target) or ("renews", own) in self.decided:
            return False
        known = self.ties[own].renews
        if known and not self.is_later(target, known):
            return False  # a chain of dates is recited; the latest of them is the one renewed
        if known and self.ties[known].renewed_by == own:
            self.ties[known].renewed_by = self.ties[known].renewed_on = None
        self.tie("renews", own, target, "stated")
        return True

    def _supersede(self, record: Described, target: str) -> bool:
        own = self.of_record.get(record.record)
        if own is None or not self.is_later(own, target):
            return False
        before, ties = self.ties[target], self.ties[own]
        if before.superseded_by is None:
            before.superseded_by, before.superseded_on = own, ties.begins
        newer = ties.supersedes is None or self.is_later(target, ties.supersedes)
        if before.agreement.kind != "amendment" and newer and ("supersedes", own) not in self.decided:
            ties.supersedes = target
        return before.superseded_by == own

    def _amend(self, record: Described, target: str) -> bool:
        """An amendment of an amendment changes what that one changed. A paper that renews does not amend besides."""
        own = self.of_record.get(record.record)
        target = self.ties[target].amends or target
        if own is None or own == target or self.ties[own].amends or self._takes_the_place_of(own, target):
            return False
        amends_by_kind = self.ties[own].agreement.kind == "amendment"
        if self.is_later(target, own) or not (amends_by_kind or self.is_later(own, target)):
            return False
        self.tie("amends", own, target, "stated")
        return True

    def _takes_the_place_of(self, own: str, target: str) -> bool:
        return target in (self.ties[own].renews, self.ties[own].supersedes)

    def _terminate(self, record: Described, target: str) -> bool:
        """Of several terminations the earliest holds; one from before the agreement began is of another.

        The agreement may have been given another beginning by a person: what its paper said of it counts as well.
        """
        day, ties = last_day(record.description), self.ties[target]
        begins = min([*filter(None, [ties.begins]), *self._days_read(target)], default=None)
        if day and begins and day < begins:
            return False
        if ties.terminated_on is None or (day and day < ties.terminated_on):
            ties.terminated_by, ties.terminated_on = record.record, day
            return True
        return False

    def _days_read(self, id: str) -> Iterator[date]:
        for record in self.ties[id].agreement.records:
            yield from (day for text in self._by_id[record].days_read if (day := first_day(text)))

    def _implement(self, record: Described, target: str) -> bool:
        own = self.of_record.get(record.record)
        if own is None or ("implements", own) in self.decided:
            return False
        self.ties[own].implements = target
        return True

    def end_amendments(self) -> None:
        """What ends an agreement before its time ends its amendments with it."""
        for amendment in self.ties.values():
            amended = self.ties.get(amendment.amends or "")
            if amended and amended.terminated_by and amendment.terminated_by is None:
                amendment.terminated_by, amendment.terminated_on = amended.terminated_by, amended.terminated_on
            if amended and amended.superseded_by and amendment.superseded_by is None:
                amendment.superseded_by, amendment.superseded_on = amended.superseded_by, amended.superseded_on

    def name_chains(self) -> None:
        """A chain bears the id of its first agreement. Older papers come first, so each finds its chain named."""
        for ties in sorted(self.ties.values(), key=lambda ties: ties.age):
            ties.chain = self._root(ties.id)

    def _root(self, id: str) -> str:
        """Where the links to earlier papers end; an undated amendment's lead to a chain that has its name."""
        seen: set[str] = set()
        while id not in seen:
            seen.add(id)
            ties = self.ties[id]
            if ties.chain:
                return ties.chain
            id = ties.earlier or id
        return id


def last_day(termination: Description) -> date | None:
    """The last day in force: as the termination states it, else the day it bears itself.

    A day to come that it speaks of is of no other paper: it is that of the end.
    """
    stated = termination.text("effective_date") or termination.text("expiration_date")
    own = first_day(termination.text("issued_date") or termination.text("agreement_date"))
    if stated and stated != PERPETUAL:
        return first_day(stated)
    named = {m.date for m in termination.date_mentions if m.role in ("effective", "expiration", "cited")}
    ends = {day for text in named if (day := first_day(text)) and own and day >= own}
    return ends.pop() if len(ends) == 1 else own
