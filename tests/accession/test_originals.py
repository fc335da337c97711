"""Originals are kept once, whole, unchanged, and under names that nobody outside can choose."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path

import pytest

from archive_app.accession.fixity import sha256_of
from archive_app.accession.originals import OriginalsStore
from archive_app.errors import ArchiveError, ConvenioError


def source(folder: Path, content: bytes = b"To whom it may concern", name: str = "letter.txt") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def made(root: Path) -> OriginalsStore:
    root.mkdir()
    return OriginalsStore(root)


def settled(store: OriginalsStore, content: bytes, name: str = "") -> tuple[str, str]:
    """The fingerprint and relative path of content that is kept for good."""
    fingerprint, relative = store.receive_bytes(content, name)
    store.settle(relative)
    return fingerprint, relative


def test_the_fingerprint_of_a_file_larger_than_a_chunk(tmp_path: Path) -> None:
    content = os.urandom((1 << 20) + 17)
    assert sha256_of(source(tmp_path, content)) == hashlib.sha256(content).hexdigest()


def test_an_original_lies_under_its_fingerprint(tmp_path: Path) -> None:
    path = source(tmp_path)
    fingerprint = sha256_of(path)
    store = made(tmp_path / "archive")
    relative = store.keep(path, fingerprint)
    assert relative == f"originals/{fingerprint[:2]}/{fingerprint}.txt"
    assert store.path(relative).read_bytes() == path.read_bytes()
    assert not store.path(relative).stat().st_mode & stat.S_IWUSR
    assert store.keep(path, fingerprint) == relative


def test_the_name_it_came_with_cannot_matter(tmp_path: Path) -> None:
    store = made(tmp_path / "archive")
    fingerprint, relative = settled(store, b"%PDF-1.4 something", "../../../etc/cron.d/evil.sh")
    assert relative == f"originals/{fingerprint[:2]}/{fingerprint}.pdf"
    assert [p.name for p in tmp_path.rglob("*") if p.is_file()] == [f"{fingerprint}.pdf"]


def test_a_source_that_changed_meanwhile_is_refused_and_leaves_nothing(tmp_path: Path) -> None:
    store = made(tmp_path / "archive")
    with pytest.raises(ConvenioError, match="changed while it was being copied"):
        store.keep(source(tmp_path), "0" * 64)
    assert not [p for p in (tmp_path / "archive").rglob("*") if p.is_file()]


def test_a_damaged_copy_is_replaced_by_a_whole_one(tmp_path: Path) -> None:
    path = source(tmp_path)
    store = made(tmp_path / "archive")
    kept = store.path(store.keep(path, sha256_of(path)))
    kept.chmod(0o644)
    kept.write_bytes(b"damaged")
    store.keep(path, sha256_of(path))
    assert kept.read_bytes() == path.read_bytes()


def test_a_source_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConvenioError, match=r"gone\.txt could not be copied into the archive \(.*\); check"):
        OriginalsStore(tmp_path).keep(tmp_path / "gone.txt", "0" * 64)


@pytest.mark.parametrize(
    "relative", ["originals/../catalogue.db", "catalogue.db", "/etc/passwd", "originals/a/../../x"]
)
def test_a_path_outside_is_refused(tmp_path: Path, relative: str) -> None:
    with pytest.raises(ConvenioError, match="is not the path of an original"):
        OriginalsStore(tmp_path).path(relative)


def test_orphans_are_what_no_record_has(tmp_path: Path) -> None:
    store = OriginalsStore(tmp_path)
    assert list(store.orphans(())) == []
    _, known = settled(store, b"known words")
    _, orphan = settled(store, b"unknown words")
    assert list(store.orphans({known})) == [orphan]
    (tmp_path / "originals" / "deep" / "er").mkdir(parents=True)
    for name in ("originals/stray.txt", "originals/deep/er/stray.txt"):
        (tmp_path / name).write_text("Put there by hand.", encoding="utf-8")
    assert set(store.orphans({known})) == {orphan, "originals/stray.txt", "originals/deep/er/stray.txt"}


def test_what_arrives_can_be_read_and_is_no_original_yet(tmp_path: Path) -> None:
    store = OriginalsStore(tmp_path)
    _, relative = store.receive_bytes(b"on its way")
    assert store.unsettled
    assert store.path(relative).read_bytes() == b"on its way"
    assert list(store.orphans(())) == []
    for _ in range(2):
        store.settle(relative)
    assert store.path(relative) == tmp_path / relative
    assert list((tmp_path / "arriving").iterdir()) == []


def test_what_came_to_no_record_is_taken_back_and_what_settled_stays(tmp_path: Path) -> None:
    store = OriginalsStore(tmp_path)
    _, gone = store.receive_bytes(b"unreadable")
    _, stays = settled(store, b"kept before")
    for relative in (gone, gone, stays):
        store.discard(relative)
    assert not store.unsettled
    assert list(store.orphans(())) == [stays]


def test_what_was_cut_off_is_ended_either_way(tmp_path: Path) -> None:
    store = OriginalsStore(tmp_path)
    fingerprint, recorded = store.receive_bytes(b"its record was written")
    _, unrecorded = store.receive_bytes(b"its record was not")
    (tmp_path / "arriving" / ".part-1").write_bytes(b"half")
    (tmp_path / "originals" / "ab").mkdir(parents=True)
    (tmp_path / "originals" / "ab" / ".part-2").write_bytes(b"half")
    store.recover({fingerprint: recorded}.get)
    assert not store.unsettled
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [tmp_path / recorded]
    assert not (tmp_path / unrecorded).exists()


def test_an_archive_that_is_gone_does_not_begin_anew(tmp_path: Path) -> None:
    store = OriginalsStore(tmp_path / "taken out")
    with pytest.raises(ArchiveError, match="is not there any more; connect its disk"):
        store.receive_bytes(b"a letter")
    assert not (tmp_path / "taken out").exists()
