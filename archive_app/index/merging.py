"""Several segments into one, so that a search does not have to look into hundreds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import merge
from itertools import groupby
from operator import itemgetter
from typing import Any

from archive_app.index.building import DocumentTable, Term, write_segment
from archive_app.index.postings import PostingList, Postings
from archive_app.index.schema import PAGE_FIELD, RECORD_FIELDS, STEM_FIELD, STEM_MARK
from archive_app.index.segment import SegmentView
from archive_app.index.spaces import Space, field_space, page_space

#: This many segments of like size become one.
LIKE_SIZED = 8
_SMALLEST = 64
#: From here on a segment stays as it is: joining it with others would take longer than it ever saves.
LARGE = 1500
_MARK = STEM_MARK.encode()


def ripe(sizes: Sequence[int]) -> list[int]:
    """Which of the segments (by their number of documents) should become one now; none where few are of a size."""
    levels: dict[int, list[int]] = {}
    for index, size in enumerate(sizes):
        if size < LARGE:
            levels.setdefault(_level(size), []).append(index)
    for _, like in sorted(levels.items()):
        if len(like) >= LIKE_SIZED:
            return like
    return []


def _level(size: int) -> int:
    level = 0
    while size > _SMALLEST:
        size //= LIKE_SIZED
        level += 1
    return level


def merge_segments(folder: str, views: Sequence[SegmentView], deleted: Sequence[set[int]]) -> Any:
    """A new segment with the documents of all that are not deleted, in the same order."""
    documents, renumbered = _documents(views, deleted)
    pages = page_space(list(zip(documents.records, documents.runs, strict=True)), documents.lengths)
    fields = {field: _terms(field, views, renumbered, field_space(len(documents.pages))) for field in RECORD_FIELDS}
    texts = _terms(PAGE_FIELD, views, renumbered, pages)
    return write_segment(folder, documents, {**fields, PAGE_FIELD: texts, STEM_FIELD: _stems(views)})


def _stems(views: Sequence[SegmentView]) -> Iterator[Term]:
    """Every stem with the forms that any segment lists; a form of deleted pages only does no harm."""
    pairs = merge(*(view.stems() for view in views))
    for text, group in groupby(pairs, key=itemgetter(0)):
        forms = {form for _, listed in group for form in listed.split(_MARK)}
        yield text, _MARK.join(sorted(forms))


def _documents(views: Sequence[SegmentView], deleted: Sequence[set[int]]) -> tuple[DocumentTable, list[list[int]]]:
    """The joined table of documents, and for each segment the new number of each document, -1 where deleted."""
    table = DocumentTable()
    renumbered = []
    for view, gone in zip(views, deleted, strict=True):
        numbers = [-1] * len(view)
        for record, documents in view.spans():
            kept = [document for document in documents if document not in gone]
            if kept:
                table.begin(record)
            for document in kept:
                numbers[document] = table.append(view.pages[document], view.lengths[document])
        held = ((document, its) for document, its in view.fields.items() if document not in gone)
        table.fields.update((numbers[document], its.written()) for document, its in held)
        renumbered.append(numbers)
    return table, renumbered


def _terms(field: str, views: Sequence[SegmentView], renumbered: Sequence[list[int]], space: Space) -> Iterator[Term]:
    streams = [_tagged(view, field, index) for index, view in enumerate(views)]
    for text, group in groupby(merge(*streams, key=itemgetter(0, 1)), key=itemgetter(0)):
        joined = PostingList("I" if field == PAGE_FIELD else "Q")
        for _, index, postings in group:
            _append(joined, postings, views[index].space(field), renumbered[index], space)
        if joined.documents:
            yield text, joined.pack(space.size)


def _tagged(view: SegmentView, field: str, index: int) -> Iterator[tuple[bytes, int, Postings]]:
    for text, postings in view.terms(field):
        yield text, index, postings


def _append(joined: PostingList, postings: Postings, old: Space, numbers: list[int], new: Space) -> None:
    places = postings.places
    for document, weight in zip(postings.documents, postings.weights, strict=True):
        number = numbers[document]
        if number >= 0:
            start, end = old.span(document)
            moved = new.starts[number] - start
            joined.add(number, weight, [place + moved for place in places.within(start, end)])
