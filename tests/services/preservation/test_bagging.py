from __future__ import annotations

import warnings
from datetime import date
from pathlib import Path

import bagit
import pytest

from archive_app import bootstrap
from archive_app.errors import ArchiveError, ConvenioError, UsageError
from archive_app.services import records
from archive_app.services.archive import Archive
from archive_app.services.intake import accessioning
from archive_app.services.preservation import bagging, verifying
from archive_app.services.search import searching

ON = date(2026, 11, 22)


def valid(bag: Path) -> bool:
    """Whether another program takes it for a whole bag."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return bool(bagit.Bag(str(bag)).is_valid())


def payload(bag: Path) -> set[str]:
    return {path.relative_to(bag / "data").as_posix() for path in (bag / "data").rglob("*") if path.is_file()}


def test_an_archive_comes_back_from_its_bag_elsewhere_with_the_same_answers(archive: Archive, tmp_path: Path) -> None:
    bag, there = tmp_path / "bag", tmp_path / "other disk" / "archive"
    there.parent.mkdir()
    linked = tmp_path / "linked note.txt"
    linked.write_text("Roofers asked for shade once more.", encoding="utf-8")
    accessioning.add(archive, [linked], link=True, jobs=0)
    before = [(hit.record, hit.snippet) for hit in searching.search(archive, "shade OR roofers").hits]

    bagged = bagging.write_bag(archive, bag, ON)
    linked.unlink()
    bagging.unpack_bag(bag, there)

    assert valid(bag)
    assert (bagged.records, bagged.restricted, bagged.missing) == (8, 1, ())
    assert "bagit.txt" in {path.name for path in bag.iterdir()}
    assert (bag / "bagit.txt").read_text().startswith("BagIt-Version: 1.0\n")
    assert {"description/dublin-core.xml", "description/agreements.csv"} <= payload(bag)
    with bootstrap.opened(there, writable=True) as copy:
        assert [(hit.record, hit.snippet) for hit in searching.search(copy, "shade OR roofers").hits] == before
        assert verifying.verify(copy).sound
        assert not any(one.record.linked for one in records.all_described(copy))


def test_a_public_bag_has_neither_restricted_records_nor_the_catalogue(archive: Archive, tmp_path: Path) -> None:
    bagged = bagging.write_bag(archive, tmp_path / "bag", ON, public=True)

    held = payload(tmp_path / "bag")
    assert valid(tmp_path / "bag")
    assert (bagged.records, bagged.left_out, bagged.restricted) == (6, 1, 0)
    assert not [name for name in held if "interview" in name or "catalogue" in name]
    assert len([name for name in held if name.startswith("originals/")]) == 6
    assert b"ladder" not in b"".join(path.read_bytes() for path in (tmp_path / "bag").rglob("*") if path.is_file())
    with pytest.raises(UsageError, match="holds no catalogue"):
        bagging.unpack_bag(tmp_path / "bag", tmp_path / "new")


def test_a_bag_is_never_written_over_anything(archive: Archive, tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine", encoding="utf-8")
    (tmp_path / "empty").mkdir()

    with pytest.raises(UsageError, match="There is something in"):
        bagging.write_bag(archive, tmp_path / "full", ON)
    bagging.write_bag(archive, tmp_path / "empty", ON)

    assert [path.name for path in (tmp_path / "full").iterdir()] == ["mine.txt"]
    assert valid(tmp_path / "empty")
    assert not list(tmp_path.glob(".*"))


def test_an_original_that_is_gone_is_named_and_the_rest_is_kept(archive: Archive, tmp_path: Path) -> None:
    lost = records.all_described(archive)[0].record
    path = records.original_path(archive, lost)
    path.chmod(0o644)
    path.unlink()

    bagged = bagging.write_bag(archive, tmp_path / "bag", ON)

    assert bagged.missing == (lost.id,)
    assert valid(tmp_path / "bag")


def test_a_damaged_bag_is_refused_with_the_file_that_is_wrong(archive: Archive, tmp_path: Path) -> None:
    bag = tmp_path / "bag"
    bagging.write_bag(archive, bag, ON)
    with (bag / "data" / "description" / "agreements.csv").open("a", encoding="utf-8") as file:
        file.write("more")

    with pytest.raises(ConvenioError, match=r"agreements\.csv is not as it was"):
        bagging.unpack_bag(bag, tmp_path / "new")
    with pytest.raises(ArchiveError, match="holds other things"):
        bagging.unpack_bag(bag, archive.root)

    assert not (tmp_path / "new").exists()
