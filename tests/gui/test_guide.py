"""The guide as a window: F1 at the place one is in, contents, search, the way back, and links that act behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from archive_app.gui.dialogs.guide import Guide, chapters
from archive_app.gui.main_window import MainWindow
from archive_app.gui.theme import scheme

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
Settle = Callable[[], None]


def shown(window: MainWindow) -> Guide:
    guide = window.guiding.guide
    assert guide is not None
    assert guide.isVisible()
    return guide


def heading(guide: Guide) -> str:
    name, number = guide.now
    chapter = next(one for one in chapters.every() if one.name == name)
    return chapter.sections[number].id


@pytest.fixture
def guide(qtbot: QtBot) -> Iterator[Guide]:
    made = Guide()
    made.show()
    yield made
    made.close()
    made.deleteLater()


def test_f1_opens_the_guide_at_the_place_at_hand(opened: MainWindow, settle: Settle, qtbot: QtBot) -> None:
    for place in ("home", "agreements", "coverage", "review", "keeping", "concordance"):
        opened.go(place)
        settle()
        opened.activateWindow()
        qtbot.waitUntil(opened.isActiveWindow)
        QTest.keyClick(opened, Qt.Key.Key_F1)
        guide = shown(opened)
        assert heading(guide) == place
        assert not guide.isModal()
        guide.close()


def test_f1_among_the_records_tells_of_the_list_or_of_the_record_read(opened: MainWindow, settle: Settle) -> None:
    opened.go("records")
    settle()
    opened.search.setFocus()
    assert opened.guiding.here() == "records"
    opened.places.records.pane.page.setFocus()
    assert opened.guiding.here() == "reading"


def test_without_an_archive_it_begins_at_the_beginning(window: MainWindow) -> None:
    window.actions_["guide"].trigger()
    assert shown(window).now == ("first-minute", 0)
    window.actions_["keys"].trigger()
    assert shown(window).now == ("keys", 0)
    told = shown(window).page.toPlainText()
    assert "Ctrl+L" in told
    assert "wage theft" in told


def test_links_act_in_the_window_behind(opened: MainWindow, settle: Settle) -> None:
    opened.actions_["guide"].trigger()
    guide = shown(opened)
    guide.page.anchorClicked.emit(QUrl("place:coverage"))
    settle()
    assert opened.places.now == "coverage"
    guide.page.anchorClicked.emit(QUrl("query:kind%3A%22press%20release%22"))
    settle()
    assert opened.search.text() == 'kind:"press release"'
    assert opened.places.now == "records"
    guide.page.anchorClicked.emit(QUrl("action:go_home"))
    settle()
    assert opened.places.now == "home"
    guide.page.anchorClicked.emit(QUrl("over-time.md#links"))
    assert heading(guide) == "links"


def test_it_goes_back_and_forward_and_from_chapter_to_chapter_by_keys(guide: Guide, qtbot: QtBot) -> None:
    guide.activateWindow()
    qtbot.waitUntil(guide.isActiveWindow)
    guide.open_at("coverage")
    guide.open_at("safe")
    QTest.keyClick(guide, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert heading(guide) == "coverage"
    QTest.keyClick(guide, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert heading(guide) == "safe"
    QTest.keyClick(guide, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert guide.now == ("sharing", 0)
    for _ in range(20):
        guide.step(1)
    assert guide.now == (chapters.CHAPTERS[-1], 0)


def test_the_contents_lead_to_headings(guide: Guide) -> None:
    guide.open_at("coverage")
    now = guide.contents.currentItem()
    assert now is not None
    assert now.text(0) == "Coverage"
    chapter = now.parent()
    assert chapter is not None
    assert chapter.isExpanded()
    guide.contents.itemActivated.emit(guide.contents.topLevelItem(0), 0)
    assert guide.now == ("first-minute", 0)


def test_words_are_found_and_gone_to_by_keys_alone(guide: Guide, qtbot: QtBot) -> None:
    guide.activateWindow()
    qtbot.waitUntil(guide.isActiveWindow)
    QTest.keyClick(guide, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(guide.words, "thesaurus")
    assert guide.contents.topLevelItemCount() == 2
    QTest.keyClick(guide.words, Qt.Key.Key_Down)
    QTest.keyClick(guide.words, Qt.Key.Key_Return)
    assert guide.now != ("first-minute", 0)
    QTest.keyClick(guide, Qt.Key.Key_Escape)
    assert guide.isVisible()
    assert guide.words.text() == ""
    assert guide.contents.topLevelItemCount() == len(chapters.CHAPTERS)
    QTest.keyClick(guide, Qt.Key.Key_Escape)
    assert not guide.isVisible()


def test_nothing_found_is_said(guide: Guide) -> None:
    guide.words.setText("no chapter says quetzalcoatlus")
    only = guide.contents.topLevelItem(0)
    assert only is not None
    assert "Nothing" in only.text(0)
    assert only.flags() == Qt.ItemFlag.NoItemFlags


def test_it_speaks_the_languages_of_the_window_and_stays_where_it_is(opened: MainWindow, settle: Settle) -> None:
    opened.guiding.open_at("coverage")
    opened.choose_language("es")
    settle()
    guide = shown(opened)
    assert guide.windowTitle() == "Guía de Convenio"
    assert heading(guide) == "coverage"
    assert "Cobertura" in guide.page.toPlainText()
    opened.choose_language("en")
    settle()
    assert shown(opened).windowTitle() == "Guide to Convenio"
    assert len(opened.findChildren(Guide)) == 1


def test_every_chapter_is_drawn_in_both_schemes_with_its_pictures_in_the_column(
    guide: Guide, qapp: QApplication, qtbot: QtBot
) -> None:
    for name in chapters.CHAPTERS:
        guide.open_at(name)
        width = guide.page.document().idealWidth()
        assert width <= guide.page.viewport().width() + 1, name
    scheme.put(qapp, True)
    qtbot.wait(20)
    assert guide.now == ("faults", 0)
    guide.resize(700, 500)
    qtbot.wait(20)
    scheme.put(qapp, False)
    assert guide.page.horizontalScrollBar().maximum() == 0
