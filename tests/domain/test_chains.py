"""Chains: twins joined, renewals linked by what papers say and by who signs again, announcements matched."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from archive_app.domain.agreement import Status
from archive_app.domain.chains import form_history
from archive_app.domain.description import describe
from archive_app.domain.fact import DateMention, Fact, Relation, Signatory, Source
from archive_app.domain.links import Decision, Standing
from tests.domain.histories import AUTHORITIES, history, paper

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


def test_a_letter_of_termination_may_name_the_last_day_among_its_dates() -> None:
    letter = paper("R2", PAIR, kind="correspondence", issued_date="2011-01-10",
                   relations=(Relation("terminates", date="2010-06-01"),))  # fmt: skip
    dates = [DateMention("2010-06-01"), DateMention("2011-01-10", "issued"), DateMention("2011-04-10", "expiration")]
    facts = [*letter.description.facts, *(Fact("date", date, 0.9, "test") for date in dates)]
    (only,) = history(paper("R1", PAIR, "2010-06-01", years=3), replace(letter, description=describe(facts))).agreements
    assert only.terminated_on == date(2011, 4, 10)


def test_a_release_does_not_cite_the_signing_it_tells_of() -> None:
    release = paper("R1", PAIR, "2022-02-15", kind="press release", relations=(Relation("renews", date="2022-02-15"),))
    told = history(release)
    assert (told.cited_not_held, len(told.announced_not_held)) == ((), 1)


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


def test_a_release_that_tells_the_very_day_joins_no_signing_of_weeks_later() -> None:
    told = history(
        paper("R1", PAIR, "2012-07-01"),
        paper("R2", PAIR, kind="press release", issued_date="2012-06-06", agreement_date="2012-06-05"),
    )
    assert told.agreements[0].announced_by == ()
    assert [orphan.record for orphan in told.announced_not_held] == ["R2"]


def test_a_letter_that_ends_one_agreement_announces_no_other() -> None:
    letter = paper("R3", PAIR, kind="correspondence", issued_date="2012-06-06",
                   relations=(Relation("terminates", date="2010-06-01"),))  # fmt: skip
    told = history(paper("R1", PAIR, "2010-06-01"), paper("R2", PAIR, "2012-06-10"), letter)
    assert [a.announced_by for a in told.agreements] == [(), ()]


def test_a_release_that_tells_no_day_joins_the_signing_nearest_to_its_issue() -> None:
    told = history(paper("R1", PAIR, "2012-07-01"), paper("R2", PAIR, kind="press release", issued_date="2012-06-06"))
    assert told.agreements[0].announced_by == ("R2",)


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


def test_two_papers_of_one_day_that_tell_different_things_are_two_agreements() -> None:
    told = history(
        paper("R1", PAIR, "2010-06-01", years=3),
        paper("R2", PAIR, "2010-06-01", effective_date="2010-06-01"),
        paper("R3", PAIR, "2010-06-01", effective_date="2012-01-01"),
    )
    assert [a.records for a in told.agreements] == [("R1", "R2"), ("R3",)]


def test_a_paper_that_renews_and_amends_is_a_renewal() -> None:
    both = (Relation("amends", date="2010-06-01"), Relation("renews", date="2010-06-01"))
    first, second = history(paper("R1", PAIR, "2010-06-01"), paper("R2", PAIR, "2012-06-01", relations=both)).agreements
    assert (second.renews, second.amends, first.amended_by) == (first.id, None, ())


def test_what_supersedes_is_in_the_chain_and_is_no_renewal() -> None:
    first, second = history(
        paper("R1", PAIR, "2010-06-01", years=2),
        paper("R2", PAIR, "2012-06-01", relations=(Relation("supersedes", date="2010-06-01"),)),
    ).agreements
    assert (second.supersedes, second.chain, second.renews) == (first.id, first.id, None)
    assert (first.superseded_by, first.renewed_by) == (second.id, None)


def test_an_amendment_of_an_amendment_changes_the_agreement() -> None:
    told = history(
        paper("R1", PAIR, "2010-06-01"),
        paper("R2", PAIR, "2011-06-01", kind="amendment", relations=(Relation("amends", date="2010-06-01"),)),
        paper("R3", PAIR, "2012-06-01", kind="amendment", relations=(Relation("amends", date="2011-06-01"),)),
    )
    assert [a.amends for a in told.agreements] == [None, "A1", "A1"]
    assert [id for id, _ in told.agreements[0].amended_by] == ["A2", "A3"]


def test_a_termination_ends_the_amendments_too() -> None:
    told = history(
        paper("R1", PAIR, "2010-06-01", years=2),
        paper("R2", PAIR, "2011-06-01", kind="amendment", expiration_date="2015-06-01",
              relations=(Relation("amends", date="2010-06-01"),)),
        paper("R3", PAIR, kind="correspondence", issued_date="2011-12-31",
              relations=(Relation("terminates", date="2010-06-01"),)),
    )  # fmt: skip
    assert [a.ends(date(2020, 1, 1)) for a in told.agreements] == [date(2011, 12, 31), date(2011, 12, 31)]


def test_of_two_renewals_of_one_paper_the_first_took_its_place() -> None:
    again = (Relation("renews", date="2010-06-01"),)
    told = history(
        paper("R1", PAIR, "2010-06-01"),
        paper("R3", PAIR, "2014-06-01", relations=again),
        paper("R2", PAIR, "2012-06-01", relations=again),
    )
    assert (told.agreements[0].renewed_by, told.agreements[0].renewed_on) == ("A2", date(2012, 6, 1))
    assert {a.chain for a in told.agreements} == {"A1"}


def test_no_renewal_is_proposed_of_what_has_no_end_or_is_far_from_it() -> None:
    perpetual = history(paper("R1", PAIR, "2010-06-01", expiration_date="perpetual"), paper("R2", PAIR, "2012-06-01"))
    lasting = history(paper("R1", PAIR, "2010-06-01", years=9), paper("R2", PAIR, "2012-06-01"))
    assert [a.renewed_by for a in (perpetual.agreements[0], lasting.agreements[0])] == [None, None]


def test_a_release_of_a_department_and_its_agency_is_not_of_an_office_and_a_consulate() -> None:
    told = history(
        paper("R1", PAIR, "2010-06-01"),
        paper("R2", "DOL OSHA", "2010-06-01", kind="press release"),
        paper("R3", "DOL SRE", "2010-06-01", kind="press release"),
    )
    assert told.agreements[0].announced_by == ()


def test_a_letter_that_names_no_body_means_the_only_agreement_of_its_day() -> None:
    ended = paper("R2", "", kind="correspondence", issued_date="2012-01-01",
                  relations=(Relation("terminates", date="2010-06-01"),))  # fmt: skip
    assert history(paper("R1", PAIR, "2010-06-01"), ended).agreements[0].terminated_by == "R2"
    two = history(paper("R1", PAIR, "2010-06-01"), paper("R3", "WHD SRE", "2010-06-01"), ended)
    assert [a.terminated_by for a in two.agreements] == [None, None]


def test_a_letter_of_one_party_means_its_only_agreement_of_that_day() -> None:
    ended = paper("R2", "OSHA", kind="correspondence", issued_date="2012-01-01",
                  relations=(Relation("terminates", date="2010-06-01"),))  # fmt: skip
    ours, others = paper("R1", PAIR, "2010-06-01"), paper("R3", "WHD SRE", "2010-06-01")
    assert [a.terminated_by for a in history(ours, others, ended).agreements] == ["R2", None]
    assert history(others, ended).agreements[0].terminated_by is None
    two = history(ours, paper("R4", "OSHA CON/laredo", "2010-06-01"), ended)
    assert [a.terminated_by for a in two.agreements] == [None, None]


def test_a_citation_is_held_only_by_a_paper_of_a_related_body() -> None:
    cites = (Relation("cites", date="2014-02-11"),)
    answer = paper("R2", "OSHA", kind="public-records response", relations=cites)
    assert history(paper("R1", PAIR, "2014-02-11"), answer).cited_not_held == ()
    (orphan,) = history(paper("R1", "WHD CON/laredo", "2014-02-11"), answer).cited_not_held
    assert orphan.record == "R2"


RELATIONS = st.builds(Relation, st.sampled_from(["renews", "supersedes", "amends"]),
                      date=st.sampled_from(["2010", "2011-05-01", "2013-02-28"]))  # fmt: skip


@given(st.lists(st.tuples(st.sampled_from(["alliance agreement", "amendment"]),
                          st.sampled_from(["2010", "2011-05-01", "2013-02-28", None]),
                          st.lists(RELATIONS, max_size=3)), max_size=7))  # fmt: skip
def test_every_paper_is_in_the_chain_of_the_paper_it_follows(
    papers: list[tuple[str, str | None, list[Relation]]],
) -> None:
    made = [paper(f"R{number}", PAIR, day, kind=kind, relations=tuple(relations))
            for number, (kind, day, relations) in enumerate(papers, 1)]  # fmt: skip
    told = history(*made)
    for agreement in told.agreements:
        before = agreement.renews or agreement.supersedes or agreement.amends
        earlier = told.agreement(before) if before else agreement
        assert earlier is not None
        assert agreement.chain == earlier.chain
        assert before or agreement.chain == agreement.id


def test_every_link_has_its_score_words_and_reasons() -> None:
    told = history(
        paper("R1", PAIR, "2010-06-01", years=2),
        paper("R2", PAIR, "2012-05-20", years=2),
        paper("R3", PAIR, "2014-05-01", relations=(Relation("renews", date="2012-05-20"),)),
    )
    proposed, stated = sorted(told.links, key=lambda link: link.score)
    assert (proposed.basis, proposed.record, proposed.target) == ("proposed", "R2", "R1")
    assert proposed.reasons == ("bodies", "goes on")
    assert (stated.basis, stated.score, stated.reasons) == ("stated", 0.95, ("day", "bodies"))


def test_a_refused_link_joins_nothing_and_stays_in_sight() -> None:
    papers = paper("R1", PAIR, "2010-06-01", years=2), paper("R2", PAIR, "2012-05-20", years=2)
    refusal = Decision("renews", "R2", "R1", False, "Ana", "2026-01-01")
    told = form_history(papers, AUTHORITIES, [refusal])
    assert [one.renews for one in told.agreements] == [None, None]
    (link,) = told.links
    assert (link.standing, link.decision) == (Standing.REFUSED, refusal)


def test_a_confirmed_link_wins_over_what_papers_say() -> None:
    papers = (
        paper("R1", PAIR, "2010-06-01"),
        paper("R2", PAIR, "2012-06-01"),
        paper("R3", PAIR, "2014-06-01", relations=(Relation("renews", date="2012-06-01"),)),
    )
    told = form_history(papers, AUTHORITIES, [Decision("renews", "R3", "R1", True, "Ana", "2026-01-01")])
    assert told.agreements[2].renews == told.agreements[0].id


def test_confirmed_links_never_make_a_circle() -> None:
    papers = paper("R1", PAIR, "2010-06-01"), paper("R2", PAIR, "2012-06-01")
    both = [Decision("renews", "R2", "R1", True, "Ana", ""), Decision("renews", "R1", "R2", True, "Ana", "")]
    told = form_history(papers, AUTHORITIES, both)
    assert [one.renews for one in told.agreements] == [None, told.agreements[0].id]
    assert [link.reasons for link in told.links if link.standing is Standing.SUGGESTED] == [("circle",)]


def test_a_person_parts_and_joins_texts() -> None:
    papers = paper("R1", PAIR, "2010-06-01"), paper("R2", PAIR, "2010-06-01", language="es")
    parted = form_history(papers, AUTHORITIES, [Decision("translates", "R2", "R1", False, "Ana", "")])
    assert len(parted.agreements) == 2
    apart = paper("R1", PAIR, "2010-06-01"), paper("R2", "OSHA/austin", "2010-06-03", language="es")
    joined = form_history(apart, AUTHORITIES, [Decision("translates", "R2", "R1", True, "Ana", "")])
    assert [one.records for one in joined.agreements] == [("R1", "R2")]


def test_papers_of_one_day_with_other_signers_are_not_twins() -> None:
    one, other = (
        replace(p, description=describe([*p.description.facts, Fact("signatory", Signatory(name), 0.9, "test")]))
        for p, name in ((paper("R1", PAIR, "2010-06-01"), "Ana Ruiz"), (paper("R2", PAIR, "2010-06-01"), "Carl Hart"))
    )
    assert len(history(one, other).agreements) == 2


def test_a_corrected_beginning_keeps_the_termination_that_cites_the_old_day() -> None:
    agreement = paper("R1", PAIR, "2014-02-11", years=5)
    corrected = Fact("agreement_date", "2014-03-01", 1.0, "corrected", source=Source.PERSON)
    mended = replace(agreement, description=describe([*agreement.description.facts, corrected]))
    letter = paper("R2", PAIR, kind="correspondence", issued_date="2016-01-10",
                   relations=(Relation("terminates", date="2014-02-11"),), effective_date="2016-02-10")  # fmt: skip
    for first in (agreement, mended):
        (told,) = history(first, letter).agreements
        assert (told.terminated_by, told.terminated_on) == ("R2", date(2016, 2, 10))
    assert mended.description.text("agreement_date") == "2014-03-01"


def test_other_matters_of_the_same_bodies_are_chains_of_their_own() -> None:
    told = history(
        paper("R1", PAIR, "2010-06-01", years=2, title="Alliance on payment of wages"),
        paper("R2", PAIR, "2011-09-01", years=2, title="Alliance on work in heat"),
        paper("R3", PAIR, "2012-05-20", years=2, title="Alliance on payment of wages"),
    )
    assert [one.renews for one in told.agreements] == [None, None, told.agreements[0].id]


def test_a_renewal_of_what_is_not_held_goes_on_from_nothing_else() -> None:
    told = history(
        paper("R1", PAIR, "2010-06-01", years=2),
        paper("R2", PAIR, "2014-06-01", years=2, relations=(Relation("renews", date="2012-06-01"),)),
    )
    assert told.agreements[1].renews is None
    assert [orphan.relation.date for orphan in told.cited_not_held] == ["2012-06-01"]


def test_a_cited_paper_of_the_very_same_bodies_is_renewed() -> None:
    told = history(
        paper("R1", PAIR, "2010-06-01", years=2),
        paper("R2", PAIR, "2012-06-01", kind="renewal", relations=(Relation("cites", date="2010-06-01"),)),
    )
    assert told.agreements[1].renews == told.agreements[0].id
    assert told.links[0].reasons == ("cites", "bodies")


def test_a_termination_of_no_known_day_leaves_the_end_unknown() -> None:
    letter = paper("R2", PAIR, kind="correspondence", relations=(Relation("terminates", date="2014-02-11"),))
    (told,) = history(paper("R1", PAIR, "2014-02-11", years=5, renewal="automatic"), letter).agreements
    assert told.terminated_by == "R2"
    assert told.status(date(2016, 1, 1)) is Status.UNKNOWN
    assert told.status(date(2030, 1, 1)) is Status.UNKNOWN


def test_no_paper_cites_one_of_a_day_to_come() -> None:
    letter = paper("R2", PAIR, kind="correspondence", issued_date="2016-01-10",
                   relations=(Relation("terminates", date="2016-02-10"),))  # fmt: skip
    assert history(paper("R1", PAIR, "2014-02-11"), letter).cited_not_held == ()


def test_a_day_to_come_in_a_notice_is_that_of_the_end() -> None:
    letter = paper("R2", PAIR, kind="correspondence", issued_date="2016-01-10",
                   relations=(Relation("terminates", date="2014-02-11"),))  # fmt: skip
    days = (Fact("date", DateMention(day, "cited"), 0.9, "test") for day in ("2014-02-11", "2016-02-10"))
    noticed = replace(letter, description=describe([*letter.description.facts, *days]))
    assert history(paper("R1", PAIR, "2014-02-11"), noticed).agreements[0].terminated_on == date(2016, 2, 10)
