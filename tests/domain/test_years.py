"""Coverage of any two roles, over the years, and the ledger of lapses."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from archive_app.domain.agreement import BINDING, Agreement
from archive_app.domain.coverage import ONE_DAY, Sides, by_pair, coverage, covered
from archive_app.domain.fact import Party
from archive_app.domain.lapses import ledger
from archive_app.domain.years import Turns, YearState, by_year

AGENCY, POST = Party("Office", "", "AG", "federal agency"), Party("Consulate", "", "CO", "consulate")
ON = date(2020, 6, 30)


def agreement(id: str, start: str, end: str | None, parties: tuple[Party, ...] = (AGENCY, POST)) -> Agreement:
    return Agreement(id, (f"R{id}",), id, "agreement", parties, effective_date=start, expiration_date=end,
                     expiration_basis="stated" if end else None)  # fmt: skip


def test_any_two_roles_can_be_set_against_each_other() -> None:
    union, ministry = Party("Union", "", "UN", "union"), Party("Ministry", "", "MI", "ministry")
    every = [agreement("A1", "2015-01-01", "2016-12-31", (AGENCY, POST, union, ministry))]
    assert set(by_pair(every)) == {("AG", "CO")}
    assert set(by_pair(every, Sides(frozenset({"union"}), frozenset({"ministry"})))) == {("UN", "MI")}


def test_bodies_of_one_role_make_each_pair_once() -> None:
    other = replace(AGENCY, authority="AA")
    both = Sides(frozenset({"federal agency"}), frozenset({"federal agency"}))
    assert set(by_pair([agreement("A1", "2015-01-01", None, (AGENCY, other))], both)) == {("AA", "AG")}


def test_each_year_has_its_state() -> None:
    every = [agreement("A1", "2012-03-01", "2013-12-31"), agreement("A2", "2015-07-01", "2016-12-31"),
             agreement("A3", "2018-01-01", None)]  # fmt: skip
    told = by_year(by_pair(every), ON)
    assert [(cell.year, str(cell.state), cell.days) for cell in told.cells] == [
        (2012, "partly covered", 306), (2013, "covered", 365), (2014, "nothing in force", 0),
        (2015, "partly covered", 184), (2016, "covered", 366), (2017, "nothing in force", 0),
        (2018, "unknown", 0), (2019, "unknown", 0), (2020, "unknown", 0),
    ]  # fmt: skip
    assert told.counts()[2014] == Counter({YearState.LAPSED: 1})


def test_the_year_of_the_day_asked_for_counts_up_to_it() -> None:
    (cell,) = by_year(by_pair([agreement("A1", "2020-01-01", "perpetual")]), ON).cells
    assert (cell.state, cell.days) == (YearState.COVERED, 182)


def test_a_year_tells_what_it_changed() -> None:
    first = agreement("A1", "2012-03-01", "2013-12-31", (AGENCY, POST, replace(POST, authority="C2")))
    renewal = replace(agreement("A2", "2015-07-01", "2016-12-31"), renews="A1")
    amendment = replace(agreement("A3", "2016-02-01", "2017-06-30"), amends="A2")
    told = by_year(by_pair([first, renewal, amendment]), ON)
    assert told.turns[2012] == Turns(("A1",), (), (), ("A1",))
    assert [(gap.consulate, gap.start) for gap in told.turns[2014].lapsed] == [
        ("C2", date(2014, 1, 1)), ("CO", date(2014, 1, 1))]  # fmt: skip
    assert (told.turns[2015].renewed, told.turns[2015].signed) == (("A2",), ())
    assert (told.turns[2016].signed, told.turns[2016].agreements) == ((), ("A2", "A3"))
    assert [gap.after for gap in told.turns[2017].lapsed] == ["A3"]


def test_the_number_in_force_is_told_for_each_day() -> None:
    other = (AGENCY, replace(POST, authority="C2"))
    every = [agreement("A1", "2012-03-01", "2013-12-31"), agreement("A2", "2013-07-01", "2014-06-30", other),
             agreement("A3", "2014-01-01", None), agreement("A4", "2014-01-01", "perpetual", other)]  # fmt: skip
    told = by_year(by_pair(every), ON)
    assert told.steps == ((date(2012, 3, 1), 1), (date(2013, 7, 1), 2), (date(2014, 1, 1), 1))
    assert [told.in_force(date(2013, month, 30)) for month in (6, 7)] == [1, 2]
    assert told.in_force(date(2010, 1, 1)) == 0
    assert [told.range_of(year) for year in (2012, 2013, 2014, 2020)] == [(0, 1), (1, 2), (1, 1), (1, 1)]


def test_the_ledger_tells_lapses_and_what_ended_them() -> None:
    every = [agreement("A1", "2012-03-01", "2013-12-31"), agreement("A2", "2015-07-01", "2016-12-31")]
    first, last = ledger(by_pair(every), ON)
    assert (first.start, first.end, first.after, first.before) == (date(2014, 1, 1), date(2015, 6, 30), "A1", "A2")
    assert (last.start, last.end, last.before, last.days(ON)) == (date(2017, 1, 1), None, None, 1277)


def test_a_lapse_reaches_its_years_and_no_year_to_come() -> None:
    every = [agreement("A1", "2012-03-01", "2013-12-31"), agreement("A2", "2015-07-01", "2016-12-31")]
    first, last = ledger(by_pair(every), ON)
    assert [year for year in range(2010, 2025) if first.touches(year, ON)] == [2014, 2015]
    assert [year for year in range(2010, 2025) if last.touches(year, ON)] == [2017, 2018, 2019, 2020]


def test_the_ledger_tells_unknown_times_as_unknown() -> None:
    every = [agreement("A1", "2012-03-01", "2013-12-31"), agreement("A2", "2013-06-01", None),
             agreement("A3", "2016-01-01", "2016-12-31")]  # fmt: skip
    unknown, lapse = ledger(by_pair(every), ON)
    assert (unknown.known, unknown.start, unknown.end) == (False, date(2014, 1, 1), date(2015, 12, 31))
    assert (unknown.after, unknown.before) == ("A2", "A3")
    assert (lapse.known, lapse.start) == (True, date(2017, 1, 1))


DAYS = st.dates(date(2005, 1, 1), date(2020, 1, 1))
LIVES = st.lists(st.tuples(DAYS, st.one_of(st.none(), st.integers(1, 2000))), min_size=1, max_size=5)


@given(LIVES, DAYS)
def test_the_ledger_the_matrix_and_the_years_agree(lives: list[tuple[date, int | None]], on: date) -> None:
    every = [
        agreement(f"A{n}", str(start), str(start + timedelta(days=days)) if days else None)
        for n, (start, days) in enumerate(lives)
    ]
    pairs = by_pair(every)
    (cell,) = covered(pairs, on).cells
    assert covered(pairs, on) == coverage(every, on)
    lines = [line for line in ledger(pairs, on) if line.start <= on and (line.end is None or line.end >= on)]
    binds = cell.status in BINDING
    assert not (binds and any(line.known for line in lines))
    lapses = [(line.start, line.end) for line in ledger(pairs, on) if line.known]
    assert lapses == [(gap.start, gap.end) for gap in covered(pairs, on).gaps]
    told = by_year(pairs, on)
    for one in told.cells:
        days = (date(one.year, 1, 1) + timedelta(days=n) for n in range(366))
        assert one.days == sum(told.in_force(day) for day in days if day.year == one.year and day <= on)
    if cell.since and binds:
        years = {one.year: one.days for one in told.cells}
        assert years[on.year] >= (on - max(cell.since, date(on.year, 1, 1))).days
    assert all(one.end is None or one.start <= one.end + ONE_DAY for one in lines)
