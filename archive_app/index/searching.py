"""One query against one snapshot: read, match, narrow, order, count, show."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from heapq import nsmallest
from time import perf_counter

from archive_app.index import facets as counting
from archive_app.index.answer import Answer, Hit
from archive_app.index.folding import fold
from archive_app.index.marking import marked_for_snippet, marked_words
from archive_app.index.matching import Found, Matcher
from archive_app.index.places import PageHits, PageText, Place, Sought, places
from archive_app.index.query import Thesaurus, Widening, in_words, parse
from archive_app.index.query.syntax import Leaf, Phrase, Word, leaves
from archive_app.index.ranking import Ranking, rank
from archive_app.index.reasons import Reason, reasons
from archive_app.index.snapshot import Snapshot
from archive_app.index.snippets import snippet
from archive_app.index.suggesting import suggest


def search(
    snapshot: Snapshot,
    query: str,
    page_text: PageText | None,
    *,
    limit: int,
    offset: int,
    sort: str,
    facets: bool,
    filters: Mapping[str, Set[str]],
    thesaurus: Thesaurus,
) -> Answer:
    """The answer to a query. Raises QueryFault where it cannot be read."""
    started = perf_counter()
    node = parse(query)
    matcher = Matcher(snapshot)
    widening = Widening(thesaurus)
    wider = widening.widen(node)
    records = matcher.records(wider)
    if filters:
        records = counting.narrow(snapshot, records, filters)
    sought = {leaf: matcher.found(leaf) for leaf in leaves(wider)}
    ranking = rank(snapshot, sought.values(), records)
    shown = _ordered(snapshot, ranking, sort, offset + limit)[offset:]
    return Answer(
        understood=in_words(node),
        total=len(records),
        hits=tuple(_hits(snapshot, ranking, shown, sought, page_text)),
        facets=counting.count(snapshot, records) if facets else {},
        suggestion=None if records else suggest(snapshot, matcher, node, query),
        expanded=widening.expanded,
        seconds=perf_counter() - started,
    )


def mark(snapshot: Snapshot, query: str, texts: Sequence[str], thesaurus: Thesaurus) -> list[list[tuple[int, int]]]:
    """For each text the spans of the words that a query asks for. Raises QueryFault where it cannot be read."""
    wider = Widening(thesaurus).widen(parse(query))
    matcher = Matcher(snapshot)
    forms, phrases = _asked_for({leaf: matcher.found(leaf) for leaf in leaves(wider)})
    return [[(token.start, token.end) for token in marked_words(text, forms, phrases)] for text in texts]


def concordance(
    snapshot: Snapshot,
    query: str,
    page_text: PageText,
    thesaurus: Thesaurus,
    *,
    filters: Mapping[str, Set[str]],
    around: int,
) -> Iterator[Place]:
    """Every place of a query's words in the records it finds, page by page. Raises QueryFault before the first."""
    wider = Widening(thesaurus).widen(parse(query))
    matcher = Matcher(snapshot)
    records = matcher.records(wider)
    if filters:
        records = counting.narrow(snapshot, records, filters)
    sought = {leaf: matcher.found(leaf) for leaf in leaves(wider)}
    documents = {document for found in sought.values() for document in found.pages}
    owner, ids = snapshot.owner, snapshot.records
    pages = sorted((owner[doc], snapshot.page[doc]) for doc in documents if owner[doc] in records)
    return places([(ids[record], page) for record, page in pages], page_text, Sought(*_asked_for(sought)), around)


def page_hits(
    snapshot: Snapshot, query: str, record: str, page_text: PageText, thesaurus: Thesaurus
) -> tuple[PageHits, ...]:
    """The pages of a record on which words of a query stand, with the marks on each. Raises QueryFault."""
    wider = Widening(thesaurus).widen(parse(query))
    matcher = Matcher(snapshot)
    sought = {leaf: matcher.found(leaf) for leaf in leaves(wider)}
    number = snapshot.numbers.get(record, -2)
    pages = sorted(_matched_pages(snapshot, {number}, sought.values()).get(number, ()))
    forms, phrases = _asked_for(sought)
    marked = [(page, marked_words(page_text(record, page), forms, phrases)) for page in pages]
    return tuple(PageHits(page, tuple((token.start, token.end) for token in tokens)) for page, tokens in marked)


def why(snapshot: Snapshot, query: str, record: str, thesaurus: Thesaurus) -> tuple[Reason, ...]:
    """What of a query a record holds, and where. Raises QueryFault."""
    wider = Widening(thesaurus).widen(parse(query))
    return reasons(snapshot, Matcher(snapshot), wider, record)


def _asked_for(sought: Mapping[Leaf, Found]) -> tuple[frozenset[str], list[Phrase]]:
    """The forms of words, and the phrases, that are marked where they stand."""
    forms = frozenset(form for leaf, found in sought.items() if isinstance(leaf, Word) for form in found.forms)
    return forms, [leaf for leaf in sought if isinstance(leaf, Phrase) and leaf.field is None]


def _ordered(snapshot: Snapshot, ranking: Ranking, sort: str, number: int) -> list[int]:
    """The first so many records in the order asked for; equal ones by their id."""
    ids, scores = snapshot.records, ranking.scores

    def by_relevance(record: int) -> tuple[float, str]:
        return -scores[record], ids[record]

    def by_date(record: int) -> tuple[int, float, str]:
        return -snapshot.days.get(record, (0, 0))[0], -scores[record], ids[record]

    def by_title(record: int) -> tuple[bool, str, str]:
        title = fold(snapshot.fields.get(record, {}).get("title", ""))
        return not title, title, ids[record]

    keys: dict[str, Callable[[int], tuple[object, ...]]] = {
        "relevance": by_relevance, "date": by_date, "title": by_title,
    }  # fmt: skip
    return nsmallest(number, scores, key=keys[sort])


def _hits(
    snapshot: Snapshot,
    ranking: Ranking,
    shown: Sequence[int],
    sought: Mapping[Leaf, Found],
    page_text: PageText | None,
) -> list[Hit]:
    matched = _matched_pages(snapshot, set(shown), sought.values())
    forms, phrases = _asked_for(sought)
    pages_shown = snapshot.first_pages(set(shown) - ranking.best.keys())
    pages_shown.update((record, snapshot.page[ranking.best[record]]) for record in shown if record in ranking.best)
    hits = []
    for record in shown:
        page = pages_shown.get(record)
        text = page_text(snapshot.records[record], page) if page_text and page is not None else ""
        shown_text = snippet(text, marked_for_snippet(text, forms, phrases))
        pages = tuple(sorted(matched.get(record, ())))
        hits.append(Hit(snapshot.records[record], page, pages, shown_text, round(ranking.scores[record], 4)))
    return hits


def _matched_pages(snapshot: Snapshot, shown: Set[int], found: Iterable[Found]) -> dict[int, set[int]]:
    """The numbers of all pages of the records shown on which something sought stands."""
    pages: dict[int, set[int]] = {}
    owner = snapshot.owner
    for part in found:
        for document in part.pages:
            if owner[document] in shown:
                pages.setdefault(owner[document], set()).add(snapshot.page[document])
    return pages
