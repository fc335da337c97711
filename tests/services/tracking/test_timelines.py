"""The timeline of a body out of its archive: lanes, bars, lapses and marks."""

from __future__ import annotations

from datetime import date

from archive_app.services.archive import Archive
from archive_app.services.description import describing
from archive_app.services.tracking import timelines
from tests.services.making import AUSTIN, CONSULATE, by_name

ON = date(2026, 11, 22)


def test_an_agency_has_a_lane_for_each_counterpart(archive: Archive) -> None:
    drawn = timelines.of_agency(archive, "OSHA", ON)
    (lane,) = drawn.lanes
    assert (lane.counterpart, [bar.title for bar in lane.bars]) == (
        CONSULATE, ["Alliance on shade", "Alliance on trenches"],
    )  # fmt: skip
    assert [(gap.start, gap.end) for gap in lane.gaps] == [(date(2012, 6, 2), date(2013, 5, 31))]
    assert [(mark.day, mark.kind) for mark in lane.marks] == [
        (date(2010, 6, 1), "signature"), (date(2013, 6, 1), "signature"), (date(2013, 6, 2), "press release"),
    ]  # fmt: skip


def test_a_consulate_has_one_too(archive: Archive) -> None:
    assert [lane.counterpart for lane in timelines.of_agency(archive, CONSULATE, ON).lanes] == [AUSTIN]


def test_a_department_named_above_its_office_is_no_counterpart(archive: Archive) -> None:
    id = by_name(archive)["alliance 2010.pdf"]
    describing.correct(archive, id, "party", f"US-DOL; {AUSTIN}; MX-SRE; {CONSULATE}")
    assert [lane.counterpart for lane in timelines.of_agency(archive, AUSTIN, ON).lanes] == [CONSULATE]
    assert [lane.counterpart for lane in timelines.of_agency(archive, CONSULATE, ON).lanes] == [AUSTIN]


def test_what_is_restricted_is_left_out_where_asked(archive: Archive) -> None:
    describing.correct(archive, by_name(archive)["release.html"], "access", "restricted")
    describing.correct(archive, by_name(archive)["alliance 2010.pdf"], "access", "restricted")
    (lane,) = timelines.of_agency(archive, AUSTIN, ON, restricted=False).lanes
    assert [bar.title for bar in lane.bars] == [mark.title for mark in lane.marks] == ["Alliance on trenches"]


def test_bodies_with_agreements_are_counted_up_to_the_top(archive: Archive) -> None:
    counts = {id: count for id, _, count in timelines.agencies(archive)}
    assert counts[AUSTIN] == counts["US-DOL-OSHA"] == counts["US-DOL"] == counts[CONSULATE] == 2


def test_papers_that_tell_of_an_event_have_a_lane_above_the_others(archive: Archive) -> None:
    ids = by_name(archive)
    describing.correct(archive, ids["release.html"], "event", "Labor Rights Week")
    describing.correct(archive, ids["carta.txt"], "event", "Labor Rights Week")  # bears no date, so has no place
    drawn = timelines.of_agency(archive, AUSTIN, ON)
    above, below = drawn.lanes
    assert (above.event, above.rows, drawn.events) == ("Labor Rights Week", 0, ("Labor Rights Week",))
    assert [(mark.record, mark.day, mark.kind) for mark in above.marks] == [
        (ids["release.html"], date(2013, 6, 2), "event")]  # fmt: skip
    assert drawn.counterparts == (below,)
    assert timelines.of_agency(archive, AUSTIN, ON, events=False).lanes == (below,)
    describing.correct(archive, ids["release.html"], "access", "restricted")
    assert timelines.of_agency(archive, AUSTIN, ON, restricted=False).events == ()


def test_an_event_before_every_agreement_widens_the_axis(archive: Archive) -> None:
    id = by_name(archive)["release.html"]
    describing.correct(archive, id, "event", "Labor Rights Week")
    describing.correct(archive, id, "issued_date", "2007-08-27")
    drawn = timelines.of_agency(archive, AUSTIN, ON)
    assert (drawn.first, drawn.last) == (date(2007, 1, 1), date(2034, 1, 1))
