from __future__ import annotations

import sqlite3

import pytest

from archive_app.catalogue import Catalogue
from archive_app.catalogue.identity import name, number
from archive_app.domain.record import Record, State, Work
from archive_app.errors import UsageError
from tests.catalogue.making import NOON, add, page


def test_a_record_is_kept_with_all_that_was_told_of_it(catalogue: Catalogue) -> None:
    kept = catalogue.records.add(
        sha256="ab" * 32,
        media_type="message/rfc822",
        size=2_048,
        filename="carta añeja.eml",
        original="originals/ab/carta.eml",
        linked=True,
        place="/media/caja 3/carta añeja.eml",
        added_at=NOON,
        pages=[page("Estimado cónsul"), page("", 2, needs_ocr=True)],
        metadata={"from": "ana@example.org", "subject": "Convenio"},
    )

    assert kept == Record(
        id="R00001",
        sha256="ab" * 32,
        media_type="message/rfc822",
        size=2_048,
        filename="carta añeja.eml",
        original="originals/ab/carta.eml",
        linked=True,
        added_at=NOON,
        state=State.SEARCHABLE,
        pages=2,
        ocr_needed=1,
        places=("/media/caja 3/carta añeja.eml",),
    )
    assert catalogue.records.get("R00001") == kept
    assert catalogue.records.metadata("R00001") == {"from": "ana@example.org", "subject": "Convenio"}


def test_records_are_listed_in_the_order_they_came(catalogue: Catalogue) -> None:
    added = [add(catalogue) for _ in range(12)]

    assert catalogue.records.all() == added
    assert [record.id for record in added] == [f"R{n:05d}" for n in range(1, 13)]
    assert catalogue.records.count() == 12


def test_a_name_is_never_given_twice(catalogue: Catalogue, path: object) -> None:
    add(catalogue)
    last = add(catalogue)
    with catalogue.writing():
        for table in ("to_index", "queue", "page", "place", "record"):
            column = "number" if table == "record" else "record"
            catalogue._db.write(f"DELETE FROM {table} WHERE {column} = ?", (number(last.id),))

    assert add(catalogue).id == "R00003"


@pytest.mark.parametrize("id", ["", "R1", "R000001", "r00001", "R0000١", "R00001 ", "R99999", "letter", "R" + "9" * 30])
def test_a_name_that_no_record_has_finds_nothing(catalogue: Catalogue, id: str) -> None:
    add(catalogue)

    assert catalogue.records.get(id) is None
    assert catalogue.pages.of(id) == ()
    assert catalogue.facts.of(id) == []
    with pytest.raises(UsageError, match="There is no record"):
        catalogue.facts.replace_readings(id, [])


def test_names_go_on_past_five_digits() -> None:
    assert name(123_456) == "R123456"
    assert number("R123456") == 123_456


def test_the_same_bytes_are_one_record_with_several_places(catalogue: Catalogue) -> None:
    record = add(catalogue, sha256="cd" * 32)

    for place in ("/a/copy.pdf", "/a/another.pdf", "/a/copy.pdf"):
        catalogue.records.add_place(record.id, place)

    found = catalogue.records.by_sha256("cd" * 32)
    assert found is not None
    assert found.places == (*record.places, "/a/copy.pdf", "/a/another.pdf")
    assert catalogue.records.by_sha256("00") is None
    with pytest.raises(sqlite3.IntegrityError):
        add(catalogue, sha256="cd" * 32)
    assert catalogue.records.count() == 1


def test_attachments_know_their_mail(catalogue: Catalogue) -> None:
    mail, other = add(catalogue), add(catalogue)
    attached = [add(catalogue, parent=mail.id) for _ in range(2)]

    assert catalogue.records.children(mail.id) == attached
    assert [child.parent for child in attached] == [mail.id, mail.id]
    assert catalogue.records.children(other.id) == []


def test_records_wait_to_be_described_until_they_are(catalogue: Catalogue) -> None:
    first, second = add(catalogue), add(catalogue)
    assert catalogue.queue.waiting(Work.DESCRIBE) == [first.id, second.id]

    catalogue.facts.replace_readings(first.id, [])

    assert catalogue.queue.waiting(Work.DESCRIBE) == [second.id]


def test_a_new_record_is_to_be_indexed_until_the_index_has_it(catalogue: Catalogue) -> None:
    first, second = add(catalogue), add(catalogue)
    pairs = catalogue.records.to_index()
    assert [id for id, _ in pairs] == [first.id, second.id]

    catalogue.records.mark_indexed(pairs[:1])

    assert catalogue.records.to_index() == pairs[1:]


def test_what_changes_while_it_is_indexed_stays_to_be_indexed(catalogue: Catalogue) -> None:
    record = add(catalogue)
    begun = catalogue.records.to_index()
    catalogue.tags.add([record.id], "urgent", "ana", NOON)

    catalogue.records.mark_indexed(begun)
    assert [id for id, _ in catalogue.records.to_index()] == [record.id]

    catalogue.records.mark_indexed(catalogue.records.to_index())
    assert catalogue.records.to_index() == []


def test_a_change_in_the_same_transaction_as_the_reading_of_marks_is_not_lost(catalogue: Catalogue) -> None:
    record = add(catalogue)
    with catalogue.writing():
        begun = catalogue.records.to_index()
        catalogue.records.mark_to_index([record.id])
        catalogue.records.mark_indexed(begun)

    assert [id for id, _ in catalogue.records.to_index()] == [record.id]


def test_all_records_can_be_marked_for_an_index_made_anew(catalogue: Catalogue) -> None:
    ids = [add(catalogue).id for _ in range(3)]
    catalogue.records.mark_indexed(catalogue.records.to_index())

    catalogue.records.mark_to_index(ids)

    assert [id for id, _ in catalogue.records.to_index()] == ids


def test_changes_since_a_version_are_told(catalogue: Catalogue) -> None:
    first, second, third = add(catalogue), add(catalogue), add(catalogue)
    version = catalogue.data_version
    assert catalogue.records.changed_since(version) == []

    catalogue.records.add_place(third.id, "/elsewhere.pdf")
    catalogue.facts.correct(first.id, "title", ["Letter"], "ana", NOON)

    assert catalogue.records.changed_since(version) == [first.id, third.id]
    assert catalogue.records.changed_since(0) == [first.id, second.id, third.id]
