"""Full-text search over pages and fields, on Whoosh: a cache that can be made anew from the catalogue.

Whoosh keeps the files and finds a term in them; what a term says, and what is made of it, is done here, with what the
language does at the speed of C: long integers, flat arrays, sets and dictionaries made in one go. It was measured
against SQLite's FTS5 (tests/benchmarks/search.py) what is worth doing so.

Kept:
- the weight of a word on a page, computed when it is written, apart from its places (postings);
- the commonest words as one bit for every place, all pages of a segment numbered through (standing, phrases);
- only the best pages looked at closer: ranked, held against each other for closeness, shown (ranking, closeness);
- facets, dates and titles as columns and orders made once for a generation, counts and sorts without scores (snapshot);
- for a snippet only what stands around a word taken apart, not its whole page (marking);
- terms looked up without the engine's own reader of numbers (codec), and files mapped instead of copied (mapped).

Dropped:
- numpy: quicker at 100,000 pages, but to load it takes as long as a search of a small archive may take in all;
- pairs of words as terms: the bits answer phrases of common words in less space, and nearness too;
- skipping blocks of pages that cannot be among the best: a look at a block costs more than adding up what is in it;
- records as bits for facets: counting values at the speed of C takes 60 ns a record, and bits must be made first;
- one more list for each stem: its forms are joined as fast, and the index stays a third smaller.
"""

from archive_app.index.answer import FACETS, SORTS, Answer, Hit
from archive_app.index.entry import IndexEntry
from archive_app.index.faults import IndexUnusable
from archive_app.index.places import PageHits, Place
from archive_app.index.query import QueryFault, Thesaurus
from archive_app.index.reasons import Reason
from archive_app.index.rebuilding import Rebuilding
from archive_app.index.store import Index

__all__ = [
    "FACETS", "SORTS", "Answer", "Hit", "Index", "IndexEntry", "IndexUnusable", "PageHits", "Place", "QueryFault",
    "Reason", "Rebuilding", "Thesaurus",
]  # fmt: skip
