"""Worker processes that hang, swallow memory, crash or chatter cost their own item only."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from archive_app.errors import ConvenioError, ReadingError
from archive_app.executor import Outcome, Worker, run

_KNOWLEDGE: list[str] = []


class Stubborn(Exception):
    """An error that can be pickled but not unpickled."""

    def __init__(self, first: str, second: str) -> None:
        super().__init__(first)


def load(word: str) -> None:
    _KNOWLEDGE.append(word)


def refuse() -> None:
    raise ValueError("nothing to load")


def write_to_terminal() -> str:
    print("to the terminal")
    os.write(2, b"and to standard error\n")
    return "CHATTER"


def fail(error: Exception) -> None:
    raise error


DEEDS: dict[str, Callable[[], object]] = {
    "hang": lambda: time.sleep(600),
    "crash": lambda: os._exit(7),
    "abort": os.abort,
    "swallow": lambda: len(bytearray(3 << 30)),
    "flood": lambda: bytes(40 << 20),
    "raise": lambda: fail(ReadingError("reading", "The file is empty.", "Look for a whole copy.")),
    "stubborn": lambda: fail(Stubborn("one", "two")),
    "unsendable": lambda: lambda: None,
    "chatter": write_to_terminal,
    "knowledge": lambda: list(_KNOWLEDGE),
    "who": os.getpid,
}


def work(item: str) -> object:
    """Does what its item names."""
    return DEEDS[item]() if item in DEEDS else item.upper()


def by_item(outcomes: Iterator[Outcome[str, object]]) -> dict[str, Outcome[str, object]]:
    return {outcome.item: outcome for outcome in outcomes}


def kind(outcome: Outcome[str, object]) -> str | None:
    return outcome.fault.kind if outcome.fault else None


def test_faults_cost_their_own_item_only() -> None:
    items = ["a", "crash", "b", "hang", "abort", "c", "swallow", "d", "raise", "stubborn", "unsendable", "e"]
    done = by_item(run(work, items, jobs=2, seconds=1, megabytes=512))
    assert set(done) == set(items)
    assert {item: done[item].result for item in "abcde"} == {item: item.upper() for item in "abcde"}
    assert kind(done["crash"]) == "crashed"
    assert "7" in str(done["crash"].fault)
    assert kind(done["abort"]) == "crashed"
    assert kind(done["hang"]) == "timeout"
    assert kind(done["raise"]) == kind(done["stubborn"]) == kind(done["unsendable"]) == "raised"
    if sys.platform == "linux":
        assert kind(done["swallow"]) == "memory"


def test_a_result_may_take_a_quarter_of_the_memory() -> None:
    done = by_item(run(work, ["flood", "a"], jobs=1, seconds=20, megabytes=128))
    assert kind(done["flood"]) == "output"
    assert done["a"].result == "A"


def test_an_error_travels_whole() -> None:
    (outcome,) = run(work, ["raise"], jobs=1, seconds=20, megabytes=512)
    assert outcome.fault is not None
    assert isinstance(outcome.fault.error, ReadingError)
    assert outcome.fault.error.cause == "The file is empty."


def test_in_process_the_outcomes_are_the_same() -> None:
    done = by_item(run(work, ["a", "raise", "knowledge"], jobs=0, seconds=1, megabytes=1, initializer=(load, ("x",))))
    assert done["a"].result == "A"
    assert kind(done["raise"]) == "raised"
    assert done["knowledge"].result == ["x"]


def test_processes_stay_and_load_their_knowledge_once() -> None:
    with_who = run(work, ["who"] * 5, jobs=1, seconds=20, megabytes=512)
    assert len({outcome.result for outcome in with_who}) == 1
    knowledge = run(work, ["knowledge"] * 3, jobs=1, seconds=20, megabytes=512, initializer=(load, ("clauses",)))
    assert [outcome.result for outcome in knowledge] == [["clauses"]] * 3


def test_items_are_taken_as_processes_come_free() -> None:
    taken: list[int] = []

    def items() -> Iterator[str]:
        for number in range(1000):
            taken.append(number)
            yield f"item {number}"

    outcomes = run(work, items(), jobs=2, seconds=20, megabytes=512)
    next(outcomes)
    assert len(taken) <= 4
    outcomes.close()


def test_closing_ends_the_processes(tmp_path: Path) -> None:
    outcomes = run(work, ["who", "hang", "hang"], jobs=1, seconds=600, megabytes=512)
    pid = next(outcomes).result
    outcomes.close()
    with pytest.raises(ProcessLookupError):
        os.kill(int(str(pid)), 0)


def test_from_a_background_thread() -> None:
    results: list[object] = []
    thread = threading.Thread(
        target=lambda: results.extend(o.result for o in run(work, ["a", "b"], jobs=2, seconds=20, megabytes=512))
    )
    thread.start()
    thread.join()
    assert sorted(map(str, results)) == ["A", "B"]


def test_chatter_does_not_reach_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    (outcome,) = run(work, ["chatter"], jobs=1, seconds=20, megabytes=512)
    assert outcome.result == "CHATTER"
    assert capfd.readouterr() == ("", "")


def test_processes_that_cannot_start_are_told_in_a_sentence() -> None:
    with pytest.raises(ConvenioError, match=r"cannot be started.*nothing to load"):
        list(run(work, ["a"], jobs=1, seconds=20, megabytes=512, initializer=(refuse, ())))


def test_one_worker_answers_single_questions() -> None:
    worker: Worker[str, object] = Worker(work, seconds=1, megabytes=512)
    try:
        assert worker.call("a").result == "A"
        assert kind(worker.call("hang")) == "timeout"
        assert worker.call("b").result == "B"
    finally:
        worker.close()


def test_no_items_no_outcomes() -> None:
    assert list(run(work, [], jobs=2, seconds=1, megabytes=512)) == []


def test_items_that_take_long_are_asked_about_and_may_end_all() -> None:
    asked: list[str] = []

    def ask(item: str) -> None:
        asked.append(item)
        if len(asked) == 3:
            raise ConvenioError("The folder does not answer.")

    outcomes = run(work, ["a", "hang", "b"], jobs=2, seconds=60, megabytes=512, doubt=(0.2, ask))
    done: list[str] = []
    with pytest.raises(ConvenioError, match="does not answer"):
        done.extend(outcome.item for outcome in outcomes)
    assert asked == ["hang"] * 3


def test_items_that_are_asked_about_and_go_on_are_done() -> None:
    asked: list[str] = []
    items = ["a", "hang", "b"]
    done = by_item(run(work, items, jobs=1, seconds=1, megabytes=512, doubt=(0.2, asked.append)))
    assert [kind(done[item]) for item in items] == [None, "timeout", None]
    assert set(asked) == {"hang"}
