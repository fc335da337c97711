"""Records: what each is, where it came from, how far it has come."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from sys import intern

from archive_app.catalogue.connection import Database, Row
from archive_app.catalogue.faults import decoding
from archive_app.catalogue.identity import existing, name, number
from archive_app.catalogue.marks import Marks
from archive_app.catalogue.pages import Pages
from archive_app.catalogue.queue import Queue
from archive_app.domain.page import Page
from archive_app.domain.record import Record, State, Work

_COLUMNS = (
    "number, sha256, media_type, size, filename, original, linked, added_at, state, pages, ocr_needed, parent"
)  # fmt: skip
_KEPT = "number NOT IN (SELECT record FROM trash)"


class Records:
    def __init__(self, db: Database, marks: Marks, pages: Pages, queue: Queue) -> None:
        self._db, self._marks, self._pages, self._queue = db, marks, pages, queue

    def add(
        self,
        *,
        sha256: str,
        media_type: str,
        size: int,
        filename: str,
        original: str,
        linked: bool,
        place: str,
        added_at: str,
        parent: str | None = None,
        pages: Sequence[Page] = (),
        metadata: Mapping[str, str] | None = None,
        holds_others: bool = False,
    ) -> Record:
        """A new record with its first place, its metadata and its pages; searchable, and marked to be indexed.

        It waits to be described, to have its pictures read where pages are such, and, where it ``holds_others``, for
        what is attached to it to be taken in. No two records have the same bytes: ask ``by_sha256`` first, and add a
        place to the one that is there.
        """
        with self._db.writing():
            within = existing(self._db, parent) if parent else None
            inserted = self._db.write(
                "INSERT INTO record (sha256, media_type, size, filename, original, linked, added_at, state, parent) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (sha256, media_type, size, filename, original, linked, added_at, State.SEARCHABLE, within),
            )
            id = name(inserted)
            self.add_place(id, place)
            self._db.write_many(
                "INSERT INTO metadata VALUES (?, ?, ?)",
                ((inserted, key, value) for key, value in (metadata or {}).items()),
            )
            self._pages.store(id, pages)
            self._marks.set((id,))
            self._await_work(id, pages, holds_others)
            return self._all_where("number = ?", (inserted,))[0]

    def _await_work(self, id: str, pages: Sequence[Page], holds_others: bool) -> None:
        self._queue.put(Work.DESCRIBE, (id,))
        if any(page.needs_ocr for page in pages):
            self._queue.put(Work.RECOGNISE, (id,))
        if holds_others:
            self._queue.put(Work.UNPACK, (id,))

    def get(self, id: str) -> Record | None:
        """A record; None where there is none of that name, or where it lies in the trash."""
        return next(iter(self._all_where(f"number = ? AND {_KEPT}", (number(id),))), None)

    def by_sha256(self, sha256: str) -> Record | None:
        """The record of these bytes, also where it lies in the trash."""
        return next(iter(self._all_where("sha256 = ?", (sha256,))), None)

    def all(self, with_trash: bool = False) -> list[Record]:
        """Every record in the order it was added."""
        return self._all_where("true" if with_trash else _KEPT, ())

    def count(self) -> int:
        row = self._db.row(f"SELECT count(*) FROM record WHERE {_KEPT}")
        return int(row[0]) if row else 0

    def children(self, id: str) -> list[Record]:
        """What was attached to this record, in order."""
        return self._all_where(f"parent = ? AND {_KEPT}", (number(id),))

    def metadata(self, id: str) -> dict[str, str]:
        """What the file itself declared when it was read."""
        return dict(self._db.rows("SELECT name, value FROM metadata WHERE record = ?", (number(id),)))

    def add_place(self, id: str, place: str) -> None:
        """One more path where the record's bytes were found; a path that is known already changes nothing."""
        with self._db.writing():
            self._db.write("INSERT OR IGNORE INTO place VALUES (?, ?)", (existing(self._db, id), place))
            self._marks.touch((id,))

    def move(self, id: str, original: str) -> None:
        """A linked record's file is found elsewhere from now on; where it lay stays among its places."""
        with self._db.writing():
            self._db.write("UPDATE record SET original = ? WHERE number = ?", (original, existing(self._db, id)))
            self.add_place(id, original)

    def keep_inside(self, id: str, original: str) -> None:
        """A linked record's file lies in the archive from now on, at this relative path."""
        with self._db.writing():
            self._db.write(
                "UPDATE record SET linked = 0, original = ? WHERE number = ?", (original, existing(self._db, id))
            )
            self._marks.touch((id,))

    def linked(self) -> list[Record]:
        """Records whose files lie outside the archive, the trash left out."""
        return self._all_where(f"linked AND {_KEPT}", ())

    def changed_since(self, data_version: int) -> list[str]:
        """Records that are new or whose facts, pages, tags, places or state changed after that version, in order."""
        return self._marks.since(data_version)

    def to_index(self) -> list[tuple[str, int]]:
        """(record, revision) of all that the index has yet to take in; hand the pairs to ``mark_indexed``."""
        return self._marks.all()

    def mark_to_index(self, ids: Iterable[str]) -> None:
        self._marks.set(ids)

    def mark_indexed(self, pairs: Iterable[tuple[str, int]]) -> None:
        """The index holds these as they were at these revisions; what was changed since stays marked."""
        self._marks.clear(pairs)

    def _all_where(self, condition: str, values: Sequence[object]) -> list[Record]:
        places: dict[int, list[str]] = defaultdict(list)
        with self._db.reading():
            rows = self._db.rows(f"SELECT {_COLUMNS} FROM record WHERE {condition} ORDER BY number", values)
            which = f"SELECT number FROM record WHERE {condition}"
            for record, path in self._db.rows(
                f"SELECT record, path FROM place WHERE record IN ({which}) ORDER BY rowid", values
            ):
                places[record].append(path)
        with decoding(self._db.path):
            return [_record(row, tuple(places[row[0]])) for row in rows]


def _record(row: Row, places: tuple[str, ...]) -> Record:
    (at, sha256, media_type, size, filename, original, linked, added_at, state, pages, ocr_needed, parent) = row
    return Record(
        id=name(at),
        sha256=sha256,
        # Types are few, and many papers come within one second: each is kept once.
        media_type=intern(media_type),
        size=size,
        filename=filename,
        original=original,
        linked=bool(linked),
        added_at=intern(added_at),
        state=State(state),
        pages=pages,
        ocr_needed=ocr_needed,
        parent=name(parent) if parent else None,
        places=places,
    )
