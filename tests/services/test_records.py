"""Lists of records, and one record by itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive_app import bootstrap
from archive_app.errors import UsageError
from archive_app.services import records
from archive_app.services.archive import Archive
from archive_app.services.description import describing
from tests import builders
from tests.services.making import add, by_name


def test_the_list_is_in_the_order_of_taking_in(archive: Archive) -> None:
    listed = [one.id for one in records.listing(archive)]
    assert listed == sorted(listed)
    assert [one.title for one in records.listing(archive, "interview")] == ["interview.txt"]


def test_the_list_follows_changes_of_this_and_of_another_program(root: Path, tmp_path: Path) -> None:
    with bootstrap.opened(root) as reader, bootstrap.opened(root, writable=True) as writer:
        assert len(records.listing(reader)) == 7
        describing.correct(writer, by_name(writer)["carta.txt"], "title", "Carta de los techadores")
        add(writer, builders.make_pdf(tmp_path / "eighth.pdf", "Another."))
        titles = [one.title for one in records.listing(reader)]
        assert len(titles) == 8
        assert "Carta de los techadores" in titles
        assert titles == [one.title for one in records.listing(writer)]


def test_a_record_shows_all_that_is_known_of_it(archive: Archive) -> None:
    told = records.show_json(archive, by_name(archive)["alliance 2010.pdf"])
    assert told["title"] == "Alliance on shade"
    assert told["description"]["expiration_basis"] == "computed"
    assert [page["page"] for page in told["text"]] == [1, 2]
    assert told["history"] == []
    fact = next(fact for fact in told["facts"] if fact["field"] == "expiration_date")
    assert fact["operands"] == {"agreement_date": "2010-06-01", "term": "2 years"}
    assert all(fact["evidence"]["quote"] for fact in told["facts"])


def test_a_letter_names_its_attachments(archive: Archive) -> None:
    ids = by_name(archive)
    assert records.show_json(archive, ids["letter.eml"])["attachments"] == [ids["counts.txt"]]
    assert records.show_json(archive, ids["counts.txt"])["parent"] == ids["letter.eml"]


def test_restricted_is_told_in_the_list(archive: Archive) -> None:
    rows = [records.row_json(one) for one in records.listing(archive)]
    assert [row["file"] for row in rows if row["restricted"]] == ["interview.txt"]


def test_to_review_are_the_least_certain_readings_first(archive: Archive) -> None:
    id = by_name(archive)["alliance 2010.pdf"]
    doubtful = records.to_review(archive, below=0.95)
    assert {fact.field for one, fact in doubtful if one.id == id} == {
        "kind", "agreement_date", "term", "party", "signatory",
    }  # fmt: skip
    assert [fact.confidence for _, fact in doubtful] == sorted(fact.confidence for _, fact in doubtful)
    describing.correct(archive, id, "kind", "agreement")
    again = records.to_review(archive, below=0.95)
    assert "kind" not in {fact.field for one, fact in again if one.id == id}


def test_a_record_that_is_not_there_is_told(archive: Archive) -> None:
    with pytest.raises(UsageError, match="There is no record R00099"):
        records.described(archive, "R00099")
