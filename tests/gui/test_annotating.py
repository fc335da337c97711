"""Tags on one record and on many, and notes beside records and words."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QItemSelectionModel, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from archive_app.gui.dialogs.ask_words import AskWords
from archive_app.gui.dialogs.description.tagging import TagRecords
from archive_app.gui.dialogs.description.tags import Tags
from archive_app.gui.main_window import MainWindow
from archive_app.gui.models.page.marks import Marking
from archive_app.gui.models.page.passage import Part, Passage
from archive_app.gui.views.search.facets import FacetValue
from archive_app.services import kept_notes
from archive_app.services.description import noting, tagging
from tests.gui import making
from tests.gui.looking import archive_of, child, panel, record_of

Settle = Callable[[], None]
LEFT, NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier

#: The platform without a display says so of every dialog that has a least size.
pytestmark = pytest.mark.qt_log_ignore("does not support")


def chips(window: MainWindow) -> list[str]:
    return [made.text() for made in panel(window).tags.findChildren(QToolButton) if made.property("role") == "chip"]


def tags_of(window: MainWindow, record: str) -> tuple[str, ...]:
    return tagging.of(archive_of(window), record)


def press(window: MainWindow, qtbot: QtBot, key: Qt.Key) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.places.records.list.setFocus()
    QTest.keyClick(window.places.records.list, key)


def test_a_tag_is_typed_shown_as_chip_counted_and_taken_off(
    first: MainWindow, id_of: Callable[[str], str], qtbot: QtBot, settle: Settle
) -> None:
    press(first, qtbot, Qt.Key.Key_T)
    settle()
    dialog = child(first, TagRecords)
    QTest.keyClicks(dialog.words, "wages")
    QTest.keyClick(dialog.words, Qt.Key.Key_Return)
    assert dialog.added == ("wages",)
    QTest.keyClick(dialog.words, Qt.Key.Key_Return)
    settle()
    assert tags_of(first, id_of(making.FIRST)) == ("wages",)
    assert chips(first) == ["wages"]
    facets = first.places.records.facets.findChildren(FacetValue)
    assert "wages, 1" in [value.accessibleName() for value in facets]
    panel(first).tags.removed.emit("wages")
    settle()
    assert chips(first) == []
    first.actions_["undo"].trigger()
    settle()
    assert tags_of(first, id_of(making.FIRST)) == ("wages",)


def test_many_records_are_tagged_at_once_and_what_some_have_stays(
    opened: MainWindow, id_of: Callable[[str], str], qtbot: QtBot, settle: Settle
) -> None:
    archive = archive_of(opened)
    tagging.change(archive, [id_of(making.FIRST)], add=["old"])
    records = opened.places.records
    select = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for name in (making.FIRST, making.SECOND):
        row = records.model.row_of(id_of(name))
        assert row is not None
        records.list.selectionModel().select(records.model.index(row, 0), select)
    row = records.model.row_of(id_of(making.RELEASE))
    assert row is not None
    deselect = QItemSelectionModel.SelectionFlag.Deselect | QItemSelectionModel.SelectionFlag.Rows
    records.list.selectionModel().select(records.model.index(row, 0), deselect)
    opened.actions_["tag"].trigger()
    settle()
    dialog = child(opened, TagRecords)
    assert dialog.windowTitle() == "Tags of 2 records"
    assert dialog.list.item(0).checkState() == Qt.CheckState.PartiallyChecked
    QTest.keyClicks(dialog.words, "harvest")
    dialog._done()
    settle()
    assert tags_of(opened, id_of(making.FIRST)) == ("harvest", "old")
    assert tags_of(opened, id_of(making.SECOND)) == ("harvest",)
    assert tags_of(opened, id_of(making.RELEASE)) == ()


def test_tags_are_renamed_merged_and_taken_off_everywhere(
    opened: MainWindow, id_of: Callable[[str], str], settle: Settle
) -> None:
    archive, first = archive_of(opened), id_of(making.FIRST)
    tagging.change(archive, [first], add=["wage", "wages", "pact"])
    opened.actions_["tags"].trigger()
    settle()
    dialog = child(opened, Tags)
    assert [row.tag for row in dialog.model.rows] == ["pact", "wage", "wages"]
    dialog.rename.click()
    asking = child(opened, AskWords)
    asking.field.selectAll()
    QTest.keyClicks(asking.field, "deal")
    asking.accept()
    settle()
    dialog.merge_wanted.emit(["wage", "wages"])
    asking = child(opened, AskWords)
    assert asking.words == "wage"
    asking.accept()
    settle()
    assert tagging.of(archive, first) == ("deal", "wage")
    dialog.delete_wanted.emit(["deal"])
    settle()
    assert [row.tag for row in dialog.model.rows] == ["wage"]
    dialog.table.activated.emit(dialog.model.index(0, 0))
    settle()
    assert opened.places.records.model.rowCount() == 1


def test_a_note_beside_dragged_words_is_marked_listed_and_found(first: MainWindow, settle: Settle) -> None:
    page = first.places.records.pane.page
    held = record_of(first).pages[0]
    start = held.text.index("harvest wages")
    page.canvas.selected.emit(Passage((Part(held, start, start + len("harvest wages")),)))
    assert page.tools.note.isVisible()
    page.tools.note.click()
    dialog = child(first, AskWords)
    QTest.keyClicks(dialog.field, "The heading of the original differs.")
    dialog.accept()
    settle()
    note = panel(first).notes.model.rows[0]
    assert (note.text, note.quote, note.page) == ("The heading of the original differs.", "harvest wages", 1)
    assert panel(first).notes.isVisible()
    marks = [mark for mark in page.marks if mark.marking is Marking.NOTE]
    assert [(mark.page, mark.note, len(mark.boxes)) for mark in marks] == [(1, note.id, 1)]
    panel(first).notes.chosen.emit(note)
    assert [mark.start for mark in page.marks if mark.marking is Marking.CHOSEN] == [start]
    page.canvas.viewport().grab()
    first.search.put("note:differs")
    settle()
    assert first.places.records.model.rowCount() == 1


def test_a_click_on_the_words_of_a_note_chooses_it(
    first: MainWindow, id_of: Callable[[str], str], qtbot: QtBot, settle: Settle
) -> None:
    archive, record = archive_of(first), id_of(making.FIRST)
    noting.add(archive, record, "About the whole paper.")
    note = noting.add(archive, record, "Of the second page.", page=2, span=(0, 5))
    first.session.changed.emit()
    settle()
    page = first.places.records.pane.page
    page.go_to(2)
    mark = next(mark for mark in page.marks if mark.marking is Marking.NOTE)
    box = page.canvas._sheets.box_rect(1, mark.boxes[0])
    with qtbot.waitSignal(page.noted):
        QTest.mouseClick(page.canvas.viewport(), LEFT, NO_KEYS, QPointF(box.center()).toPoint())
    current = panel(first).notes.current
    assert current is not None
    assert current.id == note.id
    page.tools.as_text.setChecked(True)
    assert page.text.extraSelections()


def test_notes_are_changed_and_taken_away_and_undone(
    first: MainWindow, id_of: Callable[[str], str], settle: Settle
) -> None:
    archive, record = archive_of(first), id_of(making.FIRST)
    first.annotating.add_note(record, "Seen in Austin.")
    settle()
    notes = panel(first).notes
    notes.choose(notes.model.rows[0].id)
    notes.change.click()
    dialog = child(first, AskWords)
    assert dialog.words == "Seen in Austin."
    dialog.field.selectAll()
    QTest.keyClicks(dialog.field, "Seen in Waco.")
    dialog.accept()
    settle()
    assert [note.text for note in kept_notes.of(archive, record)] == ["Seen in Waco."]
    notes.delete.click()
    settle()
    assert kept_notes.of(archive, record) == ()
    first.actions_["undo"].trigger()
    settle()
    assert [note.text for note in notes.model.rows] == ["Seen in Waco."]
