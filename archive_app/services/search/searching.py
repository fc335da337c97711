"""Searching the full text: hits with their record's title, kind and date, and facets with names a person reads."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Any, NamedTuple, TypeVar

from archive_app.domain.authority import AuthorityFile
from archive_app.domain.description import describe
from archive_app.domain.search import NO_FILTERS, Question
from archive_app.errors import UsageError
from archive_app.index import FACETS, Answer, QueryFault, Thesaurus
from archive_app.services import discretion
from archive_app.services.archive import Archive
from archive_app.services.background_rebuild import IndexState
from archive_app.services.index_upkeep import indexing, rebuilding
from archive_app.services.search import thesaurus

T = TypeVar("T")

SORTS = ("relevance", "date", "title")
#: More records than an archive is made for.
ALL = 10_000_000


class QueryUnreadable(UsageError):
    """A query that cannot be read: ``position`` is where (from 0), ``nearest`` one that can, "" where there is none."""

    def __init__(self, fault: QueryFault) -> None:
        nearest = f" The nearest query that can is: {fault.nearest}" if fault.nearest else ""
        where = f"The query cannot be read at character {fault.position + 1}"
        super().__init__(f"{where}: {fault.message}{nearest}", key=fault.key, operands=fault.operands)
        self.position, self.nearest = fault.position, fault.nearest


class Heading(NamedTuple):
    """What a list shows of a record: its title (else its file's name), kind, date (EDTF), whether it is restricted."""

    title: str
    kind: str | None
    date: str | None
    restricted: bool = False


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
    restricted: bool = False


@dataclass(frozen=True)
class Found:
    """An answer. ``total`` counts all records that match, ``facets`` values among them; ``seconds`` is wall time.

    ``expanded`` are the terms that were looked for under other names too, with these names; ``remarks`` are sentences
    on lines of the thesaurus that were left out, and on records that the index has yet to take in. ``index`` is how far
    the index is, where it is not whole and more may be found later.
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
    #: The same with any of its words, where no record has all of them.
    looser: str | None = None


@dataclass(frozen=True)
class Matching:
    """All records that a question finds, in its order, each with the pages on which its words stand; no text is read.

    ``best`` are the best pages of those that have one.
    """

    understood: str
    pages: Mapping[str, tuple[int, ...]]
    best: Mapping[str, int]
    expanded: Mapping[str, tuple[str, ...]]
    facets: Mapping[str, Mapping[str, int]]
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
    question = Question(query, expand, sort, filters)
    return ask(archive, question, limit=limit, offset=offset, facets=facets)


def ask(archive: Archive, question: Question, *, limit: int = 20, offset: int = 0, facets: bool = False) -> Found:
    """The same for a question as it is kept."""
    start = time.perf_counter()
    terms = thesaurus.of(archive) if question.expand else None
    answer = _answer(archive, question, limit=limit, offset=offset, facets=facets)
    return Found(
        question.query, answer.understood, answer.total, tuple(_hits(archive, answer)), time.perf_counter() - start,
        answer.suggestion, answer.facets, answer.expanded, (*(terms.faults if terms else ()), *_behind(archive)),
        rebuilding.state(archive), answer.looser,
    )  # fmt: skip


def _behind(archive: Archive) -> tuple[str, ...]:
    """What one who only reads should know of an index that another has yet to bring up, or that a full disk holds."""
    waiting = 0 if archive.writable else len(archive.catalogue.records.to_index())
    if not waiting:
        return ()
    return (f"Records that wait to be written to the search index, and are not found before: {waiting}.",)


def matching(archive: Archive, question: Question, *, facets: bool = False) -> Matching:
    """Every record that a question finds, in a fraction of the time that showing them all would take."""
    answer = _answer(archive, question, limit=ALL, offset=0, facets=facets, snippets=False)
    return Matching(
        answer.understood,
        {hit.record: hit.pages for hit in answer.hits},
        {hit.record: hit.page for hit in answer.hits if hit.page is not None},
        {term: tuple(names) for term, names in answer.expanded.items()},
        answer.facets,
        rebuilding.state(archive),
    )


def _answer(archive: Archive, question: Question, **options: Any) -> Answer:
    _require_known(question)
    put = partial(
        archive.index.search, question.query, sort=question.sort, filters=question.filters,
        without=discretion.hidden(archive), thesaurus=terms_for(archive, question), **options,
    )  # fmt: skip
    with readable():
        return indexing.mending(archive, put)


def _require_known(question: Question) -> None:
    """Raises UsageError for an order or a facet that there is not, as a question kept by another version may have."""
    if question.sort not in SORTS:
        raise UsageError(f"Results are not sorted by “{question.sort}”; choose one of {', '.join(SORTS)}.")
    unknown = sorted(facet for facet, values in question.filters.items() if values and facet not in FACETS)
    if unknown:
        raise UsageError(f"Results cannot be narrowed by “{unknown[0]}”; choose one of {', '.join(FACETS)}.")


def put_to_index(archive: Archive, question: Question, ask: Callable[[Thesaurus | None], T]) -> T:
    """What the index answers to a question that ``ask`` puts to it with the terms it is widened by."""
    with readable():
        return indexing.mending(archive, lambda: ask(terms_for(archive, question)))


def terms_for(archive: Archive, question: Question) -> Thesaurus | None:
    """The terms by which a question is widened, None where it is to be taken as typed."""
    return thesaurus.of(archive).for_query(question.query, question.plain) if question.expand else None


@contextmanager
def readable() -> Iterator[None]:
    """Tells in a sentence where a query cannot be read, and the nearest one that can."""
    try:
        yield
    except QueryFault as fault:
        raise QueryUnreadable(fault) from None


def marks(archive: Archive, query: str, texts: Sequence[str], expand: bool = True) -> list[list[tuple[int, int]]]:
    """For each text (of a page, say) the spans of the words that a query finds; none where it cannot be read."""
    return marks_of(archive, Question(query, expand), texts)


def marks_of(archive: Archive, question: Question, texts: Sequence[str]) -> list[list[tuple[int, int]]]:
    """The same for a question as it is kept."""
    terms = terms_for(archive, question)
    try:
        return indexing.mending(archive, lambda: archive.index.mark(question.query, texts, terms))
    except QueryFault:
        return [[] for _ in texts]


def _hits(archive: Archive, answer: Answer) -> Iterator[Hit]:
    """What was found, with its description."""
    for hit in answer.hits:
        head = heading(archive, hit.record)
        if head:  # else taken out of the catalogue since; the index follows at the next commit
            yield Hit(hit.record, *head[:3], hit.page, hit.pages, hit.snippet, hit.score, head.restricted)


def heading(archive: Archive, record: str) -> Heading | None:
    """What a list shows of a record; None where it is not there. Its parties, which take long to name, are not read."""
    held = archive.catalogue.records.get(record)
    if held is None:
        return None
    told = describe(archive.catalogue.facts.of(record))
    title, restricted = told.text("title") or held.filename, told.text("access") == "restricted"
    return Heading(title, told.text("kind"), told.date, restricted)


def facet_label(authorities: AuthorityFile, facet: str, value: str) -> str:
    """A facet's value as a person reads it: agencies by name, the rest as they are."""
    return authorities.name(value) if facet == "agency" else value


def as_json(found: Found) -> dict[str, Any]:
    """The shape of ``search --json``. ``index`` is there only where the index is not whole yet."""
    told = {
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
    return told | ({"index": found.index.as_json()} if found.index else {})
