"""The state of an agreement on a day: a table of lives, each with the day and the expected state."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive_app.domain.agreement import BINDING, Agreement, Status
from archive_app.domain.dates import Duration
from archive_app.domain.fact import Party

PLAIN = Agreement("A1", ("R1",), "Alliance", "alliance agreement", agreement_date="2014-09-03",
                  effective_date="2014-09-03", expiration_date="2017-09-03", expiration_basis="computed")  # fmt: skip
AUTOMATIC = replace(PLAIN, renewal="automatic", renewal_term=Duration(1, "years"))
TERMINATED = replace(AUTOMATIC, terminated_on=date(2019, 5, 31))
UNDATED = replace(PLAIN, agreement_date=None, effective_date=None, expiration_date=None, expiration_basis=None)
ENDLESS = replace(PLAIN, expiration_date="perpetual", expiration_basis="stated")
NO_END = replace(PLAIN, expiration_date=None, expiration_basis=None)
RENEWED = replace(PLAIN, renewed_by="A2", renewed_on=date(2017, 8, 1))
LATE_RENEWAL = replace(PLAIN, renewed_by="A2", renewed_on=date(2019, 1, 15))
SUPERSEDED = replace(PLAIN, superseded_by="A3", superseded_on=date(2015, 1, 1))
AMENDED = replace(PLAIN, amended_by=(("A4", date(2015, 6, 1)),))
LEAP = replace(PLAIN, effective_date="2016-02-29", expiration_date="2017-02-28", renewal="automatic",
               renewal_term=Duration(1, "years"))  # fmt: skip
MONTH_ONLY = replace(PLAIN, expiration_date="2026-12", expiration_basis="stated")
SIGNED_LATER = replace(PLAIN, effective_date="2015-01-01")
END_ONLY = replace(UNDATED, expiration_date="2015-06-30", expiration_basis="stated")


@pytest.mark.parametrize(
    ("agreement", "day", "status"),
    [
        (PLAIN, "2014-09-02", Status.NOT_YET_IN_FORCE),
        (PLAIN, "2014-09-03", Status.IN_FORCE),
        (PLAIN, "2017-06-04", Status.IN_FORCE),
        (PLAIN, "2017-06-05", Status.EXPIRING),
        (PLAIN, "2017-09-03", Status.EXPIRING),
        (PLAIN, "2017-09-04", Status.EXPIRED),
        (AUTOMATIC, "2020-01-10", Status.IN_FORCE),
        (AUTOMATIC, "2020-09-03", Status.EXPIRING),
        (TERMINATED, "2019-05-31", Status.EXPIRING),
        (TERMINATED, "2019-06-01", Status.TERMINATED),
        (UNDATED, "2026-11-22", Status.UNKNOWN),
        (ENDLESS, "2026-11-22", Status.IN_FORCE),
        (NO_END, "2026-11-22", Status.UNKNOWN),
        (RENEWED, "2017-07-31", Status.EXPIRING),
        (RENEWED, "2017-08-01", Status.RENEWED),
        (LATE_RENEWAL, "2018-06-01", Status.EXPIRED),
        (LATE_RENEWAL, "2020-06-01", Status.RENEWED),
        (SUPERSEDED, "2014-12-31", Status.IN_FORCE),
        (SUPERSEDED, "2015-01-01", Status.SUPERSEDED),
        (AMENDED, "2015-05-31", Status.IN_FORCE),
        (AMENDED, "2015-06-01", Status.AMENDED),
        (AMENDED, "2018-01-01", Status.EXPIRED),
        (LEAP, "2018-03-01", Status.IN_FORCE),
        (MONTH_ONLY, "2026-11-22", Status.EXPIRING),
        (MONTH_ONLY, "2027-01-01", Status.EXPIRED),
        (SIGNED_LATER, "2014-12-31", Status.NOT_YET_IN_FORCE),
        (END_ONLY, "2015-07-01", Status.EXPIRED),
        (END_ONLY, "2015-01-01", Status.UNKNOWN),
    ],
)
def test_status_on_a_day(agreement: Agreement, day: str, status: Status) -> None:
    assert agreement.status(date.fromisoformat(day)) is status


def test_automatic_renewal_unfolds_to_the_day_asked_for() -> None:
    assert AUTOMATIC.ends(date(2016, 1, 1)) == date(2017, 9, 3)
    assert AUTOMATIC.ends(date(2017, 9, 4)) == date(2018, 9, 3)
    assert TERMINATED.ends(date(2030, 1, 1)) == date(2019, 5, 31)


def test_automatic_renewal_without_a_length_takes_the_term() -> None:
    same_again = replace(PLAIN, renewal="automatic", term=Duration(3, "years"))
    assert same_again.ends(date(2018, 1, 1)) == date(2020, 9, 3)
    unknown = replace(PLAIN, renewal="automatic")
    assert unknown.ends(date(2017, 9, 3)) == date(2017, 9, 3)
    assert unknown.ends(date(2018, 1, 1)) is None
    assert unknown.status(date(2018, 1, 1)) is Status.UNKNOWN


def test_automatic_renewal_ends_with_what_took_its_place() -> None:
    replaced = replace(AUTOMATIC, renewed_by="A2", renewed_on=date(2018, 1, 1))
    assert replaced.ends(date(2030, 1, 1)) == date(2018, 9, 3)


def test_a_termination_of_what_had_ended_before_changes_nothing() -> None:
    late = replace(PLAIN, terminated_on=date(2020, 1, 1))
    assert late.status(date(2021, 1, 1)) is Status.EXPIRED
    assert late.ends(date(2021, 1, 1)) == date(2017, 9, 3)


def test_an_office_stands_for_the_department_it_is_named_under() -> None:
    named = Agreement("A1", ("R1",), "Alliance", "alliance agreement", overarching=frozenset({"OSHA"}), parties=(
        Party("Safety Administration", "", "OSHA", "federal agency"),
        Party("Austin Area Office", "", "OSHA/austin", "federal agency"),
    ))  # fmt: skip
    assert named.authorities == {"OSHA/austin"}
    assert len(named.parties) == 2


@given(st.dates(date(2010, 1, 1), date(2040, 1, 1)), st.dates(date(2010, 1, 1), date(2040, 1, 1)))
def test_once_over_it_never_binds_again(day: date, later: date) -> None:
    day, later = min(day, later), max(day, later)
    for agreement in (PLAIN, TERMINATED, RENEWED, SUPERSEDED, AMENDED, MONTH_ONLY):
        over = agreement.status(day) not in {*BINDING, Status.NOT_YET_IN_FORCE}
        assert not (over and agreement.status(later) in BINDING)


@given(st.dates(date(2000, 1, 1), date(2040, 1, 1)))
def test_unknown_ends_never_bind(day: date) -> None:
    assert NO_END.status(day) not in BINDING
    assert UNDATED.status(day) is Status.UNKNOWN
