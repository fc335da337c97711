from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from archive_app.catalogue import WriterLock
from archive_app.errors import ArchiveError, ArchiveInUse

ROOT = Path(__file__).parents[2]

HOLDER = """
import sys
from pathlib import Path
from archive_app.catalogue import WriterLock

lock = WriterLock(Path(sys.argv[1]))
lock.acquire()
print("held", flush=True)
sys.stdin.read()
"""


def test_the_lock_is_had_by_one_at_a_time_and_names_the_holder(tmp_path: Path) -> None:
    with WriterLock(tmp_path) as first:
        assert first.held
        second = WriterLock(tmp_path)
        with pytest.raises(ArchiveInUse, match=rf"{tmp_path.name}.*process {os.getpid()} on .+, since 20"):
            second.acquire()

    with second:
        assert second.held
    assert not second.held


def test_the_lock_leaves_no_word_of_its_holder_behind(tmp_path: Path) -> None:
    with WriterLock(tmp_path):
        pass

    assert not (tmp_path / "writer.json").exists()


def test_to_release_a_lock_that_is_not_held_leaves_the_holder_alone(tmp_path: Path) -> None:
    with WriterLock(tmp_path):
        WriterLock(tmp_path).release()

        with pytest.raises(ArchiveInUse, match=f"process {os.getpid()}"):
            WriterLock(tmp_path).acquire()


def test_one_thread_may_take_the_lock_and_another_give_it_back(tmp_path: Path) -> None:
    lock = WriterLock(tmp_path)
    taker = threading.Thread(target=lock.acquire)
    taker.start()
    taker.join()

    lock.release()

    with WriterLock(tmp_path) as other:
        assert other.held


def test_the_lock_goes_with_a_holder_that_dies(tmp_path: Path) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    with holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(ArchiveInUse, match=f"process {holder.pid} "):
            WriterLock(tmp_path).acquire()
        holder.kill()

    with WriterLock(tmp_path) as lock:
        assert lock.held


@pytest.mark.parametrize("content", ["", "{}", "[1]", '"half', "null"])
def test_a_holder_that_cannot_be_read_is_another_program(tmp_path: Path, content: str) -> None:
    with WriterLock(tmp_path):
        (tmp_path / "writer.json").write_text(content, encoding="utf-8")

        with pytest.raises(ArchiveInUse, match="by another program;"):
            WriterLock(tmp_path).acquire()


def test_a_folder_that_takes_no_lock_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "writer.json").mkdir()

    lock = WriterLock(tmp_path)
    with pytest.raises(ArchiveError, match="cannot be written to"):
        lock.acquire()

    assert not lock.held
