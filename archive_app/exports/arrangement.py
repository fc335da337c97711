"""The archive as finding aids describe it: its units with what is told of them, and the records as their items.

Where nobody arranged anything the archive is a fonds, with a series for each kind.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from archive_app.domain.arrangement import SEPARATOR, Branch, Held, Level, outline
from archive_app.domain.dates import PartialDate
from archive_app.domain.fact import KINDS
from archive_app.domain.isad import INHERITED
from archive_app.exports.citation import Citation, citations
from archive_app.exports.holdings import Holdings
from archive_app.exports.labels import Labels
from archive_app.exports.plain import line

TITLES = dict(zip(KINDS, (
    "Memoranda of understanding", "Letters of agreement", "Alliance agreements", "Agreements", "Renewals", "Amendments",
    "Joint declarations", "Press releases", "Media announcements", "Correspondence",
    "Responses to public-records requests", "Complaints", "Interviews", "Reports", "Lists of organisations",
    "Other papers",
), strict=True))  # fmt: skip
SCOPE = "Scope: {scope}, as it stood on {on}."
BY_KIND = "By kind of paper, and by date within a kind."
REST_BY_KIND = "Records that were not placed in a unit stand in series by kind."
SHUT = "Restricted records that are kept in the archive and not described here: {count}."
#: One and several of what an extent counts.
COUNTS = (("{count} record", "{count} records"), ("{count} page", "{count} pages"))


@dataclass(frozen=True)
class Group:
    """A unit of description. ``id`` is the same in every export, whatever the unit is called; ``title`` on one line.

    ``items`` are the records right in it, by date.
    """

    id: str
    branch: Branch
    title: str
    groups: tuple[Group, ...]
    items: tuple[Citation, ...]
    #: What a person wrote for it, with what is told of the archive as a whole, by element: a paragraph each.
    texts: Mapping[str, tuple[str, ...]]
    #: The same of those elements that hold for what is under it, from the nearest unit that says them.
    inherited: Mapping[str, tuple[str, ...]]

    @property
    def level(self) -> Level:
        return self.branch.level

    @property
    def reference(self) -> str:
        return line(self.branch.reference)

    @property
    def code(self) -> str:
        """Its own part of the reference code."""
        return line(self.branch.code)

    @cached_property
    def every(self) -> tuple[Citation, ...]:
        """All records in it and under it."""
        return (*self.items, *(item for group in self.groups for item in group.every))

    def walk(self) -> Iterator[Group]:
        """It and all under it, each before what it holds."""
        yield self
        for group in self.groups:
            yield from group.walk()

    def item_reference(self, item: Citation) -> str:
        return SEPARATOR.join((self.reference, item_code(item)))


def item_code(item: Citation) -> str:
    """A record's own part of its reference code: as a person stated it, else its id."""
    return line(item.description.text("reference_code") or "") or item.id


def arrange(holdings: Holdings) -> Group:
    """The whole. Of a part of the archive those units that hold something of it."""
    cited = {one.id: one for one in citations(holdings)}
    held = [Held(one.id, one.kind, str(one.date) if one.date else None) for one in cited.values()]
    code = slug(holdings.title)
    return _group(holdings, outline(holdings.arrangement, held, holdings.title, code), cited, {}, top=True)


def _group(
    holdings: Holdings, branch: Branch, cited: Mapping[str, Citation], above: Mapping[str, tuple[str, ...]],
    *, top: bool = False,
) -> Group:  # fmt: skip
    written = {name: paragraphs(text) for name, text in branch.unit.texts} if branch.unit else {}
    holds = {**above, **{name: told for name, told in written.items() if name in INHERITED}}
    groups = (_group(holdings, one, cited, holds) for one in branch.branches if one.every or not holdings.is_part)
    archive = slug(holdings.title)
    own = f"unit-{branch.unit.id}" if branch.unit else branch.code
    return Group(
        archive if top else f"{archive}{SEPARATOR}{own}", branch, _title(holdings, branch), tuple(groups),
        tuple(cited[id] for id in branch.records), _with_derived(holdings, branch, written) if top else written, holds,
    )  # fmt: skip


def _title(holdings: Holdings, branch: Branch) -> str:
    if branch.kind:
        return holdings.labels.say(TITLES[branch.kind])
    return line(branch.title) or slug(branch.title)


def _with_derived(
    holdings: Holdings, branch: Branch, written: Mapping[str, tuple[str, ...]]
) -> Mapping[str, tuple[str, ...]]:
    """What a finding aid says of itself, below what a person wrote."""
    fill, loose = holdings.labels.fill, any(one.kind for one in branch.walk())
    by_kind = fill(REST_BY_KIND if holdings.arrangement.units else BY_KIND)
    derived = {
        "scope_content": [fill(SCOPE, scope=line(holdings.scope), on=holdings.on)],
        "arrangement": [by_kind] if loose or not holdings.arrangement.units else [],
        "access_conditions": [fill(SHUT, count=holdings.left_out)] if holdings.left_out else [],
    }
    every = {name: (*written.get(name, ()), *derived.get(name, ())) for name in (*written, *derived)}
    return {name: told for name, told in every.items() if told}


def paragraphs(text: str) -> tuple[str, ...]:
    """The lines of a text that say anything."""
    return tuple(told for one in text.splitlines() if (told := line(one)))


def dates(items: Iterable[Citation]) -> tuple[PartialDate, PartialDate] | None:
    """The dates between which all of theirs lie, as far as they are known."""
    known = [one.date for one in items if one.date]
    if not known:
        return None
    return min(known, key=lambda date: date.first_day), max(known, key=lambda date: date.last_day)


def extent(items: Iterable[Citation], labels: Labels) -> str:
    """How much there is, for example ``12 records, 40 pages``."""
    every = tuple(items)
    numbers = (len(every), sum(one.record.pages for one in every))
    return ", ".join(labels.fill(words[number != 1], count=number)
                     for number, words in zip(numbers, COUNTS, strict=True))  # fmt: skip


def slug(title: str) -> str:
    """A title as an identifier: plain small letters, digits and hyphens."""
    letters = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-") or "archive"
