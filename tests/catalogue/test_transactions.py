from __future__ import annotations

import gc
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from archive_app.catalogue import Catalogue
from archive_app.errors import ArchiveInUse
from tests.catalogue.making import NOON, add, page, party

ROOT = Path(__file__).parents[2]


def elsewhere(act: Callable[[], object]) -> object:
    """What ``act`` gives when another thread does it."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(act).result(timeout=30)


def stumble(catalogue: Catalogue) -> None:
    """Begins a transaction, writes in it and fails."""
    with catalogue.writing():
        add(catalogue)
        raise ZeroDivisionError


def test_all_that_is_written_in_one_transaction_is_undone_together(catalogue: Catalogue) -> None:
    first = add(catalogue).id

    def broken_off() -> None:
        with catalogue.writing():
            add(catalogue)
            catalogue.facts.correct(first, "title", ["Letter"], "ana", NOON)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken_off()

    assert [record.id for record in catalogue.records.all()] == [first]
    assert catalogue.facts.of(first) == []
    assert catalogue.history.of(first) == []


def test_a_part_that_fails_is_undone_alone_where_its_error_is_caught(catalogue: Catalogue) -> None:
    with catalogue.writing():
        first = add(catalogue).id
        with pytest.raises(ZeroDivisionError):
            stumble(catalogue)
        catalogue.tags.add([first], "kept", "ana", NOON)

    assert [record.id for record in catalogue.records.all()] == [first]
    assert catalogue.tags.of(first) == ("kept",)


def test_nothing_can_be_written_while_one_state_is_read(catalogue: Catalogue) -> None:
    id = add(catalogue).id

    with pytest.raises(RuntimeError), catalogue.reading():
        catalogue.tags.add([id], "wages", "ana", NOON)

    catalogue.tags.add([id], "later", "ana", NOON)
    assert catalogue.tags.of(id) == ("later",)


def test_a_reader_goes_on_while_a_writer_holds_a_transaction(catalogue: Catalogue, path: Path) -> None:
    first = add(catalogue).id
    with Catalogue.open(path, writable=False) as reader, catalogue.writing():
        catalogue.facts.replace_readings(first, [party("Consulate")])
        add(catalogue)

        assert elsewhere(catalogue.records.count) == 1
        assert elsewhere(lambda: catalogue.facts.of(first)) == []
        assert reader.records.count() == 1
    assert elsewhere(catalogue.records.count) == 2


def test_a_reader_may_keep_to_one_state_while_others_write(catalogue: Catalogue) -> None:
    add(catalogue)
    with catalogue.reading():
        assert catalogue.records.count() == 1
        elsewhere(lambda: add(catalogue))
        assert catalogue.records.count() == 1
    assert catalogue.records.count() == 2


def test_a_second_writer_waits_for_the_first(catalogue: Catalogue) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def first() -> None:
        with catalogue.writing():
            add(catalogue, page("first"))
            begun.set()
            go_on.wait(timeout=30)

    with ThreadPoolExecutor(2) as pool:
        one = pool.submit(first)
        begun.wait(timeout=30)
        other = pool.submit(add, catalogue, page("second"))
        assert not other.done()
        go_on.set()
        one.result(timeout=30)
        assert other.result(timeout=30).id == "R00002"


def test_a_writer_that_waits_too_long_is_told_so(catalogue: Catalogue, path: Path) -> None:
    with (
        Catalogue.open(path, writable=True, patience=0.05) as other,
        catalogue.writing(),
        pytest.raises(ArchiveInUse, match="Another program is writing"),
    ):
        add(other)


def test_many_threads_write_and_read_without_loss(catalogue: Catalogue) -> None:
    def work(count: int) -> None:
        for _ in range(count):
            id = add(catalogue).id
            catalogue.facts.replace_readings(id, [party("Consulate")])
            assert len(catalogue.facts.of(id)) == 1

    with ThreadPoolExecutor(4) as pool:
        for done in [pool.submit(work, 10) for _ in range(4)]:
            done.result(timeout=60)

    assert [record.id for record in catalogue.records.all()] == [f"R{n:05d}" for n in range(1, 41)]
    assert catalogue.faults() == []


def test_a_threads_connection_goes_with_the_thread(catalogue: Catalogue) -> None:
    catalogue.records.count()
    for _ in range(5):
        elsewhere(catalogue.records.count)
    gc.collect()

    assert len(catalogue._db._sessions) == 1


def test_the_version_rises_with_every_change_by_anyone(catalogue: Catalogue, path: Path) -> None:
    id = add(catalogue).id
    before = catalogue.data_version
    assert elsewhere(lambda: catalogue.data_version) == before

    with Catalogue.open(path, writable=True) as other:
        other.tags.add([id], "wages", "ana", NOON)
        after = catalogue.data_version
        assert after > before
        assert other.data_version == after


def test_the_version_stays_where_a_change_is_undone(catalogue: Catalogue) -> None:
    before = catalogue.data_version

    with pytest.raises(ZeroDivisionError):
        stumble(catalogue)

    assert catalogue.data_version == before


WRITER = """
import sys
from pathlib import Path
from archive_app.catalogue import Catalogue
from tests.catalogue.making import add, page, party

catalogue = Catalogue.open(Path(sys.argv[1]), writable=True)
while True:
    with catalogue.writing():
        record = add(catalogue, page("first page"), page("second page", 2))
        catalogue.facts.replace_readings(record.id, [party("Consulate")] * 20)
    print(record.id, flush=True)
    if sys.argv[2] == "hold":
        with catalogue.writing():
            for _ in range(200):
                add(catalogue, page("never finished " * 200))
            print("held", flush=True)
            sys.stdin.read()
"""


def written_before_the_kill(path: Path, mode: str, lines: int) -> list[str]:
    """Starts a writer, kills it after so many lines of what it finished, and gives those lines."""
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), mode],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    with writer:
        assert writer.stdout is not None
        told = [writer.stdout.readline().strip() for _ in range(lines)]
        writer.kill()
        return told + writer.stdout.read().split()


@pytest.mark.parametrize("writable", [True, False])
def test_a_writer_killed_within_a_transaction_leaves_what_was_finished(path: Path, writable: bool) -> None:
    Catalogue.create(path).close()

    assert written_before_the_kill(path, "hold", 2) == ["R00001", "held"]

    with Catalogue.open(path, writable) as catalogue:
        assert [record.id for record in catalogue.records.all()] == ["R00001"]
        assert catalogue.faults() == []
    with Catalogue.open(path, writable=True) as catalogue:
        assert add(catalogue).id == "R00002"


@pytest.mark.parametrize("lines", [1, 10, 60])
def test_a_writer_killed_at_any_moment_loses_nothing_it_had_told(path: Path, lines: int) -> None:
    Catalogue.create(path).close()

    told = written_before_the_kill(path, "go on", lines)

    with Catalogue.open(path, writable=True) as catalogue:
        kept = [record.id for record in catalogue.records.all()]
        assert kept[: len(told)] == told
        assert len(kept) <= len(told) + 1
        assert all(len(catalogue.pages.of(id)) == 2 and len(catalogue.facts.of(id)) == 20 for id in kept)
        assert catalogue.faults() == []
