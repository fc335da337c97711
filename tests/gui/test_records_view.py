"""Searching, narrowing, and a record with its words marked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from archive_app.gui.main_window import MainWindow
from archive_app.gui.models.spans import Marking
from archive_app.gui.theme import Role
from archive_app.gui.views.facets import FacetValue
from tests.gui import making
from tests.gui.looking import record_of


def titles(window: MainWindow) -> list[str]:
    model = window.places.records.model
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_without_a_query_every_record_is_there_the_newest_first(opened: MainWindow) -> None:
    assert titles(opened) == [
        "Office tells of overtime", making.LETTER, "Second memorandum about harvest wages",
        "Memorandum about harvest wages",
    ]  # fmt: skip
    assert opened.places.records.pane.description.header.title.text() == "Office tells of overtime"


def test_only_the_answer_to_what_was_typed_last_is_shown(opened: MainWindow, qtbot: QtBot, settle) -> None:
    shown: list[int] = []
    opened.places.records.model.modelReset.connect(lambda: shown.append(opened.places.records.model.rowCount()))
    QTest.keyClicks(opened.search, "harvest", delay=5)
    qtbot.waitUntil(lambda: bool(shown), timeout=5000)
    settle()
    assert shown == [2]
    assert {title.split()[0] for title in titles(opened)} == {"Memorandum", "Second"}


def test_a_hit_opens_at_its_page_with_its_words_marked(opened: MainWindow, settle) -> None:
    opened.search.put("thirty days")
    settle()
    page = opened.places.records.pane.page
    hits = [mark for mark in page.marks if mark.marking is Marking.HIT]
    assert {mark.page for mark in hits} == {2}
    assert all(mark.boxes for mark in hits)
    assert page.canvas.page == 2
    snippet = opened.places.records.model.index(0, 0).data(Role.SNIPPET)
    assert "<b>thirty</b>" in snippet


def test_words_are_marked_on_every_page_of_the_record(opened: MainWindow, settle) -> None:
    opened.search.put("wage thirty")
    settle()
    hits = [mark for mark in opened.places.records.pane.page.marks if mark.marking is Marking.HIT]
    assert {mark.page for mark in hits} == {1, 2}


def test_letters_are_shown_as_text_with_the_same_marks(opened: MainWindow, settle) -> None:
    opened.search.put("caídos")
    settle()
    page = opened.places.records.pane.page
    marked = page.text.extraSelections()
    assert [made.cursor.selectedText() for made in marked] == ["caídos"]
    assert page.text.isVisible()
    assert not page.canvas.isVisible()


def test_filters_narrow_and_are_taken_away_again(opened: MainWindow, settle) -> None:
    records = opened.places.records
    records.facets.toggled.emit("kind", "press release")
    settle()
    assert titles(opened) == ["Office tells of overtime"]
    assert records.chips.isVisible()
    records.chips.removed.emit("kind", "press release")
    settle()
    assert len(titles(opened)) == 4
    assert not records.chips.isVisible()


def test_agencies_are_named_in_the_filters(opened: MainWindow) -> None:
    values = opened.places.records.facets.findChildren(FacetValue)
    assert "OSHA Austin Area Office, 3" in [value.accessibleName() for value in values]


def test_a_query_that_cannot_be_read_says_so_and_shows_nothing_found_before(opened: MainWindow, settle) -> None:
    opened.search.put("harvest AND (")
    settle()
    assert opened.search.property("fault") is True
    assert opened.places.records.strip.fault.isVisible()
    assert titles(opened) == []
    opened.search.put("harvest")
    settle()
    assert opened.search.property("fault") is False


def test_emptying_the_search_leaves_a_person_where_they_are(opened: MainWindow, settle) -> None:
    opened.search.put("harvest")
    settle()
    opened.go("agreements")
    opened.search.clear()
    settle()
    assert opened.places.currentWidget() is opened.places.agreements
    assert len(titles(opened)) == 4


def test_nothing_found_is_said(opened: MainWindow, settle) -> None:
    opened.search.put("zeppelin")
    settle()
    assert titles(opened) == []
    assert opened.places.records.pane.opened is None


def test_order_is_chosen_by_the_head_and_by_the_list(opened: MainWindow, settle) -> None:
    records = opened.places.records
    records.list.horizontalHeader().sectionClicked.emit(0)
    settle()
    assert titles(opened) == sorted(titles(opened), key=str.casefold)
    assert records._order.currentData() == "title"


def test_down_leads_from_the_search_to_the_results(opened: MainWindow, qtbot: QtBot) -> None:
    opened.activateWindow()
    opened.search.setFocus()
    QTest.keyClick(opened.search, Qt.Key.Key_Down)
    assert opened.focusWidget() is opened.places.records.list


def test_a_record_that_the_list_does_not_hold_opens_all_the_same(
    opened: MainWindow, id_of: Callable[[str], str], settle
) -> None:
    opened.search.put("overtime")
    settle()
    opened.open_record(id_of(making.FIRST))
    settle()
    assert record_of(opened).id == id_of(making.FIRST)
