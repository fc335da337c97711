from __future__ import annotations

import pytest

from archive_app.catalogue import Catalogue
from archive_app.errors import UsageError
from tests.catalogue.making import LATER, NOON, add


def test_a_record_in_the_trash_is_nowhere_else(catalogue: Catalogue) -> None:
    kept, gone = add(catalogue).id, add(catalogue, sha256="f" * 64).id
    catalogue.records.mark_indexed(catalogue.records.to_index())
    before = catalogue.data_version
    assert catalogue.trash.put(gone, "Ana", LATER) == [gone]

    assert [record.id for record in catalogue.records.all()] == [kept]
    assert [record.id for record in catalogue.records.all(with_trash=True)] == [kept, gone]
    assert (catalogue.records.get(gone), catalogue.records.count()) == (None, 1)
    assert list(catalogue.facts.all()) == [kept]
    assert catalogue.records.changed_since(before) == [gone]
    assert [id for id, _ in catalogue.records.to_index()] == [gone]
    # Its bytes are still known: they are not taken in a second time.
    found = catalogue.records.by_sha256("f" * 64)
    assert found is not None
    assert found.id == gone


def test_what_is_attached_goes_and_comes_back_with_its_letter(catalogue: Catalogue) -> None:
    letter = add(catalogue).id
    note = add(catalogue, parent=letter).id
    inner = add(catalogue, parent=note).id
    early = add(catalogue, parent=letter).id
    catalogue.trash.put(early, "Ana", NOON)

    assert catalogue.trash.put(letter, "Ana", LATER) == [letter, note, inner]
    assert [(one.record, one.removal) for one in catalogue.trash.all()] == [
        (inner, letter), (note, letter), (letter, letter), (early, early)
    ]  # fmt: skip
    # What was removed by name before stays where it was put.
    assert catalogue.trash.restore(letter, "Ana", LATER) == [letter, note, inner]
    assert [one.record for one in catalogue.trash.all()] == [early]


def test_removals_and_restorations_are_in_the_history(catalogue: Catalogue) -> None:
    id = add(catalogue).id
    catalogue.trash.put(id, "Ana", NOON)
    catalogue.trash.restore(id, "Bea", LATER)

    told = [(event.at, event.agent, event.type) for event in catalogue.history.of(id)]
    assert told == [(NOON, "Ana", "removal"), (LATER, "Bea", "restoration")]


def test_only_what_is_in_the_trash_is_put_back(catalogue: Catalogue) -> None:
    id = add(catalogue).id
    for wrong in (id, "R99999"):
        with pytest.raises(UsageError, match=f"{wrong} is not in the trash"):
            catalogue.trash.restore(wrong, "Ana", NOON)
    assert catalogue.trash.put(id, "Ana", NOON) == [id]
    assert catalogue.trash.put(id, "Ana", NOON) == []
