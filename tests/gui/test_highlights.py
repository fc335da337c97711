"""Highlights in the window: made with a key, shown, listed, found, changed, taken off and undone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from archive_app.domain.page import Page
from archive_app.gui.dialogs.description.annotations import Annotations
from archive_app.gui.main_window import MainWindow
from archive_app.gui.models.description import annotated
from archive_app.gui.models.page.marks import Mark, Marking
from archive_app.gui.models.page.passage import Part, Passage
from archive_app.gui.views.page import PageView
from archive_app.services import kept_notes
from archive_app.services.description import noting
from tests.gui import making
from tests.gui.looking import archive_of, child, record_of

pytestmark = pytest.mark.qt_log_ignore("does not support")
Settle = Callable[[], None]
IdOf = Callable[[str], str]


def page_of(window: MainWindow) -> PageView:
    return window.places.records.pane.page


def choose(window: MainWindow, words: str) -> PageView:
    """Selects words of the first page as a drag does, with the page at hand."""
    page, held = page_of(window), record_of(window).pages[0]
    start = held.text.index(words)
    page.canvas.selected.emit(Passage((Part(held, start, start + len(words)),)))
    page.canvas.setFocus()
    return page


def highlights(window: MainWindow) -> list[Mark]:
    return [mark for mark in page_of(window).marks if mark.marking is Marking.HIGHLIGHT]


def test_a_key_highlights_words_changes_their_kind_and_takes_it_off(
    first: MainWindow, id_of: IdOf, settle: Settle
) -> None:
    page, record = choose(first, "harvest wages"), id_of(making.FIRST)
    QTest.keyClick(page.canvas, Qt.Key.Key_3)
    settle()
    assert [(mark.highlight, len(mark.boxes)) for mark in highlights(first)] == [("commitment", 1)]
    assert "Commitment" in page.canvas.telling(highlights(first)[0])
    page.canvas.viewport().grab()
    choose(first, "harvest wages")
    QTest.keyClick(page.canvas, Qt.Key.Key_2)
    settle()
    assert [note.highlight for note in kept_notes.of(archive_of(first), record)] == ["question"]
    first.search.put("highlight:question")
    settle()
    assert first.places.records.model.rowCount() == 1
    choose(first, "harvest wages")
    QTest.keyClick(page.canvas, Qt.Key.Key_2)
    settle()
    assert kept_notes.of(archive_of(first), record) == ()
    first.actions_["undo"].trigger()
    settle()
    assert [mark.highlight for mark in highlights(first)] == ["question"]


def test_highlights_are_listed_with_the_notes_and_given_words(first: MainWindow, settle: Settle) -> None:
    choose(first, "harvest wages")
    first.actions_["highlight"].trigger()
    settle()
    panel = first.places.records.pane.description.notes
    assert [(row.highlight, row.text) for row in panel.model.rows] == [("important", "")]
    panel.choose(panel.model.rows[0].id)
    QTest.keyClick(panel.list, Qt.Key.Key_5)
    settle()
    assert [row.highlight for row in panel.model.rows] == ["citation"]
    first.annotating.rewrite_note(panel.model.rows[0], "For the report.")
    settle()
    told = panel.model.index(0, 0).data()
    assert told == "To be cited · For the report.\nbeside “harvest wages”"
    choose(first, "harvest wages")
    QTest.keyClick(page_of(first).canvas, Qt.Key.Key_5)  # one that says something is not lost by a key
    settle()
    assert len(panel.model.rows) == 1


def test_highlights_are_drawn_in_a_text_too_and_survive_another_reading(
    first: MainWindow, id_of: IdOf, settle: Settle
) -> None:
    archive, record = archive_of(first), id_of(making.FIRST)
    text = record_of(first).pages[0].text
    start = text.index("harvest wages")
    noting.add(archive, record, "", page=1, span=(start, start + 13), highlight="term")
    again = (Page(1, f"A new line 🌾\n{text}"), *archive.catalogue.pages.of(record)[1:])
    archive.catalogue.pages.replace(record, again)
    first.open_record(id_of(making.SECOND))
    settle()
    first.open_record(record)
    settle()
    page = page_of(first)
    assert not record_of(first).pictured
    (shown,) = highlights(first)
    assert again[0].text[shown.start : shown.end] == "harvest wages"
    marked = [one.cursor.selectedText() for one in page.text.extraSelections()]
    assert "harvest wages" in marked
    page.text.find("harvest wages")
    assert page.words is not None
    assert page.words.quote == "harvest wages"
    page.copy()
    assert QGuiApplication.clipboard().text().startswith("“harvest wages” (Memorandum about harvest wages")


def test_all_notes_and_highlights_are_found_and_gone_to(
    first: MainWindow, id_of: IdOf, qtbot: QtBot, settle: Settle
) -> None:
    archive = archive_of(first)
    text = record_of(first).pages[0].text
    start = text.index("harvest wages")
    noting.add(archive, id_of(making.FIRST), "", page=1, span=(start, start + 13), highlight="term")
    noting.add(archive, id_of(making.SECOND), "Compare with the first.")
    assert len(annotated.read(archive)) == 2
    first.open_record(id_of(making.RELEASE))
    settle()
    first.actions_["annotations"].trigger()
    settle()
    dialog = child(first, Annotations)
    assert len(dialog.model.rows) == 2
    dialog.kinds.setCurrentIndex(dialog.kinds.findData("notes"))
    assert [row.note.text for row in dialog.model.rows] == ["Compare with the first."]
    dialog.kinds.setCurrentIndex(dialog.kinds.findData("term"))
    QTest.keyClicks(dialog.words, "wages")
    assert [row.note.quote for row in dialog.model.rows] == ["harvest wages"]
    QTest.keyClick(dialog.words, Qt.Key.Key_Return)
    settle()
    assert record_of(first).id == id_of(making.FIRST)
    chosen = [mark for mark in page_of(first).marks if mark.marking is Marking.CHOSEN]
    assert [mark.start for mark in chosen] == [start]


def test_words_are_chosen_with_the_keys_alone(first: MainWindow, settle: Settle) -> None:
    page = page_of(first)
    page.canvas.setFocus()
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(page.canvas, Qt.Key.Key_Right, control)
    assert page.words is not None
    assert page.words.quote == "Memorandum"
    QTest.keyClick(page.canvas, Qt.Key.Key_End, shift)
    assert page.words.quote == "Memorandum about harvest wages"
    assert page.tools.use.isVisible()
    QTest.keyClick(page.canvas, Qt.Key.Key_C, control | Qt.KeyboardModifier.AltModifier)
    assert QGuiApplication.clipboard().text() == "Memorandum about harvest wages"
    QTest.keyClick(page.canvas, Qt.Key.Key_1)
    settle()
    assert [mark.highlight for mark in highlights(first)] == ["important"]
    QTest.keyClick(page.canvas, Qt.Key.Key_Escape)
    assert not page.tools.use.isVisible()
