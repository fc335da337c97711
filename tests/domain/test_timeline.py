"""An agency's timeline: a lane for each counterpart, bars that do not overlap, lapses, marks."""

from __future__ import annotations

from datetime import date

from archive_app.domain.agreement import Status
from archive_app.domain.timeline import Bar, Mark, Timeline, _rows, timeline
from tests.domain.histories import AUTHORITIES, history, paper

PAIR = "OSHA/austin CON/austin"
ON = date(2026, 11, 22)


def drawn(*papers: object) -> Timeline:
    told = history(*papers)  # type: ignore[arg-type]
    return timeline(
        "OSHA", "OSHA", told.agreements, AUTHORITIES.name, lambda r: Mark(r, date(2012, 6, 6), "press release", r),
        lambda id: AUTHORITIES.is_within(id, "OSHA"), ON,
    )  # fmt: skip


def test_each_counterpart_has_a_lane_with_its_bars_and_lapses() -> None:
    told = drawn(
        paper("R1", PAIR, "2010-06-01", years=2),
        paper("R2", PAIR, "2013-06-01", expiration_date="2016-01-31"),
        paper("R3", "OSHA/austin CON/laredo", "2020-01-01"),
        paper("R4", "WHD CON/austin", "2020-01-01"),
    )
    assert [lane.label for lane in told.lanes] == ["Consulate in Austin", "Consulate in Laredo"]
    austin, laredo = told.lanes
    assert [(bar.end, bar.end_basis) for bar in austin.bars] == [
        (date(2012, 6, 1), "computed"), (date(2016, 1, 31), "stated"),
    ]  # fmt: skip
    assert [gap.end for gap in austin.gaps] == [date(2013, 5, 31), None]
    assert [(bar.end, bar.end_basis) for bar in laredo.bars] == [(None, None)]
    assert (told.first, told.last) == (date(2010, 1, 1), date(2027, 1, 1))


def test_overlapping_bars_stand_in_rows() -> None:
    told = drawn(paper("R1", PAIR, "2010-06-01", years=4), paper("R2", PAIR, "2012-06-01", years=4))
    assert [bar.row for bar in told.lanes[0].bars] == [0, 1]
    assert told.lanes[0].rows == 2


def test_an_endless_agreement_is_told_from_one_of_unknown_end() -> None:
    told = drawn(paper("R1", PAIR, "2010-06-01", expiration_date="perpetual"))
    assert [(bar.end, bar.end_basis) for bar in told.lanes[0].bars] == [(None, "perpetual")]


def test_undated_agreements_are_kept_beside_the_bars() -> None:
    told = drawn(paper("R1", PAIR))
    assert told.lanes[0].bars == ()
    assert [agreement.id for agreement in told.lanes[0].undated] == ["A1"]


def test_announcements_are_marked_once() -> None:
    told = drawn(
        paper("R1", PAIR, "2012-06-05"),
        paper("R2", "OSHA CON/austin", "2012-06-06", kind="press release", issued_date="2012-06-06"),
    )
    assert [(mark.record, mark.kind) for mark in told.lanes[0].marks] == [
        ("R1", "press release"),
        ("R2", "press release"),
    ]


def test_a_chain_keeps_rows_of_its_own_while_it_lasts() -> None:
    def bar(id: str, chain: str, first: int, last: int) -> Bar:
        return Bar(id, id, id, date(first, 1, 1), date(last, 12, 31), "stated", Status.EXPIRED, chain=chain)

    bars = [bar("A", "A", 2001, 2003), bar("B", "A", 2006, 2008), bar("C", "C", 2004, 2005), bar("D", "D", 2009, 2010)]
    assert {one.agreement: one.row for one in _rows(bars)} == {"A": 0, "B": 0, "C": 1, "D": 0}
