"""The world around an archive fails in the middle: each time one clear sentence, and a whole archive afterwards."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from archive_app import bootstrap
from archive_app.domain.record import Work
from archive_app.errors import ArchiveInUse
from archive_app.services.archive import Archive
from archive_app.services.intake import accessioning
from archive_app.services.intake.accessioning import BrokenOff
from archive_app.services.preservation.verifying import verify
from tests import builders
from tests.benchmarks import fuzz, kills
from tests.services.intake.test_accessioning import StopAfter, adds_up
from tests.services.making import add

ROOT = Path(__file__).resolve().parents[3]
#: Runs the program with files that can grow to so many bytes only, as on a full disk.
LIMITED = """
import resource, runpy, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), resource.RLIM_INFINITY))
sys.argv = ["main.py", *sys.argv[2:]]
runpy.run_path("main.py", run_name="__main__")
"""


def bound_by_rights() -> list[str]:
    """What stands before a command that root runs, so that it may not write where its own rights forbid it."""
    if os.geteuid():
        return []
    if not shutil.which("setpriv"):
        pytest.skip("nothing is forbidden to root")
    return ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]


class Then(StopAfter):
    """Progress that does something once so many items are done."""

    def __init__(self, items: int, do: Callable[[], object]) -> None:
        super().__init__(10**9)
        self.until, self.do = items, do

    def advance(self, item: str, done: int = 1) -> None:
        self.until -= done
        if self.until == 0:
            self.do()


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """Nine notes in a folder."""
    (tmp_path / "papers").mkdir()
    for number in range(9):
        (tmp_path / "papers" / f"{number}.txt").write_text(f"A note, number {number}.", encoding="utf-8")
    return tmp_path / "papers"


def finishes(root: Path, papers: Path, count: int) -> bool:
    """Whether the archive is whole, and takes the rest in once the disturbance is over."""
    with bootstrap.opened(root, writable=True) as archive:
        assert verify(archive).sound
        add(archive, papers)
        assert verify(archive).sound
        assert archive.catalogue.queue.waiting(Work.DESCRIBE) == []
        return archive.catalogue.records.count() == count


def test_originals_that_vanish_fail_alone(empty: Archive, papers: Path) -> None:
    intake = add(empty, papers, progress=Then(3, (papers / "8.txt").unlink))
    assert (intake.added, [failure.cause for failure in intake.failures]) == (8, ["It is no file any more."])
    assert adds_up(intake)


@pytest.mark.skipif(sys.platform == "win32", reason="pipes have no names there")
def test_a_file_that_turns_into_a_pipe_stalls_nothing(empty: Archive, papers: Path) -> None:
    def turn() -> None:
        (papers / "8.txt").unlink()
        os.mkfifo(papers / "8.txt")

    intake = add(empty, papers, progress=Then(3, turn))
    assert (intake.added, len(intake.failures)) == (8, 1)


@pytest.mark.skipif(sys.platform == "win32", reason="open files cannot be moved there")
def test_a_folder_that_goes_away_ends_the_intake_in_one_sentence(empty: Archive, papers: Path, tmp_path: Path) -> None:
    away = tmp_path / "unplugged"
    with pytest.raises(BrokenOff, match=f"The folder {papers} is not there any more; connect its disk") as told:
        add(empty, papers, progress=Then(3, lambda: papers.rename(away)))
    assert adds_up(told.value.intake)
    assert (told.value.intake.found, told.value.intake.failures) == (9, [])
    away.rename(papers)
    accessioning.go_on(empty, jobs=0)
    assert empty.catalogue.records.count() == 9
    assert verify(empty).sound


@pytest.mark.skipif(sys.platform == "win32", reason="open files cannot be moved there")
def test_an_empty_folder_in_the_place_of_an_archive_is_not_begun_anew(papers: Path, tmp_path: Path) -> None:
    """As where a disk was mounted: the catalogue's file is open still, and would take records without originals."""
    root, away = tmp_path / "archive", tmp_path / "unplugged"
    bootstrap.create(root)
    archive, lock = bootstrap.open_archive(root, writable=True)

    def unplug() -> None:
        root.rename(away)
        root.mkdir()

    with pytest.raises(BrokenOff, match="is not there any more; connect its disk"):
        add(archive, papers, progress=Then(3, unplug))
    bootstrap.close(archive, lock)
    assert list(root.iterdir()) == []
    root.rmdir()
    away.rename(root)
    assert finishes(root, papers, 9)


@pytest.mark.skipif(sys.platform == "win32", reason="open files cannot be moved there")
def test_an_archive_that_goes_away_is_told_and_goes_on_when_it_is_back(papers: Path, tmp_path: Path) -> None:
    root, away = tmp_path / "archive", tmp_path / "unplugged"
    bootstrap.create(root)
    archive, lock = bootstrap.open_archive(root, writable=True)
    with pytest.raises(BrokenOff, match="is not there any more; connect its disk"):
        add(archive, papers, progress=Then(3, lambda: root.rename(away)))
    assert not root.exists()
    away.rename(root)
    bootstrap.close(archive, lock)
    assert finishes(root, papers, 9)


@pytest.mark.skipif(sys.platform != "linux", reason="the size of files is limited there alone")
@pytest.mark.parametrize("kilobytes", [8, 200, 400])
def test_a_full_disk_is_told_in_one_sentence(kilobytes: int, tmp_path: Path) -> None:
    root, papers = tmp_path / "archive", tmp_path / "papers"
    papers.mkdir()
    for number in range(30):
        builders.make_pdf(papers / f"{number}.pdf", *[f"Paper {number} on roofs and ladders. " * 60] * 4)
    bootstrap.create(root)
    command = [sys.executable, "-c", LIMITED, str(kilobytes << 10), "add", str(root), str(papers), "--quiet"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", timeout=110)
    assert ran.returncode in (1, 3), ran.stderr
    (sentence,) = ran.stderr.splitlines()
    assert "full" in sentence or "failed" in sentence or "cannot be written" in sentence, sentence
    assert finishes(root, papers, 30)


def test_two_programs_at_once_are_one_and_a_sentence(empty: Archive, papers: Path) -> None:
    told: list[str] = []

    def another() -> None:
        with pytest.raises(ArchiveInUse) as refused, bootstrap.opened(empty.root, writable=True):
            pass
        told.append(str(refused.value))
        with bootstrap.opened(empty.root) as reader:
            assert reader.catalogue.records.count() >= 3

    assert add(empty, papers, progress=Then(3, another)).added == 9
    assert "is being written to by another program (process" in told[0]


@pytest.mark.skipif(sys.platform == "win32", reason="folders cannot be closed so there")
@pytest.mark.parametrize("closed", ["arriving", "originals", "index"])
def test_a_folder_that_may_not_be_written_to_is_told(closed: str, papers: Path, tmp_path: Path) -> None:
    root = tmp_path / "archive"
    bootstrap.create(root)
    with bootstrap.opened(root, writable=True) as archive:
        add(archive, papers / "0.txt")
    (root / closed).chmod(0o555)
    command = [*bound_by_rights(), sys.executable, "main.py", "add", str(root), str(papers), "--quiet"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", timeout=110)
    (root / closed).chmod(0o755)
    assert ran.returncode in (1, 3), ran.stderr
    (sentence,) = ran.stderr.splitlines()
    assert "cannot be written to" in sentence
    assert finishes(root, papers, 9)


def test_a_program_that_is_killed_at_any_point_leaves_a_whole_archive() -> None:
    results = kills.run(6, random.Random(5))
    assert [found.faults for found in results] == [[]] * 6


def test_mutated_files_of_every_format_each_have_their_fate(tmp_path: Path) -> None:
    folder, root = tmp_path / "mutants", tmp_path / "archive"
    fuzz.make_mutants(folder, fuzz.make_whole(tmp_path / "whole"), 60, random.Random(3))
    bootstrap.create(root)
    with bootstrap.opened(root, writable=True) as archive:
        told = accessioning.add(archive, [folder], inside_zip=True, jobs=2, ocr="never").as_json()
        assert fuzz.faults(told, "") == []
        assert told["found"] >= 60
        assert verify(archive).sound


@pytest.mark.skipif(sys.platform == "win32", reason="rights work otherwise there")
def test_folders_that_may_not_be_looked_into_are_told(papers: Path, tmp_path: Path) -> None:
    root, closed = tmp_path / "closed" / "archive", tmp_path / "closed"
    closed.mkdir()
    bootstrap.create(root)
    (closed / "a.txt").write_text("Mine.", encoding="utf-8")
    bootstrap.create(tmp_path / "other")

    def said(*words: object) -> tuple[int, str]:
        command = [*bound_by_rights(), sys.executable, "main.py", *map(str, words)]
        ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
        return ran.returncode, (ran.stdout + ran.stderr).strip()

    closed.chmod(0)
    try:
        for words in (("list", root), ("add", root, papers), ("new", root), ("new", closed / "more")):
            status, told = said(*words)
            assert (status, "(Permission denied)" in told, len(told.splitlines())) == (3, True, 1), told
        status, told = said("export", tmp_path / "other", "csv", closed / "all.csv")
        assert (status, "cannot be written (Permission denied)" in told) == (1, True)
        status, told = said("extract", closed / "a.txt", "--json", "--quiet")
        assert (status, "check that it may be read" in told) == (1, True)
    finally:
        closed.chmod(0o700)
