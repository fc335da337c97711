"""The tour, notifications of ends, and what is told of a run that was cut off."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from archive_app import bootstrap, paths
from archive_app.gui import app, desktop_notice
from archive_app.gui.crash import CrashDialog
from archive_app.gui.dialogs.palette import Palette
from archive_app.gui.last_run import LastRun
from archive_app.gui.main_window import MainWindow
from archive_app.services.attention import noticing
from archive_app.services.intake.sample import FILL
from tests.gui import making
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


def test_the_buttons_of_the_tour_stand_in_one_place(opened: MainWindow, settle: Settle) -> None:
    for code in ("en", "es"):
        opened.choose_language(code)
        opened.touring.begin()
        card = opened.touring.card
        assert card is not None
        met = set()
        for step in range(6):
            card.go(step)
            settle()
            assert not card._text.visibleRegion().isEmpty()
            assert card._text.height() >= card._text.heightForWidth(card._text.width())
            met.add((card.geometry().getRect(), card.next.geometry().getRect(), card.back.geometry().getRect()))
        assert len(met) == 1
    assert card is not None
    opened.resize(opened.width() + 90, opened.height() - 60)
    settle()
    assert opened.rect().contains(card.geometry())
    assert abs(card.geometry().center().x() - opened.rect().center().x()) <= 1


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape])
def test_keys_of_the_tour_hold_whatever_has_the_focus(opened: MainWindow, settle: Settle, key: Qt.Key) -> None:
    """Sent to the window as the system does, so that fields, lists and shortcuts have their turn at them."""
    records = opened.places.records
    for focused in (opened.search, records.list, records.pane.page.canvas, opened.add, records.pane.description):
        opened.touring.begin()
        settle()
        card = opened.touring.card
        assert card is not None
        for step in range(1, 7):
            focused.setFocus()
            QTest.keyClick(opened.windowHandle(), key)
            settle()
            if opened.touring.card is None:
                break
            assert card.at == step
        assert step == (1 if key == Qt.Key.Key_Escape else 6)
        assert opened.touring.card is None


def test_the_tour_leaves_its_keys_to_a_dialog_over_it(opened: MainWindow, settle: Settle) -> None:
    opened.touring.begin()
    settle()
    opened.actions_["palette"].trigger()
    settle()
    palette = child(opened, Palette)
    QTest.keyClick(palette.windowHandle(), Qt.Key.Key_Escape)
    settle()
    assert not palette.isVisible()
    card = opened.touring.card
    assert card is not None
    assert card.at == 0


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


def test_a_desktop_without_a_tray_is_told_in_plain_text() -> None:
    told = desktop_notice.message("ends", "One agreement ends", "Pact <b>A & B</b> ends on 31 Aug 2018")
    assert (told.service(), told.member()) == (desktop_notice.PORTAL, "AddNotification")
    assert told.arguments() == [
        "ends", {"title": "One agreement ends", "body": "Pact <b>A & B</b> ends on 31 Aug 2018"},
    ]  # fmt: skip


def test_a_run_that_was_cut_off_is_told_at_the_next_start(tmp_path: Path, window: MainWindow) -> None:
    first = LastRun(tmp_path)
    assert first.begin() is None
    first.end()
    again = LastRun(tmp_path)
    assert again.begin() is None
    again.end()
    (tmp_path / "running-999999999.txt").write_text("Fatal: the lights went out\n", encoding="utf-8")
    second = LastRun(tmp_path)
    report = second.begin()
    second.end()
    assert report == "Fatal: the lights went out"
    window.show_last_crash(report)
    assert child(window, CrashDialog).report == report
    assert child(window, CrashDialog).windowTitle() == "Convenio was cut off the last time"
    assert list(tmp_path.iterdir()) == []


def test_windows_side_by_side_tell_nothing_of_one_another(tmp_path: Path) -> None:
    first, second = LastRun(tmp_path, os.getpid()), LastRun(tmp_path, os.getppid())
    assert (first.begin(), second.begin()) == (None, None)
    first.end()
    second.end()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("signal_sent", "told"), [(signal.SIGKILL, ""), (signal.SIGSEGV, "Segmentation fault")])
def test_a_process_that_is_killed_is_told_once(tmp_path: Path, signal_sent: signal.Signals, told: str) -> None:
    play = "import sys, time; from pathlib import Path; from archive_app.gui.last_run import LastRun; "
    play += "LastRun(Path(sys.argv[1])).begin(); print('begun', flush=True); time.sleep(60)"
    with subprocess.Popen([sys.executable, "-c", play, str(tmp_path)], stdout=subprocess.PIPE, text=True) as killed:
        assert killed.stdout is not None
        assert killed.stdout.readline() == "begun\n"
        killed.send_signal(signal_sent)
    reports = []
    for _ in range(2):
        run = LastRun(tmp_path)
        reports.append(run.begin())
        run.end()
    assert reports[0] is not None
    assert told in reports[0]
    assert reports[1] is None


def test_the_sample_opens_at_once_and_fills_in_the_window(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    specimens = making.lay_out_papers(tmp_path / "specimens")
    monkeypatch.setattr(paths, "specimens", lambda: specimens)
    bootstrap.create(tmp_path / "sample")
    app.begin(window, [str(tmp_path / "sample"), FILL])
    settle()
    assert archive_of(window).root == tmp_path / "sample"
    assert window.touring.card is not None
    qtbot.waitUntil(lambda: not window.session.busy, timeout=60_000)
    settle()
    assert archive_of(window).catalogue.records.count() == 4


def test_another_archive_is_not_filled_in_the_place_of_the_sample(
    window: MainWindow, root: Path, tmp_path: Path, settle: Settle
) -> None:
    window.opening.open_sample(tmp_path / "nowhere")
    settle()
    window.opening.open(root)
    settle()
    assert archive_of(window).root == root
    assert not window.session.busy
