"""What is done with a question: kept under a name, asked again, taken out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from archive_app.gui.dialogs.ask_words import AskWords
from archive_app.gui.dialogs.search.batch_report import BatchReported
from archive_app.gui.main_window import MainWindow
from archive_app.gui.models.page.marks import Marking
from archive_app.services.search import saved_searches, search_history
from tests.gui import making
from tests.gui.looking import archive_of, child, record_of

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
    if popup := completer.popup():
        popup.hide()
    opened.search.put("overtime")
    settle()
    assert opened.places.records.model.rowCount() == 1
    opened.actions_["forget_searches"].trigger()
    settle()
    assert search_history.recent(archive_of(opened)) == []
    assert opened.search.completer().completionCount() == 0


def test_bars_by_year_narrow_to_one_or_several_and_back(opened: MainWindow, settle: Settle) -> None:
    opened.search.put("harvest OR overtime")
    settle()
    records = opened.places.records
    bars = records.years
    assert bars.isVisible()
    assert bars.histogram.years == ((2012, 1), (2013, 0), (2014, 0), (2015, 2))
    bars.grab()

    def click(place: int) -> None:
        at = bars.box(place).center().toPoint()
        QTest.mouseClick(bars, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
        settle()

    click(3)
    assert records.asked.filters == {"year": {"2015"}}
    assert records.model.rowCount() == 2
    assert len(bars.histogram.years) == 4  # the others can still be chosen
    click(0)
    assert records.asked.filters == {"year": {"2012"}}
    click(0)
    assert records.asked.filters == {}
    bars.setFocus()
    QTest.keyClick(bars, Qt.Key.Key_Left)
    for _ in range(3):
        QTest.keyClick(bars, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(bars, Qt.Key.Key_Return)
    settle()
    assert records.asked.filters == {"year": {"2012", "2015"}}
    assert "2015: 2" in bars.accessibleDescription()


def test_words_in_context_are_sorted_and_opened_on_their_page(
    opened: MainWindow, id_of: Callable[[str], str], settle: Settle
) -> None:
    opened.actions_["concordance"].trigger()
    settle()
    view = opened.places.concordance
    assert view._stack.currentWidget() is view._empty
    opened.search.put("wages OR signed")
    settle()
    assert opened.places.currentWidget() is view
    assert {line.keyword.casefold() for line in view.model.rows} == {"wages", "salarios", "signed"}
    view._sort_by(2)
    settle()
    assert view.sort == "after"
    after = [line.after for line in view.model.rows]
    assert after == sorted(after, key=str.casefold)
    view.table.grab()
    opened.places.records.toggle_filter("year", "2012")
    settle()
    assert {line.record for line in view.model.rows} == {id_of(making.FIRST)}
    row = next(row for row, line in enumerate(view.model.rows) if line.page == 2)
    view.table.activated.emit(view.model.index(row, 0))
    settle()
    page = opened.places.records.pane.page
    assert opened.places.currentWidget() is opened.places.records
    chosen = next(mark for mark in page.marks if mark.marking is Marking.CHOSEN)
    assert record_of(opened).pages[1].text[chosen.start : chosen.end] == "Signed"
    assert page.canvas.page == 2


def test_words_in_context_tell_a_fault(opened: MainWindow, settle: Settle) -> None:
    opened.search.put("wages (")
    settle()
    opened.go("concordance")
    settle()
    assert opened.places.concordance.model.rowCount() == 0


def test_results_and_words_in_context_become_files(opened: MainWindow, settle: Settle, tmp_path: Path) -> None:
    opened.search.put("harvest")
    settle()
    opened.reporting.export_results(tmp_path / "results.csv")
    settle()
    assert (tmp_path / "results.csv").read_text(encoding="utf-8-sig").count("harvest wages") == 6
    opened.reporting.export_results(tmp_path / "results.xlsx")
    settle()
    opened.reporting.export_concordance(tmp_path / "words.csv", "before")
    settle()
    assert (tmp_path / "results.xlsx").stat().st_size > 3000
    assert "harvest" in (tmp_path / "words.csv").read_text(encoding="utf-8-sig")
    assert str(tmp_path / "words.csv") in opened.statusBar().currentMessage()


def test_a_list_of_queries_is_asked_and_reported(opened: MainWindow, settle: Settle, tmp_path: Path) -> None:
    file = tmp_path / "queries.csv"
    file.write_text("name,query\nPay,wages\nTorn,wages (\nNone,zeppelin\n", encoding="utf-8")
    opened.reporting.run_batch(file)
    settle()
    dialog = child(opened, BatchReported)
    assert [(row.name, row.records, bool(row.fault)) for row in dialog.model.rows] == [
        ("Pay", 3, False), ("Torn", 0, True), ("None", 0, False),
    ]  # fmt: skip
    opened.reporting.export_report(dialog.report, tmp_path / "report.csv")
    dialog.table.activated.emit(dialog.model.index(0, 0))
    settle()
    assert opened.search.text() == "wages"
    assert (tmp_path / "report.csv").read_text(encoding="utf-8-sig").count("\n") == 4
