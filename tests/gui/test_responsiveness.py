"""The window's thread is never kept long: no event of a session needs more of it than a person would feel."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from archive_app.gui.main_window import MainWindow
from archive_app.gui.views.frame.sidebar import PLACES
from tests.gui import making
from tests.gui.watchdog import LIMIT, WatchedApplication


@pytest.fixture
def watched(qapp: QApplication) -> Iterator[WatchedApplication]:
    """The application, watched while a test goes on."""
    assert isinstance(qapp, WatchedApplication)
    with qapp.watched():
        yield qapp


def test_the_watch_sees_who_keeps_the_thread(watched: WatchedApplication, qtbot: QtBot) -> None:
    timer = QTimer(watched)
    timer.setSingleShot(True)
    timer.timeout.connect(lambda: time.sleep(2 * LIMIT))
    with qtbot.waitSignal(timer.timeout):
        timer.start(0)
    assert [call.event for call in watched.slow] == ["Timer"]


def test_nothing_in_a_session_keeps_the_thread(
    opened: MainWindow, id_of: Callable[[str], str], settle: Callable[[], None], watched: WatchedApplication
) -> None:
    """Counted is what the thread itself worked, not what it waited for others on a machine that has much to do."""
    for query in ("harvest", "wages", ""):
        opened.search.put(query)
        settle()
    for name in (making.FIRST, making.SECOND, making.LETTER):
        opened.open_record(id_of(name))
        settle()
    for place in (*PLACES, *PLACES):
        opened.go(place)
        settle()
    opened.session.changed.emit()
    settle()
    assert [call for call in watched.slow if call.busy > LIMIT] == []
