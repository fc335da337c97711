"""Tags and notes: put on, renamed, taken off; found again by the index, and told in the history."""

from __future__ import annotations

import pytest

from archive_app.catalogue import Catalogue
from archive_app.domain.record import Event, Note
from archive_app.errors import UsageError
from tests.catalogue.making import LATER, NOON, add


def indexed(catalogue: Catalogue) -> None:
    catalogue.records.mark_indexed(catalogue.records.to_index())


def pending(catalogue: Catalogue) -> list[str]:
    return [id for id, _ in catalogue.records.to_index()]


def test_tags_are_put_on_and_taken_off(catalogue: Catalogue) -> None:
    first, second, bare = (add(catalogue).id for _ in range(3))
    assert catalogue.tags.add([first], "año 2014", "ana", NOON) == [first]
    assert catalogue.tags.add([first, second, first], "wages", "ana", NOON) == [first, second]
    assert catalogue.tags.add([first], "wages", "ana", NOON) == []
    assert catalogue.tags.of(first) == ("año 2014", "wages")
    assert catalogue.tags.counts() == {"año 2014": 1, "wages": 2}

    assert catalogue.tags.remove([first, bare], "wages", "ana", LATER) == [first]

    assert catalogue.tags.all() == {first: ("año 2014",), second: ("wages",)}
    assert catalogue.tags.names() == ["año 2014", "wages"]
    assert catalogue.tags.of(bare) == ()


def test_what_is_tagged_anew_is_to_be_indexed(catalogue: Catalogue) -> None:
    first, second, third = (add(catalogue).id for _ in range(3))
    catalogue.tags.add([second, third], "wages", "ana", NOON)
    indexed(catalogue)

    catalogue.tags.add([first, third], "wages", "ana", NOON)
    catalogue.tags.remove([second], "wages", "ana", NOON)

    assert pending(catalogue) == [first, second]


def test_a_tag_renamed_to_one_that_is_there_becomes_one_with_it(catalogue: Catalogue) -> None:
    first, second, third = (add(catalogue).id for _ in range(3))
    catalogue.tags.add([first, second], "wage", "ana", NOON)
    catalogue.tags.add([second, third], "wages", "ana", NOON)
    indexed(catalogue)

    assert catalogue.tags.rename("wage", "wages", "luis", LATER) == [first, second]

    assert catalogue.tags.all() == dict.fromkeys((first, second, third), ("wages",))
    assert pending(catalogue) == [first, second]
    assert catalogue.history.of(first)[-1] == Event(LATER, "luis", "tag", first, "tag", "wage", "wages")


def test_every_change_of_a_tag_is_told_once(catalogue: Catalogue) -> None:
    record = add(catalogue).id
    catalogue.tags.add([record], "wages", "ana", NOON)
    catalogue.tags.add([record], "wages", "ana", NOON)
    catalogue.tags.remove([record], "wages", "luis", LATER)
    assert catalogue.history.of(record) == [
        Event(NOON, "ana", "tag", record, "tag", None, "wages"),
        Event(LATER, "luis", "tag", record, "tag", "wages", None),
    ]


def test_notes_stand_beside_a_record_a_page_or_words(catalogue: Catalogue) -> None:
    record = add(catalogue).id
    first = catalogue.notes.add(record, "Ask the consulate.", "ana", NOON)
    second = catalogue.notes.add(record, "Seal unreadable.", "luis", NOON, page=2)
    third = catalogue.notes.add(record, "Which office?", "luis", NOON, 1, "in Fresno", (7, 16))
    assert catalogue.notes.of(record) == [
        Note(first, record, "Ask the consulate.", "ana", NOON),
        Note(second, record, "Seal unreadable.", "luis", NOON, 2),
        Note(third, record, "Which office?", "luis", NOON, 1, "in Fresno", 7, 16),
    ]

    catalogue.notes.change(second, "Seal of Fresno.", "ana", LATER)
    catalogue.notes.remove(first, "ana", LATER)
    catalogue.notes.remove(first, "ana", LATER)

    assert catalogue.notes.all()[0] == Note(second, record, "Seal of Fresno.", "ana", LATER, 2)
    assert catalogue.notes.get(first) is None
    assert [(event.before, event.after) for event in catalogue.history.of(record)] == [
        (None, "Ask the consulate."), (None, "Seal unreadable."), (None, "Which office?"),
        ("Seal unreadable.", "Seal of Fresno."), ("Ask the consulate.", None),
    ]  # fmt: skip


@pytest.mark.parametrize("change", ["add", "change", "remove"])
def test_a_record_whose_notes_changed_is_to_be_indexed(change: str, catalogue: Catalogue) -> None:
    record = add(catalogue).id
    note = catalogue.notes.add(record, "Ask.", "ana", NOON)
    indexed(catalogue)
    if change == "add":
        catalogue.notes.add(record, "Again.", "ana", NOON)
    elif change == "change":
        catalogue.notes.change(note, "Asked.", "ana", LATER)
    else:
        catalogue.notes.remove(note, "ana", LATER)
    assert pending(catalogue) == [record]


def test_tags_and_notes_need_a_record(catalogue: Catalogue) -> None:
    with pytest.raises(UsageError, match="no record R00004"):
        catalogue.tags.add(["R00004"], "wages", "ana", NOON)
    with pytest.raises(UsageError, match="no record R00004"):
        catalogue.notes.add("R00004", "Lost.", "ana", NOON)
    assert catalogue.history.all() == []


def test_what_lies_in_the_trash_is_not_counted(catalogue: Catalogue) -> None:
    kept, thrown = add(catalogue).id, add(catalogue).id
    catalogue.tags.add([kept, thrown], "wages", "ana", NOON)
    catalogue.notes.add(thrown, "Ask.", "ana", NOON)
    catalogue.trash.put(thrown, "ana", LATER)
    assert catalogue.tags.counts() == {"wages": 1}
    assert catalogue.notes.all() == []
