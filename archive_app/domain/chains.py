"""Agreements out of described records: twins joined, renewals and amendments linked, announcements matched."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from archive_app.domain.agreement import Agreement
from archive_app.domain.authority import AuthorityFile
from archive_app.domain.dates import PartialDate
from archive_app.domain.description import Description
from archive_app.domain.fact import AGREEMENT_KINDS, ANNOUNCEMENT_KINDS, Relation

#: A release or a letter belongs to a signing at most so far from it.
ANNOUNCED_WITHIN = timedelta(days=45)


@dataclass(frozen=True)
class Described:
    """A record's id, its file's name (the title where the paper has none), and its description."""

    record: str
    filename: str
    description: Description

    @property
    def title(self) -> str:
        return self.description.text("title") or self.filename


@dataclass(frozen=True)
class Orphan:
    """A paper that is spoken of but not held: which record speaks of it, and what is said of it."""

    record: str
    relation: Relation


@dataclass(frozen=True)
class History:
    """All agreements of an archive, oldest first, and what is announced or cited without a paper to show."""

    agreements: tuple[Agreement, ...]
    announced_not_held: tuple[Orphan, ...] = ()
    cited_not_held: tuple[Orphan, ...] = ()

    def agreement(self, id: str) -> Agreement | None:
        return next((agreement for agreement in self.agreements if agreement.id == id), None)


def form_history(records: Iterable[Described], authorities: AuthorityFile) -> History:
    """The agreements that the described records tell of. Pure: the same records always give the same history."""
    every = list(records)
    papers = [record for record in every if record.description.text("kind") in AGREEMENT_KINDS]
    agreements = [_named(agreement, authorities) for agreement in _join_twins(papers)]
    linker = _Linker(agreements, every, authorities)
    linker.link()
    return History(tuple(sorted(linker.agreements.values(), key=_age)), tuple(linker.announced), tuple(linker.cited))


def _age(agreement: Agreement) -> tuple[date, str]:
    return (agreement.begins or date.max, agreement.id)


def _join_twins(records: Sequence[Described]) -> list[Agreement]:
    """Texts of one agreement together: the same bodies on the same day, of which none is an amendment to the other."""
    groups: dict[tuple[object, ...], list[Described]] = defaultdict(list)
    for record in records:
        groups[_twin_key(record)].append(record)
    return [_agreement(group) for group in groups.values()]


def _twin_key(record: Described) -> tuple[object, ...]:
    """What two texts of one agreement share; an undated or unmatched paper is its own."""
    description = record.description
    bodies = frozenset(party.authority for party in description.parties if party.authority)
    day = description.text("agreement_date")
    if len(bodies) < 2 or day is None:
        return (record.record,)
    return (bodies, day, description.text("kind") == "amendment")


def _agreement(texts: list[Described]) -> Agreement:
    """An agreement from its texts; each field from the first text that has it."""

    def first(field: str) -> str | None:
        return next((value for text in texts if (value := text.description.text(field))), None)

    lead = max(texts, key=lambda text: (len(text.description.parties), -int(text.record.lstrip("R"))))
    ending = next((t.description for t in texts if t.description.expiration_basis), lead.description)
    with_term = next((t.description for t in texts if t.description.duration("term")), lead.description)
    renewing = next((t.description for t in texts if t.description.text("renewal")), lead.description)
    noticed = next((t.description for t in texts if t.description.duration("notice_period")), lead.description)
    return Agreement(
        id="A" + min(text.record for text in texts).lstrip("R"),
        records=tuple(sorted(text.record for text in texts)),
        title=lead.title,
        kind=lead.description.text("kind") or "agreement",
        parties=lead.description.parties,
        agreement_date=first("agreement_date"),
        effective_date=first("effective_date"),
        expiration_date=ending.text("expiration_date"),
        expiration_basis=ending.expiration_basis,
        term=with_term.duration("term"),
        renewal=renewing.text("renewal"),
        renewal_term=renewing.duration("renewal_term"),
        notice_period=noticed.duration("notice_period"),
    )


def _named(agreement: Agreement, authorities: AuthorityFile) -> Agreement:
    """The agreement with its parties by their authorised names; how a paper writes them stays in the party's facts."""
    parties = tuple(replace(p, name=authorities.name(p.authority)) if p.authority else p for p in agreement.parties)
    return replace(agreement, parties=parties)


class _Linker:
    """Joins agreements into chains, in steps that each rest on what the papers say before what their dates suggest."""

    def __init__(self, agreements: list[Agreement], records: list[Described], authorities: AuthorityFile) -> None:
        self.agreements = {agreement.id: agreement for agreement in agreements}
        self.of_record = {record: a.id for a in agreements for record in a.records}
        self.records = records
        self.authorities = authorities
        self.announced: list[Orphan] = []
        self.cited: list[Orphan] = []

    def link(self) -> None:
        for record in self.records:
            for relation in record.description.relations:
                self._follow(record, relation)
        self._propose_renewals()
        self._name_chains()
        for record in self.records:
            if record.description.text("kind") in ANNOUNCEMENT_KINDS | {"correspondence"}:
                self._match_announcement(record)

    def _follow(self, record: Described, relation: Relation) -> None:
        """One relation that a paper states. Targets that are not held become orphans, once a record and date."""
        steps: dict[str, Callable[[Described, str], None]] = {
            "renews": self._renew, "supersedes": self._supersede, "amends": self._amend,
            "terminates": self._terminate, "implements": self._implement,
        }  # fmt: skip
        step = steps.get(relation.type)
        if step is None:
            return
        target = self._target(record, relation)
        if target is not None:
            step(record, target)
        elif relation.date and not self._held_on(relation.date):
            self.cited.append(Orphan(record.record, relation))

    def _held_on(self, day: str) -> bool:
        return any(a.agreement_date == day or a.effective_date == day for a in self.agreements.values())

    def _target(self, record: Described, relation: Relation) -> str | None:
        """The agreement that a relation means: by its date and bodies, or the latest earlier one of the same bodies."""
        own = self.of_record.get(record.record)
        bodies = {party.authority for party in record.description.parties if party.authority}
        wide = relation.type == "implements"
        matching = [
            a
            for a in self.agreements.values()
            if a.id != own and a.kind != "amendment" and (wide or self._share(a.authorities, bodies) >= 2)
        ]
        if relation.date:
            matching = [a for a in matching if _same_date(relation.date, a.agreement_date, a.effective_date)]
            ranked = sorted(matching, key=lambda a: (-self._share(a.authorities, bodies), a.id))
            return ranked[0].id if ranked and (not wide or self._related(ranked[0], bodies)) else None
        if wide:
            return None
        day = _first_day(record.description.text("agreement_date") or record.description.date)
        earlier = [a for a in matching if a.begins and (day is None or a.begins < day)]
        return max(earlier, key=_age).id if earlier else None

    def _related(self, umbrella: Agreement, bodies: set[str]) -> bool:
        """Whether some body of a local paper is part of, or the same as, one of the umbrella's bodies."""
        return any(self.authorities.is_within(body, top) for body in bodies for top in umbrella.authorities)

    def _share(self, ours: Iterable[str], theirs: Iterable[str]) -> int:
        """How many of our bodies are theirs, or part of theirs, or have theirs as part."""
        theirs = set(theirs)
        return sum(
            any(self.authorities.is_within(a, b) or self.authorities.is_within(b, a) for b in theirs) for a in set(ours)
        )

    def _update(self, id: str, **changes: object) -> None:
        self.agreements[id] = replace(self.agreements[id], **changes)  # type: ignore[arg-type]

    def _renew(self, record: Described, target: str, basis: str = "stated") -> None:
        own = self.of_record.get(record.record)
        if own is None or not self._is_later(own, target):
            return
        known = self.agreements[own].renews
        if known and not self._is_later(target, known):
            return  # a chain of dates is recited; the latest of them is the one renewed
        self._update(own, renews=target, renews_basis=basis)
        self._update(target, renewed_by=own, renewed_on=self.agreements[own].begins)

    def _supersede(self, record: Described, target: str) -> None:
        own = self.of_record.get(record.record)
        if own and self._is_later(own, target):
            self._update(target, superseded_by=own, superseded_on=self.agreements[own].begins)

    def _amend(self, record: Described, target: str) -> None:
        own = self.of_record.get(record.record)
        if own:
            self._update(own, amends=target)
            before = self.agreements[target].amended_by
            self._update(target, amended_by=(*before, (own, self.agreements[own].begins)))

    def _terminate(self, record: Described, target: str) -> None:
        description = record.description
        day = _first_day(
            description.text("effective_date") or description.text("issued_date") or description.text("agreement_date")
        )
        self._update(target, terminated_by=record.record, terminated_on=day)

    def _implement(self, record: Described, target: str) -> None:
        own = self.of_record.get(record.record)
        if own:
            self._update(own, implements=target)

    def _is_later(self, later: str, earlier: str) -> bool:
        """Whether one agreement begins after another: what keeps chains free of circles."""
        begins, before = self.agreements[later].begins, self.agreements[earlier].begins
        return bool(begins and before and begins > before)

    def _propose_renewals(self) -> None:
        """A later paper of the very same bodies, with no word of what it renews, is proposed as the renewal."""
        for bodies, group in self._by_bodies().items():
            if len(bodies) < 2:
                continue
            group.sort(key=_age)
            for earlier, later in pairwise(group):
                fresh = self.agreements[later.id].renews is None and self.agreements[earlier.id].renewed_by is None
                if fresh and self._is_later(later.id, earlier.id):
                    self._update(later.id, renews=earlier.id, renews_basis="proposed")
                    self._update(earlier.id, renewed_by=later.id, renewed_on=later.begins)

    def _by_bodies(self) -> dict[frozenset[str], list[Agreement]]:
        groups: dict[frozenset[str], list[Agreement]] = defaultdict(list)
        for agreement in self.agreements.values():
            if agreement.kind != "amendment":
                groups[agreement.authorities].append(agreement)
        return groups

    def _name_chains(self) -> None:
        for id in list(self.agreements):
            self._update(id, chain=self._root(id))

    def _root(self, id: str) -> str:
        """The chain's first agreement. Links lead to earlier papers only, but a circle would end here too."""
        seen = {id}
        while True:
            agreement = self.agreements[id]
            before = agreement.renews or agreement.amends
            if before is None or before in seen:
                return id
            seen.add(before)
            id = before

    def _match_announcement(self, record: Described) -> None:
        """A release or letter joins the nearest signing of the bodies it names, or tells of no paper held."""
        description = record.description
        told = _first_day(description.text("agreement_date"))
        issued = _first_day(description.text("issued_date"))
        bodies = {party.authority for party in description.parties if party.authority}
        day = told or issued
        near = [a for a in self.agreements.values() if self._share(bodies, a.authorities) >= 2]
        dated = [a for a in near if day and _distance(a, day) <= ANNOUNCED_WITHIN]
        if dated and day:
            best = min(dated, key=lambda a: (_distance(a, day), -self._share(bodies, a.authorities), a.id))
            self._update(best.id, announced_by=(*self.agreements[best.id].announced_by, record.record))
        elif told and len(bodies) >= 2:
            self.announced.append(Orphan(record.record, Relation("announces", date=description.text("agreement_date"))))


def _distance(agreement: Agreement, day: date) -> timedelta:
    days = [_first_day(agreement.agreement_date), _first_day(agreement.effective_date)]
    return min((abs(known - day) for known in days if known), default=timedelta.max)


def _first_day(edtf: str | None) -> date | None:
    return PartialDate.parse(edtf).first_day if edtf else None


def _same_date(wanted: str, *known: str | None) -> bool:
    """Whether a cited date means one of these, as far as it is known: ``2004`` means any day of that year."""
    return any(date == wanted or (date or "").startswith(wanted + "-") for date in known)
