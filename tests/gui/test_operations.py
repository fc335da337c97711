"""Work off the window's thread."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractListModel, Qt
from pytestqt.qtbot import QtBot

from archive_app.errors import Cancelled, ConvenioError, UsageError
from archive_app.gui.operations import Operations, WindowProgress
from archive_app.gui.operations.progress import Step


@pytest.fixture
def operations(qtbot: QtBot) -> Iterator[Operations]:
    made = Operations()
    yield made
    made.close()


def test_results_come_back_to_the_thread_of_the_window(operations: Operations, qtbot: QtBot) -> None:
    told: list[tuple[int, int]] = []
    operations.run(threading.get_ident, lambda worked: told.append((worked, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(told))
    assert told[0][0] != threading.get_ident() == told[0][1]
    assert operations.idle


def test_of_several_answers_to_one_question_the_last_is_shown(operations: Operations, qtbot: QtBot) -> None:
    begun, go_on = threading.Event(), threading.Event()
    told: list[str] = []

    def slow() -> str:
        begun.set()
        go_on.wait(10)
        return "first"

    operations.run(slow, told.append, key="search", lane="search")
    assert begun.wait(10)
    operations.run(lambda: "second", told.append, key="search", lane="search")
    operations.run(lambda: "third", told.append, key="search", lane="search")
    go_on.set()
    qtbot.waitUntil(lambda: operations.idle)
    assert told == ["third"]


def test_faults_are_told_to_whom_they_concern(operations: Operations, qtbot: QtBot) -> None:
    here: list[ConvenioError] = []
    refused: list[ConvenioError] = []
    crashed: list[Exception] = []
    operations.refused.connect(refused.append)
    operations.crashed.connect(crashed.append)

    def raising(error: Exception) -> None:
        raise error

    operations.run(lambda: raising(UsageError("one")), print, failed=here.append)
    operations.run(lambda: raising(UsageError("two")), print)
    operations.run(lambda: raising(ZeroDivisionError("three")), print)
    operations.run(lambda: raising(Cancelled("four")), print)
    qtbot.waitUntil(lambda: operations.idle)
    assert [str(error) for errors in (here, refused, crashed) for error in errors] == ["one", "two", "three"]


def test_closing_waits_for_what_is_under_way_and_drops_the_rest(qtbot: QtBot) -> None:
    operations, begun = Operations(), threading.Event()
    done: list[bool] = []
    told: list[str] = []

    def slow() -> None:
        begun.set()
        threading.Event().wait(0.1)
        done.append(True)

    operations.run(slow, lambda _: told.append("slow"), lane="work")
    operations.run(lambda: done.append(False), lambda _: told.append("next"), lane="work")
    assert begun.wait(10)
    operations.close()
    qtbot.wait(5)
    assert (done, told) == ([True], [])


def test_what_comes_after_all_sees_everything_else_ended(operations: Operations, qtbot: QtBot) -> None:
    order: list[str] = []
    go_on = threading.Event()

    def read() -> None:
        go_on.wait(10)
        order.append("reading")

    operations.run(read, lambda _: None)
    operations.run_after_all(lambda: order.append("last"))
    go_on.set()
    qtbot.waitUntil(lambda: operations.idle)
    assert order == ["reading", "last"]


def test_progress_is_shown_now_and_then_and_at_the_end(qtbot: QtBot) -> None:
    progress = WindowProgress()
    steps: list[Step] = []
    progress.changed.connect(steps.append)
    progress.stage("reading", 200)
    for number in range(200):
        progress.advance(f"file {number}")
    progress.finish()
    assert len(steps) == 1
    assert (steps[0].done, steps[0].total, steps[0].item) == (200, 200, "file 199")
    progress.cancel()
    assert progress.cancelled


def test_the_binding_gives_back_what_it_borrows() -> None:
    """A binding that loses references to None ends the program after a while; some versions do."""

    class Empty(QAbstractListModel):
        def rowCount(self, parent=None) -> int:
            return 1

        def data(self, index, role=0) -> None:
            return None

    model = Empty()
    index = model.index(0, 0)
    before = sys.getrefcount(None)
    for _ in range(500):
        index.data(Qt.ItemDataRole.DisplayRole)
    assert abs(sys.getrefcount(None) - before) < 100
