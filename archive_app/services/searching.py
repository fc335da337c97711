"""Searching the full text: hits with their record's title, kind and date, and facets with names a person reads."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from archive_app.domain.authority import AuthorityFile
from archive_app.errors import UsageError
from archive_app.index import Answer, QueryFault
from archive_app.services import indexing, rebuilding, records, thesaurus
from archive_app.services.archive import Archive
from archive_app.services.rebuilding import IndexState

SORTS = ("relevance", "date", "title")
NO_FILTERS: Mapping[str, frozenset[str]] = {}


@dataclass(frozen=True)
class Hit:
    """A record that was found, with its best page (None where it has no pages) and all its matching pages.

    ``snippet`` is HTML: escaped text with the matched words in ``<b>``.
    """

    record: str
    title: str
    kind: str | None
    date: str | None
    page: int | None
    pages: tuple[int, ...]
    snippet: str
    score: float


@dataclass(frozen=True)
class Found:
    """An answer. ``total`` counts all records that match, ``facets`` values among them; ``seconds`` is wall time.

    ``expanded`` are the terms that were looked for under other names too, with these names; ``remarks`` are sentences
    on lines of the thesaurus that were left out. ``index`` is how far the index is, where it is not whole and more may
    be found later.
    """

    query: str
    understood: str
    total: int
    hits: tuple[Hit, ...]
    seconds: float
    suggestion: str | None = None
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    expanded: Mapping[str, Sequence[str]] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()
    index: IndexState | None = None


def search(
    archive: Archive,
    query: str,
    *,
    limit: int = 20,
    offset: int = 0,
    sort: str = "relevance",
    facets: bool = False,
    filters: Mapping[str, frozenset[str]] = NO_FILTERS,
    expand: bool = True,
) -> Found:
    """Records that match the query, best first. Raises UsageError with the place of the fault where it cannot be read.

    ``filters`` narrow the answer to chosen facet values (keys as in ``facets``: agency by id). With ``expand``, terms
    of the thesaurus are found under all their names, in both languages.
    """
    start = time.perf_counter()
    terms = thesaurus.of(archive) if expand else None
    ask = partial(
        archive.index.search, query, limit=limit, offset=offset, sort=sort, facets=facets, filters=filters,
        thesaurus=terms.for_query(query) if terms else None,
    )  # fmt: skip
    try:
        answer = indexing.mending(archive, ask)
    except QueryFault as fault:
        nearest = f" The nearest query that can is: {fault.nearest}" if fault.nearest else ""
        where = f"The query cannot be read at character {fault.position + 1}"
        raise UsageError(f"{where}: {fault.message}{nearest}") from None
    return Found(
        query, answer.understood, answer.total, tuple(_hits(archive, answer)), time.perf_counter() - start,
        answer.suggestion, answer.facets, answer.expanded, terms.faults if terms else (), rebuilding.state(archive),
    )  # fmt: skip


def marks(archive: Archive, query: str, texts: Sequence[str]) -> list[list[tuple[int, int]]]:
    """For each text (of a page, say) the spans of the words that a query finds; none where it cannot be read."""
    terms = thesaurus.of(archive)
    try:
        return indexing.mending(archive, lambda: archive.index.mark(query, texts, terms.for_query(query)))
    except QueryFault:
        return [[] for _ in texts]


def _hits(archive: Archive, answer: Answer) -> Iterator[Hit]:
    """What was found, with its description."""
    for hit in answer.hits:
        if archive.catalogue.records.get(hit.record) is None:
            continue  # taken out of the catalogue since; the index follows at the next commit
        one = records.described(archive, hit.record)
        yield Hit(hit.record, one.title, one.kind, one.date, hit.page, hit.pages, hit.snippet, hit.score)


def facet_label(authorities: AuthorityFile, facet: str, value: str) -> str:
    """A facet's value as a person reads it: agencies by name, the rest as they are."""
    return authorities.name(value) if facet == "agency" else value


def as_json(found: Found) -> dict[str, Any]:
    """The shape of ``search --json``."""
    return {
        "query": found.query, "understood": found.understood,
        "expanded": {term: list(others) for term, others in found.expanded.items()}, "suggestion": found.suggestion,
        "total": found.total, "seconds": round(found.seconds, 4),
        "hits": [
            {"record": h.record, "title": h.title, "kind": h.kind, "date": h.date, "page": h.page,
             "pages": list(h.pages), "snippet": h.snippet, "score": round(h.score, 3)}
            for h in found.hits
        ],
        "facets": {name: dict(counts) for name, counts in found.facets.items()},
    }  # fmt: skip
