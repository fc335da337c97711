"""What is said of an answer under the search box: other names with their switches, faults, an index made anew."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from archive_app.gui import language
from archive_app.gui.main_window import MainWindow
from archive_app.gui.models.search.asking import Asked
from archive_app.gui.views.search.answer_strip import AnswerStrip
from archive_app.services.background_rebuild import IndexState
from tests.gui.looking import archive_of

Settle = Callable[[], None]


def strip(window: MainWindow) -> AnswerStrip:
    return window.places.records.strip


def found(window: MainWindow) -> int:
    return window.places.records.model.rowCount()


@pytest.fixture
def widened(opened: MainWindow, settle: Settle) -> MainWindow:
    """The archive's own thesaurus finds overtime under a name that stands in the letter."""
    (archive_of(opened).root / "thesaurus.csv").write_text(
        "en,es\novertime,salarios caídos\nharvest,convenio\n", encoding="utf-8"
    )
    opened.search.put("overtime")
    settle()
    return opened


def test_each_other_name_has_a_switch_and_all_have_one(widened: MainWindow, settle: Settle) -> None:
    assert strip(widened).every.isVisible()
    assert [switch.toolTip() for switch in strip(widened).terms] == ["overtime: salarios caídos"]
    assert found(widened) == 2
    strip(widened).terms[0].click()
    settle()
    assert found(widened) == 1
    assert [switch.isChecked() for switch in strip(widened).terms] == [False]
    strip(widened).terms[0].click()
    settle()
    assert found(widened) == 2
    strip(widened).every.click()
    settle()
    assert found(widened) == 1
    assert not strip(widened).every.isChecked()
    strip(widened).every.click()
    settle()
    assert found(widened) == 2


def test_any_of_the_words_are_a_click_away_where_no_record_has_all(opened: MainWindow, settle: Settle) -> None:
    opened.search.put("overtime harvest zebra")
    settle()
    assert found(opened) == 0
    assert strip(opened).link.isVisible()
    strip(opened).link.click()
    settle()
    assert opened.places.records.asked.query == "overtime OR harvest"
    assert found(opened) == 3
    assert not strip(opened).link.isVisible()


def test_a_switch_holds_while_its_term_is_typed_on(widened: MainWindow, settle: Settle) -> None:
    strip(widened).terms[0].click()
    settle()
    widened.search.put("overtime OR harvest")
    settle()
    assert [(switch.toolTip(), switch.isChecked()) for switch in strip(widened).terms] == [
        ("harvest: convenio", True), ("overtime: these words only", False),
    ]  # fmt: skip
    widened.search.put("news")
    settle()
    assert widened.places.records.asked == Asked("news")
    assert not strip(widened).isVisible()


def test_marks_follow_the_switches(widened: MainWindow, settle: Settle) -> None:
    records = widened.places.records
    records.open_record(next(hit.record for hit in records.model._rows.values() if hit.kind == "correspondence"))
    settle()
    assert [mark.page for mark in records.pane.page.marks if mark.marking.name == "HIT"]
    assert records.pane.page.text.extraSelections()


@pytest.mark.parametrize(("code", "told"), [("en", "A parenthesis is not closed"), ("es", "Falta cerrar un parén")])
def test_a_fault_is_shown_where_it_lies_with_the_nearest_reading(
    opened: MainWindow, settle: Settle, code: str, told: str
) -> None:
    opened.choose_language(code)
    opened.search.put("harvest (memorandum")
    settle()
    assert strip(opened).fault.text().startswith(told)
    assert "<b>(memorandum</b>" in strip(opened).place.text()
    assert "9" in strip(opened).place.accessibleName()
    strip(opened).link.click()
    settle()
    assert opened.search.text() == "harvest AND memorandum"
    assert found(opened) == 2
    assert not strip(opened).fault.isVisible()


def test_did_you_mean_is_a_link(opened: MainWindow, settle: Settle) -> None:
    opened.search.put("memorandam")
    settle()
    assert found(opened) == 0
    assert "memorandum" in strip(opened).link.text()
    strip(opened).link.click()
    settle()
    assert opened.search.text() == "memorandum"
    assert found(opened) == 2


def test_only_the_answer_to_the_last_query_is_shown(opened: MainWindow, settle: Settle, qtbot: QtBot) -> None:
    """Questions wait in their lane, as on a machine that has much to do; of all asked only the last is answered."""
    shown: list[int] = []
    model = opened.places.records.model
    model.modelReset.connect(lambda: shown.append(model.rowCount()))
    gate = threading.Event()
    opened.operations.run(gate.wait, lambda _: None, lane="search")
    for query in ("harvest", "nothing of the kind", "overtime"):
        opened.search.put(query)
    QTest.qWait(50)
    assert shown == []
    gate.set()
    settle()
    assert shown == [1]
    assert opened.search.text() == "overtime"


def test_an_answer_that_was_begun_before_another_query_is_dropped(opened: MainWindow, settle: Settle) -> None:
    """The first answer is ready and on its way to the window when the next query is asked."""
    records, shown = opened.places.records, list[int]()
    records.model.modelReset.connect(lambda: shown.append(records.model.rowCount()))
    opened.search.put("harvest")
    task = opened.operations._latest["search"]
    assert task.future is not None
    task.future.result(timeout=20)
    opened.search.put("overtime")
    settle()
    assert shown == [1]


def test_an_index_made_anew_tells_how_far_it_is(window: MainWindow, root: Path, qtbot: QtBot, settle: Settle) -> None:
    shutil.rmtree(root / "index")
    window.opening.open(root)
    qtbot.waitUntil(lambda: found(window) == 4, timeout=20_000)
    settle()
    qtbot.waitUntil(lambda: not strip(window).isVisible(), timeout=20_000)
    strip(window).show_index(IndexState(120, 2000, "it was damaged"))
    assert strip(window).index.text().startswith("The search index is being made anew: 120 of 2,000")
    language.speak("es")
    strip(window).show_index(IndexState(120, 2000, "it was damaged", "the disk is full"))
    assert "120" in strip(window).index.text()
    assert "no está completo" in strip(window).index.text()
    strip(window).show_index(None)
    assert not strip(window).isVisible()
