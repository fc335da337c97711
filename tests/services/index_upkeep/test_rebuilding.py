"""An index that is missing, damaged, of another archive or older is made anew while the archive is in use."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from archive_app import bootstrap
from archive_app.services.archive import Archive
from archive_app.services.background_rebuild import IndexState
from archive_app.services.description import describing
from archive_app.services.index_upkeep import index_stamp, rebuilding
from archive_app.services.preservation.verifying import verify
from archive_app.services.search import searching
from tests.services import making
from tests.services.index_upkeep.test_indexing import DAMAGES
from tests.services.making import by_name


class Recorded:
    """Progress that keeps what it was told."""

    cancelled = False

    def __init__(self) -> None:
        self.stages: list[tuple[str, int]] = []

    def stage(self, name: str, total: int) -> None:
        self.stages.append((name, total))

    def advance(self, item: str, done: int = 1) -> None:
        pass


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_index_is_made_anew_in_the_background(damage: Callable[[Path], None], root: Path) -> None:
    damage(root / "index")
    archive, lock = bootstrap.open_as_able(root, background=True)
    try:
        assert archive.rebuild is not None
        assert archive.rebuild.wait(60) is None
        assert rebuilding.state(archive) is None
        assert searching.search(archive, "trenches").total == 2
        assert verify(archive).sound
    finally:
        bootstrap.close(archive, lock)
    with bootstrap.opened(root) as reader:
        assert reader.rebuild is None


@pytest.fixture
def halfway(root: Path) -> Iterator[Archive]:
    """An archive whose index is just being made anew, a record at a time; nothing is in it yet."""
    archive, lock = bootstrap.open_archive(root, writable=True)
    archive.rebuild = rebuilding.prepared(archive, "it is missing", step=1)
    assert archive.rebuild.step()
    yield archive
    bootstrap.close(archive, lock)


def go_on(archive: Archive) -> bool:
    assert archive.rebuild is not None
    return archive.rebuild.step()


def test_searches_answer_from_what_is_there_and_say_so(halfway: Archive) -> None:
    found = searching.search(halfway, "trenches OR shade")
    assert (found.total, found.index) == (0, IndexState(0, 7, "it is missing"))
    assert found.index is not None
    assert found.index.sentence() == (
        "The search index is being made anew, since it is missing: 0 of 7 records can be searched so far."
    )
    totals = [0]
    while go_on(halfway):
        totals.append(searching.search(halfway, "").total)
    assert totals == list(range(8))
    assert searching.search(halfway, "trenches").index is None
    assert verify(halfway).sound


def test_a_change_between_two_steps_is_found_and_stays(halfway: Archive) -> None:
    go_on(halfway)
    id = by_name(halfway)["carta.txt"]
    describing.correct(halfway, id, "kind", "complaint")
    assert searching.search(halfway, "kind:complaint").total == 1
    while go_on(halfway):
        pass
    assert searching.search(halfway, "kind:complaint").total == 1
    assert halfway.catalogue.records.to_index() == []
    assert verify(halfway).sound


def test_a_rebuild_that_is_broken_off_is_begun_again(root: Path) -> None:
    archive, lock = bootstrap.open_archive(root, writable=True)
    archive.rebuild = rebuilding.prepared(archive, "it is missing", step=1)
    archive.rebuild.step()
    archive.rebuild.step()
    bootstrap.close(archive, lock)
    with bootstrap.opened(root) as reader:
        assert searching.search(reader, "").total == 7
        assert rebuilding.state(reader) is None


def test_who_reads_meanwhile_is_told(halfway: Archive) -> None:
    with bootstrap.opened(halfway.root) as reader:
        assert searching.search(reader, "").index == IndexState(0, 7)
        while go_on(halfway):
            pass
        assert searching.search(reader, "").index is None


def test_closing_the_archive_stops_the_rebuild(root: Path) -> None:
    shutil.rmtree(root / "index")
    archive, lock = bootstrap.open_archive(root, writable=True, background=True)
    bootstrap.close(archive, lock)
    assert archive.rebuild is not None
    assert not archive.rebuild._thread.is_alive()
    with bootstrap.opened(root) as reader:
        assert searching.search(reader, "").total == 7


def test_a_full_disk_is_told_with_how_far_it_came(halfway: Archive) -> None:
    shutil.rmtree(halfway.index.folder)
    halfway.index.folder.write_text("in the way")
    assert halfway.rebuild is not None
    halfway.rebuild._run()
    state = rebuilding.state(halfway)
    assert state is not None
    assert state.fault
    assert state.sentence().startswith("The search index is not complete: 0 of 7 records can be searched.")
    assert state.as_json()["state"] == "stopped"
    halfway.index.folder.unlink()


def copied(root: Path, place: Path) -> Path:
    return Path(shutil.copytree(root / "index", place))


def put_back(kept: Path, root: Path) -> None:
    shutil.rmtree(root / "index")
    shutil.copytree(kept, root / "index")


def test_an_older_copy_of_the_index_is_noticed(root: Path, tmp_path: Path) -> None:
    kept = copied(root, tmp_path / "kept")
    with bootstrap.opened(root, writable=True) as archive:
        describing.correct(archive, by_name(archive)["carta.txt"], "kind", "complaint")
    put_back(kept, root)
    told = Recorded()
    with bootstrap.opened(root, progress=told) as reader:
        assert searching.search(reader, "kind:complaint").total == 1
    assert told.stages == [("making the search index anew, since it is an older one", 7)]


def test_an_index_of_another_archive_is_noticed(root: Path, tmp_path: Path) -> None:
    bootstrap.create(tmp_path / "other")
    (tmp_path / "paper.txt").write_text("Of trenches elsewhere.", encoding="utf-8")
    with bootstrap.opened(tmp_path / "other", writable=True) as other:
        making.add(other, tmp_path / "paper.txt")
    kept = copied(tmp_path / "other", tmp_path / "kept")
    put_back(kept, root)
    told = Recorded()
    with bootstrap.opened(root, progress=told) as reader:
        assert searching.search(reader, "trenches").total == 2
    assert told.stages == [("making the search index anew, since it is of another archive", 7)]


def test_an_index_that_does_not_say_whose_it_is_is_made_anew(root: Path) -> None:
    (root / "index" / index_stamp.NAME).unlink()
    with bootstrap.opened(root, writable=True) as archive:
        assert index_stamp.fault(archive) is None
        assert searching.search(archive, "trenches").total == 2


def test_a_sound_index_is_left_as_it_is(root: Path) -> None:
    told = Recorded()
    with bootstrap.opened(root, progress=told), bootstrap.opened(root, progress=told):
        pass
    assert told.stages == []
