"""What a search gives back."""

from __future__ import annotations

from dataclasses import dataclass, field

#: What results can be counted by and narrowed to; whether a person has reviewed a record is ``yes`` or ``no``.
FACETS = ("kind", "agency", "year", "language", "place", "tag", "reviewed")
#: Best first; newest first with undated records last; by title with untitled records last.
SORTS = ("relevance", "date", "title")


@dataclass(frozen=True, slots=True)
class Hit:
    """One record found. ``page`` is its best page, its first where only fields matched, None where it has no pages.

    ``pages`` are all pages on which words of the query stand. ``snippet`` is HTML: escaped text, with ``<b>`` around
    the matched words. ``score`` can be compared within one answer only.
    """

    record: str
    page: int | None
    pages: tuple[int, ...]
    snippet: str
    score: float


@dataclass(frozen=True, slots=True)
class Answer:
    """``understood`` is the query in full, as it was read; ``suggestion`` a query that would find something.

    ``looser`` is any of its words, where no record has all of them.
    ``expanded`` are the terms of the query that were looked for under other names too, with these names.
    """

    understood: str
    total: int
    hits: tuple[Hit, ...]
    facets: dict[str, dict[str, int]] = field(default_factory=dict)
    suggestion: str | None = None
    expanded: dict[str, list[str]] = field(default_factory=dict)
    seconds: float = 0.0
    looser: str | None = None
