"""What is done with a question: kept under a name, asked again, taken out."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from archive_app.gui.dialogs.ask_words import AskWords
from archive_app.gui.main_window import MainWindow
from archive_app.services import saved_searches, search_history
from tests.gui.looking import archive_of, child

Settle = Callable[[], None]

#: The platform without a display says so of every dialog that has a least size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "does not support")


def rows(window: MainWindow) -> list[str]:
    return [row.accessibleName() for row in window.places.saved.rows]


def kept(window: MainWindow) -> list[str]:
    return [one.saved.name for one in saved_searches.listing(archive_of(window), counted=False)]


def answer(dialog: AskWords, words: str) -> None:
    field = dialog.field
    field.selectAll()
    QTest.keyClicks(field, words)
    dialog.accept()


@pytest.fixture
def saved(opened: MainWindow, settle: Settle) -> MainWindow:
    """One saved search: harvest, narrowed to memoranda."""
    opened.search.put("harvest")
    settle()
    opened.places.records.toggle_filter("kind", "memorandum of understanding")
    settle()
    opened.actions_["save_search"].trigger()
    dialog = child(opened, AskWords)
    assert dialog.words == "harvest · Memorandum of understanding"
    answer(dialog, "Pacts on harvests")
    settle()
    return opened


def test_a_search_is_kept_with_its_count_and_asked_again(saved: MainWindow, settle: Settle) -> None:
    assert rows(saved) == ["Pacts on harvests, 2"]
    assert saved.places.saved.isVisible()
    saved.search.clear()
    settle()
    saved.places.records.toggle_filter("kind", "memorandum of understanding")
    settle()
    saved.go("agreements")
    saved.places.saved.rows[0].click()
    settle()
    assert saved.search.text() == "harvest"
    assert saved.places.currentWidget() is saved.places.records
    assert saved.places.records.asked.filters == {"kind": {"memorandum of understanding"}}
    assert saved.places.records.model.rowCount() == 2


def test_a_saved_search_is_renamed_and_taken_away_by_keys(saved: MainWindow, settle: Settle, qtbot: QtBot) -> None:
    saved.activateWindow()
    qtbot.waitUntil(saved.isActiveWindow)
    row = saved.places.saved.rows[0]
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_F2)
    answer(child(saved, AskWords), "Harvest pacts")
    settle()
    assert rows(saved) == ["Harvest pacts, 2"]
    saved.activateWindow()
    qtbot.waitUntil(saved.isActiveWindow)
    row = saved.places.saved.rows[0]
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Delete)
    settle()
    assert kept(saved) == []
    assert not saved.places.saved.isVisible()


def test_a_saved_search_counts_anew_when_the_archive_changes(saved: MainWindow, settle: Settle) -> None:
    archive = archive_of(saved)
    first = saved.places.records.model.hit(0)
    assert first is not None
    archive.catalogue.trash.put(first.record, "Ana", archive.now())
    archive.index.write((), [first.record])
    saved.session.changed.emit()
    settle()
    assert rows(saved) == ["Pacts on harvests, 1"]


def test_nothing_is_kept_where_nothing_is_asked_or_the_name_is_taken(saved: MainWindow, settle: Settle) -> None:
    finding = saved.finding
    finding.save("Pacts on harvests", saved.places.records.asked.with_query("overtime"))
    settle()
    assert "already" in saved.findChildren(QMessageBox)[-1].text()
    saved.places.records.reset()
    saved.actions_["save_search"].trigger()
    assert "Nothing is searched for" in saved.findChildren(QMessageBox)[-1].text()
    assert kept(saved) == ["Pacts on harvests"]


def test_what_a_person_settled_on_completes_the_next_query(opened: MainWindow, settle: Settle) -> None:
    opened.search.setFocus()
    QTest.keyClicks(opened.search, "overtime")
    QTest.keyClick(opened.search, Qt.Key.Key_Return)
    settle()
    opened.search.clear()
    settle()
    QTest.keyClicks(opened.search, "harvest")  # typed, and not settled on
    settle()
    opened.search.clear()
    settle()
    assert [one.question.query for one in search_history.recent(archive_of(opened))] == ["overtime"]
    QTest.keyClicks(opened.search, "ov")
    completer = opened.search.completer()
    assert completer.currentCompletion() == "overtime"
    completer.activated.emit("overtime")
    completer.popup().hide()
    opened.search.put("overtime")
    settle()
    assert opened.places.records.model.rowCount() == 1
    opened.actions_["forget_searches"].trigger()
    settle()
    assert search_history.recent(archive_of(opened)) == []
    assert opened.search.completer().completionCount() == 0
