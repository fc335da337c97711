"""What searches found, ready to be shown, sorted or written: results, words in their context, reports, years."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from archive_app.domain.search import Question


@dataclass(frozen=True)
class PageFound:
    """A page (from 1) on which words of a query stand, and the stretch of its text around them."""

    page: int
    text: str


@dataclass(frozen=True)
class RecordFound:
    """A record that was found. ``date`` is EDTF; ``reference`` is how it is cited; ``pages`` are in their order."""

    record: str
    title: str
    kind: str | None
    date: str | None
    reference: str
    pages: tuple[PageFound, ...] = ()


@dataclass(frozen=True)
class Inquiry:
    """What was asked of which archive, when (ISO 8601, UTC), and how much it found.

    ``understood`` is the query as it was read, ``expanded`` its terms that were looked for under other names too, with
    these. ``total`` counts all records found, ``left_out`` those of them that are restricted and stay in the archive.
    ``remark`` is a sentence on an answer that is not the whole one, None where it is.
    """

    archive: str
    question: Question
    understood: str
    expanded: Mapping[str, tuple[str, ...]]
    at: str
    total: int
    left_out: int = 0
    remark: str | None = None

    @property
    def also(self) -> str:
        """The other names in one line."""
        return "; ".join(f"{term}: {', '.join(names)}" for term, names in self.expanded.items())


@dataclass(frozen=True)
class Results:
    """An inquiry with the records that may leave the archive, in the order asked for."""

    inquiry: Inquiry
    records: tuple[RecordFound, ...]


@dataclass(frozen=True, slots=True)
class InContext:
    """One place of a query's words on a page, with what stands before and after it on one line.

    ``date`` is EDTF. ``start`` and ``end`` are its place in the page's text.
    """

    record: str
    title: str
    kind: str | None
    date: str | None
    page: int
    start: int
    end: int
    before: str
    keyword: str
    after: str


@dataclass(frozen=True)
class Histogram:
    """Records by year, from the first to the last year with none left out between; ``undated`` are counted apart."""

    years: tuple[tuple[int, int], ...]
    undated: int
    total: int


@dataclass(frozen=True)
class BatchRow:
    """One query of a list and what it found; a ``fault`` is a sentence, and then nothing was counted.

    ``line`` is its line in the file; ``restricted`` counts the records among ``records`` that must stay in the archive.
    ``facets`` are numbers of records by value, for each facet that was asked for.
    """

    line: int
    name: str
    query: str
    understood: str = ""
    records: int = 0
    pages: int = 0
    restricted: int = 0
    expanded: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    fault: str | None = None


@dataclass(frozen=True)
class BatchReport:
    """A list of queries put to an archive (by its title), when (ISO 8601, UTC), with one row for each.

    ``labels`` are the names by which facet values are read that are ids.
    """

    archive: str
    at: str
    facets: tuple[str, ...]
    rows: tuple[BatchRow, ...]
    remark: str | None = None
    labels: Mapping[str, str] = field(default_factory=dict)

    @property
    def faults(self) -> int:
        return sum(row.fault is not None for row in self.rows)
