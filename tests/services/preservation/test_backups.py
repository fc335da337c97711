"""Backups are made when they are due, hold what was there, and an archive comes back out of them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from archive_app import bootstrap
from archive_app.errors import ArchiveError, ArchiveInUse, ConvenioError, UsageError
from archive_app.services.archive import Archive
from archive_app.services.description import describing
from archive_app.services.preservation import backups
from archive_app.services.preservation.backups import Schedule
from archive_app.services.preservation.verifying import verify
from archive_app.services.search import searching
from tests.services.making import by_name

NOW = datetime(2024, 5, 6, 12, 0, tzinfo=UTC)


@pytest.fixture
def clocked(archive: Archive) -> Archive:
    """The archive at noon on a day in May; opening it made a backup of its own, which is taken away."""
    for one in backups.listing(archive):
        one.path.unlink()
    archive.clock = lambda: NOW
    return archive


def test_a_backup_is_made_when_the_last_is_too_old(clocked: Archive) -> None:
    first = backups.back_up_if_due(clocked)
    assert first is not None
    assert (first.name, first.at, first.whole) == ("20240506T120000Z", "2024-05-06T12:00:00+00:00", False)
    for days, due in ((6, False), (7, True), (8, False)):
        clocked.clock = lambda days=days: NOW + timedelta(days=days)  # type: ignore[misc]
        assert (backups.back_up_if_due(clocked) is not None) is due
    backups.set_schedule(clocked, Schedule(days=0))
    clocked.clock = lambda: NOW + timedelta(days=99)
    assert backups.back_up_if_due(clocked) is None
    assert len(backups.listing(clocked)) == 2


def test_a_backup_that_cannot_be_made_is_told_and_keeps_nobody_out(clocked: Archive, tmp_path: Path) -> None:
    backups.set_schedule(clocked, Schedule(folder=tmp_path / "stick"))
    (tmp_path / "stick").rmdir()
    (tmp_path / "stick").write_text("no folder", encoding="utf-8")
    assert backups.back_up_if_due(clocked) is None
    event = clocked.catalogue.history.all(limit=1)[0]
    assert (event.type, event.outcome) == ("backup", "fail")


def test_so_many_are_kept(clocked: Archive) -> None:
    backups.set_schedule(clocked, Schedule(keep=2))
    made = []
    for hour in range(4):
        clocked.clock = lambda hour=hour: NOW + timedelta(hours=hour)  # type: ignore[misc]
        made.append(backups.back_up(clocked).name)
    assert [one.name for one in backups.listing(clocked)] == made[:1:-1]
    backups.back_up(clocked)
    assert len({one.name for one in backups.listing(clocked)}) == 2


def test_opening_makes_a_backup_and_an_empty_archive_needs_none(root: Path, tmp_path: Path) -> None:
    with bootstrap.opened(root, writable=True) as archive:
        assert len(backups.listing(archive)) == 1
    with bootstrap.opened(root, writable=True) as archive:
        assert len(backups.listing(archive)) == 1
    bootstrap.create(tmp_path / "new")
    with bootstrap.opened(tmp_path / "new", writable=True) as archive:
        assert backups.listing(archive) == []


def test_a_whole_archive_comes_out_of_a_backup_on_another_disk(clocked: Archive, tmp_path: Path) -> None:
    backups.set_schedule(clocked, Schedule(folder=tmp_path / "disk"))
    made = backups.back_up(clocked)
    assert made.whole
    assert made.path.parent == tmp_path / "disk" / "archive"
    # A second one copies no original again.
    before = {path: path.stat().st_mtime_ns for path in made.path.parent.rglob("originals/*/*")}
    again = backups.back_up(clocked)
    assert {path: path.stat().st_mtime_ns for path in again.path.parent.rglob("originals/*/*")} == before
    assert backups.restore(made.path, tmp_path / "back") == 7
    with bootstrap.opened(tmp_path / "back", writable=True) as back:
        assert verify(back).sound
        for query in ("trenches", "agency:OSHA", "date:2010..2014"):
            found = [searching.search(one, query, facets=True) for one in (clocked, back)]
            assert found[0].hits == found[1].hits
            assert found[0].facets == found[1].facets


def test_the_catalogue_is_put_back_in_its_place_and_the_other_kept(root: Path) -> None:
    with bootstrap.opened(root, writable=True) as archive:
        made = backups.back_up(archive)
        id = by_name(archive)["carta.txt"]
        describing.correct(archive, id, "title", "By mistake")
        with pytest.raises(ArchiveInUse):
            backups.put_back(root, made.path, NOW)
    kept = backups.put_back(root, made.path, NOW)
    with bootstrap.opened(root, writable=True) as archive:
        assert archive.catalogue.facts.persons(id, "title") == ()
        assert verify(archive).sound
        assert searching.search(archive, "title:mistake").total == 0
    backups.put_back(root, kept, NOW)
    with bootstrap.opened(root) as archive:
        assert searching.search(archive, "title:mistake").total == 1


def test_a_damaged_catalogue_is_put_back_from_a_backup(root: Path) -> None:
    with bootstrap.opened(root, writable=True) as archive:
        made = backups.back_up(archive)
    (root / "catalogue.sqlite").write_bytes(b"nothing that could be read" * 400)
    with pytest.raises(ArchiveError), bootstrap.opened(root):
        pass
    kept = backups.put_back(root, made.path, NOW)
    assert kept.read_bytes().startswith(b"nothing that could be read")
    with bootstrap.opened(root, writable=True) as archive:
        assert verify(archive).sound


def test_what_cannot_be_restored_is_told_in_a_sentence(clocked: Archive, tmp_path: Path) -> None:
    made = backups.back_up(clocked)
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "a.txt").touch()
    with pytest.raises(ArchiveError, match="holds other things"):
        backups.restore(made.path, tmp_path / "full")
    (tmp_path / "catalogue-20240101T000000Z.sqlite").write_bytes(b"no catalogue" * 999)
    with pytest.raises(ConvenioError, match="is not a catalogue"):
        backups.restore(tmp_path / "catalogue-20240101T000000Z.sqlite", tmp_path / "back")
    with pytest.raises(UsageError, match="There is no backup 2020"):
        backups.find(clocked, "2020")


@pytest.mark.parametrize("wrong", [Schedule(keep=0), Schedule(days=-1)])
def test_a_schedule_that_keeps_nothing_is_refused(clocked: Archive, wrong: Schedule) -> None:
    with pytest.raises(UsageError, match="At least one backup is kept"):
        backups.set_schedule(clocked, wrong)
    with pytest.raises(UsageError, match="lies in the archive itself"):
        backups.set_schedule(clocked, Schedule(folder=clocked.root / "here"))


def test_a_place_for_backups_that_cannot_be_is_told_and_not_kept(clocked: Archive, tmp_path: Path) -> None:
    (tmp_path / "stick").write_text("no folder", encoding="utf-8")
    with pytest.raises(ConvenioError, match=r"No backup can be written to .*stick/deep"):
        backups.set_schedule(clocked, Schedule(folder=tmp_path / "stick" / "deep"))
    assert backups.schedule(clocked).folder is None


def test_a_folder_for_backups_is_not_made_anew_where_its_disk_is_out(clocked: Archive, tmp_path: Path) -> None:
    backups.set_schedule(clocked, Schedule(folder=tmp_path / "disk" / "backups"))
    (tmp_path / "disk" / "backups").rmdir()
    (tmp_path / "disk").rmdir()
    with pytest.raises(ConvenioError, match="connect its disk"):
        backups.back_up(clocked)
    assert not (tmp_path / "disk").exists()
