"""Coverage and lapses, checked against a plain day-by-day account."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from archive_app.domain.agreement import BINDING, Status
from archive_app.domain.coverage import coverage
from archive_app.domain.fact import Relation
from tests.domain.histories import history, paper

PAIR = "OSHA/austin CON/austin"
ON = date(2026, 11, 22)


def test_a_renewal_after_the_end_leaves_a_lapse() -> None:
    told = coverage(
        history(paper("R1", PAIR, "2010-06-01", years=2), paper("R2", PAIR, "2013-06-01", years=20)).agreements, ON
    )
    (gap,) = told.gaps
    assert (gap.start, gap.end, gap.after) == (date(2012, 6, 2), date(2013, 5, 31), "A1")
    (cell,) = told.cells
    assert (cell.status, cell.since, cell.until) == (Status.IN_FORCE, date(2013, 6, 1), date(2033, 6, 1))


def test_an_early_renewal_leaves_none_and_coverage_is_unbroken() -> None:
    told = coverage(
        history(paper("R1", PAIR, "2010-06-01", years=2), paper("R2", PAIR, "2012-05-01", years=20)).agreements, ON
    )
    assert told.gaps == ()
    assert told.cells[0].since == date(2010, 6, 1)


def test_after_an_unknown_end_no_lapse_is_claimed() -> None:
    told = coverage(history(paper("R1", PAIR, "2010-06-01"), paper("R2", PAIR, "2016-05-01", years=2)).agreements, ON)
    assert [(gap.start, gap.end) for gap in told.gaps] == [(date(2018, 5, 2), None)]
    only_unknown = coverage(history(paper("R1", PAIR, "2010-06-01")).agreements, ON)
    assert (only_unknown.cells[0].status, only_unknown.gaps) == (Status.UNKNOWN, ())


def test_one_paper_with_two_consulates_counts_for_both() -> None:
    told = coverage(history(paper("R1", "OSHA/austin CON/austin CON/laredo", "2020-06-01", years=9)).agreements, ON)
    assert [(cell.agency, cell.consulate, cell.status) for cell in told.cells] == [
        ("OSHA/austin", "CON/austin", Status.IN_FORCE), ("OSHA/austin", "CON/laredo", Status.IN_FORCE),
    ]  # fmt: skip


def test_a_lapse_is_not_told_before_it_begins() -> None:
    papers = history(paper("R1", PAIR, "2010-06-01", years=2)).agreements
    assert coverage(papers, date(2012, 6, 1)).gaps == ()
    assert len(coverage(papers, date(2012, 6, 2)).gaps) == 1


@given(st.lists(st.tuples(st.integers(0, 2000), st.integers(1, 900)), min_size=1, max_size=5, unique_by=lambda p: p[0]),
       st.integers(0, 3000))  # fmt: skip
def test_lapses_are_exactly_the_days_with_nothing_in_force(lives: list[tuple[int, int]], until: int) -> None:
    start, on = date(2010, 1, 1), date(2010, 1, 1) + timedelta(days=until)
    papers = []
    for number, (begin, length) in enumerate(lives, 1):
        first = start + timedelta(days=begin)
        end = first + timedelta(days=length)
        papers.append(paper(f"R{number}", PAIR, first.isoformat(), expiration_date=end.isoformat()))
    told = coverage(history(*papers).agreements, on)
    held = {start + timedelta(days=d) for begin, length in lives for d in range(begin, begin + length + 1)}
    begun = start + timedelta(days=min(begin for begin, _ in lives))
    bare = {begun + timedelta(days=n) for n in range((on - begun).days + 1)} - held
    claimed = [
        gap.start + timedelta(days=n) for gap in told.gaps for n in range(((gap.end or on) - gap.start).days + 1)
    ]
    assert sorted(bare) == sorted(claimed)
    assert (told.cells[0].status in BINDING) == (on in held)


def test_an_agreement_without_a_known_end_does_not_hide_a_longer_one() -> None:
    papers = history(
        paper("R1", PAIR, "2010-06-01", years=10),
        paper("R2", PAIR, "2012-06-01", kind="joint declaration"),
        paper("R3", PAIR, "2016-06-01", years=1, kind="joint declaration"),
    ).agreements
    assert [(gap.start, gap.end) for gap in coverage(papers, ON).gaps] == [(date(2020, 6, 2), None)]
    (cell,) = coverage(papers, date(2018, 1, 1)).cells
    assert (cell.status, cell.since, cell.until) == (Status.IN_FORCE, date(2010, 6, 1), date(2020, 6, 1))


def test_where_a_lapse_is_known_the_cell_says_so() -> None:
    papers = history(paper("R1", PAIR, "2010-06-01"), paper("R2", PAIR, "2016-05-01", years=2)).agreements
    (cell,) = coverage(papers, ON).cells
    assert (cell.status, cell.since) == (Status.EXPIRED, date(2018, 5, 2))


def test_an_amendment_without_an_end_neither_covers_nor_blurs_its_pair() -> None:
    amends = (Relation("amends", date="2010-06-01"),)
    papers = history(
        paper("R1", PAIR, "2010-06-01", years=3), paper("R2", PAIR, "2011-06-01", kind="amendment", relations=amends)
    ).agreements
    (cell,) = coverage(papers, ON).cells
    assert (cell.status, cell.since) == (Status.EXPIRED, date(2013, 6, 2))
    (during,) = coverage(papers, date(2012, 1, 1)).cells
    assert (during.status, during.since, during.until) == (Status.AMENDED, date(2010, 6, 1), date(2013, 6, 1))


def test_an_agreement_that_renews_itself_is_over_once_another_takes_its_place() -> None:
    papers = history(
        paper("R1", PAIR, "2010-06-01", years=1, renewal="automatic"),
        paper("R2", PAIR, "2015-01-01", years=2, relations=(Relation("renews", date="2010-06-01"),)),
    ).agreements
    assert [(gap.start, gap.end) for gap in coverage(papers, ON).gaps] == [(date(2017, 1, 2), None)]
    assert coverage(papers, ON).cells[0].status is Status.EXPIRED


def test_a_department_named_above_its_office_has_no_row_of_its_own() -> None:
    told = coverage(history(paper("R1", "DOL OSHA OSHA/austin SRE CON/austin", "2020-06-01", years=9)).agreements, ON)
    assert [(cell.agency, cell.consulate) for cell in told.cells] == [("OSHA/austin", "CON/austin")]
