"""A timeline without a mouse: every bar reached by keys and spoken; filters; zoom from decades to days."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from archive_app.domain.coverage import Gap
from archive_app.domain.timeline import Bar, Mark
from archive_app.gui.main_window import MainWindow
from archive_app.gui.models.tracking import timeline_layout as layout
from archive_app.gui.models.tracking.timeline_layout import Axis
from archive_app.gui.views.tracking.timelines import TimelinesView
from archive_app.services.description import describing
from tests.gui import making
from tests.gui.looking import archive_of, record_of

#: The platform without a display says so of every tip.
pytestmark = pytest.mark.qt_log_ignore(r"does not support raise\(\)", "propagateSizeHints")
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def view(opened: MainWindow, settle) -> TimelinesView:
    opened.go("timelines")
    settle()
    opened.places.timelines.show_agency("US-DOL-OSHA/austin-area")
    settle()
    return opened.places.timelines


def test_every_bar_is_reached_by_keys_and_spoken(view: TimelinesView) -> None:
    canvas = view.canvas
    view.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    met = set()
    for _ in range(len(canvas.shapes)):
        shape = canvas._reached.shape
        assert shape is not None
        met.add(type(shape.what))
        told = canvas.accessibleDescription()
        assert told.startswith("Consulate General of Mexico in Austin, ")
        QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert met == {Bar, Gap, Mark}
    last = len(canvas.shapes)
    assert canvas.accessibleDescription().endswith(f"{last} of {last}")


def test_a_bar_says_when_it_ends_and_how_that_is_known(view: TimelinesView) -> None:
    canvas = view.canvas
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    while not (canvas._reached.shape and isinstance(canvas._reached.shape.what, Bar)):
        QTest.keyClick(canvas, Qt.Key.Key_Right)
    told = canvas.accessibleDescription()
    assert "Memorandum about harvest wages" in told
    assert "8 March 2014" in told
    assert "its end is computed" in told


def test_enter_opens_what_is_reached(view: TimelinesView, opened: MainWindow, id_of, settle) -> None:
    canvas = view.canvas
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    settle()
    assert record_of(opened).id == id_of(making.FIRST)


def test_shift_and_arrows_move_the_picture(view: TimelinesView) -> None:
    view.canvas.zoom(8.0)
    before = view.canvas.horizontalScrollBar().value()
    QTest.keyClick(view.canvas, Qt.Key.Key_Right, SHIFT)
    assert view.canvas.horizontalScrollBar().value() > before


def test_what_is_reached_is_brought_to_sight(view: TimelinesView) -> None:
    canvas = view.canvas
    canvas.zoom(40.0)
    canvas.horizontalScrollBar().setValue(canvas.horizontalScrollBar().maximum())
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    shape = canvas._reached.shape
    assert shape is not None
    assert canvas.viewport().rect().contains(canvas.place_of(shape).toPoint())


def test_kinds_and_roles_narrow_the_timeline(view: TimelinesView, settle) -> None:
    assert [view.kind.itemData(at) for at in range(view.kind.count())] == ["", "memorandum of understanding"]
    assert [view.role.itemData(at) for at in range(view.role.count())] == ["", "consulate"]
    view.role.setCurrentIndex(1)
    settle()
    assert len(view.canvas.lanes) == 1
    assert view._count.text() == "Agreements: 2 · counterparts: 1"
    assert view.role.currentData() == "consulate"


def test_what_tells_of_an_event_has_a_lane_that_can_be_left_out(
    view: TimelinesView, opened: MainWindow, id_of, settle
) -> None:
    assert view.events.isHidden()
    describing.correct(archive_of(opened), id_of(making.RELEASE), "event", "Labor Rights Week")
    describing.correct(archive_of(opened), id_of(making.RELEASE), "issued_date", "2015-09-02")
    view.refresh()
    settle()
    assert (view.events.isHidden(), view.events.text()) == (False, "Labor Rights Week")
    assert "Labor Rights Week" in view.legend.accessibleName()
    assert [lane.lane.event for lane in view.canvas.lanes] == ["Labor Rights Week", None]
    assert view._count.text() == "Agreements: 2 · counterparts: 1"
    QTest.keyClick(view.canvas, Qt.Key.Key_Right)
    told = view.canvas.accessibleDescription()
    assert told.startswith("Labor Rights Week, ")
    assert "Tells of an event, 2 September 2015" in told
    QTest.keyClick(view.canvas, Qt.Key.Key_Return)
    settle()
    assert record_of(opened).id == id_of(making.RELEASE)
    view.events.setChecked(False)
    settle()
    assert [lane.lane.event for lane in view.canvas.lanes] == [None]
    assert "Labor Rights Week" not in view.legend.accessibleName()


def test_the_picture_is_narrowed_as_the_view_is(
    view: TimelinesView, opened: MainWindow, id_of, tmp_path: Path, settle
) -> None:
    describing.correct(archive_of(opened), id_of(making.RELEASE), "event", "Labor Rights Week")
    describing.correct(archive_of(opened), id_of(making.RELEASE), "issued_date", "2015-09-02")
    drawn = []
    for wanted in (True, False):
        view.events.setChecked(wanted)
        settle()
        opened.exporting.export_timeline("US-DOL-OSHA/austin-area", tmp_path / "osha.svg")
        settle()
        drawn.append((tmp_path / "osha.svg").read_text("utf-8").count("Labor Rights Week"))
    assert drawn == [2, 0]


def test_the_axis_goes_from_decades_to_days() -> None:
    first, last = date(1990, 1, 1), date(2026, 1, 1)
    decades = [words for _, words, _ in Axis(first, last, 6 / 365.25).ticks()]
    assert decades == ["1990", "2000", "2010", "2020"]
    days = Axis(first, last, 26.0)
    at = days.x(date(2012, 3, 1))
    told = [day for day, _, _ in days.ticks(at, at + 26 * 10)]
    assert date(2012, 3, 5) in told
    assert {day.year for day in told} == {2012}


def test_chains_are_joined_by_lines(view: TimelinesView) -> None:
    lane = view.canvas.lanes[0]
    found = view.canvas.shapes_of(0)
    bars = [shape for shape in found if isinstance(shape.what, Bar)]
    assert len({shape.what.chain for shape in bars if isinstance(shape.what, Bar)}) == 1
    assert list(layout.chain_lines(lane, found)) == []  # a lapse stands between the two
    [(left, _, right, _)] = layout.chain_lines(lane, bars)
    assert left == bars[0].x + bars[0].width
    assert right == bars[1].x
