"""Chains: twins joined, renewals linked by what papers say and by who signs again, announcements matched."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from archive_app.domain.agreement import Status
from archive_app.domain.fact import Relation
from tests.domain.histories import history, paper

PAIR = "OSHA/austin CON/austin"


def test_a_stated_renewal_is_followed_by_its_date() -> None:
    told = history(
        paper("R1", PAIR, "2010-06-01", years=2),
        paper("R2", PAIR, "2012-05-20", years=2),
        paper("R3", PAIR, "2014-05-01", relations=(Relation("renews", date="2012-05-20"),)),
    )
    first, second, third = told.agreements
    assert (third.renews, third.renews_basis) == (second.id, "stated")
    assert (second.renews, second.renews_basis) == (first.id, "proposed")
    assert {a.chain for a in told.agreements} == {first.id}
    assert second.renewed_on == date(2014, 5, 1)


def test_of_a_recited_chain_of_dates_the_latest_is_the_one_renewed() -> None:
    told = history(
        paper("R1", PAIR, "2008-03-01"),
        paper("R2", PAIR, "2010-06-01"),
        paper(
            "R3",
            PAIR,
            "2012-06-01",
            relations=(Relation("renews", date="2008-03-01"), Relation("renews", date="2010-06-01")),
        ),
    )
    assert told.agreements[2].renews == told.agreements[1].id


def test_other_bodies_are_another_chain() -> None:
    told = history(paper("R1", PAIR, "2010-06-01"), paper("R2", "OSHA/austin CON/laredo", "2012-06-01"))
    assert [a.renews for a in told.agreements] == [None, None]
    assert len({a.chain for a in told.agreements}) == 2


def test_twins_in_two_languages_are_one_agreement() -> None:
    told = history(
        paper("R1", PAIR, "2010-06-01", language="en", years=3),
        paper("R2", "CON/austin OSHA/austin", "2010-06-01", language="es"),
    )
    (only,) = told.agreements
    assert only.records == ("R1", "R2")
    assert only.expiration_date == "2013-06-01"


def test_undated_papers_are_never_joined() -> None:
    assert len(history(paper("R1", PAIR), paper("R2", PAIR)).agreements) == 2


def test_an_umbrella_is_found_by_its_date_and_a_body_above() -> None:
    told = history(
        paper("R1", "OSHA SRE", "2010-05-04", kind="letter of agreement"),
        paper("R2", "WHD SRE", "2010-05-04", kind="letter of agreement"),
        paper("R3", PAIR, "2011-02-01", relations=(Relation("implements", date="2010-05-04"),)),
    )
    assert next(a for a in told.agreements if a.id == "A3").implements == "A1"
    assert told.cited_not_held == ()


def test_a_cited_paper_that_is_not_held_is_listed_with_its_citation() -> None:
    cited = Relation("implements", title="Letter of Arrangement", date="2014-11-06")
    told = history(paper("R1", PAIR, "2015-02-01", relations=(cited,)))
    (orphan,) = told.cited_not_held
    assert (orphan.record, orphan.relation) == ("R1", cited)


def test_an_amendment_does_not_renew_and_shows_on_what_it_amends() -> None:
    told = history(
        paper("R1", PAIR, "2010-06-01", years=3),
        paper("R2", PAIR, "2011-06-01", kind="amendment", relations=(Relation("amends", date="2010-06-01"),)),
    )
    first, second = told.agreements
    assert first.amended_by == (("A2", date(2011, 6, 1)),)
    assert (second.amends, second.renews, first.renewed_by) == ("A1", None, None)
    assert first.status(date(2012, 1, 1)) is Status.AMENDED


def test_a_letter_of_termination_ends_the_agreement_on_its_effective_day() -> None:
    told = history(
        paper("R1", PAIR, "2010-06-01", years=3),
        paper("R2", PAIR, kind="correspondence", relations=(Relation("terminates", date="2010-06-01"),),
              issued_date="2011-01-10", effective_date="2011-02-10"),
    )  # fmt: skip
    (only,) = told.agreements
    assert (only.terminated_on, only.terminated_by) == (date(2011, 2, 10), "R2")


def test_a_release_joins_the_signing_it_tells_of_though_it_names_the_parent_body() -> None:
    told = history(
        paper("R1", PAIR, "2010-06-01"),
        paper("R2", PAIR, "2012-06-05"),
        paper("R3", "OSHA CON/austin", "2012-06-06", kind="press release", issued_date="2012-06-06"),
    )
    assert [a.announced_by for a in told.agreements] == [(), ("R3",)]


def test_a_release_of_a_signing_that_is_not_held_is_listed() -> None:
    release = paper("R3", "OSHA CON/laredo", "2016-06-06", kind="press release", issued_date="2016-06-07")
    told = history(paper("R1", PAIR, "2010-06-01"), release)
    assert [orphan.record for orphan in told.announced_not_held] == ["R3"]
    assert told.agreements[0].announced_by == ()


@given(st.lists(st.tuples(st.sampled_from(["2010", "2011-05-01", "2011-05-01", "2013-02-28", None]),
                          st.sampled_from(["2010", "2011-05-01", "2013-02-28"])), max_size=7))  # fmt: skip
def test_chains_are_never_circular(papers: list[tuple[str | None, str]]) -> None:
    made = [
        paper(f"R{number}", PAIR, day, relations=(Relation("renews", date=target), Relation("supersedes", date=target)))
        for number, (day, target) in enumerate(papers, 1)
    ]
    told = history(*made)
    by_id = {a.id: a for a in told.agreements}
    assert sum(len(a.records) for a in told.agreements) == len(made)
    for agreement in told.agreements:
        seen, current = set(), agreement
        while current.renews:
            assert current.id not in seen
            seen.add(current.id)
            current = by_id[current.renews]
