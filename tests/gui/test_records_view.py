"""Searching, narrowing, and a record with its words marked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from archive_app import bootstrap
from archive_app.gui import app, language
from archive_app.gui.main_window import MainWindow
from archive_app.gui.models.page.marks import Marking
from archive_app.gui.theme import Role
from archive_app.gui.views.frame.beginnings import Beginnings
from archive_app.gui.views.search.facets import FacetValue
from archive_app.gui.window_state import WindowState
from tests.gui import making
from tests.gui.looking import record_of

Settle = Callable[[], None]


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
    assert records.found.order.currentData() == "title"


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


# An empty list ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", list(language.LANGUAGES))
def test_an_empty_archive_says_how_to_begin(window: MainWindow, tmp_path: Path, settle: Settle, code: str) -> None:
    window.choose_language(code)
    window.opening.create(tmp_path / "mine", "Mine")
    settle()
    records = window.places.records
    assert records.found.empty.isVisible()
    assert not records.pane.isVisible()
    told: list[str] = []
    for name, button in records.found.empty.buttons.items():
        action = window.actions_[name]
        action.triggered.disconnect()
        action.triggered.connect(lambda _=False, name=name: told.append(name))
        assert button.isVisible()
        assert button.width() >= button.sizeHint().width()
        button.click()
    assert told == ["import_files", "import_folder", "watch_folder"]
    window.go("home")
    settle()
    window.places.home.findChildren(Beginnings)[0].buttons["watch_folder"].click()
    assert told[-1] == "watch_folder"


def test_nothing_is_said_to_be_chosen_beside_an_empty_list(opened: MainWindow, settle: Settle) -> None:
    records = opened.places.records
    assert records.pane.isVisible()
    divided = records.sizes()
    opened.search.put("zzzz")
    settle()
    assert records.model.rowCount() == 0
    assert not records.pane.isVisible()
    assert not any(button.isVisible() for button in records.found.empty.buttons.values())
    opened.search.put("")
    settle()
    assert records.pane.isVisible()
    assert records.sizes() == divided


def test_how_it_is_divided_is_kept_through_an_empty_list(opened: MainWindow, settle: Settle) -> None:
    opened.places.records.setSizes([500, 700])
    opened.search.put("zzzz")
    settle()
    opened.close()
    later = MainWindow(date(2016, 5, 1), WindowState())
    later.resize(1300, 820)
    later.show()
    app.begin(later, [])
    QTest.qWait(50)
    while not later.operations.idle:
        QTest.qWait(20)
    shown = later.places.records
    assert shown.pane.isVisible()
    assert min(shown.sizes()) > 200
    later.close()


def test_an_archive_that_cannot_be_changed_offers_no_way_to_fill_it(
    window: MainWindow, tmp_path: Path, settle: Settle
) -> None:
    bootstrap.create(tmp_path / "mine", "Mine")
    with bootstrap.opened(tmp_path / "mine", writable=True):
        window.opening.open(tmp_path / "mine")
        settle()
        records = window.places.records
        assert records.found.empty.isVisible()
        assert not any(button.isVisible() for button in records.found.empty.buttons.values())


@pytest.mark.parametrize("code", list(language.LANGUAGES))
def test_a_narrow_list_has_no_column_of_dates_in_a_window_made_anew_either(
    opened: MainWindow, settle: Settle, code: str
) -> None:
    opened.resize(1000, 700)
    opened.places.records.setSizes([230, 540])
    settle()
    opened.choose_language(code)
    settle()
    records = opened.places.records
    assert records.found.width() < 300
    assert records.list.isColumnHidden(1)
    opened.resize(1300, 820)
    records.setSizes([420, 650])
    settle()
    assert not records.list.isColumnHidden(1)
