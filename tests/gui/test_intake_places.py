"""Watched folders, linked files, scanned pages, and files that failed: what the window shows of them, and does."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from archive_app.gui.dialogs.intake.watch_folder import WatchFolder
from archive_app.gui.main_window import MainWindow
from archive_app.gui.models.intake import scans as models
from archive_app.services.intake import accessioning, watching
from archive_app.services.reading import scans
from archive_app.services.reading.scans import Engine, Scan, Scans, State
from tests.gui import making
from tests.gui.looking import archive_of, child, record_of
from tests.readers.ocr.drawing import DPI, LINES, page

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
Settle = Callable[[], None]
LONG_AGO = 1_600_000_000


def note(path: Path, text: str, age: int = LONG_AGO) -> Path:
    path.write_text(text, encoding="utf-8")
    os.utime(path, (age, age))
    return path


def wait_for_work(window: MainWindow, qtbot: QtBot, settle: Settle) -> None:
    settle()
    qtbot.waitUntil(lambda: not window.session.busy, timeout=30_000)
    settle()


@pytest.fixture
def arriving(tmp_path: Path) -> Path:
    folder = tmp_path / "arriving"
    folder.mkdir()
    note(folder / "first note.txt", "A note about ladders.")
    return folder


def test_what_arrives_in_a_watched_folder_comes_in_by_itself(
    opened: MainWindow, arriving: Path, qtbot: QtBot, settle: Settle
) -> None:
    opened.watching.add(arriving)
    wait_for_work(opened, qtbot, settle)
    pane = opened.places.imports.folders
    (row,) = pane.watched.model.rows
    assert (row.folder, row.brought, row.missing) == (str(arriving), 1, False)
    assert opened.places.records.model.rowCount() == 5
    assert opened.watch.timer.isActive()
    note(arriving / "second note.txt", "A note about ropes.")
    opened.watch.look()
    wait_for_work(opened, qtbot, settle)
    assert opened.places.records.model.rowCount() == 6
    pane.stop.click()
    settle()
    assert not pane.watched.model.rows
    assert opened.places.records.model.rowCount() == 6


def test_a_folder_is_asked_how_its_files_are_kept(opened: MainWindow, arriving: Path, settle: Settle) -> None:
    dialog = WatchFolder(arriving, opened)
    assert not dialog.link
    dialog._link.click()
    opened.watching.add(arriving, dialog.link)
    settle()
    assert [one.linked for one in watching.watched(archive_of(opened))] == [True]


def test_a_folder_that_is_gone_is_told_once_and_waited_for(
    opened: MainWindow, arriving: Path, qtbot: QtBot, settle: Settle
) -> None:
    opened.watching.add(arriving)
    wait_for_work(opened, qtbot, settle)
    shutil.move(arriving, arriving.with_name("elsewhere"))
    told: list[str] = []
    opened.watch.missing.connect(told.append)
    for _ in range(2):
        opened.watch.look()
        settle()
    assert told == [str(arriving)]
    assert not opened.findChildren(QMessageBox)
    assert [row.missing for row in opened.places.imports.folders.watched.model.rows] == [True]


def test_a_wrong_folder_is_told_in_a_sentence(opened: MainWindow, settle: Settle) -> None:
    opened.watching.add(archive_of(opened).root)
    settle()
    assert "lies in the archive itself" in child(opened, QMessageBox).text()


def test_moved_and_edited_links_are_shown_with_what_helps(
    opened: MainWindow, arriving: Path, qtbot: QtBot, settle: Settle
) -> None:
    moved = note(arriving / "moved.txt", "A note about scaffolds.")
    accessioning.add(archive_of(opened), [arriving], link=True, jobs=0)
    place = Path(shutil.move(moved, arriving.parent / "moved elsewhere.txt"))
    note(arriving / "first note.txt", "A note about ladders, edited.")
    opened.watching.show()
    settle()
    pane = opened.places.imports.folders
    states = {Path(row.record.original).name: row.state for row in pane.linked.model.rows}
    assert states == {"moved.txt": "gone", "first note.txt": "edited"}
    assert opened.places.imports.tabs.tabText(1) == "Watched folders (2)"
    gone = pane.linked.model.find(lambda row: row.state == "gone")
    pane.linked.table.setCurrentIndex(gone)
    assert (pane.locate.isEnabled(), pane.accept.isEnabled()) == (True, False)
    opened.watching.locate_in(place.parent)
    wait_for_work(opened, qtbot, settle)
    (edited,) = pane.linked.model.rows
    assert (edited.state, edited.taken_as) == ("edited", None)
    assert (pane.locate.isEnabled(), pane.accept.isEnabled()) == (False, True)
    pane.linked.table.setFocus()
    QTest.keyClick(pane.linked.table, Qt.Key.Key_A)
    wait_for_work(opened, qtbot, settle)
    (taken,) = pane.linked.model.rows
    assert taken.taken_as is not None
    QTest.keyClick(pane.linked.table, Qt.Key.Key_Return)
    settle()
    assert record_of(opened).id == taken.taken_as


def test_linked_files_are_noticed_once_after_opening(opened: MainWindow, arriving: Path, settle: Settle) -> None:
    accessioning.add(archive_of(opened), [arriving], link=True, jobs=0)
    note(arriving / "first note.txt", "A note about ladders, edited.")
    noticed: list[int] = []
    opened.watch.noticed.connect(noticed.append)
    for _ in range(2):
        opened.watch.look()
        settle()
    assert noticed == [1]
    assert opened.statusBar().currentMessage() == "One linked file is not what it was: see Watched folders."


def test_a_file_that_is_another_is_not_taken_for_the_link(opened: MainWindow, arriving: Path, settle: Settle) -> None:
    accessioning.add(archive_of(opened), [arriving], link=True, jobs=0)
    (arriving / "first note.txt").unlink()
    opened.watching.locate("R00005", note(arriving.parent / "other.txt", "Another note."))
    settle()
    assert "is not the file that R00005 was linked to" in child(opened, QMessageBox).text()


def test_failures_are_tried_again_one_or_all(opened: MainWindow, qtbot: QtBot, settle: Settle) -> None:
    opened.go("imports")
    settle()
    pane = opened.places.imports.reports
    assert (pane.retry.isEnabled(), pane.retry_all.isEnabled()) == (True, True)
    assert pane.failed.foot.isVisible()
    pane.failed.table.setFocus()
    QTest.keyClick(pane.failed.table, Qt.Key.Key_R)
    wait_for_work(opened, qtbot, settle)
    assert pane.choice.count() == 2
    pane.retry_all.click()
    wait_for_work(opened, qtbot, settle)
    assert pane.choice.count() == 3
    assert [Path(row.file).name for row in pane.failures.rows] == [making.BROKEN]


def test_where_nothing_failed_nothing_is_told_of_trying_again(
    opened: MainWindow, arriving: Path, settle: Settle
) -> None:
    accessioning.add(archive_of(opened), [arriving], jobs=0)
    opened.go("imports")
    settle()
    pane = opened.places.imports.reports
    assert pane.failed.isVisible()
    assert not pane.failed.foot.isVisible()
    pane.choice.setCurrentIndex(1)
    settle()
    assert pane.failed.foot.isVisible()


# Scans ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def scan(opened: MainWindow, tmp_path: Path) -> str:
    """A record of one page that is a picture, left out of reading."""
    page(LINES[0]).save(tmp_path / "scan.tiff", dpi=(DPI, DPI))
    (id,) = accessioning.add(archive_of(opened), [tmp_path / "scan.tiff"], ocr="never", jobs=0).records
    return id


def test_pages_that_were_not_read_are_listed_opened_and_read(
    opened: MainWindow, scan: str, qtbot: QtBot, settle: Settle
) -> None:
    opened.scanning.show()
    settle()
    pane = opened.places.imports.scans
    (row,) = pane.list.model.rows
    assert (row.record, row.page, row.state) == (scan, 1, State.UNREAD)
    assert opened.places.imports.tabs.tabText(2) == "Scanned pages (1)"
    assert pane.list.model.index(0, 5).data() == "left out when it was added"
    pane.open.click()
    settle()
    assert record_of(opened).id == scan
    opened.scanning.show()
    pane.list.table.setFocus()
    QTest.keyClick(pane.list.table, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: not opened.session.busy, timeout=120_000)
    settle()
    assert not pane.list.model.rows
    pane.choice.setCurrentIndex(models.SHOWN.index(State.READ))
    (row,) = pane.list.model.rows
    assert row.confidence is not None
    qtbot.waitUntil(lambda: not opened.queue.going_on, timeout=60_000)


def test_scans_of_chosen_records_are_asked_for_before_all_others(
    opened: MainWindow, scan: str, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opened.queue, "start", lambda: None)
    opened.open_record(scan)
    settle()
    opened.actions_["recognise"].trigger()
    settle()
    held = scans.listing(archive_of(opened))
    assert [(one.record, one.state) for one in held.pages] == [(scan, State.WAITING)]
    opened.open_record("R00001")
    settle()
    opened.actions_["recognise"].trigger()
    settle()
    assert "None of these records has pages that are pictures" in child(opened, QMessageBox).text()


ENGINES = (Engine("rapidocr", "1"), Engine("tesseract", "5", ("eng",), "?"))


@pytest.mark.parametrize(("lacking", "words"), [
    (("engine",), "Nothing on this machine reads pictures"), (("spa",), "Tesseract is here without Spanish"), ((), ""),
])  # fmt: skip
def test_what_is_missing_for_reading_is_told_with_its_command(
    opened: MainWindow, lacking: tuple[str, ...], words: str
) -> None:
    pane = opened.places.imports.scans
    pane.show_scans(Scans((), ENGINES if lacking != ("engine",) else (), lacking))
    assert pane._advice.text().startswith(words)
    assert bool(pane.command.text()) is bool(lacking)
    assert pane._lack.isHidden() is not bool(lacking)


def test_a_doubtful_page_is_read_by_the_other_engine(opened: MainWindow) -> None:
    pane = opened.places.imports.scans
    doubtful = Scan("R00001", "A paper", 2, State.DOUBTFUL, "rapidocr 1", 0.6)
    asked: list[tuple[object, object]] = []
    pane.read_wanted.connect(lambda pages, choice: asked.append((pages, choice)))
    pane.show_scans(Scans((doubtful,), ENGINES, ()))
    assert pane.other.text() == "Read with tesseract"
    pane.other.click()
    assert asked == [([("R00001", 2)], ENGINES[1])]
    pane.show_scans(Scans((doubtful,), ENGINES[:1], ()))
    assert not pane.other.isEnabled()
