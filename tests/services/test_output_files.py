"""Files for others: whole or not at all, and what stood there before stays until then."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from archive_app.errors import ConvenioError
from archive_app.services.output_files import written


def test_a_file_is_there_once_it_is_whole(tmp_path: Path) -> None:
    file = tmp_path / "all.csv"
    file.write_text("before", encoding="utf-8")
    with written(file) as beside:
        beside.write_text("now", encoding="utf-8")
        assert beside.suffix == ".csv"
        assert file.read_text(encoding="utf-8") == "before"
    assert file.read_text(encoding="utf-8") == "now"
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("fault", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_what_is_broken_off_leaves_what_was_there(fault: BaseException, tmp_path: Path) -> None:
    file = tmp_path / "all.csv"
    file.write_text("before", encoding="utf-8")

    def write() -> None:
        with written(file) as beside:
            beside.write_text("ha", encoding="utf-8")
            raise fault

    with pytest.raises((ConvenioError, KeyboardInterrupt)) as told:
        write()
    if isinstance(told.value, ConvenioError):
        assert f"{file} cannot be written (No space left on device)" in str(told.value)
    assert file.read_text(encoding="utf-8") == "before"
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.skipif(sys.platform == "win32", reason="pipes have no names there")
def test_what_is_no_ordinary_file_is_written_to_as_it_is(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    with written(pipe) as beside:
        beside.write_text("words", encoding="utf-8")
    assert os.read(reader, 99) == b"words"
    os.close(reader)
    assert pipe.is_fifo()


def test_a_link_keeps_pointing_to_what_is_written(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    link = tmp_path / "all.csv"
    link.symlink_to(tmp_path / "there" / "real.csv")
    with written(link) as beside:
        beside.write_text("words", encoding="utf-8")
    assert link.is_symlink()
    assert (tmp_path / "there" / "real.csv").read_text(encoding="utf-8") == "words"


@pytest.mark.skipif(sys.platform == "win32", reason="pipes have no names in folders there")
def test_a_pipe_that_a_name_leads_to_is_written_to(tmp_path: Path) -> None:
    reads, writes = os.pipe()
    with os.fdopen(reads, "rb") as out, os.fdopen(writes, "wb"):
        with written(Path(f"/dev/fd/{writes}")) as beside:
            beside.write_text("all", encoding="utf-8")
        assert out.read(3) == b"all"
