"""Days that web pages declare: whole ones only, and never one filled in from the day of reading."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive_app.extractors.published import whole_day


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)), st.sampled_from(["", "T09:30:00Z", "T23:59:59-07:00", " 08:15"]))
def test_iso_days_read_back(day: date, time: str) -> None:
    assert whole_day(day.isoformat() + time) == day.isoformat()


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Thu, 18 Jul 2013 09:00:00 GMT", "2013-07-18"),
        ("July 18, 2013", "2013-07-18"),
        ("18/07/2013", "2013-07-18"),
        ("07/08/2013", None),
        ("July 2013", None),
        ("2013", None),
        ("Thursday", None),
        ("09:30", None),
        ("soon", None),
        ("", None),
    ],
)
def test_only_whole_days_in_one_reading_count(written: str, expected: str | None) -> None:
    assert whole_day(written) == expected
