"""Agreements and coverage as the services tell them, in step with every correction."""

from __future__ import annotations

from datetime import date

import pytest

from archive_app.domain.agreement import Status
from archive_app.domain.json_shapes import agreement_json
from archive_app.errors import UsageError
from archive_app.services.archive import Archive
from archive_app.services.description import describing
from archive_app.services.tracking import agreements
from tests.services.making import AUSTIN, CONSULATE, by_name

ON = date(2026, 11, 22)


def test_listing_is_oldest_first_with_states_on_the_day(archive: Archive) -> None:
    found = agreements.listing(archive, ON)
    assert [(a.title, str(a.status(ON))) for a in found] == [
        ("Alliance on shade", "renewed"), ("Alliance on trenches", "in force"),
    ]  # fmt: skip
    assert agreements.listing(archive, date(2009, 1, 1), status="not yet in force") == found


def test_listing_by_a_body_counts_its_offices(archive: Archive) -> None:
    assert len(agreements.listing(archive, ON, agency="OSHA")) == 2
    assert len(agreements.listing(archive, ON, agency="US-DOL")) == 2
    assert agreements.listing(archive, ON, agency="EEOC") == ()
    assert [a.title for a in agreements.listing(archive, ON, agency="osha", status="renewed")] == ["Alliance on shade"]


@pytest.mark.parametrize(("words", "id"), [
    (AUSTIN, AUSTIN), ("mx-con-austin", CONSULATE),
    ("OSHA Austin Area Office", AUSTIN), ("consulate austin", CONSULATE),
    ("Consulate of Mexico in Laredo", "MX-CON-laredo"), ("CONSULADO DE MEXICO EN LAREDO", "MX-CON-laredo"),
    ("secretaria de relaciones exteriores", "MX-SRE"), ("Consulate General of Mexico in Tucson", "MX-CON-tucson"),
])  # fmt: skip
def test_a_body_is_found_by_id_name_or_words_of_its_name(words: str, id: str, archive: Archive) -> None:
    assert agreements.find_body(archive, words).id == id


def test_an_unknown_and_an_ambiguous_body_are_told(archive: Archive) -> None:
    with pytest.raises(UsageError, match="No body is known by “Guild of Glassblowers”"):
        agreements.find_body(archive, "Guild of Glassblowers")
    with pytest.raises(UsageError, match=r"may mean .*; give one of these ids"):
        agreements.find_body(archive, "austin")


def test_an_acronym_of_several_is_that_of_the_one_with_a_part_here(archive: Archive) -> None:
    illinois, indiana = (body.id for body in archive.authorities.find("IDOL"))
    with pytest.raises(UsageError, match=f"{illinois}, {indiana}"):
        agreements.find_body(archive, "IDOL")
    describing.correct(archive, by_name(archive)["alliance 2010.pdf"], "party", f"{illinois}; {CONSULATE}")
    assert agreements.find_body(archive, "IDOL").id == illinois
    describing.correct(archive, by_name(archive)["alliance 2013.pdf"], "party", f"{indiana}; {CONSULATE}")
    with pytest.raises(UsageError, match=f"{illinois}, {indiana}"):
        agreements.find_body(archive, "IDOL")


def test_an_unknown_state_is_told_with_the_states_there_are(archive: Archive) -> None:
    with pytest.raises(UsageError, match=r"not a state of an agreement; choose one of .*terminated"):
        agreements.listing(archive, ON, status="lapsed")


def test_history_follows_a_correction_at_once(archive: Archive) -> None:
    assert len(agreements.history(archive).agreements) == 2
    describing.correct(archive, by_name(archive)["alliance 2010.pdf"], "kind", "report")
    assert [a.title for a in agreements.history(archive).agreements] == ["Alliance on trenches"]
    describing.correct(archive, by_name(archive)["alliance 2013.pdf"], "term", "1 year")
    (cell,) = agreements.covered(archive, ON).cells
    assert (cell.status, cell.since) == (Status.EXPIRED, date(2014, 6, 2))


def test_the_release_joins_its_signing(archive: Archive) -> None:
    announced = [a.announced_by for a in agreements.history(archive).agreements]
    assert announced == [(), (by_name(archive)["release.html"],)]


def test_json_has_the_shape_of_the_contract(archive: Archive) -> None:
    told = [agreement_json(a, ON) for a in agreements.listing(archive, ON)]
    wanted = {
        "agreement", "title", "kind", "parties", "agreement_date", "effective_date", "expiration_date",
        "expiration_basis", "status", "on", "renews", "renewed_by", "chain", "records", "announced_by",
    }  # fmt: skip
    assert all(wanted <= set(one) for one in told)
    assert told[0]["renewed_by"] == told[1]["agreement"]
    assert told[1]["renews"] == told[1]["chain"] == told[0]["agreement"]
    assert (told[0]["expiration_date"], told[0]["expiration_basis"]) == ("2012-06-01", "computed")
    covered = agreements.coverage_json(archive, agreements.covered(archive, ON))
    assert set(covered) == {"on", "agencies", "consulates", "cells", "gaps"}
    assert covered["cells"] == [{
        "agency": AUSTIN, "consulate": CONSULATE, "status": "in force", "since": "2013-06-01", "until": "2033-06-01",
        "agreements": [one["agreement"] for one in told],
    }]  # fmt: skip
    assert covered["gaps"] == [{
        "agency": AUSTIN, "consulate": CONSULATE, "from": "2012-06-02", "to": "2013-05-31",
        "after": told[0]["agreement"],
    }]  # fmt: skip
