"""Whatever happens to its files, an index answers rightly or says that it cannot be used."""

from __future__ import annotations

import os
import pickle
import re
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive_app.index import Index, IndexUnusable
from tests.index.archives import entry, found, indexed


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    index = indexed(tmp_path, [entry("R1", "wage theft", title="Agreement"), entry("R2", "wage", kind="renewal")])
    index.write([entry("R3", "salary")])
    return tmp_path


def list_of_files(folder: Path) -> Path:
    (path,) = folder.glob("*.toc")
    return path


def test_no_folder_and_no_files(tmp_path: Path) -> None:
    with pytest.raises(IndexUnusable, match="it is missing"):
        Index.open(tmp_path / "none")
    with pytest.raises(IndexUnusable, match="it is missing"):
        Index.open(tmp_path)


def test_without_its_list_of_files(folder: Path) -> None:
    list_of_files(folder).unlink()
    with pytest.raises(IndexUnusable, match="it is not complete"):
        Index.open(folder)


@pytest.mark.parametrize("content", [b"", b"\x00" * 400, b"something else", b"\x80\x04N."])
def test_with_a_list_that_is_none(folder: Path, content: bytes) -> None:
    list_of_files(folder).write_bytes(content)
    with pytest.raises(IndexUnusable, match="list of files is damaged"):
        Index.open(folder)
    with pytest.raises(IndexUnusable):
        Index(folder).write([entry("R4", "wage")])
    Index.rebuild(folder, [entry("R9", "wage")])
    assert Index.open(folder).records() == {"R9"}


def test_every_length_the_list_can_be_cut_to(folder: Path) -> None:
    path = list_of_files(folder)
    whole = path.read_bytes()
    for length in range(0, len(whole), 7):
        path.write_bytes(whole[:length])
        with pytest.raises(IndexUnusable):
            Index.open(folder)


@pytest.mark.parametrize("share", [0.0, 0.3, 0.7, 0.99])
def test_with_a_file_cut_short(folder: Path, share: float) -> None:
    for path in folder.glob("*.seg"):
        whole = path.read_bytes()
        path.write_bytes(whole[: int(len(whole) * share)])
        with pytest.raises(IndexUnusable, match="cut short"):
            Index.open(folder)
        path.write_bytes(whole)
    assert set(found(Index.open(folder), "wage")) == {"R1", "R2"}


def test_with_a_file_missing(folder: Path) -> None:
    next(folder.glob("*.seg")).unlink()
    with pytest.raises(IndexUnusable, match="missing"):
        Index.open(folder)


class Trap:
    """Something whose unpickling leaves a trace."""

    def __init__(self, trace: Path) -> None:
        self.trace = trace

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, (str(self.trace),)


@pytest.mark.parametrize("pattern", ["*.toc", "*.seg"])
def test_files_from_elsewhere_run_nothing(folder: Path, tmp_path_factory: pytest.TempPathFactory, pattern: str) -> None:
    """Every pickle in the file, one after the other, is replaced by one that would run something."""
    trace = tmp_path_factory.mktemp("elsewhere") / "trace"
    trap = pickle.dumps(Trap(trace), 2)
    for path in folder.glob(pattern):
        whole = path.read_bytes()
        starts = [match.start() for match in re.finditer(rb"\x80[\x02-\x05]", whole)]
        assert starts
        for start in starts:
            path.write_bytes((whole[:start] + trap + whole[start + len(trap) :])[: len(whole)].ljust(len(whole), b"."))
            with suppress(IndexUnusable):
                Index.open(folder).search("wage")
        path.write_bytes(whole)
    assert not trace.exists()
    assert Index.open(folder).search("wage").total == 2


def test_another_engine_s_files_are_not_taken_for_it(tmp_path: Path) -> None:
    from whoosh.fields import TEXT, Schema
    from whoosh.index import create_in

    create_in(str(tmp_path), Schema(content=TEXT))
    with pytest.raises(IndexUnusable, match="another version"):
        Index.open(tmp_path)


@given(data=st.data())
def test_with_any_byte_changed_it_answers_or_says_so(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("index")
    indexed(folder, [entry("R1", "wage theft", title="Agreement"), entry("R2", "wage", kind="renewal")])
    (path,) = folder.glob("*.seg")
    content = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path.write_bytes(content)
    with suppress(IndexUnusable):
        index = Index.open(folder)
        for query in ("wage", '"wage theft"', "kind:renewal", "title:agreement", "wag*", "wagx~", "date:2014"):
            assert index.search(query, facets=True, sort="title").total <= 2


@given(place=st.integers(0, 10_000), bit=st.integers(0, 7))
def test_verifying_finds_any_bit_that_changed(tmp_path_factory: pytest.TempPathFactory, place: int, bit: int) -> None:
    folder = tmp_path_factory.mktemp("index")
    indexed(folder, [entry("R1", "wage theft", title="Agreement")]).verify()
    (path,) = folder.glob("*.seg")
    content = bytearray(path.read_bytes())
    content[place % len(content)] ^= 1 << bit
    path.write_bytes(content)
    with pytest.raises(IndexUnusable):
        Index.open(folder).verify()
