"""Finds the agreement that a paper means by what it says of it, and tells how surely it is the one."""

from __future__ import annotations

from collections.abc import Mapping

from archive_app.domain.fact import Relation
from archive_app.domain.history import Described
from archive_app.domain.likeness import texts_of_same_subject
from archive_app.domain.links import Decisions
from archive_app.domain.lookup import Lookup
from archive_app.domain.ties import Ties, first_day


class Finder:
    """Knows the agreements by id (``ties``), whose paper a record is, and what persons refused."""

    def __init__(
        self, ties: dict[str, Ties], by_id: Mapping[str, Described], lookup: Lookup, decisions: Decisions
    ) -> None:
        self.ties, self.by_id, self.lookup, self.decisions = ties, by_id, lookup, decisions
        self.of_record = {record: id for id, one in ties.items() for record in one.agreement.records}

    def same_subject(self, one: str, other: str) -> bool | None:
        ours, theirs = ([self.by_id[r] for r in self.ties[id].agreement.records] for id in (one, other))
        return texts_of_same_subject(ours, theirs)

    def paper(self, id: str) -> Described:
        return self.by_id[self.ties[id].agreement.records[0]]

    def may_be(self, record: Described, id: str) -> bool:
        ours, theirs = record.bodies, self.lookup.bodies[id]
        return not ours or not theirs or bool(self.lookup.shared(ours, theirs))

    def target(self, record: Described, relation: Relation) -> str | None:
        """The agreement that a relation means: by its date and bodies, or the latest earlier one of the same bodies."""
        own = self.of_record.get(record.record)
        allowed = {own} if own else set()
        if relation.date:
            dated = [id for id in self.lookup.dated(relation.date) if id not in allowed]
            dated = [id for id in dated if not self.refused(relation.type, record.record, id)]
            if relation.type == "implements":
                return self._umbrella(record, dated)
            return self.best(record, dated, relation.date)
        if relation.type == "implements":
            return None
        return self._cited_by_day(record) or self._latest_before(record, relation.type, own)

    def _cited_by_day(self, record: Described) -> str | None:
        """Where words of a renewal give no day, a paper of the same bodies that is cited by its day besides."""
        for relation in record.description.relations:
            if relation.type == "cites" and relation.date:
                target = self.best(record, list(self.lookup.dated(relation.date)), relation.date)
                if target and target != self.of_record.get(record.record) and self.is_of_same_bodies(record, target):
                    return target
        return None

    def _latest_before(self, record: Described, type: str, own: str | None) -> str | None:
        day = first_day(record.description.text("agreement_date") or record.description.date)
        candidates = (self.ties[id] for id in self.lookup.of_bodies(record.bodies) if id != own)
        earlier = [
            t for t in candidates if t.agreement.kind != "amendment" and t.begins and (day is None or t.begins < day)
        ]
        latest_first = sorted(earlier, key=lambda ties: ties.age, reverse=True)
        return next(
            (t.id for t in latest_first
             if self.is_of_same_bodies(record, t.id) and not self.refused(type, record.record, t.id)), None,
        )  # fmt: skip

    def best(self, record: Described, dated: list[str], day: str) -> str | None:
        """Of agreements of one day that with the most of the record's bodies, an amendment only for want of another.

        A paper that names no body means the only agreement of that day; one that names a single body, as a letter does
        that is written to the other party, the only one with that body or a part of it. Where nobody could read the
        parties of the only paper of that day, it is the one.
        """
        if len(record.bodies) < 2:
            ours = record.bodies
            meant = [id for id in dated if not ours or self.lookup.shared(ours, self.lookup.bodies[id])]
            return meant[0] if len(meant) == 1 else None
        matching = [id for id in dated if self.is_of_same_bodies(record, id)]
        if not matching:
            unread = [id for id in dated if not self.lookup.bodies[id]]
            return unread[0] if len(unread) == 1 and unread == dated else None
        return min(matching, key=lambda id: (self._is_other_day(id, day), *self.likeness(record, id)), default=None)

    def _is_other_day(self, id: str, day: str) -> bool:
        """Whether a day is not the one that the agreement bears, but one that was read or signed besides."""
        agreement = self.ties[id].agreement
        return not any(own and own.startswith(day) for own in (agreement.agreement_date, agreement.effective_date))

    def _umbrella(self, record: Described, dated: list[str]) -> str | None:
        """The agreement of that day under which a local one was made: some local body is part of one of its bodies."""
        above = [id for id in dated if self.lookup.under(record.bodies, self.lookup.bodies[id])]
        return min(above, key=lambda id: self.likeness(record, id), default=None)

    def likeness(self, record: Described, id: str) -> tuple[bool, int, str]:
        """What sorts agreements by how well they fit a record, best first."""
        kind = self.ties[id].agreement.kind
        return (kind == "amendment", -self.lookup.shared(record.bodies, self.lookup.bodies[id]), id)

    def is_of_same_bodies(self, record: Described, id: str) -> bool:
        """Whether an agreement shares two parties with a record, one of them the very same body."""
        ours, theirs = record.bodies, self.lookup.bodies[id]
        return not ours.isdisjoint(theirs) and self.lookup.shared(ours, theirs) >= 2

    def strength(self, record: Described, target: str, day: str | None) -> tuple[float, tuple[str, ...]]:
        """How surely a paper that is spoken of is this one, and why."""
        score, reasons = 0.95, []
        agreement = self.ties[target].agreement
        own_days = (agreement.agreement_date, agreement.effective_date)
        if day is None:
            score, reasons = 0.75, ["latest"]
        elif len(day) < 10:
            score, reasons = 0.85, ["month"]
        elif day not in own_days:
            score, reasons = 0.85, ["earlier day"]
        else:
            reasons = ["day"]
        bodies = self.lookup.bodies[target]
        if not bodies:
            return score - 0.25, (*reasons, "parties unread")
        if bodies == record.bodies:
            return score, (*reasons, "bodies")
        shared = self.lookup.shared(record.bodies, bodies)
        return (score - 0.02, (*reasons, "akin")) if shared >= 2 else (score - 0.15, (*reasons, "one body"))

    def refused(self, type: str, record: str, target: str) -> bool:
        own = self.of_record.get(record)
        ours = self.ties[own].agreement.records if own else (record,)
        decision = self.decisions.of(type, ours, self.ties[target].agreement.records)
        return decision is not None and not decision.confirmed
