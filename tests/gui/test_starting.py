"""The tour, notifications of ends, and what is told of a run that was cut off."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from archive_app.gui.crash import CrashDialog
from archive_app.gui.last_run import LastRun
from archive_app.gui.main_window import MainWindow
from archive_app.services import noticing
from tests.gui.looking import archive_of, child

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "raise")
Settle = Callable[[], None]


def test_the_tour_is_followed_to_its_end(opened: MainWindow, settle: Settle) -> None:
    opened.actions_["tour"].trigger()
    card = opened.touring.card
    assert card is not None
    met = []
    while opened.touring.card is not None:
        met.append(card._title.text())
        assert opened.rect().contains(card.geometry())
        card.next.click()
        settle()
    assert len(met) == len(set(met)) == 6
    assert opened.search.hasFocus()


def test_the_tour_can_be_left_at_any_step(opened: MainWindow, settle: Settle) -> None:
    for step in range(6):
        opened.touring.begin()
        card = opened.touring.card
        assert card is not None
        card.go(step)
        settle()
        QTest.keyClick(card, Qt.Key.Key_Escape)
        assert opened.touring.card is None


def test_an_end_is_told_once_in_the_window(opened: MainWindow, settle: Settle) -> None:
    settle()
    assert opened.statusBar().currentMessage() == ""
    notices = noticing.take(archive_of(opened), date(2018, 8, 1))
    assert [notice.ended for notice in notices] == [False]
    opened.notifying.tell(notices)
    assert "Second memorandum about harvest wages ends on 31 Aug 2018" in opened.statusBar().currentMessage()
    assert not noticing.take(archive_of(opened), date(2018, 8, 2))


def test_a_run_that_was_cut_off_is_told_at_the_next_start(tmp_path: Path, window: MainWindow) -> None:
    first = LastRun(tmp_path)
    assert first.begin() is None
    first.end()
    again = LastRun(tmp_path)
    assert again.begin() is None
    again.end()
    (tmp_path / "running.txt").write_text("999999999", encoding="ascii")
    (tmp_path / "last-crash.txt").write_text("Fatal: the lights went out", encoding="utf-8")
    second = LastRun(tmp_path)
    report = second.begin()
    second.end()
    assert report == "Fatal: the lights went out"
    window.show_last_crash(report)
    assert child(window, CrashDialog).report == report
    assert child(window, CrashDialog).windowTitle() == "Convenio was cut off the last time"
    assert list(tmp_path.iterdir()) == []
