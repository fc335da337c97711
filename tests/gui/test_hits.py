"""Why a record was found, all its pages with their words, and the way from hit to hit."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from archive_app.gui import language
from archive_app.gui.main_window import MainWindow
from archive_app.gui.models.page.marks import Mark, Marking
from archive_app.gui.models.search import reasons
from archive_app.gui.views.eliding import Lines
from archive_app.gui.views.search.hit_panel import HitPanel
from archive_app.services.search.matches import Reason
from tests.gui import making
from tests.gui.looking import record_of

Settle = Callable[[], None]


def panel(window: MainWindow) -> HitPanel:
    return window.places.records.hit


def at_hand(window: MainWindow) -> Mark:
    chosen = [mark for mark in window.places.records.pane.page.marks if mark.marking is Marking.CHOSEN]
    assert len(chosen) == 1
    return chosen[0]


@pytest.fixture
def found(opened: MainWindow, settle: Settle) -> MainWindow:
    opened.search.put("memorandum OR days")
    settle()
    opened.places.records.set_sort("date")
    settle()
    return opened


def test_why_a_record_was_found_is_told(found: MainWindow, id_of: Callable[[str], str], settle: Settle) -> None:
    assert panel(found).why.text() == "Found by memorandum on page 1, in the title"
    found.open_record(id_of(making.FIRST))
    settle()
    assert panel(found).why.text() == "Found by memorandum on page 1, in the title · days on page 2"


def test_a_line_that_lacks_room_is_left_out_whole(qtbot: QtBot) -> None:
    words = "Found by consulate on page 1, hours on page 1, labor on pages 2, 4 and investigators in the title"
    label = Lines(3, "soft", "small")
    qtbot.addWidget(label)
    label.setText(words)
    high = label.fontMetrics().lineSpacing()
    label.resize(120, high * 3 + high // 2)
    label.show()
    assert len(label.drawn.splitlines()) == 3
    assert label.drawn.endswith("…")
    assert label.heightForWidth(120) == high * 3
    label.resize(120, high * 2 + 3)
    assert len(label.drawn.splitlines()) == 2
    label.resize(2000, high * 3)
    assert label.drawn == words
    assert label.text() == words


def test_all_pages_of_a_hit_are_one_key_away(
    found: MainWindow, id_of: Callable[[str], str], qtbot: QtBot, settle: Settle
) -> None:
    found.open_record(id_of(making.FIRST))
    settle()
    found.activateWindow()
    qtbot.waitUntil(found.isActiveWindow)
    found.places.records.list.setFocus()
    assert not panel(found).pages.isVisible()
    QTest.keyClick(found.places.records.list, Qt.Key.Key_P)
    assert panel(found).pages.isVisible()
    assert [match.page for match in panel(found).model.rows] == [1, 2]
    assert "<b>days</b>" in panel(found).model.rows[1].snippet
    panel(found).pages.grab()
    panel(found).pages.setCurrentIndex(panel(found).model.index(1, 0))
    assert found.places.records.pane.page.canvas.page == 2
    QTest.keyClick(panel(found).pages, Qt.Key.Key_P)
    assert not panel(found).pages.isVisible()


def test_f3_goes_from_hit_to_hit_and_on_to_the_next_record(
    found: MainWindow, id_of: Callable[[str], str], settle: Settle
) -> None:
    met = []
    assert record_of(found).id == id_of(making.SECOND)
    assert panel(found).where.text() == "hit 1 of 1"
    for _ in range(4):
        found.actions_["next_hit"].trigger()
        settle()
        met.append((record_of(found).id, at_hand(found).page))
    assert met == [(id_of(making.FIRST), 1)] + [(id_of(making.FIRST), 2)] * 3
    assert panel(found).where.text() == "hit 2 of 2"
    for _ in range(2):
        found.actions_["previous_hit"].trigger()
        settle()
    assert record_of(found).id == id_of(making.SECOND)
    assert panel(found).where.text() == "hit 1 of 1"


def test_without_a_query_nothing_is_told_of_hits(found: MainWindow, settle: Settle) -> None:
    assert panel(found).isVisible()
    found.search.clear()
    settle()
    assert not panel(found).isVisible()
    found.actions_["hit_pages"].trigger()
    assert not panel(found).isVisible()


def test_reasons_are_told_in_both_languages() -> None:
    held = [
        Reason("wage", "text", ("wages",), (1, 3), None, True),
        Reason("sombra", "title", ("sombra",), (), "shade"),
        Reason("kind:other", "kind", ("other",)),
        Reason("Austin", "name", ("austin",)),
    ]
    assert reasons.told(held) == (
        "wage (as wages) on pages 1, 3 · sombra, another name for shade, in the title · kind:other · Austin in name"
    )
    language.speak("es")
    assert reasons.told(held[:2]) == (
        "wage (como wages) en las páginas 1, 3 · sombra, otro nombre de shade, en el título"
    )
