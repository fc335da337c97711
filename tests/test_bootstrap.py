"""Making, opening and closing archives: one writer, any number of readers, a folder that can be moved."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from archive_app import bootstrap
from archive_app.catalogue import FILENAME, format
from archive_app.catalogue.migrations import STEPS
from archive_app.catalogue.writer_lock import WriterLock
from archive_app.errors import ArchiveError, ArchiveInUse, ArchiveUnwritable
from archive_app.services import records
from archive_app.services.preservation.verifying import verify
from archive_app.services.search import searching
from tests.services import making


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    bootstrap.create(folder / "archive")
    with bootstrap.opened(folder / "archive", writable=True) as archive:
        making.add(archive, making.make_papers(folder / "papers"))
    return folder / "archive"


@pytest.fixture
def root(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "archive"))


def test_a_new_archive_is_empty_sound_and_named_after_its_folder(tmp_path: Path) -> None:
    bootstrap.create(tmp_path / "Ladders")
    with bootstrap.opened(tmp_path / "Ladders") as archive:
        assert archive.title == "Ladders"
        assert records.listing(archive) == ()
        assert searching.search(archive, "anything").total == 0
        assert verify(archive).sound


def test_an_empty_folder_becomes_an_archive(tmp_path: Path) -> None:
    bootstrap.create(tmp_path)
    assert bootstrap.is_archive(tmp_path)


def test_a_file_does_not(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("Mine.", encoding="utf-8")
    with pytest.raises(ArchiveError, match="holds other things"):
        bootstrap.create(tmp_path / "file")
    with pytest.raises(ArchiveError, match="cannot be made"):
        bootstrap.create(tmp_path / "file" / "below")


def test_an_archive_of_an_older_format_is_brought_up_to_date_for_who_only_looks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as then:
        then.setattr(format, "STEPS", STEPS[:2])
        format.make(tmp_path / FILENAME)
    with WriterLock(tmp_path), pytest.raises(ArchiveInUse), bootstrap.opened(tmp_path):
        pass
    with bootstrap.opened(tmp_path) as archive:
        assert searching.search(archive, "anything").total == 0
    assert (tmp_path / "catalogue.format2.sqlite").is_file()


def test_an_archive_can_be_moved(root: Path, tmp_path: Path) -> None:
    moved = Path(shutil.move(root, tmp_path / "elsewhere" / "été"))
    with bootstrap.opened(moved, writable=True) as archive:
        assert verify(archive).sound
        assert searching.search(archive, "trenches").total == 2
        assert all(records.original_path(archive, one.record).is_file() for one in records.listing(archive))


def test_one_writes_and_others_read(root: Path) -> None:
    with bootstrap.opened(root, writable=True) as writer:
        with pytest.raises(ArchiveInUse), bootstrap.opened(root, writable=True):
            pass
        with bootstrap.opened(root) as reader:
            assert len(records.listing(reader)) == len(records.listing(writer)) == 7
        archive, lock = bootstrap.open_as_able(root)
        assert (archive.writable, lock) == (False, None)
        bootstrap.close(archive, lock)
    archive, lock = bootstrap.open_as_able(root)
    assert archive.writable
    bootstrap.close(archive, lock)
    with bootstrap.opened(root, writable=True) as again:
        assert again.writable


def test_an_archive_that_cannot_be_opened_is_not_left_locked(root: Path) -> None:
    (root / "catalogue.sqlite").write_bytes(b"not a catalogue")
    with pytest.raises(ArchiveError), bootstrap.opened(root, writable=True):
        pass
    with WriterLock(root) as lock:
        assert lock.held


def test_the_lock_is_given_back_when_the_work_fails(root: Path) -> None:
    with pytest.raises(ZeroDivisionError), bootstrap.opened(root, writable=True):
        _ = 1 // 0
    with bootstrap.opened(root, writable=True) as archive:
        assert archive.writable


def test_what_a_copy_that_was_cut_off_left_behind_is_swept(root: Path) -> None:
    folder = next((root / "originals").iterdir())
    (folder / ".part-abc").write_bytes(b"half")
    with bootstrap.opened(root):
        assert (folder / ".part-abc").exists()
    with bootstrap.opened(root, writable=True):
        assert not (folder / ".part-abc").exists()


def test_an_archive_where_nothing_can_be_written_opens_for_reading(tmp_path: Path) -> None:
    root = tmp_path / "archive"
    bootstrap.create(root)
    # What keeps the lock from being taken here stands for any disk on which nothing can be written.
    (root / "writer.lock").unlink(missing_ok=True)
    (root / "writer.lock").mkdir()
    archive, lock = bootstrap.open_as_able(root)
    try:
        assert not archive.writable
    finally:
        bootstrap.close(archive, lock)
    with pytest.raises(ArchiveUnwritable, match="cannot be written to"):
        bootstrap.open_archive(root, writable=True)


def test_where_no_archive_is_the_sentence_speaks_of_its_disk_too(tmp_path: Path) -> None:
    """Whoever takes the disk of an archive out is not led to make another in its place."""
    (tmp_path / "mount").mkdir()
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "a.txt").write_text("Mine.", encoding="utf-8")
    for name, words in (("gone", "its disk is connected"), ("mount", "empty folder; check that the disk"),
                        ("papers", "name the folder of one")):  # fmt: skip
        with pytest.raises(ArchiveError, match=words):
            bootstrap.open_archive(tmp_path / name)
