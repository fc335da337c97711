"""The geometry of coverage through the years: columns in their years, states upon each other, a line of days."""

from __future__ import annotations

from datetime import date

import pytest

from archive_app.domain.coverage import by_pair
from archive_app.domain.year_chart import YearChart
from archive_app.domain.years import by_year
from tests.domain.test_years import ON, agreement


@pytest.fixture(params=[(10.0, 110.0), (110.0, 10.0)], ids=["upwards", "downwards"])
def chart(request: pytest.FixtureRequest) -> YearChart:
    every = [agreement("A1", "2012-03-01", "2013-12-31"), agreement("A2", "2015-07-01", None)]
    return YearChart(by_year(by_pair(every), ON), 100.0, 1000.0, *request.param)


def test_columns_stand_in_their_years(chart: YearChart) -> None:
    assert [segment.year for segment in chart.segments] == list(range(2012, 2021))
    for segment in chart.segments:
        middle = segment.x + segment.width / 2
        assert middle == pytest.approx(chart.middle(segment.year))
        assert chart.year_at(middle) == segment.year
        assert segment.holds(middle, (segment.foot + segment.top) / 2)
    assert chart.year_at(99.0) is None
    assert chart.year_at(1000.5) is None


def test_the_highest_column_reaches_no_further_than_the_last_line(chart: YearChart) -> None:
    assert list(chart.lines) == [0, 1]
    assert {segment.foot for segment in chart.segments} == {chart.foot}
    assert {segment.top for segment in chart.segments} == {chart.top}


def test_the_line_rises_and_falls_on_its_days(chart: YearChart) -> None:
    began, ended = chart.x(date(2012, 3, 1)), chart.x(date(2014, 1, 1))
    assert chart.line == (
        (100.0, chart.foot), (began, chart.foot), (began, chart.top), (ended, chart.top), (ended, chart.foot),
        (chart.x(ON), chart.foot),
    )  # fmt: skip


def test_some_years_are_numbered_where_there_is_no_room_for_all(chart: YearChart) -> None:
    assert chart.numbered(100.0) == tuple(range(2012, 2021))
    assert chart.numbered(150.0) == (2012, 2014, 2016, 2018, 2020)
    assert chart.numbered(300.0) == (2015, 2020)
