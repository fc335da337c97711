"""What waits behind the text: gone on with from where it was, stopped, paused, hurried, and told how long it takes."""

from __future__ import annotations

import threading
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

from archive_app import bootstrap
from archive_app.domain.record import State, Work
from archive_app.errors import ArchiveInUse
from archive_app.progress import SILENT
from archive_app.services.archive import Archive
from archive_app.services.intake import accessioning
from archive_app.services.reading.backlog import Backlog, work_off
from tests.services.intake.test_accessioning import StopAfter
from tests.services.making import add, by_name, make_papers


class Noting:
    """Describes by putting the record's name down, and can be made to wait before each."""

    work, stage = Work.DESCRIBE, "noting"

    def __init__(self) -> None:
        self.noted: list[str] = []
        self.go = threading.Semaphore(0)

    def carry_out(self, archive: Archive, ids: Iterator[str], jobs: int) -> Generator[str, None, None]:
        for id in ids:
            self.go.acquire()
            self.noted.append(id)
            archive.catalogue.facts.replace_readings(id, [])
            yield id


@pytest.fixture
def undescribed(empty: Archive, tmp_path: Path) -> Archive:
    """Seven records that can be searched and are not described."""
    assert add(empty, make_papers(tmp_path / "papers"), describe=False).added == 7
    return empty


def test_what_is_added_can_wait_and_is_described_by_whoever_opens_next(tmp_path: Path) -> None:
    root = tmp_path / "archive"
    bootstrap.create(root)
    with bootstrap.opened(root, writable=True) as archive:
        add(archive, make_papers(tmp_path / "papers"), describe=False)
        assert len(archive.catalogue.queue.waiting(Work.DESCRIBE)) == 7
    with bootstrap.opened(root, writable=True) as archive:
        stood = work_off(archive, jobs=0)
        assert (stood.done, stood.total, stood.cancelled) == (7, 0, False)
        assert {record.state for record in archive.catalogue.records.all()} == {State.DESCRIBED}


def test_what_is_stopped_keeps_what_is_done(undescribed: Archive) -> None:
    stood = work_off(undescribed, jobs=0, progress=StopAfter(3))
    assert (stood.cancelled, stood.done, stood.total) == (True, 3, 4)
    assert work_off(undescribed, jobs=0).done == 4


def test_the_record_that_is_looked_at_comes_first(undescribed: Archive) -> None:
    ids, noting = by_name(undescribed), Noting()
    backlog = Backlog(undescribed, jobs=0, activities=(noting,))
    backlog.hurry(ids["release.html"])
    noting.go.release(99)
    backlog.work_off()
    assert noting.noted[0] == ids["release.html"]
    assert noting.noted[1:] == sorted(noting.noted[1:])
    backlog.hurry("R99999")


def test_a_pause_begins_nothing_more_and_goes_on_after(undescribed: Archive) -> None:
    noting = Noting()
    backlog = Backlog(undescribed, jobs=0, activities=(noting,))
    backlog.pause()
    worker = threading.Thread(target=backlog.work_off)
    worker.start()
    assert backlog.paused
    backlog.resume()
    noting.go.release(7)
    worker.join(60)
    assert not worker.is_alive()
    assert len(noting.noted) == 7


def test_a_pause_can_be_cancelled(undescribed: Archive) -> None:
    backlog = Backlog(undescribed, jobs=0, activities=(Noting(),))
    backlog.pause()
    assert backlog.work_off(StopAfter(0)).cancelled
    assert backlog.standing().waiting == {Work.DESCRIBE: 7}


def test_the_time_left_comes_from_the_pace_so_far(undescribed: Archive) -> None:
    noting = Noting()
    backlog = Backlog(undescribed, jobs=0, activities=(noting,))
    assert backlog.standing().seconds_left is None
    told = []

    class Asking(StopAfter):
        def advance(self, item: str, done: int = 1) -> None:
            told.append(backlog.standing())

    noting.go.release(7)
    backlog.work_off(Asking(1))
    assert [one.done for one in told] == list(range(1, 8))
    assert all(one.working and one.seconds_left is not None for one in told)
    assert told[-1].seconds_left == 0
    assert not backlog.standing().working


def test_so_many_seconds_begin_so_much(undescribed: Archive) -> None:
    stood = Backlog(undescribed, jobs=0).work_off(SILENT, seconds=0)
    assert (stood.done, stood.total, stood.cancelled) == (0, 7, False)


def test_a_reader_works_nothing_off(root: Path) -> None:
    with bootstrap.opened(root) as reader:
        backlog = Backlog(reader)
        backlog.hurry("R00001")
        with pytest.raises(ArchiveInUse):
            backlog.work_off()


def test_a_broken_off_import_is_taken_up_with_its_folder(empty: Archive, tmp_path: Path) -> None:
    papers = make_papers(tmp_path / "papers")
    empty.catalogue.imports.begin(empty.now(), [str(papers), str(tmp_path / "gone")], linked=True)
    (intake,) = accessioning.go_on(empty, jobs=0)
    assert intake.added == 7
    # What was attached lies in the archive, whatever the letter does.
    assert sum(record.linked for record in empty.catalogue.records.all()) == 6
    assert accessioning.go_on(empty, jobs=0) == []
    assert len(empty.catalogue.imports.all()) == 1


class Unable(Noting):
    """Cannot do its work on this machine."""

    def carry_out(self, archive: Archive, ids: Iterator[str], jobs: int) -> Generator[str, None, None]:
        yield from ()


def test_what_cannot_be_done_here_goes_on_waiting(undescribed: Archive) -> None:
    stood = Backlog(undescribed, jobs=0, activities=(Unable(),)).work_off()
    assert (stood.done, stood.total) == (0, 7)
