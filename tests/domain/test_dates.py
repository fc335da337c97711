"""Partial dates and the arithmetic of terms."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive_app.domain.dates import Duration, PartialDate, add


@pytest.mark.parametrize(
    ("start", "number", "unit", "expected"),
    [
        ("2014-09-03", 3, "years", "2017-09-03"),
        ("2012-02-29", 1, "years", "2013-02-28"),
        ("2012-02-29", 4, "years", "2016-02-29"),
        ("2014-01-31", 1, "months", "2014-02-28"),
        ("2016-01-31", 1, "months", "2016-02-29"),
        ("2014-11-30", 3, "months", "2015-02-28"),
        ("2014-12-15", 1, "months", "2015-01-15"),
        ("2014-12-15", 18, "months", "2016-06-15"),
        ("2014-12-15", 1.5, "years", "2016-06-15"),
        ("2014-12-15", 30, "days", "2015-01-14"),
        ("2014-12-15", 2, "weeks", "2014-12-29"),
        ("2014-12-15", 0, "years", "2014-12-15"),
    ],
)
def test_a_term_is_counted_on_the_calendar(start: str, number: float, unit: str, expected: str) -> None:
    assert add(date.fromisoformat(start), Duration(number, unit)) == date.fromisoformat(expected)


@pytest.mark.parametrize(
    ("number", "unit"), [(10, "business days"), (9000, "years"), (5, "fortnights"), (99e6, "days")]
)
def test_what_cannot_be_counted_is_none(number: float, unit: str) -> None:
    assert add(date(2014, 9, 3), Duration(number, unit)) is None


@given(st.dates(max_value=date(9000, 1, 1)), st.integers(0, 400))
def test_years_keep_month_and_day_but_for_leap_days(start: date, years: int) -> None:
    end = add(start, Duration(years, "years"))
    assert end is not None
    assert (end.year, end.month) == (start.year + years, start.month)
    assert start.day - end.day in ((0, 1) if (start.month, start.day) == (2, 29) else (0,))


@given(st.dates())
def test_a_day_reads_back_as_itself(day: date) -> None:
    partial = PartialDate.parse(day.isoformat())
    assert str(partial) == day.isoformat()
    assert partial.first_day == partial.last_day == day


@given(st.integers(1, 9998), st.integers(1, 12))
def test_a_month_ends_the_day_before_the_next(year: int, month: int) -> None:
    last = PartialDate(year, month).last_day
    assert (last + timedelta(days=1)).day == 1
    assert last.month == month


@pytest.mark.parametrize("text", ["2014-02-30", "2014-13", "14-09-03", "2014-9-3", "2014-09-03T00:00", "", "0000"])
def test_other_forms_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        PartialDate.parse(text)


def test_a_duration_reads_as_words() -> None:
    assert str(Duration(1, "years")) == "1 year"
    assert str(Duration(3.0, "years")) == "3 years"
    assert str(Duration(1.5, "years")) == "1.5 years"


@given(st.lists(st.sampled_from(["2013", "2013-02", "2013-02-01", "2013-02-28", "2013-03", "2014"]), max_size=8))
def test_partial_dates_order_as_their_text_does(written: list[str]) -> None:
    assert [str(day) for day in sorted(map(PartialDate.parse, written))] == sorted(written)
