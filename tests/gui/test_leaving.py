"""A window that was closed leaves nothing behind: no thread, no process, no timer, no window, no open archive."""

from __future__ import annotations

import gc
import multiprocessing
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QThread, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from archive_app import bootstrap
from archive_app.gui.main_window import MainWindow
from archive_app.gui.views.frame.sidebar import PLACES
from tests.gui import making
from tests.gui.conftest import TODAY

#: The platform without a display says so of every dialog that has a least size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def settle(window: MainWindow, qtbot: QtBot) -> None:
    for _ in range(2):
        qtbot.wait(10)
        qtbot.waitUntil(lambda: window.operations.idle, timeout=20_000)


def live(window: MainWindow, qtbot: QtBot) -> None:
    """A session through the main paths: every place, a search, a record with pages, a dialog, another language."""
    settle(window, qtbot)
    for place in (*PLACES, "concordance", "records"):
        window.go(place)
        settle(window, qtbot)
    window.search.put("harvest")
    settle(window, qtbot)
    archive = window.session.archive
    assert archive is not None
    window.open_record(next(one.id for one in archive.catalogue.records.all() if one.filename == making.FIRST))
    settle(window, qtbot)
    window.palette_of_all().open()
    window.choose_language("es")
    settle(window, qtbot)


def threads() -> set[str]:
    return {one.name for one in threading.enumerate() if one.name.startswith("convenio")}


def running(within: QObject) -> list[str]:
    return [f"{type(one.parent()).__name__}: {one.interval()} ms" for one in within.findChildren(QTimer)
            if one.isActive()]  # fmt: skip


def gone(qtbot: QtBot, is_gone: Callable[[], bool]) -> None:
    gc.collect()
    qtbot.waitUntil(is_gone, timeout=10_000)


def test_a_closed_window_leaves_nothing_behind(qapp: QApplication, qtbot: QtBot, root: Path) -> None:
    before, children = set(qapp.topLevelWidgets()), set(multiprocessing.active_children())
    held = threads()
    window = MainWindow(TODAY)
    window.show()
    window.opening.open(root)
    live(window, qtbot)
    assert threads() - held, "the session ran in threads of its own"
    window.close()
    assert running(window) == []
    assert [one for one in window.findChildren(QThread) if one.isRunning()] == []
    gone(qtbot, lambda: threads() <= held)
    gone(qtbot, lambda: set(multiprocessing.active_children()) <= children)
    window.deleteLater()
    del window
    QTest.qWait(20)
    left = [f"{type(one).__name__} {one.windowTitle()}" for one in set(qapp.topLevelWidgets()) - before]
    assert left == []
    # Nobody holds the archive any more: another may write to it.
    with bootstrap.opened(root, writable=True) as archive:
        assert archive.writable


def test_another_archive_leaves_nothing_of_the_first(opened: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    first = opened.session.archive
    assert first is not None
    bootstrap.create(tmp_path / "other")
    opened.opening.open(tmp_path / "other")
    settle(opened, qtbot)
    qtbot.waitUntil(lambda: opened.operations.idle, timeout=10_000)
    with bootstrap.opened(first.root, writable=True) as again:
        assert again.catalogue.records.count() > 3
