"""Coverage of any two roles, through the years, with the ledger beneath."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from archive_app.gui.main_window import MainWindow
from archive_app.gui.models.tracking.coverage import EVIDENCE
from archive_app.gui.theme import Role
from archive_app.gui.views.tracking.coverage import CoverageView
from archive_app.gui.views.tracking.year_slider import in_year
from tests.gui import making
from tests.gui.looking import record_of


@pytest.fixture
def view(opened: MainWindow, settle) -> CoverageView:
    opened.go("coverage")
    settle()
    return opened.places.coverage


def test_the_slider_goes_through_the_years(view: CoverageView, opened: MainWindow, settle) -> None:
    slider = view.years.slider
    assert (slider.minimum(), slider.maximum(), slider.value()) == (2012, 2016, 2016)
    QTest.keyClick(slider, Qt.Key.Key_Home)
    QTest.keyClick(slider, Qt.Key.Key_Right)
    settle()
    assert opened.session.on == date(2013, 5, 1)
    assert view.model.index(0, 0).data(Role.STATUS) == "in force"
    slider.setValue(2015)
    settle()
    assert view.model.index(0, 0).data(Role.STATUS) == "expired"
    assert view.gaps.index(0, 3).data() == "still open"


def test_any_two_roles_can_be_set_against_each_other(view: CoverageView, settle) -> None:
    assert [view.rows.itemData(at) for at in range(view.rows.count())] == ["", "consulate", "federal agency"]
    view.rows.setCurrentIndex(view.rows.findData("consulate"))
    settle()
    view.columns.setCurrentIndex(view.columns.findData("federal agency"))
    settle()
    down, across = Qt.Orientation.Vertical, Qt.Orientation.Horizontal
    assert "Consulate" in view.model.headerData(0, down, Qt.ItemDataRole.ToolTipRole)
    assert "OSHA" in view.model.headerData(0, across, Qt.ItemDataRole.ToolTipRole)
    view.columns.setCurrentIndex(view.columns.findData("consulate"))
    settle()
    assert view.model.rowCount() == 0
    assert view.rows.currentData() == "consulate"


def test_what_shows_a_lapse_opens_the_words(view: CoverageView, opened: MainWindow, id_of, settle) -> None:
    told = view.gaps.index(0, EVIDENCE).data()
    assert told.startswith("Computed")
    assert "March 8, 2012" in told
    view.lapses.activated.emit(view.gaps.index(0, EVIDENCE))
    settle()
    assert record_of(opened).id == id_of(making.FIRST)


def test_a_leap_day_stands_on_the_28th_in_other_years() -> None:
    assert in_year(date(2024, 2, 29), 2023) == date(2023, 2, 28)
    assert in_year(date(2024, 2, 29), 2020) == date(2020, 2, 29)
