"""Writing, replacing, describing and dropping records; several programs at one index."""

from __future__ import annotations

import multiprocessing
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from archive_app.errors import ArchiveInUse
from archive_app.index import Index, IndexEntry, IndexUnusable
from archive_app.index.writing import PAGES_PER_TASK, Transaction
from tests.index.archives import entry, found, indexed

ROOT = Path(__file__).parents[2]


def test_a_new_index_is_empty_and_answers(tmp_path: Path) -> None:
    index = Index.create(tmp_path / "index")
    assert index.records() == set()
    assert index.count_pages() == 0
    assert index.search("labor").total == 0
    assert index.search("", facets=True).facets["kind"] == {}


def test_a_record_written_again_is_replaced(tmp_path: Path) -> None:
    index = indexed(tmp_path, [entry("R1", "wage theft", "second page"), entry("R2", "wage")])
    index.write([entry("R1", "salary")])
    assert (found(index, "wage"), found(index, "salary"), index.count_pages()) == (["R2"], ["R1"], 2)


def test_of_a_record_twice_in_one_batch_the_last_holds(tmp_path: Path) -> None:
    """The engine's own writer keeps both."""
    index = indexed(
        tmp_path, [entry("R1", "wage", title="one"), entry("R2", "wage"), entry("R1", "salary", title="two")]
    )
    assert (found(index, "wage"), found(index, "salary")) == (["R2"], ["R1"])
    assert (found(index, "title:one"), found(index, "title:two"), index.count_pages()) == ([], ["R1"], 2)


def test_fields_written_alone_leave_the_pages(tmp_path: Path) -> None:
    index = indexed(tmp_path, [entry("R1", "wage theft", title="Draft"), entry("R2", "wage")])
    index.write_fields([IndexEntry("R1", title="Acuerdo", kind="agreement", date="2014-09")])
    assert found(index, "theft title:acuerdo kind:agreement date:2014-09-03") == ["R1"]
    assert found(index, "draft") == []
    assert index.count_pages() == 2


def test_a_record_can_be_dropped_and_come_back(tmp_path: Path) -> None:
    index = indexed(tmp_path, [entry("R1", "wage"), entry("R2", "wage")])
    index.write([], deleted=["R1", "R9"])
    assert (index.records(), found(index, "wage")) == ({"R2"}, ["R2"])
    index.write([entry("R1", "wage")], deleted=["R1"])
    assert index.records() == {"R1", "R2"}


def test_a_record_without_pages_is_found_by_its_fields(tmp_path: Path) -> None:
    index = indexed(tmp_path, [entry("R1", title="Directory")])
    (hit,) = index.search("directory").hits
    assert (hit.record, hit.page, hit.pages, hit.snippet) == ("R1", None, (), "")


def test_a_search_sees_what_another_program_wrote(tmp_path: Path) -> None:
    reading = indexed(tmp_path, [entry("R1", "wage")])
    Index.open(tmp_path).write([entry("R2", "wage")])
    assert found(reading, "wage") == ["R1", "R2"]
    Index.rebuild(tmp_path, [entry("R3", "wage")])
    assert Index.open(tmp_path).records() == {"R3"} == reading.records()


def test_a_writer_at_work_keeps_others_out(tmp_path: Path) -> None:
    index = indexed(tmp_path, [entry("R1", "wage")])
    with Transaction(str(tmp_path), index._view), pytest.raises(ArchiveInUse, match="Another program is writing"):
        Index.open(tmp_path).write([entry("R2", "wage")])
    index.write([entry("R2", "wage")])
    assert index.records() == {"R1", "R2"}


def test_a_failed_write_changes_nothing_and_lets_go_of_the_lock(tmp_path: Path) -> None:
    index = indexed(tmp_path, [entry("R1", "wage")])

    def failing() -> object:
        yield entry("R2", "wage")
        raise KeyError("the catalogue is gone")

    with pytest.raises(KeyError):
        index.write(failing(), deleted=["R1"])  # type: ignore[arg-type]
    assert index.records() == {"R1"}
    index.write([entry("R3", "wage")])
    assert index.records() == {"R1", "R3"}


def test_a_killed_writer_leaves_the_state_before_and_no_lock(tmp_path: Path) -> None:
    indexed(tmp_path, [entry("R1", "wage")])
    dying = (
        "import os, sys; from pathlib import Path; from archive_app.index import Index, IndexEntry\n"
        "def entries():\n"
        "    for number in range(3):\n"
        "        yield IndexEntry(f'K{number}', ((1, 'wage ' * 900_000),))\n"
        "    os.kill(os.getpid(), 9) if os.name != 'nt' else os._exit(9)\n"
        "Index.open(Path(sys.argv[1])).write(entries())"
    )
    done = subprocess.run([sys.executable, "-c", dying, str(tmp_path)], cwd=ROOT, check=False, timeout=60)
    assert done.returncode != 0
    assert len(list(tmp_path.glob("*.seg"))) > 1, "it was to die with segments written"
    index = Index.open(tmp_path)
    assert index.records() == {"R1"}
    index.write([entry("R2", "wage")])
    assert index.records() == {"R1", "R2"}
    assert len(list(tmp_path.glob("*.seg"))) == 2, "what it left is cleared away"


def test_many_small_writes_are_joined_and_nothing_is_lost(tmp_path: Path) -> None:
    index = indexed(tmp_path, [])
    for number in range(40):
        index.write(
            [entry(f"R{number}", f"page of number{number}", "wage", title=f"title{number}")], [f"R{number - 3}"]
        )
    kept = {"R37", "R38", "R39"}
    assert index.records() == kept
    assert set(found(index, "wages")) == kept
    assert found(index, '"page of number38" title:title38') == ["R38"]
    assert found(index, "number12") == []
    assert len(list(tmp_path.glob("*.seg"))) < 10


def test_two_processes_write_every_record_once(tmp_path: Path) -> None:
    """The engine's own writer loses documents here."""
    many = [entry(f"R{number}", *[f"wage word{number} page{page}" for page in range(45)]) for number in range(200)]
    assert sum(len(one.pages) for one in many) > 2 * PAGES_PER_TASK
    Index.rebuild(tmp_path, [*many, entry("R7", "salary")], procs=2)
    index = Index.open(tmp_path)
    assert index.records() == {one.record for one in many}
    assert index.count_pages() == 199 * 45 + 1
    assert (found(index, "salary"), found(index, "word7"), found(index, "word199")) == (["R7"], [], ["R199"])
    assert index.search("wage").total == 199
    assert multiprocessing.active_children() == []


def test_searching_goes_on_while_another_writes(tmp_path: Path) -> None:
    index = indexed(tmp_path, [entry("R0", "wage")])
    writing = Index.open(tmp_path)

    def write() -> None:
        for number in range(1, 20):
            writing.write([entry(f"R{number}", "wage")])

    totals = [1]
    with ThreadPoolExecutor(1) as pool:
        written = pool.submit(write)
        while not written.done():
            totals.append(index.search("wage").total)
        written.result()
    assert totals == sorted(totals)
    assert index.search("wage").total == 20


def test_an_index_closed_opens_again_by_itself(tmp_path: Path) -> None:
    index = indexed(tmp_path, [entry("R1", "wage")])
    index.close()
    assert found(index, "wage") == ["R1"]


@pytest.mark.parametrize("text", ["\ud800 lone", "\x00 null", "a" * 100_000, "İı ßẞ ﷺ", "word " * 70_000])
def test_strange_text_is_indexed(tmp_path: Path, text: str) -> None:
    index = indexed(tmp_path, [entry("R1", text, "wage")])
    assert found(index, "wage") == ["R1"]
    assert index.count_pages() == 2
    last = text.split()[-1]
    assert found(index, last) == ["R1"]


def test_an_index_of_another_version_is_refused_and_replaced(tmp_path: Path) -> None:
    (tmp_path / "_convenio0_3.toc").write_bytes(b"old")
    (tmp_path / "convenio0_abc.seg").write_bytes(b"old")
    with pytest.raises(IndexUnusable, match="another version"):
        Index.open(tmp_path)
    Index.rebuild(tmp_path, [entry("R1", "wage")])
    assert Index.open(tmp_path).records() == {"R1"}
    assert not list(tmp_path.glob("*convenio0_*"))


def test_what_stands_for_a_records_content_is_kept_as_given(tmp_path: Path) -> None:
    index = indexed(tmp_path, [entry("R1", "wage", digest="one"), entry("R2", "wage")])
    assert index.digests() == {"R1": "one", "R2": ""}
    index.write_fields([entry("R1", digest="two")])
    assert index.digests() == {"R1": "two", "R2": ""}


@pytest.mark.parametrize("query", ["note:seal", "nota:sello", 'note:"ask again"'])
def test_notes_are_found_in_their_field_alone(query: str, tmp_path: Path) -> None:
    index = indexed(tmp_path, [entry("R1", "wage", notes=("Seal or sello?", "Ask again")), entry("R2", "seal sello")])
    assert found(index, query) == ["R1"]
    assert found(index, "seal") == ["R2"]
