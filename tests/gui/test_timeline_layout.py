"""Where a timeline's shapes stand."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive_app.domain.agreement import Status
from archive_app.domain.coverage import Gap
from archive_app.domain.timeline import Bar, Lane, Mark, Timeline
from archive_app.gui import language
from archive_app.gui.models import wording
from archive_app.gui.models.tracking import timeline_layout as layout
from archive_app.gui.models.tracking.timeline_layout import Axis

ON = date(2020, 1, 1)
STATED = Bar("A1", "R1", "Stated", date(2012, 1, 1), date(2013, 12, 31), "stated", Status.EXPIRED)
ENDLESS = Bar("A2", "R2", "Endless", date(2016, 1, 1), None, "perpetual", Status.IN_FORCE, row=1)
UNKNOWN = Bar("A3", "R3", "Unknown", date(2015, 1, 1), None, None, Status.UNKNOWN)
LAPSE = Gap("X", "Y", date(2014, 1, 1), date(2014, 12, 31), "A1")
MARKS = tuple(Mark(f"R{n}", date(2012, 1, 1), "press release", "t") for n in range(3))
LANE = Lane("Y", "Consulate", (STATED, UNKNOWN, ENDLESS), (LAPSE,), MARKS)
TIMELINE = Timeline("X", "Office", ON, (LANE, LANE), date(2012, 1, 1), date(2021, 1, 1))


@given(st.dates(date(2012, 1, 1), date(2021, 1, 1)), st.floats(0.05, 6))
def test_a_day_comes_back_from_where_it_stands(day: date, per_day: float) -> None:
    axis = Axis(date(2012, 1, 1), date(2021, 1, 1), per_day)
    assert axis.day(axis.x(day)) == day


@given(st.lists(st.floats(0.2, 5), max_size=30))
def test_zooming_stays_within_bounds(factors: list[float]) -> None:
    axis = Axis.fitting(TIMELINE, 900)
    for factor in factors:
        axis = axis.zoomed(factor)
    narrowest, widest = layout.YEAR
    assert narrowest - 0.01 <= axis.per_day * 365.25 <= widest + 0.01


def test_the_whole_timeline_fits_the_width() -> None:
    assert round(Axis.fitting(TIMELINE, 900).width) == 900


def test_bars_end_as_they_are_known_to_end() -> None:
    axis = Axis.fitting(TIMELINE, 900)
    shapes = {shape.what: shape for shape in layout.shapes(layout.lane_boxes(TIMELINE)[0], axis, ON)}
    assert shapes[STATED].x + shapes[STATED].width == axis.x(date(2014, 1, 1))
    assert shapes[LAPSE].x == axis.x(date(2014, 1, 1))
    assert shapes[ENDLESS].x + shapes[ENDLESS].width == axis.width
    assert shapes[UNKNOWN].width == layout.FADE
    assert shapes[ENDLESS].y - shapes[STATED].y == layout.ROW


def test_marks_of_one_day_lie_side_by_side() -> None:
    shapes = layout.shapes(layout.lane_boxes(TIMELINE)[0], Axis.fitting(TIMELINE, 900), ON)
    places = [shape.x for shape in shapes if isinstance(shape.what, Mark)]
    assert all(later - earlier > layout.MARK * 0.8 for earlier, later in pairwise(places))


def test_what_is_drawn_last_is_pointed_at_first() -> None:
    shapes = layout.shapes(layout.lane_boxes(TIMELINE)[0], Axis.fitting(TIMELINE, 900), ON)
    bar = next(shape for shape in shapes if shape.what == STATED)
    assert layout.shape_at(shapes, bar.x + 3, bar.y + 3) == bar
    assert layout.shape_at(shapes, -50, bar.y) is None


def test_lanes_stand_below_one_another_without_a_gap() -> None:
    first, second = layout.lane_boxes(TIMELINE)
    assert first.top + first.height == second.top
    assert layout.height(TIMELINE) == second.top + second.height


def test_years_give_way_where_there_is_no_room() -> None:
    narrow = [words for _, words, _ in Axis(date(1990, 1, 1), date(2021, 1, 1), 20 / 365).ticks()]
    wide = [words for _, words, _ in Axis(date(2019, 1, 1), date(2021, 1, 1), 1000 / 365).ticks()]
    assert narrow == ["1990", "1995", "2000", "2005", "2010", "2015", "2020"]
    assert {"2019", "Feb", "Dec"} <= set(wide)


@pytest.mark.parametrize(
    ("code", "told"),
    [("en", ("lapsed 4 years 7 months", "lapsed 4 y 7 mo", "lapsed")),
     ("es", ("sin vigencia 4 años 7 meses", "sin vigencia 4 a 7 m", "sin vigencia"))],
)  # fmt: skip
def test_a_lapse_that_has_little_room_still_says_that_it_is_one(code: str, told: tuple[str, ...]) -> None:
    language.speak(code)
    assert wording.lapse(date(2021, 4, 12), date(2025, 11, 20)) == told
    assert wording.lapse(date(2021, 4, 12), date(2021, 4, 20))[1].endswith((" 9 d", " 9 días"))
