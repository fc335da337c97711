"""Agreements, coverage, timelines, what to review, and the reports of imports."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from archive_app.domain.coverage import Gap
from archive_app.domain.timeline import Bar
from archive_app.gui.main_window import MainWindow
from archive_app.gui.main_window.exporting import FORMATS
from archive_app.gui.models.tracking.coverage import CoverageModel
from archive_app.gui.theme import Role
from tests.gui import making
from tests.gui.looking import agreement_of, record_of

IdOf = Callable[[str], str]
LEFT, NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def go(window: MainWindow, place: str, settle) -> None:
    window.go(place)
    settle()


def test_agreements_tell_their_state_on_the_day(opened: MainWindow, settle) -> None:
    go(opened, "agreements", settle)
    model = opened.places.agreements.model
    rows = [[model.index(row, column).data() for column in (0, 3, 4, 5)] for row in range(model.rowCount())]
    assert rows == [
        ["Renewed", "8 Mar 2012", "8 Mar 2014 (computed)", "1 of 2"],
        ["In force", "1 Sep 2015", "31 Aug 2018 (stated)", "2 of 2"],
    ]
    opened.session.set_day(date(2020, 1, 1))
    settle()
    assert [model.index(row, 0).data() for row in range(2)] == ["Renewed", "Expired"]


def test_agreements_are_narrowed_by_state_and_words(opened: MainWindow, settle) -> None:
    go(opened, "agreements", settle)
    view = opened.places.agreements
    view.status.setCurrentIndex(view.status.findData("binding"))
    assert [row.agreement.title for row in view.model.rows] == ["Second memorandum about harvest wages"]
    view.status.setCurrentIndex(0)
    view.words.setText("zeppelin")
    assert view.model.rows == []
    assert view.details.shown is None


def test_a_link_of_the_chain_leads_to_it_and_a_paper_to_its_record(opened: MainWindow, id_of, settle) -> None:
    go(opened, "agreements", settle)
    view = opened.places.agreements
    earlier = view.model.rows[0].agreement.id
    view.table.selectRow(1)
    view.details.agreement_wanted.emit(earlier)
    assert agreement_of(opened).agreement.id == earlier
    view.details.record_wanted.emit(id_of(making.FIRST))
    settle()
    assert opened.places.currentWidget() is opened.places.records
    assert record_of(opened).id == id_of(making.FIRST)


def test_coverage_shows_the_pair_and_its_lapse(opened: MainWindow, settle) -> None:
    go(opened, "coverage", settle)
    view = opened.places.coverage
    assert isinstance(view.model, CoverageModel)
    cell = view.model.index(0, 0)
    assert (cell.data(Role.STATUS), cell.data()) == ("in force", "until Aug 2018")
    assert [view.gaps.index(0, column).data() for column in (2, 3, 4)] == [
        "9 March 2014", "31 August 2015", "1 year 5 months",
    ]  # fmt: skip
    view.lapses.activated.emit(view.gaps.index(0, 0))
    settle()
    assert opened.places.currentWidget() is opened.places.agreements
    assert agreement_of(opened).agreement.begins == date(2012, 3, 8)


def test_review_begins_with_what_matters_most_and_goes_on_after_each_decision(
    opened: MainWindow, qtbot: QtBot, settle
) -> None:
    go(opened, "review", settle)
    view = opened.places.review
    assert [row[1].field for row in view.model.rows] == ["effective_date", "signatory"]
    assert view.page.marks[-1].boxes
    QTest.keyClick(view.table, Qt.Key.Key_A)
    settle()
    assert [row[1].field for row in view.model.rows] == ["signatory"]
    assert view.table.currentIndex().row() == 0
    QTest.keyClick(view.table, Qt.Key.Key_N)
    settle()
    assert view.model.rows == []


def timeline(opened: MainWindow, settle):
    go(opened, "timelines", settle)
    opened.places.timelines.show_agency("US-DOL-OSHA/austin-area")
    settle()
    return opened.places.timelines.canvas


def test_a_timeline_has_bars_a_lapse_and_the_release(opened: MainWindow, settle) -> None:
    canvas = timeline(opened, settle)
    told = {type(shape.what).__name__ for shape in canvas.shapes}
    assert told == {"Bar", "Gap", "Mark"}
    assert {s.what.end_basis for s in canvas.shapes if isinstance(s.what, Bar)} == {"computed", "stated"}


def test_a_click_on_a_bar_opens_its_record(opened: MainWindow, id_of: IdOf, qtbot: QtBot, settle) -> None:
    canvas = timeline(opened, settle)
    bar = next(s for s in canvas.shapes if isinstance(s.what, Bar) and s.what.end_basis == "stated")
    point = canvas.place_of(bar).toPoint()
    QTest.mouseMove(canvas.viewport(), point)
    QTest.mouseClick(canvas.viewport(), LEFT, NO_KEYS, point)
    settle()
    assert record_of(opened).id == id_of(making.SECOND)


def test_zooming_keeps_the_day_under_the_pointer(opened: MainWindow, qtbot: QtBot, settle) -> None:
    canvas = timeline(opened, settle)
    lapse = next(shape for shape in canvas.shapes if isinstance(shape.what, Gap))
    before = canvas.place_of(lapse)
    canvas.zoom(2.5, before.x())
    after = next(shape for shape in canvas.shapes if isinstance(shape.what, Gap))
    assert after.width > 2 * lapse.width
    assert abs(canvas.place_of(after).x() - before.x()) < 3
    assert canvas.shape_at(QPointF(before.x(), before.y())) == after
    QTest.keyClick(canvas, Qt.Key.Key_0)
    assert canvas.horizontalScrollBar().maximum() == 0


def test_the_report_of_an_import_names_each_failure(opened: MainWindow, settle) -> None:
    go(opened, "imports", settle)
    view = opened.places.imports.reports
    failure = view.failures.rows[0]
    assert Path(failure.file).name == making.BROKEN
    assert failure.cause
    assert failure.remedy
    assert view._sum.text().startswith("5 found = 4 added + 0 already here + 0 left out + 1 failed")


def test_the_number_beside_agreements_stands_in_their_heading_too(opened: MainWindow, settle) -> None:
    def beside() -> str:
        return opened.sidebar._buttons["agreements"]._count

    opened.session.set_day(date(2013, 1, 1))  # nobody has gone to the agreements yet
    settle()
    assert beside() == "1"
    go(opened, "agreements", settle)
    view = opened.places.agreements
    assert view._count.text() == "2 of 2 · 1 in force"
    opened.session.set_day(date(2020, 1, 1))
    settle()
    assert (view._count.text(), beside()) == ("2 of 2 · 0 in force", "")
    opened.session.set_day(date(2016, 1, 1))
    view.words.setText("second")
    settle()
    assert (view._count.text(), beside()) == ("1 of 2 · 1 in force", "1")
    assert "in force on the chosen day" in view._count.toolTip()


def test_numbers_beside_the_places(opened: MainWindow, settle) -> None:
    settle()
    told = {name: button.accessibleDescription() for name, button in opened.sidebar._buttons.items()}
    assert told == {
        "records": "Records: 4", "agreements": "In force on the chosen day: 1", "timelines": "", "coverage": "",
        "requests": "", "links": "Links to decide on: 1", "authorities": "", "home": "", "keeping": "",
        "review": "Readings that are less than sure: 2", "imports": "Failed in the last import: 1",
            "arrangement": "",
    }  # fmt: skip


def test_exports_are_written_in_the_background(opened: MainWindow, tmp_path: Path, settle) -> None:
    for name in FORMATS:
        opened.exporting.export(name, tmp_path / f"out-{name}.x")
    opened.exporting.export_timeline("US-DOL-OSHA/austin-area", tmp_path / "timeline.svg")
    settle()
    assert {path.name for path in tmp_path.glob("*.*")} == {*(f"out-{name}.x" for name in FORMATS), "timeline.svg"}
    assert "Saved as" in opened.statusBar().currentMessage()
