"""Small archives for the index's tests: entries from short words, and an index over them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from archive_app.index import Index, IndexEntry


def entry(record: str, *pages: str, **fields: Any) -> IndexEntry:
    """A record whose pages have these texts, numbered from 1."""
    return IndexEntry(record, tuple(enumerate(pages, 1)), **fields)


def indexed(folder: Path, entries: Iterable[IndexEntry]) -> Index:
    """An index over the entries that can show snippets of them."""
    entries = list(entries)
    texts = {(entry.record, number): text for entry in entries for number, text in entry.pages}
    index = Index.create(folder, lambda record, page: texts.get((record, page), ""))
    index.write(entries)
    return index


def found(index: Index, query: str, **options: Any) -> list[str]:
    """Ids of the records a query finds, in order."""
    return [hit.record for hit in index.search(query, limit=1000, **options).hits]
