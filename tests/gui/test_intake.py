"""Files taken in from the window: shown before anything is touched, and described in a queue behind."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from archive_app import bootstrap
from archive_app.domain.record import State, Work
from archive_app.gui import language, theme
from archive_app.gui.delegates import painting
from archive_app.gui.delegates.cells import LEFT
from archive_app.gui.dialogs.intake.intake_preview import IntakePreview
from archive_app.gui.main_window import MainWindow
from archive_app.gui.views.frame.queue_strip import _time_left
from archive_app.services.intake import accessioning
from archive_app.services.reading import backlog
from tests.builders import make_pdf
from tests.gui.looking import archive_of, child

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
Settle = Callable[[], None]


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "incoming"
    folder.mkdir()
    make_pdf(folder / "new pact.pdf", "Memorandum of agreement about wages, signed on May 3, 2014 in Austin.")
    (folder / "note.txt").write_text("A note about the pact of May 3, 2014.", encoding="utf-8")
    (folder / "same note.txt").write_text("A note about the pact of May 3, 2014.", encoding="utf-8")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing more")
    return folder


def test_a_folder_is_shown_before_it_is_taken_in(
    opened: MainWindow, papers: Path, qtbot: QtBot, settle: Settle
) -> None:
    opened.importing.offer([papers])
    dialog = child(opened, IntakePreview)
    qtbot.waitUntil(lambda: dialog.told is not None, timeout=20_000)
    told = dialog.told
    assert told is not None
    assert (told.found, told.fresh, told.twice, len(told.unreadable)) == (4, 2, 1, 1)
    assert dialog.model.index(0, 0).data() == "broken.pdf"
    assert archive_of(opened).catalogue.records.count() == 4
    dialog.accept()
    qtbot.waitUntil(lambda: not opened.session.busy, timeout=30_000)
    settle()
    assert archive_of(opened).catalogue.records.count() == 6
    assert archive_of(opened).catalogue.queue.count(Work.DESCRIBE) == 0
    assert not opened.queue.going_on


def test_what_is_shown_can_be_let_go_of(opened: MainWindow, papers: Path, settle: Settle) -> None:
    opened.importing.offer([papers])
    child(opened, IntakePreview).reject()
    settle()
    assert archive_of(opened).catalogue.records.count() == 4


def test_the_queue_goes_on_at_opening_is_paused_and_comes_to_an_end(
    window: MainWindow, papers: Path, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    root = tmp_path / "waiting"
    bootstrap.create(root)
    with bootstrap.opened(root, writable=True) as archive:
        accessioning.add(archive, [papers], jobs=0, describe=False)
        last = archive.catalogue.records.all()[-1].id
    window.session.opened.connect(lambda: window.queue.pause(True))
    window.opening.open(root)
    qtbot.waitUntil(lambda: window.queue.going_on, timeout=20_000)
    first = archive_of(window).catalogue.queue.first
    qtbot.waitUntil(lambda: (first(Work.DESCRIBE) or ("", 0))[1] > 0)  # the record that is shown
    window.queue.hurry(last)
    qtbot.waitUntil(lambda: (first(Work.DESCRIBE) or ("", 0))[0] == last)
    assert window.waiting.isVisible()
    assert window.waiting.told.text() == "2 records to describe"
    window.waiting.pause.click()
    qtbot.waitUntil(lambda: not window.queue.going_on, timeout=30_000)
    settle()
    assert archive_of(window).catalogue.queue.count(Work.DESCRIBE) == 0
    assert not window.waiting.isVisible()


def test_the_record_at_hand_is_told_anew_while_others_wait(
    window: MainWindow, papers: Path, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    root = tmp_path / "waiting"
    bootstrap.create(root)
    with bootstrap.opened(root, writable=True) as archive:
        accessioning.add(archive, [papers], jobs=0, describe=False)
    window.session.opened.connect(lambda: window.queue.pause(True))
    window.opening.open(root)
    pane = window.places.records.pane
    qtbot.waitUntil(lambda: pane.waits, timeout=20_000)
    backlog.work_off(archive_of(window), jobs=0)
    window.queue.advanced.emit()
    qtbot.waitUntil(lambda: not pane.waits, timeout=20_000)
    assert pane.opened is not None
    assert pane.opened.described.record.state is State.DESCRIBED
    window.queue.pause(False)
    settle()


def test_an_import_that_was_broken_off_goes_on_at_opening(
    window: MainWindow, papers: Path, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    root = tmp_path / "broken off"
    bootstrap.create(root)
    with bootstrap.opened(root, writable=True) as archive:
        archive.catalogue.imports.begin(archive.now(), [str(papers)])
    window.opening.open(root)
    qtbot.waitUntil(lambda: window.session.archive is not None)
    settle()
    qtbot.waitUntil(lambda: not window.session.busy and not window.queue.going_on, timeout=30_000)
    assert archive_of(window).catalogue.records.count() == 2
    assert not accessioning.unfinished(archive_of(window))


def test_the_foot_tells_time_in_words() -> None:
    assert [_time_left(seconds) for seconds in (20, 70, 600, 9000)] == [
        "less than a minute left", "about a minute left", "about 10 minutes left", "about 2.5 hours left",
    ]  # fmt: skip


def test_enter_takes_in_what_is_shown(opened: MainWindow, papers: Path, qtbot: QtBot, settle: Settle) -> None:
    opened.importing.offer([papers])
    dialog = child(opened, IntakePreview)
    qtbot.waitUntil(lambda: dialog.told is not None, timeout=20_000)
    assert dialog._take.hasFocus()
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: opened.session.busy)
    qtbot.waitUntil(lambda: not opened.session.busy, timeout=30_000)
    settle()
    assert archive_of(opened).catalogue.records.count() == 6


def test_where_nothing_can_be_taken_in_enter_takes_nothing(
    opened: MainWindow, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing more")
    opened.importing.offer([tmp_path / "broken.pdf"])
    dialog = child(opened, IntakePreview)
    qtbot.waitUntil(lambda: dialog.told is not None, timeout=20_000)
    assert not dialog._take.isEnabled()
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_Return)
    settle()
    assert archive_of(opened).catalogue.records.count() == 4


@pytest.mark.parametrize("code", list(language.LANGUAGES))
def test_why_a_file_does_not_come_in_is_seen_whole(
    opened: MainWindow, papers: Path, qtbot: QtBot, settle: Settle, code: str
) -> None:
    """In two lines of its column; and it stands in the tooltip, whatever the column's width."""
    opened.choose_language(code)
    settle()
    (papers / "recovered.bin").write_bytes(bytes(range(256)))
    (papers / ".hidden").write_text("x", encoding="utf-8")
    opened.importing.offer([papers])
    dialog = child(opened, IntakePreview)
    qtbot.waitUntil(lambda: dialog.told is not None, timeout=20_000)
    settle()
    table, model = dialog._table, dialog.model
    assert table.horizontalScrollBar().maximum() == 0
    assert model.rowCount() == 3
    for row in range(3):
        text, width = model.index(row, 2).data(), table.columnWidth(2) - LEFT - 8
        assert model.index(row, 2).data(Qt.ItemDataRole.ToolTipRole) == text
        needed = painting.paragraph_height(text, theme.font(), width)
        assert needed <= QFontMetricsF(theme.font()).lineSpacing() * 2 + 1 < table.rowHeight(row)
    dialog.reject()
