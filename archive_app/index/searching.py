"""One query against one snapshot: read, match, narrow, order, count, show."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import islice
from time import perf_counter

from archive_app.index import facets as counting
from archive_app.index.answer import Answer, Hit
from archive_app.index.marking import marked_for_snippet, marked_words
from archive_app.index.matching import Found, Matcher
from archive_app.index.places import PageAt, PageHits, PageText, Place, Sought, places
from archive_app.index.query import Thesaurus, Widening, in_words, parse
from archive_app.index.query.syntax import Leaf, Match, Node, Phrase, Word, leaves
from archive_app.index.ranking import Ranked, Ranking
from archive_app.index.reasons import Reason, reasons
from archive_app.index.snapshot import Snapshot
from archive_app.index.snippets import snippet
from archive_app.index.suggesting import loosen, suggest
from archive_app.index.words import SMALL, Token


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
    without: Set[str] = frozenset(),
) -> Answer:
    """The answer to a query. Raises QueryFault where it cannot be read."""
    started = perf_counter()
    node = parse(query)
    matcher = Matcher(snapshot)
    widening = Widening(thesaurus)
    wider = widening.widen(node)
    records = _found(snapshot, matcher, wider, filters, without)
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
        looser=None if records else loosen(matcher, node),
    )


def _found(
    snapshot: Snapshot, matcher: Matcher, node: Node, filters: Mapping[str, Set[str]], without: Set[str]
) -> Set[int]:
    """The records of a query, within its filters, but for those that are to be as if they were not there."""
    records = matcher.records(node)
    if without:
        records = records - {snapshot.numbers[id] for id in without if id in snapshot.numbers}
    return counting.narrow(snapshot, records, filters) if filters else records


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
    without: Set[str] = frozenset(),
) -> Iterator[Place]:
    """Every place of a query's words in the records it finds, page by page. Raises QueryFault before the first."""
    wider = Widening(thesaurus).widen(parse(query))
    matcher = Matcher(snapshot)
    records = _found(snapshot, matcher, wider, filters, without)
    sought = {leaf: matcher.found(leaf) for leaf in leaves(wider)}
    documents = {document for found in sought.values() for document in found.pages}
    pages = _pages_in_order(snapshot, (document for document in documents if snapshot.owner[document] in records))
    return places(list(pages), page_text, Sought(*_asked_for(sought)), around)


def _pages_in_order(snapshot: Snapshot, documents: Iterable[int]) -> Iterator[PageAt]:
    for record, page in sorted((snapshot.owner[document], snapshot.page[document]) for document in documents):
        yield PageAt(snapshot.records[record], page, snapshot.page_after(record, page))


def page_hits(
    snapshot: Snapshot, query: str, record: str, page_text: PageText, thesaurus: Thesaurus
) -> tuple[PageHits, ...]:
    """The pages of a record on which words of a query stand, with the marks on each. Raises QueryFault."""
    wider = Widening(thesaurus).widen(parse(query))
    matcher = Matcher(snapshot)
    sought = {leaf: matcher.found(leaf) for leaf in leaves(wider)}
    number = snapshot.numbers.get(record)
    if number is None:
        return ()
    forms, phrases = _asked_for(sought)
    marks: defaultdict[int, set[tuple[int, int]]] = defaultdict(set)
    for page in _matched_pages(snapshot, number, sought.values()):
        text = page_text(record, page)
        following = snapshot.page_after(number, page) if phrases else None
        onward = f"{text} {page_text(record, following)}" if following else text
        for token in marked_words(onward, forms, phrases):
            if token.start < len(text):
                marks[page].add((token.start, min(token.end, len(text))))
            elif following:
                marks[following].add((token.start - len(text) - 1, token.end - len(text) - 1))
    return tuple(PageHits(page, tuple(sorted(its))) for page, its in sorted(marks.items()))


def why(snapshot: Snapshot, query: str, record: str, thesaurus: Thesaurus) -> tuple[Reason, ...]:
    """What of a query a record holds, and where. Raises QueryFault."""
    wider = Widening(thesaurus).widen(parse(query))
    return reasons(snapshot, Matcher(snapshot), wider, record)


def _asked_for(sought: Mapping[Leaf, Found]) -> tuple[frozenset[str], list[Phrase]]:
    """The forms of words, and the phrases, that are marked where they stand.

    Small words stand in what is typed as a sentence, and tell nothing beside others; put in quotes they are meant.
    """
    phrases = [leaf for leaf in sought if isinstance(leaf, Phrase) and leaf.field is None]
    words = {leaf: found.forms for leaf, found in sought.items() if isinstance(leaf, Word)}
    telling = [forms for leaf, forms in words.items() if leaf.match is not Match.STEM or leaf.form not in SMALL]
    return frozenset().union(*(telling if telling or phrases else words.values())), phrases


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
        marked = marked_for_snippet(text, forms, phrases)
        if page_text and page is not None and phrases and not marked:
            following = snapshot.page_after(ranked.record, page)
            marked = _marked_at_end(text, page_text(record, following), forms, phrases) if following else []
        shown_text = snippet(text, marked)
        pages = tuple(_matched_pages(snapshot, ranked.record, sought.values()))
        yield Hit(record, page, pages, shown_text, round(ranked.score, 4))


def _marked_at_end(text: str, following: str, forms: frozenset[str], phrases: Sequence[Phrase]) -> list[Token]:
    """The words of a page that begin a phrase which the next page ends."""
    return [token for token in marked_words(f"{text} {following}", forms, phrases) if token.end <= len(text)]


def _matched_pages(snapshot: Snapshot, record: int, found: Iterable[Found]) -> list[int]:
    """The numbers of all pages of a record on which something sought stands."""
    documents = snapshot.documents_of(record)
    return sorted({snapshot.page[document] for part in found for document in documents if document in part.pages})
