"""Full-text search over pages and fields, on Whoosh: a cache that can be made anew from the catalogue."""

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
