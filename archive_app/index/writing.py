"""One change of the index at a time: lock, new segments, what they replace, and a new list of segments last.

Until the list is in place nothing has happened: a writer that dies leaves files that belong to no generation, which the
next one clears away. The engine's own writer is not used: with several processes it drops what a worker fails to hand
over in time, and it keeps a record twice that comes twice.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, Any

from whoosh.filedb.filestore import FileStorage

from archive_app.errors import ArchiveInUse
from archive_app.index.building import SegmentBuilder
from archive_app.index.entry import IndexEntry
from archive_app.index.listing import latest_generation, read_segments, write_segments
from archive_app.index.merging import merge_segments, ripe
from archive_app.index.schema import NAME
from archive_app.index.segment import SegmentView

if TYPE_CHECKING:
    from concurrent.futures import Future

#: Pages that are given to a worker process at once, and become one segment; for fewer it is not worth starting one.
PAGES_PER_TASK = 4000

Views = Callable[[Any, Any], SegmentView]


class Transaction:
    """A change in the making: ``with Transaction(...) as change`` commits at the end, or leaves all as it was."""

    def __init__(self, folder: str, views: Views, afresh: bool = False) -> None:
        """``afresh`` leaves out all that is there. Raises ArchiveInUse where another program writes."""
        self.storage = FileStorage(folder)
        self._folder = folder
        self._views = views
        self._lock = self.storage.lock(f"{NAME}_WRITELOCK")
        if not self._lock.acquire():
            raise ArchiveInUse("Another program is writing to the search index here; try again when it ends.")
        try:
            self.generation = latest_generation(self.storage) + 1
            self.segments = [] if afresh else read_segments(folder, self.generation - 1)
        except BaseException:
            self._lock.release()
            raise

    def __enter__(self) -> Transaction:
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        try:
            if kind is None:
                self._commit()
        finally:
            self._lock.release()

    def add(self, segments: Iterable[Any], with_pages: bool = True) -> None:
        """Takes in new segments; what they tell of a record replaces what is there. Without pages: its fields only."""
        for segment in segments:
            self.delete({record for record, _ in self._views(self.storage, segment).runs}, with_pages)
            self.segments.append(segment)

    def delete(self, records: set[str], with_pages: bool = True) -> None:
        for segment in self.segments:
            view = self._views(self.storage, segment)
            for record, documents in view.spans():
                if record in records:
                    for document in documents:
                        if with_pages or not view.pages[document]:
                            segment.delete_document(document)

    def _commit(self) -> None:
        self._merge()
        write_segments(self.storage, self.generation, self.segments)

    def _merge(self) -> None:
        while like := ripe([segment.doc_count() for segment in self.segments]):
            chosen = [self.segments[index] for index in like]
            views = [self._views(self.storage, segment) for segment in chosen]
            merged = merge_segments(self._folder, views, [set(segment.deleted_docs()) for segment in chosen])
            self.segments = [segment for segment in self.segments if segment not in chosen] + [merged]


def build_segments(folder: str, entries: Iterable[IndexEntry], procs: int, with_pages: bool = True) -> Iterator[Any]:
    """Segments of these records in their order, written by this process or, where it is worth it, by so many others."""
    if procs < 2:
        return _build_here(folder, entries, with_pages)
    tasks = _tasks(entries)
    first, second = next(tasks, []), next(tasks, None)
    if second is None:
        return _build_here(folder, first, with_pages)
    return _build_in_processes(folder, chain((first, second), tasks), procs, with_pages)


def _tasks(entries: Iterable[IndexEntry]) -> Iterator[list[IndexEntry]]:
    task: list[IndexEntry] = []
    pages = 0
    for entry in entries:
        task.append(entry)
        pages += len(entry.pages) + 1
        if pages >= PAGES_PER_TASK:
            yield task
            task, pages = [], 0
    if task:
        yield task


def _build_here(folder: str, entries: Iterable[IndexEntry], with_pages: bool) -> Iterator[Any]:
    builder = SegmentBuilder()
    for entry in entries:
        builder.add(entry, with_pages)
        if builder.full:
            yield builder.write(folder)
            builder = SegmentBuilder()
    if builder.documents.records:
        yield builder.write(folder)


def _build_in_processes(folder: str, tasks: Iterable[list[IndexEntry]], procs: int, with_pages: bool) -> Iterator[Any]:
    # Loaded here, for these take longer to load than most searches take.
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # Spawned, never forked: the caller may be a program with a window and threads.
    with ProcessPoolExecutor(min(procs, os.cpu_count() or 1), get_context("spawn")) as pool:
        running: deque[Future[list[Any]]] = deque()
        for task in tasks:
            running.append(pool.submit(_build_task, folder, task, with_pages))
            if len(running) > procs + 1:
                yield from running.popleft().result()
        while running:
            yield from running.popleft().result()


def _build_task(folder: str, entries: list[IndexEntry], with_pages: bool) -> list[Any]:
    return list(_build_here(folder, entries, with_pages))
