"""One query against one snapshot: read, match, narrow, order, count, show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import islice
from time import perf_counter

from archive_app.index import facets as counting
from archive_app.index.answer import Answer, Hit
from archive_app.index.marking import marked_for_snippet, marked_words
from archive_app.index.matching import Found, Matcher
from archive_app.index.places import PageHits, PageText, Place, Sought, places
from archive_app.index.query import Thesaurus, Widening, in_words, parse
from archive_app.index.query.syntax import Leaf, Node, Phrase, Word, leaves
from archive_app.index.ranking import Ranked, Ranking
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
    sought = _sought(matcher, node, wider)
    typed = records if wider == node else records & matcher.records(node)
    ranked = _ordered(snapshot, Ranking(snapshot, sought), sort, records, typed, offset + limit)[offset:]
    return Answer(
        understood=in_words(node),
        total=len(records),
        hits=tuple(_hits(snapshot, ranked, sought, page_text)),
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
    number = snapshot.numbers.get(record)
    pages = [] if number is None else _matched_pages(snapshot, number, sought.values())
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


def _sought(matcher: Matcher, node: Node, wider: Node) -> dict[Leaf, Found]:
    """What is looked for, once each: as typed where it was typed, else as another name."""
    return {leaf: matcher.found(leaf) for leaf in (*leaves(node), *leaves(wider))}


def _ordered(
    snapshot: Snapshot, ranking: Ranking, sort: str, records: Set[int], typed: Set[int], number: int
) -> list[Ranked]:
    """The first so many records in the order asked for. By relevance, what holds the query as typed comes first."""
    if sort == "relevance":
        first = ranking.best(typed, number)
        others = ranking.best(records - typed, number - len(first)) if len(typed) < len(records) else []
        return first + others
    order = snapshot.by_date if sort == "date" else snapshot.by_title
    return ranking.of(list(islice(filter(records.__contains__, order), number)))


def _hits(
    snapshot: Snapshot, shown: Sequence[Ranked], sought: Mapping[Leaf, Found], page_text: PageText | None
) -> Iterator[Hit]:
    forms, phrases = _asked_for(sought)
    for ranked in shown:
        record = snapshot.records[ranked.record]
        page = snapshot.first_page(ranked.record) if ranked.document is None else snapshot.page[ranked.document]
        text = page_text(record, page) if page_text and page is not None else ""
        shown_text = snippet(text, marked_for_snippet(text, forms, phrases))
        pages = tuple(_matched_pages(snapshot, ranked.record, sought.values()))
        yield Hit(record, page, pages, shown_text, round(ranked.score, 4))


def _matched_pages(snapshot: Snapshot, record: int, found: Iterable[Found]) -> list[int]:
    """The numbers of all pages of a record on which something sought stands."""
    documents = snapshot.documents_of(record)
    return sorted({snapshot.page[document] for part in found for document in documents if document in part.pages})
