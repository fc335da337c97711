"""Watched folders bring in what is new; linked files are found where they went, and noticed when they change."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from archive_app.errors import UsageError
from archive_app.services import searching, watching
from archive_app.services.archive import Archive
from tests.services.making import add, by_name, make_papers

LONG_AGO = 1_600_000_000


def settled(folder: Path) -> Path:
    """The folder's files as if they had been there for long."""
    for path in folder.rglob("*"):
        os.utime(path, (LONG_AGO, LONG_AGO))
    return folder


def write(path: Path, text: str, age: int = LONG_AGO) -> Path:
    path.write_text(text, encoding="utf-8")
    os.utime(path, (age, age))
    return path


def test_only_what_is_new_or_changed_is_taken_in(empty: Archive, tmp_path: Path) -> None:
    papers = settled(make_papers(tmp_path / "papers"))
    watching.watch(empty, papers)
    watcher = watching.Watcher(empty, jobs=0)
    assert [intake.added for intake in watcher.look()] == [7]
    assert watcher.look() == []
    write(papers / "new.txt", "A note on scaffolds.")
    (intake,) = watcher.look()
    assert (intake.found, intake.added) == (1, 1)
    write(papers / "new.txt", "A note on scaffolds and ropes.", LONG_AGO + 9)
    assert [intake.added for intake in watcher.look()] == [1]
    # A program that begins to watch anew takes nothing in twice.
    assert [intake.added for intake in watching.Watcher(empty, jobs=0).look()] == [0]


def test_a_file_that_is_still_written_to_waits(empty: Archive, tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    watching.watch(empty, tmp_path / "papers")
    watcher = watching.Watcher(empty, jobs=0)
    now = int(empty.clock().timestamp())
    path = write(tmp_path / "papers" / "half.txt", "A note on", now + 60)
    assert watcher.look() == []
    os.utime(path, (now - 60, now - 60))
    assert [intake.added for intake in watcher.look()] == [1]


def test_a_linked_file_that_was_moved_is_found_again(empty: Archive, tmp_path: Path) -> None:
    papers = settled(make_papers(tmp_path / "papers"))
    watching.watch(empty, papers, link=True)
    watcher = watching.Watcher(empty, jobs=0)
    watcher.look()
    id = by_name(empty)["carta.txt"]
    (papers / "2013").mkdir()
    shutil.move(papers / "carta.txt", papers / "2013" / "carta.txt")
    assert [(one.record.id, one.state) for one in watching.linked_files(empty)] == [(id, "gone")]
    (intake,) = watcher.look()
    assert intake.moved == [(str(papers / "2013" / "carta.txt"), id)]
    record = empty.catalogue.records.get(id)
    assert record is not None
    assert record.original == str(papers / "2013" / "carta.txt")
    assert watching.linked_files(empty) == ()


def test_a_linked_file_that_was_edited_is_taken_in_beside_what_it_was(empty: Archive, tmp_path: Path) -> None:
    path = write(tmp_path / "note.txt", "A note on ladders.")
    add(empty, path, link=True)
    watcher = watching.Watcher(empty, jobs=0)
    watcher.look()
    write(path, "A note on ladders and ropes.", LONG_AGO + 9)
    assert [one.state for one in watching.linked_files(empty)] == ["edited"]
    (intake,) = watcher.look()
    assert intake.edited == [(str(path), "R00001")]
    assert searching.search(empty, "ropes").total == 1
    (event,) = empty.catalogue.history.of("R00001")
    assert (event.type, event.after) == ("linked file edited", "R00002")


def test_folders_are_watched_until_they_are_not(empty: Archive, tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    watching.watch(empty, tmp_path / "papers")
    watching.watch(empty, tmp_path / "papers", link=True)
    assert [(one.folder, one.linked) for one in watching.watched(empty)] == [(str(tmp_path / "papers"), True)]
    watching.unwatch(empty, tmp_path / "papers")
    assert watching.watched(empty) == []
    with pytest.raises(UsageError, match="is not watched"):
        watching.unwatch(empty, tmp_path / "papers")
    for wrong in (tmp_path / "nowhere", empty.root / "originals", empty.root):
        with pytest.raises(UsageError, match=r"is not a folder|lies in the archive itself"):
            watching.watch(empty, wrong)


def test_a_watched_folder_that_is_gone_is_waited_for(empty: Archive, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    watching.watch(empty, tmp_path / "stick")
    (tmp_path / "stick").rmdir()
    watcher = watching.Watcher(empty, jobs=0)
    assert watcher.look() == []
    (tmp_path / "stick").mkdir()
    write(tmp_path / "stick" / "note.txt", "A note.")
    assert [intake.added for intake in watcher.look()] == [1]
