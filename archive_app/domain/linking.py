"""Joins agreements into chains, in steps that each rest on what the papers say before what their dates suggest."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date
from typing import cast

from archive_app.domain.agreement import Agreement
from archive_app.domain.authority import AuthorityFile
from archive_app.domain.fact import Fact, Relation
from archive_app.domain.history import Described, Orphan
from archive_app.domain.joining import Joining
from archive_app.domain.links import CHAINED, HELD_FROM, Decision, Decisions, Link, Quote, Standing, quoted
from archive_app.domain.lookup import Lookup
from archive_app.domain.targets import Finder
from archive_app.domain.ties import DECLARATION, Ties

#: What papers say of each other, in the order in which it is followed: each step rests on those before it.
STEPS = ("renews", "supersedes", "amends", "terminates", "implements", "cites")
#: Of them what joins two agreements: all but a citation, of which more must be known.
JOINED = STEPS[:-1]
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
        self.joining = Joining(self.ties, self.of_record, self.by_id, by_persons=bool(decisions.all))
        also = {a.id: {day for r in a.records for day in self.by_id[r].days_read} for a in agreements}
        self.lookup = Lookup(agreements, authorities, also)
        self.decisions = decisions
        self.finder = Finder(self.ties, self.by_id, self.lookup, decisions)
        self.links: dict[Key, Link] = {}
        self.cited: dict[tuple[str, str], Orphan] = {}
        #: Agreements that say of a paper which is not held that they take its place.
        self.after_lost: set[str] = set()

    def follow(self) -> None:
        """What persons decided, then what the papers say."""
        self._follow_decisions()
        self._follow_relations()

    def finish(self) -> None:
        """What follows once every link is made."""
        self.joining.end_amendments()
        self.joining.name_chains()

    def standing_links(self) -> tuple[Link, ...]:
        """Every link that holds, that is suggested, or that a person refused."""
        return tuple(
            link for link in self.links.values() if link.standing is not Standing.HELD or self.joining.holds(link)
        )

    # What persons decided --------------------------------------------------------------------------------------

    def _follow_decisions(self) -> None:
        for decision in self.decisions.all:
            record, earlier = self.by_id.get(decision.record), self.of_record.get(decision.target)
            if decision.type not in JOINED or record is None or earlier is None:
                continue
            link = self._found(decision.type, record, earlier, "confirmed", 1.0, ("person",))
            if not decision.confirmed:
                self._keep(replace(link, standing=Standing.REFUSED, decision=decision))
            elif self.joining.circular(decision.type, link.later, earlier):
                reasons = ("circle",)
                self._keep(replace(link, standing=Standing.SUGGESTED, reasons=reasons, decision=decision))
            else:
                self._join_decided(record, link, decision)

    def _join_decided(self, record: Described, link: Link, decision: Decision) -> None:
        if link.type in CHAINED and link.later:
            self.joining.tie(link.type, link.later, link.earlier, "confirmed")
            self._keep(replace(link, decision=decision))
        elif self.joining.join(link.type, record, link.earlier):
            self._keep(replace(link, decision=decision))

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
        if self.joining.join(type, record, target):
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
        self.joining.tie(type, self.of_record[record.record], target, "proposed")
        self._keep(self._found(type, record, target, "proposed", score, reasons, quotes))

    def _keep(self, link: Link) -> None:
        """Of several words for one link the surest are kept; a person's decision always."""
        teller = link.later or link.record
        known = self.links.get((link.type, teller, link.earlier))
        if known is None or (known.decision is None and known.score < link.score):
            self.links[link.type, teller, link.earlier] = link
            if link.later and link.basis == "confirmed" and link.standing is Standing.HELD:
                self.joining.decided.add((link.type, link.later))

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
        if not self.finder.refused(type, record.record, target) and self.joining.join(type, record, target):
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
