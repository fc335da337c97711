"""Pages that are pictures, read behind everything else, and what is to be told of that."""

from __future__ import annotations

import time
from collections.abc import Collection, Generator, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from archive_app.domain.page import Recognition
from archive_app.domain.record import Work
from archive_app.readers.ocr.choosing import NO_ENGINE
from archive_app.services import records
from archive_app.services.archive import Archive
from archive_app.services.index_upkeep import indexing
from archive_app.services.reading.recogniser import LEFT_OUT, Recogniser

#: A page read with less confidence than this is listed as doubtful: one letter in twenty may be wrong.
DOUBTFUL = 0.85
#: A long scan is read in turns of so many pages, so that it can be stopped, and others come between.
TURN = 8
#: What was read can be found, and is described, after so many seconds at the latest.
_KEEP_EVERY = 20.0


class Recognising:
    """Reads the pictures of every record that waits for it, each page kept at once; then it waits to be described."""

    work = Work.RECOGNISE
    stage = "recognising"

    def carry_out(self, archive: Archive, ids: Iterator[str], jobs: int) -> Generator[str, None, None]:
        """Gives a record's id after each turn at it. One process reads, whatever ``jobs``: it takes all cores."""
        recogniser = Recogniser()
        done: list[str] = []
        kept = time.monotonic()
        try:
            for id in ids:
                if _take_turn(archive, id, recogniser):
                    done.append(id)
                if time.monotonic() - kept > _KEEP_EVERY:
                    _keep(archive, done)
                    done, kept = [], time.monotonic()
                yield id
        finally:
            recogniser.close()
            _keep(archive, done)


def _take_turn(archive: Archive, id: str, recogniser: Recogniser) -> bool:
    """Reads the next pages of a record; whether none waits any more."""
    record = archive.catalogue.records.get(id)
    waiting = archive.catalogue.pages.to_recognise(id)
    if record is None or not waiting:
        return True
    if recogniser.choice is None:
        archive.catalogue.pages.note_unread(id, NO_ENGINE)
        return True
    path = records.original_path(archive, record)
    for number in waiting[:TURN]:
        page = archive.catalogue.pages.page(id, number)
        if page is not None:
            archive.catalogue.pages.put(id, recogniser.read(path, record.media_type, page))
    return len(waiting) <= TURN


def _keep(archive: Archive, done: Sequence[str]) -> None:
    archive.catalogue.pages.recognised(done)
    indexing.catch_up(archive)


def leave_out(archive: Archive, ids: Sequence[str]) -> None:
    """The pictures of these records are not to be read until somebody asks for it (``ask_for``)."""
    for id in ids:
        archive.catalogue.pages.note_unread(id, LEFT_OUT)
    archive.catalogue.queue.done(Work.RECOGNISE, ids)


def ask_for(archive: Archive, ids: Sequence[str] = (), again: bool = False) -> int:
    """Has unread pages read, of all records where none are named; ``again`` those too that were read before.

    Returns how many records wait now. Raises UsageError for a record that does not exist.
    """
    archive.require_writable()
    for id in ids:
        records.described(archive, id)
    wanted = list(ids) or [record.id for record in archive.catalogue.records.all()]
    if again:
        for id in wanted:
            archive.catalogue.pages.read_again(id)
    waiting = [id for id in wanted if archive.catalogue.pages.to_recognise(id)]
    archive.catalogue.queue.put(Work.RECOGNISE, waiting)
    return len(waiting)


@dataclass(frozen=True)
class Account:
    """How the pictures of records were read. ``doubtful`` come least sure first; ``advice`` says what is missing."""

    read: int
    doubtful: tuple[Recognition, ...]
    unread: tuple[Recognition, ...]
    advice: str | None

    def as_json(self) -> dict[str, Any]:
        return {
            "pages": self.read, "doubtful": [recognition_json(page) for page in self.doubtful],
            "unread": [recognition_json(page) for page in self.unread], "advice": self.advice,
        }  # fmt: skip


def account(archive: Archive, ids: Collection[str] | None = None, below: float = DOUBTFUL) -> Account:
    """What came of reading the pictures of these records; of all where None is given."""
    pages = () if ids is not None and not ids else archive.catalogue.pages.recognitions(ids or ())
    read = [page for page in pages if not page.unread]
    unread = tuple(page for page in pages if page.unread)
    doubtful = [page for page in read if page.confidence is not None and page.confidence < below]
    doubtful.sort(key=lambda page: page.confidence or 0.0)
    return Account(len(read), tuple(doubtful), unread, Recogniser().advice if pages else None)


def recognition_json(page: Recognition) -> dict[str, Any]:
    return {
        "record": page.record, "page": page.page, "engine": page.engine or None,
        "confidence": None if page.confidence is None else round(page.confidence, 3), "reason": page.unread or None,
    }  # fmt: skip
