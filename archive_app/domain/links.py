"""Links between papers: what joins them, how surely, by which words, and what a person decided about each."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from archive_app.domain.fact import Fact

#: Relations by which a later paper joins the chain of an earlier one.
CHAINED = ("renews", "supersedes", "amends")
#: What a person can confirm or refuse: one paper's relation to another that is held.
DECIDABLE = ("renews", "amends", "supersedes", "terminates", "implements", "translates", "announces")
#: A link of less is only suggested: it joins nothing until a person confirms it.
HELD_FROM = 0.6


class Standing(StrEnum):
    """Whether a link takes part in chains."""

    HELD = "held"
    SUGGESTED = "suggested"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a record on one of its pages (from 1)."""

    record: str
    page: int
    words: str


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's word on a link between two records. ``at`` is ISO 8601 in UTC."""

    type: str
    record: str
    target: str
    confirmed: bool
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class Link:
    """One paper's relation to another that is held.

    ``later`` is the id of the agreement whose paper ``record`` is, or None for a letter or a release; ``earlier`` is
    the agreement that is meant, ``target`` its first record. ``basis``: stated
    (its words say so), proposed (dates, bodies and titles suggest it), confirmed (a person said so). ``score`` is
    0 to 1; ``reasons`` are some of REASONS.
    """

    type: str
    later: str | None
    earlier: str
    record: str
    target: str
    basis: str
    score: float
    standing: Standing = Standing.HELD
    quotes: tuple[Quote, ...] = ()
    reasons: tuple[str, ...] = ()
    decision: Decision | None = None


#: What speaks for a link, or against it.
REASONS = {
    "day": "names the very day", "month": "names the month or year",
    "earlier day": "names a day that was read or signed", "bodies": "the very same parties",
    "akin": "parties that are parts of each other", "one body": "one party in common",
    "parties unread": "the other paper's parties were not read", "latest": "the latest earlier paper of the parties",
    "subject": "the same subject", "goes on": "begins where the other ends", "after a gap": "begins after a gap",
    "cites": "cites the other paper's day", "circle": "would make a circle", "person": "a person said so",
}  # fmt: skip


class Decisions:
    """What persons decided, found by the records of either side."""

    def __init__(self, decisions: Iterable[Decision] = ()) -> None:
        self.all = tuple(decisions)
        self._by_link = {(one.type, one.record, one.target): one for one in self.all}

    def of(self, type: str, records: Collection[str], targets: Collection[str]) -> Decision | None:
        """The decision on a link between any texts of the two papers."""
        if not self._by_link:
            return None
        found = (self._by_link.get((type, one, other)) for one in records for other in targets)
        return next((decision for decision in found if decision), None)

    def between(self, type: str, one: str, other: str) -> Decision | None:
        """The same for a relation that has no direction, as that of two texts of one paper."""
        return self.of(type, (one,), (other,)) or self.of(type, (other,), (one,))


def quoted(record: str, fact: Fact | None) -> tuple[Quote, ...]:
    """The words that a fact rests on."""
    words = fact.evidence if fact else None
    return (Quote(record, words.page, words.quote),) if words else ()
