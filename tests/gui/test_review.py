"""Reviewing with the keys alone: sixty agreements of six readings each, and what becomes of each decision."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from archive_app import bootstrap
from archive_app.domain.dates import Duration
from archive_app.domain.fact import Fact, Party, Signatory, Source, Value
from archive_app.domain.page import Page
from archive_app.gui.dialogs.description.alike import AlikePapers
from archive_app.gui.dialogs.description.edit_fact import EditFact
from archive_app.gui.main_window import MainWindow
from archive_app.gui.models.page.marks import Marking
from archive_app.gui.models.page.passage import Part, Passage
from archive_app.gui.views.description.review import ReviewView
from archive_app.services import records
from archive_app.services.intake import accessioning
from tests.gui.looking import archive_of, child

#: The platform without a display says so of every dialog that has a least size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

AGREEMENTS, READINGS = 60, 6
Settle = Callable[[], None]


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of sixty agreements, each with six readings that are less than sure."""
    folder = tmp_path_factory.mktemp("many")
    papers = folder / "papers"
    papers.mkdir()
    for number in range(AGREEMENTS):
        text = f"Pact {number}\n\nThe Melon Board and Bureau {number} agree on May 5, 2015.\nFor two years.\nAna Ruiz."
        (papers / f"{number:02}.txt").write_text(text, encoding="utf-8")
    bootstrap.create(folder / "archive", "Many pacts")
    with bootstrap.opened(folder / "archive", writable=True) as archive:
        accessioning.add(archive, [papers], jobs=0)
        for record in archive.catalogue.records.all():
            facts = list(readings(archive.catalogue.pages.of(record.id)[0]))
            archive.catalogue.facts.replace_readings(record.id, facts)
    return folder / "archive"


def readings(page: Page) -> Iterator[Fact]:
    yield Fact("title", page.text.splitlines()[0], 0.99, "title: heading")
    held: tuple[tuple[str, Value, str], ...] = (
        ("kind", "memorandum of understanding", "Pact"), ("agreement_date", "2015-05-05", "May 5, 2015"),
        ("effective_date", "2015-05-05", "May 5, 2015"), ("term", Duration(2, "years"), "two years"),
        ("party", Party("Melon Board", "Melon Board"), "Melon Board"),
        ("signatory", Signatory("Ana Ruiz"), "Ana Ruiz"),
    )  # fmt: skip
    for number, (field, value, words) in enumerate(held):
        start = page.text.index(words)
        yield Fact(field, value, 0.5 + number / 20, f"{field}: test", page.evidence(start, start + len(words)))


@pytest.fixture
def reviewing(window: MainWindow, many: Path, tmp_path: Path, settle: Settle) -> MainWindow:
    """Copied, since the sample of sixty is made but once."""
    window.opening.open(Path(shutil.copytree(many, tmp_path / "many")))
    settle()
    QTest.keyClick(window, Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)
    settle()
    return window


def press(window: MainWindow, keys: str) -> ReviewView:
    view = window.places.review
    window.activateWindow()  # the platform without a display does not do so when a dialog is closed
    QTest.qWait(20)
    view.table.setFocus()
    for key in keys:
        QTest.keyClicks(view.table, key)
    return view


def sources(window: MainWindow) -> list[Source]:
    every = records.all_described(archive_of(window))
    return [fact.source for one in every for fact in one.description.facts if fact.field != "title"]


def test_what_matters_most_comes_first(reviewing: MainWindow) -> None:
    view = reviewing.places.review
    fields = list(dict.fromkeys(row[1].field for row in view.model.rows))
    assert fields == ["effective_date", "term", "party", "agreement_date", "signatory", "kind"]
    assert len(view.model.rows) == AGREEMENTS * READINGS


def test_sixty_agreements_are_reviewed_without_the_mouse(reviewing: MainWindow, qtbot: QtBot, settle: Settle) -> None:
    view = press(reviewing, "a" * 50 + "n" * 10)
    assert len(view.model.rows) == AGREEMENTS * READINGS - 60
    while view.model.rows:
        QTest.keyClick(view.table, Qt.Key.Key_A, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: reviewing.operations.idle, timeout=120_000)
    settle()
    assert view._stack.currentIndex() == 1
    told = sources(reviewing)
    assert set(told) == {Source.PERSON, Source.COMPUTED}
    assert told.count(Source.PERSON) == AGREEMENTS * READINGS - 10


def test_the_evidence_is_shown_and_marked(reviewing: MainWindow, settle: Settle) -> None:
    view = press(reviewing, "j")
    settle()
    assert view.table.currentIndex().row() == 1
    chosen = view.page.marks[-1]
    assert view.page.text.toPlainText()[chosen.start : chosen.end] == "May 5, 2015"
    press(reviewing, "k")
    assert view.table.currentIndex().row() == 0


def test_the_next_paper_is_read_ahead_and_shown_at_once(reviewing: MainWindow, settle: Settle) -> None:
    view = reviewing.places.review
    first, second = (row[0].id for row in view.model.rows[:2])
    assert first != second
    assert view._ahead is not None
    assert (view.page.record, view._ahead.id) == (first, second)
    press(reviewing, "j")  # nothing is waited for
    assert view.page.record == second
    settle()
    assert view._ahead.id == view.model.rows[2][0].id
    press(reviewing, "a")
    assert view.page.record == view.model.rows[1][0].id
    settle()
    assert view._ahead.id == view.model.rows[2][0].id


def test_a_paper_is_opened_with_the_reading_at_hand(reviewing: MainWindow, settle: Settle) -> None:
    row = press(reviewing, "jo").model.rows[1]
    settle()
    pane = reviewing.places.records.pane
    assert reviewing.places.now == "records"
    assert pane.opened is not None
    assert pane.opened.id == row[0].id
    assert row[1].evidence is not None
    chosen = [mark for mark in pane.page.marks if mark.marking is Marking.CHOSEN]
    assert [(mark.page, mark.start) for mark in chosen] == [(row[1].evidence.page, row[1].evidence.start)]


def test_a_decision_is_undone(reviewing: MainWindow, settle: Settle) -> None:
    view = reviewing.places.review
    first = view.model.rows[0]
    press(reviewing, "a")
    settle()
    assert view.model.rows[0] != first
    press(reviewing, "u")
    settle()
    assert view.table.currentIndex().row() == 0
    assert view.model.rows[0][1].value == first[1].value
    assert Source.PERSON not in sources(reviewing)


def correct(window: MainWindow, field: str, typed: str) -> None:
    """Types another value for the first reading of a field."""
    view = window.places.review
    view.table.selectRow(view.model.find(lambda row: row[1].field == field).row())
    press(window, "e")
    dialog = window.findChild(EditFact)
    assert isinstance(dialog, EditFact)
    line = dialog.focusWidget() or dialog.editor.text
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, typed)
    QTest.keyClick(line, Qt.Key.Key_Return)


def terms(window: MainWindow) -> set[str]:
    return {str(one.description.duration("term")) for one in records.all_described(archive_of(window))}


def test_a_correction_is_offered_for_papers_of_the_same_form_and_undone_as_one(
    reviewing: MainWindow, qtbot: QtBot, settle: Settle
) -> None:
    correct(reviewing, "term", "3 years")
    settle()
    assert reviewing.alike.isVisible()
    assert "59" in reviewing.alike.words.text()
    view = press(reviewing, "s")
    dialog = child(reviewing, AlikePapers)
    assert dialog.list.count() == 59
    assert "two years" in dialog.list.item(0).text()
    dialog.list.setFocus()
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)  # the first of them is left out
    assert len(dialog.corrections) == 58
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    settle()
    assert not reviewing.alike.isVisible()
    assert terms(reviewing) == {"2 years", "3 years"}
    assert [row[1].field for row in view.model.rows].count("term") == 1
    press(reviewing, "u")
    settle()
    assert [row[1].field for row in view.model.rows].count("term") == 59
    press(reviewing, "u")
    settle()
    assert terms(reviewing) == {"2 years"}


def test_words_of_the_page_become_the_value_and_its_evidence(reviewing: MainWindow, settle: Settle) -> None:
    view = reviewing.places.review
    view.table.selectRow(view.model.find(lambda row: row[1].field == "effective_date").row())
    settle()
    record, held = view._opened.id if view._opened else "", view._opened.pages[0] if view._opened else Page(1, "")
    start = held.text.index("May 5, 2015")
    view.page.text.selected.emit(Passage((Part(held, start, start + len("May 5, 2015")),)))
    view.page.text.setFocus()
    QTest.keyClick(view.page.text, Qt.Key.Key_V)
    settle()
    dialog = child(reviewing, EditFact)
    assert dialog.editor.text.text() == "2015-05-05"
    dialog.accept()
    settle()
    fact = records.described(archive_of(reviewing), record).description.fact("effective_date")
    assert fact is not None
    assert fact.evidence == held.evidence(start, start + len("May 5, 2015"))
    assert (fact.source, fact.value) == (Source.PERSON, "2015-05-05")


def test_an_undoing_of_another_change_brings_no_decision_back(reviewing: MainWindow, settle: Settle) -> None:
    view = press(reviewing, "a")
    reviewing.annotating.add_note(view.model.rows[0][0].id, "Seen.")
    settle()
    number = len(view.model.rows)
    press(reviewing, "u")
    settle()
    assert len(view.model.rows) == number
    press(reviewing, "u")
    settle()
    assert len(view.model.rows) == number + 1


def test_what_could_not_be_written_comes_back(reviewing: MainWindow, settle: Settle) -> None:
    view = reviewing.places.review
    described, fact = view.model.rows[0]
    view.model.set_rows([(described, replace(fact, id=None))])  # one that the catalogue does not know
    view.table.selectRow(0)
    press(reviewing, "a")
    settle()
    (box,) = reviewing.findChildren(QMessageBox)
    assert "cannot be confirmed by itself" in box.text()
    assert len(view.model.rows) == AGREEMENTS * READINGS
