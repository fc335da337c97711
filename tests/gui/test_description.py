"""Facts beside their words, and what a person decides about them."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from archive_app import bootstrap
from archive_app.domain.fact import Fact, Party, Source
from archive_app.gui.dialogs.description.edit_fact import EditFact
from archive_app.gui.main_window import MainWindow
from archive_app.gui.models.description.facts import FactRow
from archive_app.gui.models.page.marks import Marking
from tests.gui import making
from tests.gui.looking import archive_of, child, held, panel, record_of

#: The platform without a display says so of every dialog that has a least size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def choose(window: MainWindow, field: str, number: int = 0) -> Fact:
    fact = held(window, field)[number]
    panel(window).choose(fact)
    return fact


def test_a_chosen_fact_is_marked_strongly_and_brought_into_view(first: MainWindow) -> None:
    choose(first, "term")
    page = first.places.records.pane.page
    chosen = [mark for mark in page.marks if mark.marking is Marking.CHOSEN]
    assert [(mark.page, len(mark.boxes)) for mark in chosen] == [(2, 1)]
    assert page.canvas.page == 2


def test_a_click_on_marked_words_chooses_their_fact(first: MainWindow, qtbot: QtBot) -> None:
    canvas = first.places.records.pane.page.canvas
    fact = held(first, "agreement_date")[0]
    assert fact.evidence is not None
    canvas.go_to(1)
    middle = canvas._sheets.box_rect(0, fact.evidence.boxes[0]).center().toPoint()
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
    row = panel(first)._current()
    assert row is not None
    assert row.field in ("agreement_date", "effective_date")


def test_the_standing_of_the_agreement_is_said(first: MainWindow) -> None:
    told = panel(first).header.standing.text()
    assert told == "Renewed; its own term ended 8 March 2014 (computed)"


def test_a_reading_is_confirmed_and_the_confirmation_taken_back(first: MainWindow, settle) -> None:
    assert panel(first)._past.currentIndex() == 1  # nothing was changed yet
    choose(first, "effective_date")
    panel(first).card.confirm_wanted.emit(panel(first)._current())
    settle()
    assert held(first, "effective_date")[0].source is Source.PERSON
    assert panel(first)._events.rowCount() == 1
    assert panel(first)._past.currentIndex() == 0
    panel(first).card.withdraw_wanted.emit(panel(first)._current())
    settle()
    assert held(first, "effective_date")[0].source is Source.READING


def test_a_value_is_added_in_a_dialog(first: MainWindow, qtbot: QtBot, settle) -> None:
    panel(first).add_wanted.emit()
    dialog = child(first, EditFact)
    dialog._field.setCurrentIndex(dialog._field.findData("effective_date"))
    dialog.editor.text.setText("when signed")
    assert "is not a date" in dialog._fault.text()
    dialog.editor.text.setText("2012-04")
    assert dialog._fault.text() == ""
    dialog.accept()
    settle()
    fact = held(first, "effective_date")[0]
    assert (fact.value, fact.source) == ("2012-04", Source.PERSON)


def test_one_of_several_values_is_removed_and_the_others_stay(first: MainWindow, settle) -> None:
    choose(first, "party", 1)
    panel(first).card.not_stated_wanted.emit(panel(first)._current())
    settle()
    assert [fact.value for fact in held(first, "party")] == [making.OFFICE]


def test_a_value_is_added_beside_the_others(first: MainWindow, settle) -> None:
    record = record_of(first).id
    first.correcting.set(record, "party", None, (Party("A union"),))
    settle()
    assert [fact.value for fact in held(first, "party")] == [making.OFFICE, making.CONSULATE, Party("A union")]


def test_what_the_paper_does_not_say_stays_unknown(first: MainWindow, settle) -> None:
    record = record_of(first).id
    first.correcting.not_stated(record, FactRow("", "term", held(first, "term")[0]))
    settle()
    assert held(first, "term") == []
    assert held(first, "expiration_date") == []


def test_a_person_may_decide_while_work_goes_on(first: MainWindow, qtbot: QtBot, settle) -> None:
    go_on = threading.Event()
    first.session.work(lambda archive, progress: go_on.wait(10), lambda _: None)
    choose(first, "effective_date")
    panel(first).card.confirm_wanted.emit(panel(first)._current())
    qtbot.waitUntil(lambda: held(first, "effective_date")[0].source is Source.PERSON)
    assert first.session.busy
    go_on.set()
    settle()
    assert not first.session.busy


def test_an_archive_in_use_elsewhere_can_only_be_read(window: MainWindow, root, settle) -> None:
    with bootstrap.opened(root, writable=True):
        window.opening.open(root)
        settle()
        assert not window.session.writable
        assert panel(window)._notice.isVisible()
        choose(window, "issued_date")
        assert not panel(window).card._confirm.isEnabled()
        assert not window.actions_["import_files"].isEnabled()


@pytest.mark.parametrize(
    ("field", "value"), [("kind", "report"), ("party", making.OFFICE), ("term", None), ("language", "es")]
)
def test_the_dialog_gives_back_what_it_was_given(opened: MainWindow, field, value) -> None:
    dialog = EditFact(field, value, "words", archive_of(opened).authorities, opened)
    given = dialog.values[0]
    assert (given.authority if isinstance(given, Party) else given) == getattr(value, "authority", value)


def test_a_correction_leaves_the_page_where_it_is_and_the_list_too(first: MainWindow, id_of, settle) -> None:
    first.search.put("harvest")
    settle()
    view = first.places.records
    second = view.model.row_of(id_of(making.FIRST))
    assert second is not None
    view.list.selectRow(second)
    settle()
    view.pane.page.go_to(2)
    assert view.pane.page.number == 2
    choose(first, "term")
    fact = held(first, "term")[0]
    first.correcting.set(record_of(first).id, "term", fact, (None,))
    settle()
    assert held(first, "term") == []
    assert view.pane.page.number == 2
    assert view.list.currentIndex().row() == second


def test_a_party_that_nobody_knows_is_remarked_on(first: MainWindow) -> None:
    dialog = EditFact("party", None, "", archive_of(first).authorities, first)
    dialog.editor.body.put("Union of Onion Pickers")
    assert "No body is called so" in dialog._remark.text()
    dialog.editor.body.put("OSHA")
    assert "No body" not in dialog._remark.text()
    assert "US-DOL-OSHA" in dialog._remark.text()


def drag(window: MainWindow, words: str) -> None:
    """Over words of the page that is shown first."""
    canvas = window.places.records.pane.page.canvas
    page = record_of(window).pages[0]
    start = page.text.index(words)
    box = page.evidence(start, start + len(words)).boxes[0]
    rect = canvas._sheets.box_rect(0, box)
    left, right = rect.center().toPoint(), rect.center().toPoint()
    left.setX(round(rect.left()) + 2)
    right.setX(round(rect.right()) - 2)
    QTest.mousePress(canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, left)
    QTest.mouseMove(canvas.viewport(), right)
    event = QMouseEvent(QMouseEvent.Type.MouseMove, right.toPointF(), right.toPointF(), Qt.MouseButton.NoButton,
                        Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)  # fmt: skip
    canvas.mouseMoveEvent(event)
    QTest.mouseRelease(canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, right)


def test_words_dragged_over_become_the_value_of_the_field(first: MainWindow, settle) -> None:
    choose(first, "agreement_date")
    first.places.records.pane.page.canvas.go_to(1)
    drag(first, "March 8, 2012")
    page = first.places.records.pane.page
    page.copy()
    told = QGuiApplication.clipboard().text()
    assert told.startswith("“March 8, 2012.” (Memorandum about harvest wages, 8 March 2012, ")
    assert told.endswith(", p. 1)")
    page._use_words()
    settle()
    dialog = child(first, EditFact)
    assert (dialog.field, dialog.editor.text.text()) == ("agreement_date", "2012-03-08")
