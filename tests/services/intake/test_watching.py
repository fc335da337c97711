"""Watched folders bring in what is new; linked files are found where they went, and noticed when they change."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from archive_app.errors import UsageError
from archive_app.services.archive import Archive
from archive_app.services.intake import watching
from archive_app.services.preservation import linked_files
from archive_app.services.search import searching
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
    # A program that begins to watch anew has nothing to do.
    assert watching.Watcher(empty, jobs=0).look() == []
    (told,) = watching.watched(empty)
    assert (told.brought, told.missing, told.looked_at, told.brought_at) == (9, False, empty.now(), empty.now())


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
    assert [(one.record.id, one.state) for one in linked_files.changed(empty)] == [(id, "gone")]
    (intake,) = watcher.look()
    assert intake.moved == [(str(papers / "2013" / "carta.txt"), id)]
    record = empty.catalogue.records.get(id)
    assert record is not None
    assert record.original == str(papers / "2013" / "carta.txt")
    assert linked_files.changed(empty) == ()


def test_a_linked_file_that_was_edited_is_taken_in_beside_what_it_was(empty: Archive, tmp_path: Path) -> None:
    path = write(tmp_path / "note.txt", "A note on ladders.")
    add(empty, path, link=True)
    watcher = watching.Watcher(empty, jobs=0)
    watcher.look()
    write(path, "A note on ladders and ropes.", LONG_AGO + 9)
    assert [one.state for one in linked_files.changed(empty)] == ["edited"]
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
    assert watcher.find() == watching.Look((), (str(tmp_path / "stick"),))
    # It is told once, not at each look, nor by the next program.
    assert watching.Watcher(empty, jobs=0).find() == watching.Look(())
    assert [one.missing for one in watching.watched(empty)] == [True]
    (tmp_path / "stick").mkdir()
    write(tmp_path / "stick" / "note.txt", "A note.")
    assert [intake.added for intake in watcher.look()] == [1]


def test_a_folder_that_is_watched_again_is_taken_in_again(empty: Archive, tmp_path: Path) -> None:
    papers = settled(make_papers(tmp_path / "papers"))
    watching.watch(empty, papers)
    watching.Watcher(empty, jobs=0).look()
    watching.unwatch(empty, papers)
    watching.watch(empty, papers)
    (intake,) = watching.Watcher(empty, jobs=0).look()
    assert (intake.added, intake.duplicates) == (0, 6)


def test_what_comes_in_is_counted_for_its_folder(empty: Archive, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        watching.watch(empty, tmp_path / name, link=name == "two")
        write(tmp_path / name / "note.txt", f"A note in {name}.")
    write(tmp_path / "one" / "broken.pdf", "%PDF-1.7 nothing")
    watching.Watcher(empty, jobs=0).look()
    assert [(Path(one.folder).name, one.brought) for one in watching.watched(empty)] == [("one", 1), ("two", 1)]
    assert watching.Watcher(empty, jobs=0).look() == []


def test_the_window_leaves_edited_links_to_the_person(empty: Archive, tmp_path: Path) -> None:
    path = write(tmp_path / "note.txt", "A note on ladders.")
    add(empty, path, link=True)
    write(path, "A note on ropes...", LONG_AGO + 9)
    assert watching.Watcher(empty, jobs=0, with_linked=False).look() == []
    write(path, "A note on ropes and more.", LONG_AGO + 9)
    (edited,) = linked_files.changed(empty, quick=True)
    assert (edited.state, edited.taken_as) == ("edited", None)
    taken = linked_files.accept(empty, "R00001")
    assert searching.search(empty, "ropes").hits[0].record == taken == "R00002"
    assert [one.taken_as for one in linked_files.changed(empty, quick=True)] == [taken]


def test_an_edited_file_that_is_known_already_is_told_as_that(empty: Archive, tmp_path: Path) -> None:
    path = write(tmp_path / "note.txt", "A note on ladders.")
    write(tmp_path / "other.txt", "A note on long ropes.")
    add(empty, path, tmp_path / "other.txt", link=True)
    write(path, "A note on long ropes.")
    assert linked_files.accept(empty, "R00001") == "R00002"
    assert [one.taken_as for one in linked_files.changed(empty)] == ["R00002"]


def test_lost_links_are_found_by_their_content(empty: Archive, tmp_path: Path) -> None:
    papers = settled(make_papers(tmp_path / "papers"))
    add(empty, papers, link=True)
    new = Path(shutil.move(papers, tmp_path / "elsewhere"))
    assert {one.state for one in linked_files.changed(empty, quick=True)} == {"gone"}
    id = by_name(empty)["carta.txt"]
    with pytest.raises(UsageError, match="is not the file that"):
        linked_files.locate(empty, id, new / "release.html")
    linked_files.locate(empty, id, new / "carta.txt")
    assert id not in {one.record.id for one in linked_files.changed(empty)}
    assert id not in linked_files.locate_in(empty, tmp_path)
    assert linked_files.changed(empty) == ()
    event = empty.catalogue.history.of(id)[-1]
    assert (event.type, event.before, event.after) == (
        "linked file moved", str(papers / "carta.txt"), str(new / "carta.txt"),
    )  # fmt: skip


def test_what_is_no_link_is_not_looked_for(empty: Archive, tmp_path: Path) -> None:
    path = write(tmp_path / "note.txt", "A note on ladders.")
    add(empty, path)
    with pytest.raises(UsageError, match="kept in the archive itself"):
        linked_files.locate(empty, "R00001", path)
    add(empty, write(tmp_path / "other.txt", "Another note."), link=True)
    (tmp_path / "other.txt").unlink()
    with pytest.raises(UsageError, match=r"There is no file|cannot be taken in"):
        linked_files.accept(empty, "R00002")
