"""The index as the services hold it."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from pathlib import Path
from typing import Any

from whoosh.filedb.filestore import FileStorage

from archive_app.index.answer import SORTS, Answer
from archive_app.index.entry import IndexEntry
from archive_app.index.faults import IndexUnusable, damage_makes_unusable
from archive_app.index.kept import NOTHING
from archive_app.index.listing import latest_generation, read_segments
from archive_app.index.places import PageHits, PageText, Place
from archive_app.index.query import Thesaurus
from archive_app.index.reasons import Reason
from archive_app.index.rebuilding import STEP, Rebuilding, batches
from archive_app.index.schema import NAME
from archive_app.index.searching import concordance, mark, page_hits, search, why
from archive_app.index.segment import SegmentView
from archive_app.index.snapshot import Snapshot
from archive_app.index.writing import Transaction, build_segments

_NO_TERMS = Thesaurus(())
_OTHER_VERSIONS = re.compile(r"_?convenio\d+_")


class Index:
    """The index in one folder. Any number of programs may search while one writes; a search sees the newest state.

    ``page_text`` gives a page's text for snippets, since the index keeps no text; without it snippets are empty.
    Safe to search from several threads.
    """

    def __init__(self, folder: Path, page_text: PageText | None = None) -> None:
        self.folder = folder
        self._page_text = page_text
        self._storage = FileStorage(str(folder))
        self._views: dict[str, SegmentView] = {}
        self._current: Snapshot | None = None
        self._lock = threading.Lock()

    @classmethod
    def open(cls, folder: Path, page_text: PageText | None = None) -> Index:
        """Raises IndexUnusable where it is missing, damaged, or of another version."""
        index = cls(folder, page_text)
        index._snapshot()
        return index

    @classmethod
    def create(cls, folder: Path, page_text: PageText | None = None) -> Index:
        """An empty index in place of whatever index is in the folder."""
        cls.rebuild(folder, ())
        return cls.open(folder, page_text)

    @classmethod
    def rebuild(cls, folder: Path, entries: Iterable[IndexEntry], procs: int = 1) -> None:
        """The whole index anew, whatever state it is in. Until it is complete, searches go on in what was there."""
        folder.mkdir(parents=True, exist_ok=True)
        index = cls(folder)
        with Transaction(str(folder), index._view, afresh=True) as change:
            change.add(build_segments(str(folder), entries, procs))
        index._clear_other_versions()
        Rebuilding.finish(folder)

    def write(self, entries: Iterable[IndexEntry], deleted: Iterable[str] = (), procs: int = 1) -> None:
        """Replaces these records, pages and fields, and drops the deleted ones, all at once or not at all.

        Of a record that comes twice the last holds. Raises ArchiveInUse where another program writes.
        """
        with self._transaction() as change:
            change.delete(set(deleted))
            change.add(build_segments(str(self.folder), entries, procs))

    def write_fields(self, entries: Iterable[IndexEntry]) -> None:
        """Replaces only the fields of these records; their pages stay as they are, and the entries' are not read."""
        with self._transaction() as change:
            change.add(build_segments(str(self.folder), entries, 1, with_pages=False), with_pages=False)

    def _transaction(self) -> Transaction:
        return Transaction(str(self.folder), self._view)

    def search(
        self,
        query: str,
        *,
        limit: int = 20,
        offset: int = 0,
        sort: str = "relevance",
        facets: bool = False,
        filters: Mapping[str, Set[str]] | None = None,
        thesaurus: Thesaurus | None = None,
        snippets: bool = True,
        without: Set[str] = frozenset(),
    ) -> Answer:
        """Records that match, ``limit`` of them from ``offset`` on; all of them counted, in facets too where asked for.

        ``filters`` are values by facet to narrow to; with a thesaurus, its terms are found under all their names.
        Records ``without`` are as if they were not there. Without ``snippets`` no text is read, for who asks for all
        that is found.
        Raises QueryFault for a query that cannot be read, IndexUnusable where a file turns out to be damaged.
        """
        if sort not in SORTS:
            raise ValueError(f"results are not sorted by {sort}")
        return search(
            self._snapshot(), query, self._page_text if snippets else None,
            limit=limit, offset=offset, sort=sort, facets=facets, filters=filters or {},
            thesaurus=thesaurus or _NO_TERMS, without=without,
        )  # fmt: skip

    def mark(self, query: str, texts: Sequence[str], thesaurus: Thesaurus | None = None) -> list[list[tuple[int, int]]]:
        """For each text the spans of the words that a query asks for, as in snippets. Raises QueryFault."""
        return mark(self._snapshot(), query, texts, thesaurus or _NO_TERMS)

    def concordance(
        self,
        query: str,
        *,
        around: int = 8,
        filters: Mapping[str, Set[str]] | None = None,
        thesaurus: Thesaurus | None = None,
        without: Set[str] = frozenset(),
    ) -> Iterator[Place]:
        """Every place where words of the query stand in the records it finds, each with so many words around it.

        They come as they are read, record by record in the order of the index and page by page: nothing is scored, no
        snippet made. Raises QueryFault at once; needs ``page_text``.
        """
        return concordance(
            self._snapshot(), query, self._text, thesaurus or _NO_TERMS, filters=filters or {}, around=around,
            without=without,
        )  # fmt: skip

    def page_hits(self, query: str, record: str, thesaurus: Thesaurus | None = None) -> tuple[PageHits, ...]:
        """The pages of a record on which words of the query stand, with the marks on each. Raises QueryFault."""
        return page_hits(self._snapshot(), query, record, self._text, thesaurus or _NO_TERMS)

    def why(self, query: str, record: str, thesaurus: Thesaurus | None = None) -> tuple[Reason, ...]:
        """What of the query a record holds: in which forms, fields and pages, as typed or by another name.

        Raises QueryFault. Needs no text of pages.
        """
        return why(self._snapshot(), query, record, thesaurus or _NO_TERMS)

    def _text(self, record: str, page: int) -> str:
        return self._page_text(record, page) if self._page_text else ""

    @property
    def rebuilding(self) -> Rebuilding | None:
        """How far a rebuild in steps is, by this or another program; None where none is under way or broken off."""
        return Rebuilding.read(self.folder)

    def rebuild_in_steps(
        self, entries: Iterable[IndexEntry], total: int, *, step: int = STEP, procs: int = 1
    ) -> Iterator[Rebuilding]:
        """The whole index anew in steps of so many records, after each of which searches answer from what is there.

        For an index that cannot be used: what is in the folder is dropped at the first step, and ``rebuilding`` tells
        of the rest until the last. Between two steps others may write; what they wrote stays, for ``entries`` are read
        as late as can be. A rebuild that is broken off leaves its mark, and is begun again. Raises ArchiveInUse.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        self.close()
        state = Rebuilding(0, total)
        state.write(self.folder)
        with Transaction(str(self.folder), self._view, afresh=True):
            pass
        self._clear_other_versions()
        yield state
        for batch in batches(entries, step * max(procs, 1)):
            self.write(batch, procs=procs)
            state = Rebuilding(min(state.done + len(batch), total), total)
            state.write(self.folder)
            yield state
        Rebuilding.finish(self.folder)

    def records(self) -> set[str]:
        """Ids of all records in the index."""
        snapshot = self._snapshot()
        return {snapshot.records[record] for record in snapshot.everyone}

    def digests(self) -> dict[str, str]:
        """What stands for each record's content, as it was given when the record was last written."""
        snapshot = self._snapshot()
        held = snapshot.fields
        return {snapshot.records[record]: held.get(record, NOTHING).digest for record in snapshot.everyone}

    def count_pages(self) -> int:
        return self._snapshot().page_count

    def verify(self) -> None:
        """Reads every byte of the index. Raises IndexUnusable where one is not as it was written."""
        for part in self._snapshot().parts:
            with damage_makes_unusable("one of its files cannot be read"):
                part.view.verify(self._storage)

    def close(self) -> None:
        """Lets go of all files. The index opens them again when it is asked something."""
        with self._lock:
            self._views.clear()
            self._current = None

    def _view(self, storage: Any, segment: Any) -> SegmentView:
        view = self._views.get(segment.segment_id())
        if view is None:
            view = self._views[segment.segment_id()] = SegmentView(storage, segment)
        return view

    def _snapshot(self) -> Snapshot:
        """The newest generation, read anew only where there is a newer one."""
        with self._lock:
            generation = latest_generation(self._storage)
            while self._current is None or self._current.generation != generation:
                try:
                    self._current = self._read(generation)
                except IndexUnusable:
                    # A writer may have put the next generation in place just now, and cleared this one away.
                    seen, generation = generation, latest_generation(self._storage)
                    if seen == generation:
                        raise
            return self._current

    def _read(self, generation: int) -> Snapshot:
        if generation < 0:
            raise IndexUnusable(self._why_missing())
        segments = read_segments(str(self.folder), generation)
        views = [self._view(self._storage, segment) for segment in segments]
        self._views = {view.id: view for view in views}
        return Snapshot(generation, views, [segment.deleted_docs() for segment in segments])

    def _why_missing(self) -> str:
        files = [path.name for path in self.folder.iterdir()] if self.folder.is_dir() else []
        if any(name.endswith(".toc") for name in files):
            return "it is of another version"
        return "it is not complete" if files else "it is missing"

    def _clear_other_versions(self) -> None:
        for path in self.folder.iterdir():
            if _OTHER_VERSIONS.match(path.name) and NAME not in path.name:
                path.unlink(missing_ok=True)
