"""The window's thread is never kept long: no event of a session needs more of it than a person would feel."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from archive_app.gui.main_window import MainWindow
from archive_app.gui.views.sidebar import PLACES
from tests.gui import making
from tests.gui.watchdog import LIMIT, WatchedApplication


def watched(app: QApplication) -> WatchedApplication:
    assert isinstance(app, WatchedApplication)
    app.slow.clear()
    return app


def test_the_watch_sees_who_keeps_the_thread(qapp: QApplication, qtbot: QtBot) -> None:
    app = watched(qapp)
    timer = QTimer(app)
    timer.setSingleShot(True)
    timer.timeout.connect(lambda: time.sleep(2 * LIMIT))
    with qtbot.waitSignal(timer.timeout):
        timer.start(0)
    assert [call.event for call in app.slow] == ["Timer"]


def test_nothing_in_a_session_keeps_the_thread(
    qapp: QApplication, opened: MainWindow, id_of: Callable[[str], str], settle: Callable[[], None]
) -> None:
    """Counted is what the thread itself worked, not what it waited for others on a machine that has much to do."""
    app = watched(qapp)
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
    assert [call for call in app.slow if call.busy > LIMIT] == []
