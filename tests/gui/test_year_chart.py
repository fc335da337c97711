"""Coverage by year: the figures of the service, told to eye and ear, and what a click or a key leads to."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest

from archive_app.domain.year_chart import Segment
from archive_app.domain.years import DRAWN, YearState
from archive_app.gui.main_window import MainWindow
from archive_app.gui.models.tracking import years
from archive_app.gui.theme import scheme
from archive_app.gui.views.tracking import year_painting
from archive_app.gui.views.tracking.agreements import THOSE
from archive_app.gui.views.tracking.coverage import BY_YEAR, CoverageView
from archive_app.services.tracking import covering
from tests.gui.looking import agreement_of, archive_of

pytestmark = pytest.mark.qt_log_ignore(r"does not support raise\(\)", "propagateSizeHints")


@pytest.fixture
def view(opened: MainWindow, settle) -> CoverageView:
    opened.go("coverage")
    opened.places.coverage.show_picture(BY_YEAR)
    settle()
    return opened.places.coverage


def column(view: CoverageView, year: int, state: YearState) -> Segment:
    return next(one for one in view.chart.chart.segments if (one.year, one.state) == (year, state))


def middle(one: Segment) -> QPoint:
    return QPointF(one.x + one.width / 2, (one.foot + one.top) / 2).toPoint()


def test_the_chart_has_the_figures_of_the_service(view: CoverageView, opened: MainWindow) -> None:
    told = covering.by_year(archive_of(opened), opened.session.on)
    assert view.chart.told == told
    assert {one.year: one.state for one in view.chart.chart.segments} == {
        2012: YearState.PARTLY, 2013: YearState.COVERED, 2014: YearState.PARTLY, 2015: YearState.PARTLY,
        2016: YearState.COVERED,
    }  # fmt: skip


def test_arrows_tell_each_year_exactly(view: CoverageView) -> None:
    chart = view.chart
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_Home)
    assert chart.accessibleDescription() == (
        "2012, covered in part: 1, In force on a day: 0 to 1, New agreements: 1, Renewals: 0, Lapses begun: 0, 1 of 5"
    )
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert "2013, covered all year: 1, In force on every day: 1" in chart.accessibleDescription()
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert "Lapses begun: 1" in chart.accessibleDescription()
    QTest.keyClick(chart, Qt.Key.Key_End)
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert chart.reached == 2016
    assert chart.accessibleDescription().endswith("5 of 5")


def test_a_click_leads_to_the_agreements_of_the_year(view: CoverageView, opened: MainWindow, settle) -> None:
    QTest.mouseClick(view.chart, Qt.MouseButton.LeftButton, pos=middle(column(view, 2013, YearState.COVERED)))
    settle()
    agreements = opened.places.agreements
    assert opened.places.standing_at == "agreements"
    assert (agreements.status.currentData(), agreements.status.currentText()) == (THOSE, "Of 2013")
    assert [row.agreement.id for row in agreements.model.rows] == list(view.chart.told.turns[2013].agreements)
    assert agreement_of(opened).agreement.begins == date(2012, 3, 8)
    agreements.status.setCurrentIndex(0)
    assert len(agreements.model.rows) == 2


def test_where_nothing_was_in_force_a_click_leads_to_the_lapses(view: CoverageView, opened: MainWindow, settle) -> None:
    opened.session.set_day(date(2021, 5, 1))
    settle()
    QTest.mouseClick(view.chart, Qt.MouseButton.LeftButton, pos=middle(column(view, 2020, YearState.LAPSED)))
    assert opened.places.standing_at == "coverage"
    assert view.ledger.year.currentData() == 2020
    assert [line.lapse.start for line in view.gaps.rows] == [date(2018, 9, 1)]
    view.ledger.year.setCurrentIndex(0)
    assert len(view.gaps.rows) == 2
    view.ledger.show_year(2013)
    assert view.gaps.rows == []


def test_keys_lead_to_both(view: CoverageView, opened: MainWindow, settle) -> None:
    QTest.keyClick(view.chart, Qt.Key.Key_Home)
    QTest.keyClick(view.chart, Qt.Key.Key_Right)
    QTest.keyClick(view.chart, Qt.Key.Key_Right)
    QTest.keyClick(view.chart, Qt.Key.Key_Space)
    assert view.ledger.year.currentData() == 2014
    QTest.keyClick(view.chart, Qt.Key.Key_Return)
    settle()
    assert opened.places.agreements.status.currentText() == "Of 2014"


def test_an_agency_narrows_everything(view: CoverageView, opened: MainWindow, settle) -> None:
    offered = [view.agency.itemData(at) for at in range(view.agency.count())]
    assert offered[0] == ""
    assert "US-DOL-OSHA" in offered
    view.agency.setCurrentIndex(view.agency.findData("US-DOL-OSHA"))
    settle()
    assert view.agency_shown == "US-DOL-OSHA"
    assert view.chart.told == covering.by_year(archive_of(opened), opened.session.on, agency="US-DOL-OSHA")
    assert view.model.columnCount() == 1
    view._open_year(2016)
    assert opened.places.agreements.status.currentText().startswith("Of 2016: Occupational")


def test_the_chart_is_saved_as_it_is_narrowed(view: CoverageView, opened: MainWindow, tmp_path: Path, settle) -> None:
    opened.choose_language("es")
    opened.go("coverage")
    settle()
    opened.exporting.export_years(tmp_path / "years.svg")
    settle()
    drawn = (tmp_path / "years.svg").read_text("utf-8")
    assert "Cobertura: Harvest papers" in drawn
    assert "Lapsos iniciados" in drawn


@pytest.mark.parametrize("dark", [False, True])
def test_states_are_told_by_more_than_colour(dark: bool, qapp) -> None:
    """Each state is another picture when all colour is taken out of it."""
    before = scheme.is_dark(qapp)
    scheme.put(qapp, dark)
    try:
        greys = {_grey(state) for state in DRAWN}
    finally:
        scheme.put(qapp, before)
    assert len(greys) == len(DRAWN)


def _grey(state: YearState) -> bytes:
    """Where its picture is darker than its own middle, in black and white."""
    picture = QImage(40, 60, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    year_painting.paint_state(painter, QRectF(4, 4, 32, 52), state)
    painter.end()
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    levels = [grey.pixelColor(x, y).red() for y in range(4, 56) for x in range(4, 36)]
    mean = sum(levels) / len(levels)
    return bytes(level < mean - 4 for level in levels)


def test_words_are_the_same_in_both_places(view: CoverageView) -> None:
    tip = years.tip(view.chart.told, 2014).splitlines()
    assert tip[0] == "2014"
    assert years.spoken(view.chart.told, 2014) == ", ".join((*tip, "3 of 5"))
