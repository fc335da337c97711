"""Agreements out of described records: twins joined, renewals and amendments linked, announcements matched."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from archive_app.domain.agreement import Agreement
from archive_app.domain.authority import AuthorityFile
from archive_app.domain.dates import PartialDate
from archive_app.domain.description import Description
from archive_app.domain.fact import AGREEMENT_KINDS, ANNOUNCEMENT_KINDS, PERPETUAL, Relation
from archive_app.domain.history import Described, History, Orphan
from archive_app.domain.lookup import Lookup
from archive_app.domain.twins import join_twins

#: A release or a letter belongs to a signing at most so far from it.
ANNOUNCED_WITHIN = timedelta(days=45)
#: A paper that does not say what it renews is taken for a renewal at most so long before the earlier one's end.
RENEWED_AHEAD = timedelta(days=366)
#: What papers say of each other, in the order in which it is followed: each step rests on those before it.
STEPS = ("renews", "supersedes", "amends", "terminates", "implements", "cites")


def form_history(records: Iterable[Described], authorities: AuthorityFile) -> History:
    """The agreements that the described records tell of. Pure: the same records always give the same history."""
    every = list(records)
    papers = [record for record in every if record.description.text("kind") in AGREEMENT_KINDS]
    agreements = [_with_authorities(agreement, authorities) for agreement in join_twins(papers)]
    linker = _Linker(agreements, every, authorities)
    linker.link()
    agreements = sorted(linker.agreements.values(), key=_age)
    return History(tuple(agreements), tuple(linker.announced), tuple(linker.cited.values()))


def _age(agreement: Agreement) -> tuple[date, str]:
    return (agreement.begins or date.max, agreement.id)


def _with_authorities(agreement: Agreement, authorities: AuthorityFile) -> Agreement:
    """The agreement with its parties by their authorised names; how a paper writes them stays in the party's facts."""
    parties = tuple(replace(p, name=authorities.name(p.authority)) if p.authority else p for p in agreement.parties)
    bodies = agreement.authorities
    overarching = {above for body in bodies for above in authorities.lineage(body)[1:] if above in bodies}
    return replace(agreement, parties=parties, overarching=frozenset(overarching))


class _Linker:
    """Joins agreements into chains, in steps that each rest on what the papers say before what their dates suggest."""

    def __init__(self, agreements: list[Agreement], records: list[Described], authorities: AuthorityFile) -> None:
        self.agreements = {agreement.id: agreement for agreement in agreements}
        self.of_record = {record: a.id for a in agreements for record in a.records}
        self.records = records
        self.lookup = Lookup(agreements, authorities)
        self.announced: list[Orphan] = []
        self.cited: dict[tuple[str, str], Orphan] = {}

    def link(self) -> None:
        self._follow_relations()
        self._propose_renewals()
        self._end_amendments()
        self._name_chains()
        for record in self.records:
            if record.description.text("kind") in ANNOUNCEMENT_KINDS | {"correspondence"}:
                self._match_announcement(record)

    # What the papers say ---------------------------------------------------------------------------------------

    def _follow_relations(self) -> None:
        stated: dict[str, list[tuple[Described, Relation]]] = defaultdict(list)
        for record in sorted(self.records, key=self._age_of_record):
            for relation in record.description.relations:
                stated[relation.type].append((record, relation))
        steps: dict[str, Callable[[Described, str], None]] = {
            "renews": self._renew, "supersedes": self._supersede, "amends": self._amend,
            "terminates": self._terminate, "implements": self._implement,
        }  # fmt: skip
        for type in STEPS:
            for record, relation in stated[type]:
                target = self._target(record, relation) if type in steps else None
                if target is not None:
                    steps[type](record, target)
                elif relation.date:
                    self._cite(record, relation, relation.date)

    def _age_of_record(self, record: Described) -> tuple[date, str]:
        own = self.of_record.get(record.record)
        return _age(self.agreements[own]) if own else (date.max, record.record)

    def _cite(self, record: Described, relation: Relation, day: str) -> None:
        """A paper that is spoken of becomes an orphan, once a record and date, unless one like it is held.

        What a paper says of its own day, or of the signing it tells of, is no citation.
        """
        if day == record.description.text("agreement_date"):
            return
        bodies = record.bodies
        held = any(not bodies or self.lookup.shared(bodies, self.lookup.bodies[id]) for id in self.lookup.dated(day))
        if not held:
            self.cited.setdefault((record.record, day), Orphan(record.record, relation))

    def _target(self, record: Described, relation: Relation) -> str | None:
        """The agreement that a relation means: by its date and bodies, or the latest earlier one of the same bodies."""
        own = self.of_record.get(record.record)
        if relation.date:
            dated = [id for id in self.lookup.dated(relation.date) if id != own]
            return self._umbrella(record, dated) if relation.type == "implements" else self._best(record, dated)
        if relation.type == "implements":
            return None
        day = _first_day(record.description.text("agreement_date") or record.description.date)
        candidates = (self.agreements[id] for id in self.lookup.of_bodies(record.bodies) if id != own)
        earlier = [a for a in candidates if a.kind != "amendment" and a.begins and (day is None or a.begins < day)]
        latest_first = sorted(earlier, key=_age, reverse=True)
        return next((a.id for a in latest_first if self._is_of_same_bodies(record, a.id)), None)

    def _best(self, record: Described, dated: list[str]) -> str | None:
        """Of agreements of one day that with the most of the record's bodies, an amendment only for want of another.

        A paper that names no body means the only agreement of that day; one that names a single body, as a letter does
        that is written to the other party, the only one with that body or a part of it.
        """
        if len(record.bodies) < 2:
            ours = record.bodies
            meant = [id for id in dated if not ours or self.lookup.shared(ours, self.lookup.bodies[id])]
            return meant[0] if len(meant) == 1 else None
        matching = [id for id in dated if self._is_of_same_bodies(record, id)]
        return min(matching, key=lambda id: self._likeness(record, id), default=None)

    def _umbrella(self, record: Described, dated: list[str]) -> str | None:
        """The agreement of that day under which a local one was made: some local body is part of one of its bodies."""
        above = [id for id in dated if self.lookup.under(record.bodies, self.lookup.bodies[id])]
        return min(above, key=lambda id: self._likeness(record, id), default=None)

    def _likeness(self, record: Described, id: str) -> tuple[bool, int, str]:
        return (self.agreements[id].kind == "amendment", -self.lookup.shared(record.bodies, self.lookup.bodies[id]), id)

    def _is_of_same_bodies(self, record: Described, id: str) -> bool:
        """Whether an agreement shares two parties with a record, one of them the very same body."""
        ours, theirs = record.bodies, self.lookup.bodies[id]
        return not ours.isdisjoint(theirs) and self.lookup.shared(ours, theirs) >= 2

    def _update(self, id: str, **changes: object) -> None:
        self.agreements[id] = replace(self.agreements[id], **changes)  # type: ignore[arg-type]

    def _renew(self, record: Described, target: str) -> None:
        own = self.of_record.get(record.record)
        if own is None or not self._is_later(own, target):
            return
        known = self.agreements[own].renews
        if known and not self._is_later(target, known):
            return  # a chain of dates is recited; the latest of them is the one renewed
        if known and self.agreements[known].renewed_by == own:
            self._update(known, renewed_by=None, renewed_on=None)
        self._join(own, target, "stated")

    def _join(self, later: str, earlier: str, basis: str) -> None:
        """Of several renewals of one agreement the first, which comes first here, took its place."""
        self._update(later, renews=earlier, renews_basis=basis)
        if self.agreements[earlier].renewed_by is None:
            self._update(earlier, renewed_by=later, renewed_on=self.agreements[later].begins)

    def _supersede(self, record: Described, target: str) -> None:
        own = self.of_record.get(record.record)
        if own is None or not self._is_later(own, target):
            return
        if self.agreements[target].superseded_by is None:
            self._update(target, superseded_by=own, superseded_on=self.agreements[own].begins)
        known = self.agreements[own].supersedes
        if self.agreements[target].kind != "amendment" and (known is None or self._is_later(target, known)):
            self._update(own, supersedes=target)

    def _amend(self, record: Described, target: str) -> None:
        """An amendment of an amendment changes what that one changed. A paper that renews does not amend besides."""
        own = self.of_record.get(record.record)
        target = self.agreements[target].amends or target
        if own is None or own == target or self.agreements[own].amends or self._takes_the_place_of(own, target):
            return
        amends_by_kind = self.agreements[own].kind == "amendment"
        if self._is_later(target, own) or not (amends_by_kind or self._is_later(own, target)):
            return
        self._update(own, amends=target)
        before = self.agreements[target].amended_by
        self._update(target, amended_by=(*before, (own, self.agreements[own].begins)))

    def _takes_the_place_of(self, own: str, target: str) -> bool:
        return target in (self.agreements[own].renews, self.agreements[own].supersedes)

    def _terminate(self, record: Described, target: str) -> None:
        """Of several terminations the earliest holds; one from before the agreement began is of another."""
        day = _last_day(record.description)
        agreement = self.agreements[target]
        if day and agreement.begins and day < agreement.begins:
            return
        if agreement.terminated_on is None or (day and day < agreement.terminated_on):
            self._update(target, terminated_by=record.record, terminated_on=day)

    def _implement(self, record: Described, target: str) -> None:
        own = self.of_record.get(record.record)
        if own:
            self._update(own, implements=target)

    def _is_later(self, later: str, earlier: str) -> bool:
        """Whether one agreement begins after another: what keeps chains free of circles."""
        begins, before = self.agreements[later].begins, self.agreements[earlier].begins
        return bool(begins and before and begins > before)

    # What dates and bodies suggest -----------------------------------------------------------------------------

    def _propose_renewals(self) -> None:
        """A later paper of the very same bodies, with no word of what it renews, is proposed as the renewal."""
        for bodies, group in self._by_bodies().items():
            if len(bodies) < 2:
                continue
            group.sort(key=_age)
            for earlier, later in pairwise(group):
                if self._may_renew(self.agreements[later.id], self.agreements[earlier.id]):
                    self._join(later.id, earlier.id, "proposed")

    def _may_renew(self, later: Agreement, earlier: Agreement) -> bool:
        """Whether neither has another place in a chain, and the earlier one was near its end or has no known one."""
        linked = later.renews or later.supersedes or earlier.renewed_by or earlier.superseded_by
        if linked or earlier.is_perpetual or not self._is_later(later.id, earlier.id):
            return False
        end = earlier.ends(earlier.begins or date.max)
        return end is None or later.begins is None or end - later.begins <= RENEWED_AHEAD

    def _by_bodies(self) -> dict[frozenset[str], list[Agreement]]:
        groups: dict[frozenset[str], list[Agreement]] = defaultdict(list)
        for agreement in self.agreements.values():
            if agreement.kind not in ("amendment", "joint declaration"):
                groups[agreement.authorities].append(agreement)
        return groups

    def _end_amendments(self) -> None:
        """What ends an agreement before its time ends its amendments with it."""
        for amendment in list(self.agreements.values()):
            amended = self.agreements.get(amendment.amends or "")
            if amended and amended.terminated_by and amendment.terminated_by is None:
                self._update(amendment.id, terminated_by=amended.terminated_by, terminated_on=amended.terminated_on)
            if amended and amended.superseded_by and amendment.superseded_by is None:
                self._update(amendment.id, superseded_by=amended.superseded_by, superseded_on=amended.superseded_on)

    def _name_chains(self) -> None:
        """A chain bears the id of its first agreement. Older papers come first, so each finds its chain named."""
        for agreement in sorted(self.agreements.values(), key=_age):
            self._update(agreement.id, chain=self._root(agreement.id))

    def _root(self, id: str) -> str:
        """Where the links to earlier papers end; an undated amendment's lead to a chain that has its name."""
        seen: set[str] = set()
        while id not in seen:
            seen.add(id)
            agreement = self.agreements[id]
            if agreement.chain:
                return agreement.chain
            id = agreement.renews or agreement.supersedes or agreement.amends or id
        return id

    def _match_announcement(self, record: Described) -> None:
        """A release or letter joins the nearest signing of the bodies it names, or tells of no paper held."""
        description = record.description
        told = _first_day(description.text("agreement_date"))
        day = told or _first_day(description.text("issued_date"))
        if day is None:
            return
        near = [id for id in self.lookup.near(day, ANNOUNCED_WITHIN) if self._is_of_same_bodies(record, id)]
        best = min(near, key=lambda id: (_distance(self.agreements[id], day), self._likeness(record, id)), default=None)
        if best:
            self._update(best, announced_by=(*self.agreements[best].announced_by, record.record))
        elif told and len(record.bodies) >= 2:
            self.announced.append(Orphan(record.record, Relation("announces", date=description.text("agreement_date"))))


def _last_day(termination: Description) -> date | None:
    """The last day in force: as the termination states it, else the day it bears itself."""
    stated = termination.text("effective_date") or termination.text("expiration_date")
    own = _first_day(termination.text("issued_date") or termination.text("agreement_date"))
    if stated and stated != PERPETUAL:
        return _first_day(stated)
    named = {m.date for m in termination.date_mentions if m.role in ("effective", "expiration")}
    ends = {day for text in named if (day := _first_day(text)) and own and day >= own}
    return ends.pop() if len(ends) == 1 else own


def _distance(agreement: Agreement, day: date) -> timedelta:
    days = [_first_day(agreement.agreement_date), _first_day(agreement.effective_date)]
    return min((abs(known - day) for known in days if known), default=timedelta.max)


def _first_day(edtf: str | None) -> date | None:
    return PartialDate.parse(edtf).first_day if edtf else None
