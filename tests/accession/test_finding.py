"""Which files are found, in what order, and what is passed over."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive_app.accession.finding import find_files, find_patiently
from archive_app.errors import ConvenioError, UsageError


def make(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("words", encoding="utf-8")


def taken(root: Path, *paths: Path) -> list[str]:
    return [found.path.relative_to(root).as_posix() for found in find_files(paths or [root]) if not found.skipped]


def passed_over(root: Path) -> dict[str, str]:
    return {f.path.relative_to(root).as_posix(): f.skipped for f in find_files([root]) if f.skipped}


def test_files_come_in_order_of_name_at_every_depth(tmp_path: Path) -> None:
    make(tmp_path, "b.txt", "a/2.txt", "a/1.txt", "a/deep/er/x.txt", "c.txt")
    assert taken(tmp_path) == ["a/1.txt", "a/2.txt", "a/deep/er/x.txt", "b.txt", "c.txt"]


def test_each_file_once_however_often_it_is_named(tmp_path: Path) -> None:
    make(tmp_path, "a/1.txt")
    assert taken(tmp_path, tmp_path / "a", tmp_path, tmp_path / "a" / "1.txt") == ["a/1.txt"]


def test_hidden_files_of_the_system_are_passed_over(tmp_path: Path) -> None:
    make(tmp_path, ".DS_Store", "Thumbs.db", "~$letter.docx", ".git/config", "__MACOSX/x", "letter.docx")
    assert taken(tmp_path) == ["letter.docx"]
    assert set(passed_over(tmp_path)) == {".DS_Store", "Thumbs.db", "~$letter.docx", ".git", "__MACOSX"}
    assert all("hidden" in reason for reason in passed_over(tmp_path).values())


def test_a_folder_with_a_hidden_name_is_entered_where_it_is_named(tmp_path: Path) -> None:
    make(tmp_path, ".boxes/1.txt")
    assert taken(tmp_path, tmp_path / ".boxes") == [".boxes/1.txt"]


@pytest.mark.skipif(os.name == "nt", reason="links and pipes need rights there")
def test_links_and_pipes_are_passed_over(tmp_path: Path) -> None:
    box = tmp_path / "box"
    make(tmp_path, "box/1.txt", "elsewhere/secret.txt")
    (box / "round").symlink_to(box)
    (box / "out").symlink_to(tmp_path / "elsewhere")
    (box / "gone").symlink_to(tmp_path / "nothing")
    os.mkfifo(box / "pipe")
    assert taken(box) == ["1.txt"]
    reasons = passed_over(box)
    assert set(reasons) == {"round", "out", "gone", "pipe"}
    assert "link" in reasons["out"]
    assert "pipe" in reasons["pipe"]


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_that_is_named_is_followed(tmp_path: Path) -> None:
    make(tmp_path, "box/1.txt")
    (tmp_path / "link").symlink_to(tmp_path / "box")
    assert taken(tmp_path, tmp_path / "link") == ["link/1.txt"]


def test_a_path_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"There is no file or folder .*nowhere; check the name"):
        list(find_files([tmp_path / "nowhere"]))


def test_a_folder_that_does_not_answer_is_told_and_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("A note.", encoding="utf-8")
    over = threading.Event()

    def stalling() -> Iterator[Path]:
        yield tmp_path
        over.wait(60)

    with pytest.raises(ConvenioError, match=r"has not answered for 0 seconds after .*note\.txt; see that its disk"):
        find_patiently(stalling(), seconds=0.3)
    over.set()


def test_patience_changes_nothing_for_a_folder_that_answers(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("A note.", encoding="utf-8")
    assert find_patiently([tmp_path]) == list(find_files([tmp_path]))
    with pytest.raises(UsageError, match="There is no file or folder"):
        find_patiently([tmp_path / "nowhere"])


def test_a_slow_folder_that_is_full_is_waited_for(tmp_path: Path) -> None:
    """Nothing is found until all its names are there, which on a slow network takes longer than silence may."""

    class Slow(type(tmp_path)):  # type: ignore[misc]
        def iterdir(self) -> Iterator[Path]:
            for number in range(8):
                time.sleep(0.1)
                yield tmp_path / f"{number}.txt"

    for number in range(8):
        (tmp_path / f"{number}.txt").write_text("words", encoding="utf-8")
    assert len(find_patiently([Slow(tmp_path)], seconds=0.4)) == 8
