"""What would come in, told before anything is touched."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from archive_app import bootstrap
from archive_app.errors import Cancelled, UsageError
from archive_app.progress import Silent
from archive_app.services.archive import Archive
from archive_app.services.intake import accessioning, previewing
from tests.builders import make_mail, make_pdf


def lay_out(folder: Path) -> Path:
    """Three papers (one of them twice), and four files that would not come in."""
    make_pdf(folder / "pact.pdf", "An agreement of two offices.")
    (folder / "again").mkdir()
    (folder / "again" / "copy.pdf").write_bytes((folder / "pact.pdf").read_bytes())
    make_mail(folder / "letter.eml", "Good day.", From_="a@example.org", Subject="Pact")
    (folder / "note.txt").write_text("A note about the pact.", encoding="utf-8")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing more")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "program.exe").write_bytes(b"MZ\x00\x01" * 40)
    (folder / ".hidden").write_text("x", encoding="utf-8")
    return folder


def fingerprints(folder: Path) -> dict[str, tuple[str, int]]:
    return {
        path.name: (hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns)
        for path in folder.rglob("*") if path.is_file()
    }  # fmt: skip


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    return lay_out(folder)


def seen(archive: Archive, papers: Path) -> previewing.Preview:
    told = previewing.preview(archive, [papers], jobs=0)
    whole = told.fresh + told.known + told.twice + len(told.unreadable) + len(told.left_out)
    assert told.found == whole == 8
    return told


def test_files_are_counted_by_what_would_become_of_them(tmp_path: Path, papers: Path) -> None:
    bootstrap.create(tmp_path / "archive")
    before = fingerprints(papers)
    with bootstrap.opened(tmp_path / "archive", writable=True) as archive:
        told = seen(archive, papers)
        assert (told.fresh, told.known, told.twice) == (3, 0, 1)
        assert told.kinds == {"application/pdf": 1, "message/rfc822": 1, "text/plain": 1}
        assert {Path(one.file).name for one in told.unreadable} == {"broken.pdf", "empty.txt"}
        assert {Path(one.file).name for one in told.left_out} == {"program.exe", ".hidden"}
        assert archive.catalogue.records.count() == 0
        intake = accessioning.add(archive, [papers], jobs=0)
        assert (intake.added, intake.duplicates, len(intake.failures), intake.skipped) == (3, 1, 2, 2)
        again = seen(archive, papers)
        assert (again.fresh, again.known, again.twice) == (0, 3, 1)
    assert fingerprints(papers) == before


class Stopped(Silent):
    cancelled = True


def test_looking_can_be_stopped_and_names_must_be_there(tmp_path: Path, papers: Path) -> None:
    bootstrap.create(tmp_path / "archive")
    with bootstrap.opened(tmp_path / "archive", writable=True) as archive:
        with pytest.raises(Cancelled):
            previewing.preview(archive, [papers], jobs=0, progress=Stopped())
        with pytest.raises(UsageError):
            previewing.preview(archive, [papers / "nowhere"], jobs=0)
