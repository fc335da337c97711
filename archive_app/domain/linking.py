"""Joins agreements into chains, in steps that each rest on what the papers say before what their dates suggest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import cast

from archive_app.domain.agreement import Agreement
from archive_app.domain.authority import AuthorityFile
from archive_app.domain.description import Description
from archive_app.domain.fact import PERPETUAL, Fact, Relation
from archive_app.domain.finding import Finder
from archive_app.domain.history import Described, Orphan
from archive_app.domain.links import HELD_FROM, Decision, Decisions, Link, Quote, Standing, quoted
from archive_app.domain.lookup import Lookup
from archive_app.domain.ties import DECLARATION, Ties, first_day

#: What papers say of each other, in the order in which it is followed: each step rests on those before it.
STEPS = ("renews", "supersedes", "amends", "terminates", "implements", "cites")
#: Relations by which a later paper joins the chain of an earlier one.
CHAINED = ("renews", "supersedes", "amends")
#: A link is known by its type, the record that tells it and the agreement it means.
Key = tuple[str, str, str]


class Linker:
    """Works on ``ties`` by agreement id; ``links`` are all found, ``cited`` what is spoken of but not held."""

    def __init__(
        self, agreements: list[Agreement], records: list[Described], authorities: AuthorityFile, decisions: Decisions
    ) -> None:
        self.ties = {agreement.id: Ties(agreement) for agreement in agreements}
        self.of_record = {record: a.id for a in agreements for record in a.records}
        self.records = records
        self.by_id = {record.record: record for record in records}
        also = {a.id: {day for r in a.records for day in self.by_id[r].days_read} for a in agreements}
        self.lookup = Lookup(agreements, authorities, also)
        self.decisions = decisions
        self.finder = Finder(self.ties, self.by_id, self.lookup, decisions)
        self.links: dict[Key, Link] = {}
        self.cited: dict[tuple[str, str], Orphan] = {}
        #: Agreements that say of a paper which is not held that they take its place.
        self.after_lost: set[str] = set()
        self._joins: dict[str, Callable[[Described, str], bool]] = {
            "renews": self._renew, "supersedes": self._supersede, "amends": self._amend,
            "terminates": self._terminate, "implements": self._implement,
        }  # fmt: skip

    def follow(self) -> None:
        """What persons decided, then what the papers say."""
        self._follow_decisions()
        self._follow_relations()

    def finish(self) -> None:
        """What follows once every link is made."""
        self._end_amendments()
        self._name_chains()

    def standing_links(self) -> tuple[Link, ...]:
        """Every link that holds, that is suggested, or that a person refused."""
        return tuple(link for link in self.links.values() if link.standing is not Standing.HELD or self._holds(link))

    def _holds(self, link: Link) -> bool:
        """Whether it is still so after all steps: of a recited chain of dates only the latest is the one renewed."""
        earlier, later = self.ties[link.earlier], self.ties.get(link.later or "")
        if link.type == "terminates":
            return earlier.terminated_by == link.record
        if link.type == "announces":
            return link.record in earlier.announced_by
        if link.type == "supersedes":
            return earlier.superseded_by == link.later
        return later is not None and getattr(later, link.type) == link.earlier

    # What persons decided --------------------------------------------------------------------------------------

    def _follow_decisions(self) -> None:
        for decision in self.decisions.all:
            record, earlier = self.by_id.get(decision.record), self.of_record.get(decision.target)
            if decision.type not in self._joins or record is None or earlier is None:
                continue
            link = self._found(decision.type, record, earlier, "confirmed", 1.0, ("person",))
            if not decision.confirmed:
                self._keep(replace(link, standing=Standing.REFUSED, decision=decision))
            elif self._circular(decision.type, link.later, earlier):
                reasons = ("circle",)
                self._keep(replace(link, standing=Standing.SUGGESTED, reasons=reasons, decision=decision))
            else:
                self._join_decided(record, link, decision)

    def _join_decided(self, record: Described, link: Link, decision: Decision) -> None:
        if link.type in CHAINED and link.later:
            self._tie(link.type, link.later, link.earlier, "confirmed")
            self._keep(replace(link, decision=decision))
        elif self._joins[link.type](record, link.earlier):
            self._keep(replace(link, decision=decision))

    def _circular(self, type: str, later: str | None, earlier: str) -> bool:
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

    def _is_decided(self, type: str, later: str) -> bool:
        """Whether a person already said what an agreement renews, amends or takes the place of."""
        return any(
            link.type == type and link.later == later and link.basis == "confirmed" and link.standing is Standing.HELD
            for link in self.links.values()
        ) if self.decisions.all else False  # fmt: skip

    # What the papers say ---------------------------------------------------------------------------------------

    def _follow_relations(self) -> None:
        stated: dict[str, list[tuple[Described, Fact]]] = defaultdict(list)
        for record in sorted(self.records, key=self._age_of_record):
            for fact in record.description.by_field.get("relation", ()):
                stated[cast(Relation, fact.value).type].append((record, fact))
        for type in STEPS:
            for record, fact in stated[type]:
                self._follow(record, fact)

    def _age_of_record(self, record: Described) -> tuple[date, str]:
        own = self.of_record.get(record.record)
        return self.ties[own].age if own else (date.max, record.record)

    def _follow(self, record: Described, fact: Fact) -> None:
        relation = cast(Relation, fact.value)
        if relation.type == "cites":
            if self._take_citation(record, fact):
                return
        else:
            target = self.finder.target(record, relation)
            if target is not None:
                self._join(record, relation.type, target, fact)
                return
        if relation.date:
            self._cite(record, relation, relation.date)

    def _join(self, record: Described, type: str, target: str, fact: Fact) -> None:
        if self._joins[type](record, target):
            relation = cast(Relation, fact.value)
            score, reasons = self.finder.strength(record, target, relation.date)
            self._keep(self._found(type, record, target, "stated", score, reasons, quoted(record.record, fact)))

    def _found(
        self, type: str, record: Described, target: str, basis: str, score: float, reasons: tuple[str, ...],
        quotes: tuple[Quote, ...] = (),
    ) -> Link:  # fmt: skip
        own = self.of_record.get(record.record)
        first = self.ties[target].agreement.records[0]
        standing = Standing.HELD if score >= HELD_FROM else Standing.SUGGESTED
        return Link(type, own, target, record.record, first, basis, round(score, 2), standing, quotes, reasons)

    def propose(
        self, type: str, record: Described, target: str, score: float, reasons: tuple[str, ...],
        quotes: tuple[Quote, ...],
    ) -> None:  # fmt: skip
        """A link that no paper tells."""
        self._tie(type, self.of_record[record.record], target, "proposed")
        self._keep(self._found(type, record, target, "proposed", score, reasons, quotes))

    def _keep(self, link: Link) -> None:
        """Of several words for one link the surest are kept; a person's decision always."""
        teller = link.later or link.record
        known = self.links.get((link.type, teller, link.earlier))
        if known is None or (known.decision is None and known.score < link.score):
            self.links[link.type, teller, link.earlier] = link

    def _take_citation(self, record: Described, fact: Fact) -> bool:
        """A paper that only cites another of the same parties by its day renews or amends it, where it fits.

        Returns whether nothing more is to be said of what it cites.
        """
        relation, own = cast(Relation, fact.value), self.of_record.get(record.record)
        target = self.finder.target(record, relation) if own and relation.date else None
        if own is None or target is None or self.lookup.bodies[target] != self.lookup.bodies[own]:
            return False
        tie = self.ties[own]
        if tie.agreement.kind == "amendment":
            type = "amends"
        elif tie.earlier or not self._may_follow(own, target) or self.finder.same_subject(own, target) is False:
            return True
        else:
            type = "renews"
        if not self.finder.refused(type, record.record, target) and self._joins[type](record, target):
            self._keep(
                self._found(type, record, target, "proposed", 0.8, ("cites", "bodies"), quoted(record.record, fact))
            )
        return True

    def _may_follow(self, own: str, target: str) -> bool:
        """Whether neither is a declaration, which is never renewed."""
        return DECLARATION not in (self.ties[own].agreement.kind, self.ties[target].agreement.kind)

    def _cite(self, record: Described, relation: Relation, day: str) -> None:
        """A paper that is spoken of becomes an orphan, once a record and date, unless one like it is held.

        What a paper says of its own day, of the signing it tells of, or of days to come is no citation; a paper of that
        day whose parties were not read may be the one.
        """
        own_day = record.description.text("issued_date") or record.description.text("agreement_date")
        if day == record.description.text("agreement_date") or (own_day and day[: len(own_day)] > own_day):
            return
        own = self.of_record.get(record.record)
        if own and relation.type in ("renews", "supersedes"):
            self.after_lost.add(own)
        if not any(self.finder.may_be(record, id) for id in self.lookup.dated(day)):
            self.cited.setdefault((record.record, day), Orphan(record.record, relation))

    # How a link is made, each telling whether it was -----------------------------------------------------------

    def _renew(self, record: Described, target: str) -> bool:
        own = self.of_record.get(record.record)
        if own is None or not self.is_later(own, target) or self._is_decided("renews", own):
            return False
        known = self.ties[own].renews
        if known and not self.is_later(target, known):
            return False  # a chain of dates is recited; the latest of them is the one renewed
        if known and self.ties[known].renewed_by == own:
            self.ties[known].renewed_by = self.ties[known].renewed_on = None
        self._tie("renews", own, target, "stated")
        return True

    def _tie(self, type: str, later: str, earlier: str, basis: str) -> None:
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

    def _supersede(self, record: Described, target: str) -> bool:
        own = self.of_record.get(record.record)
        if own is None or not self.is_later(own, target):
            return False
        before, ties = self.ties[target], self.ties[own]
        if before.superseded_by is None:
            before.superseded_by, before.superseded_on = own, ties.begins
        newer = ties.supersedes is None or self.is_later(target, ties.supersedes)
        if before.agreement.kind != "amendment" and newer and not self._is_decided("supersedes", own):
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
        self._tie("amends", own, target, "stated")
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
            yield from (day for text in self.by_id[record].days_read if (day := first_day(text)))

    def _implement(self, record: Described, target: str) -> bool:
        own = self.of_record.get(record.record)
        if own is None or self._is_decided("implements", own):
            return False
        self.ties[own].implements = target
        return True

    def is_later(self, later: str, earlier: str) -> bool:
        """Whether one agreement begins after another: what keeps chains free of circles."""
        begins, before = self.ties[later].begins, self.ties[earlier].begins
        return bool(begins and before and begins > before) and not (
            self.decisions.all and self._circular("renews", later, earlier)
        )

    def _end_amendments(self) -> None:
        """What ends an agreement before its time ends its amendments with it."""
        for amendment in self.ties.values():
            amended = self.ties.get(amendment.amends or "")
            if amended and amended.terminated_by and amendment.terminated_by is None:
                amendment.terminated_by, amendment.terminated_on = amended.terminated_by, amended.terminated_on
            if amended and amended.superseded_by and amendment.superseded_by is None:
                amendment.superseded_by, amendment.superseded_on = amended.superseded_by, amended.superseded_on

    def _name_chains(self) -> None:
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
