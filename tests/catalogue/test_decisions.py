"""Decisions and authority records in the catalogue: kept, told in the history, taken back."""

from __future__ import annotations

from archive_app.catalogue import Catalogue
from archive_app.domain.links import Decision
from archive_app.domain.recognising import Became
from tests.catalogue.making import add

AT = "2026-11-22T10:00:00+00:00"


def test_a_decision_takes_the_place_of_an_earlier_one(catalogue: Catalogue) -> None:
    later, earlier = (add(catalogue).id for _ in range(2))
    for confirmed in (True, False):
        catalogue.decisions.keep(Decision("renews", later, earlier, confirmed, "Ana", AT))
    assert catalogue.decisions.all() == [Decision("renews", later, earlier, False, "Ana", AT)]
    assert [(event.type, event.before) for event in catalogue.history.of(earlier)] == [
        ("link confirmed", None), ("link refused", "confirmed")
    ]  # fmt: skip
    catalogue.decisions.withdraw(catalogue.decisions.all()[0], "Luis", AT)
    assert catalogue.decisions.all() == []
    assert catalogue.history.of(later)[-1].agent == "Luis"


def test_authority_records_are_kept_merged_and_forgotten(catalogue: Catalogue) -> None:
    kept, before = catalogue.authorities, catalogue.authorities.revision
    kept.keep("LOCAL-a", {"id": "LOCAL-a", "name": "Mesa Única", "role": "union"}, "Ana", AT)
    assert kept.own()["LOCAL-a"]["name"] == "Mesa Única"
    kept.merge("LOCAL-a", "LOCAL-b", "Ana", AT)
    assert (kept.own(), kept.merged()) == ({}, {"LOCAL-a": "LOCAL-b"})
    kept.forget("LOCAL-a", "Ana", AT)
    assert (kept.own(), kept.merged()) == ({}, {})
    assert kept.revision != before


def test_names_told_apart_and_set_aside(catalogue: Catalogue) -> None:
    record = add(catalogue).id
    for became in (Became(None, "The Table", "LOCAL-a"), Became("US-X", "The Table", "LOCAL-b", record)):
        catalogue.authorities.tell_apart(became, "Ana", AT)
        catalogue.authorities.tell_apart(became, "Ana", AT)
    assert [(one.authority, one.name, one.meant, one.record) for one in catalogue.authorities.became()] == [
        (None, "table", "LOCAL-a", None), ("US-X", "table", "LOCAL-b", record)
    ]  # fmt: skip
    catalogue.authorities.put_aside("Él, the Other", "Ana", AT)
    assert catalogue.authorities.set_aside() == {"el, the other"}
