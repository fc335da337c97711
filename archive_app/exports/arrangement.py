"""How finding aids arrange the records: the archive as fonds, a series for each kind, the records as items."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from archive_app.domain.dates import PartialDate
from archive_app.domain.fact import KINDS
from archive_app.exports.citation import Citation, citations
from archive_app.exports.holdings import Holdings

TITLES = dict(zip(KINDS, (
    "Memoranda of understanding", "Letters of agreement", "Alliance agreements", "Agreements", "Renewals", "Amendments",
    "Joint declarations", "Press releases", "Media announcements", "Correspondence",
    "Responses to public-records requests", "Complaints", "Interviews", "Reports", "Lists of organisations",
    "Other papers",
), strict=True))  # fmt: skip


@dataclass(frozen=True)
class Series:
    """The records of one kind, by date, the undated last. ``id`` is the same in every export."""

    id: str
    title: str
    items: tuple[Citation, ...]


def arrange(holdings: Holdings) -> tuple[Series, ...]:
    """The series that hold something."""
    found: dict[str, list[Citation]] = defaultdict(list)
    for one in citations(holdings):
        found[one.kind].append(one)
    return tuple(
        Series(f"S{number:02}", TITLES[kind], tuple(sorted(found[kind], key=_age)))
        for number, kind in enumerate(KINDS, 1)
        if kind in found
    )


def _age(one: Citation) -> tuple[str, str]:
    return (str(one.date) if one.date else "9999-99", one.id)


def dates(items: Iterable[Citation]) -> tuple[PartialDate, PartialDate] | None:
    """The dates between which all of theirs lie, as far as they are known."""
    known = [one.date for one in items if one.date]
    if not known:
        return None
    return min(known, key=lambda date: date.first_day), max(known, key=lambda date: date.last_day)


def extent(items: Iterable[Citation]) -> str:
    """How much there is, for example ``12 records, 40 pages``."""
    every = tuple(items)
    return f"{_count(len(every), 'record')}, {_count(sum(one.record.pages for one in every), 'page')}"


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def slug(title: str) -> str:
    """A title as an identifier: plain small letters, digits and hyphens."""
    letters = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-") or "archive"
