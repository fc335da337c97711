"""History, tags, notes, imports, settings."""

from __future__ import annotations

import pytest

from archive_app.catalogue import Catalogue
from archive_app.domain.record import Event, Failure, ImportReport, Note, Skip
from archive_app.errors import UsageError
from tests.catalogue.making import LATER, NOON, add

FAILURE = Failure("/boxes/torn.pdf", "reading", "The file breaks off.", "Ask for another copy.")


def test_events_are_kept_for_a_record_and_for_the_archive(catalogue: Catalogue) -> None:
    record = add(catalogue).id
    events = [
        Event(NOON, "Convenio", "fixity check", record, after="intact"),
        Event(NOON, "Convenio", "import", after="9 added"),
        Event(LATER, "ana", "correction", record, "title", "Old", "New"),
    ]

    for event in events:
        catalogue.history.add(event)

    assert catalogue.history.of(record) == [events[0], events[2]]
    assert catalogue.history.all() == events[::-1]
    assert catalogue.history.all(limit=1) == [events[2]]


def test_tags_are_put_on_and_taken_off(catalogue: Catalogue) -> None:
    first, second, bare = (add(catalogue).id for _ in range(3))
    for id, tag in ((first, "wages"), (first, "año 2014"), (first, "wages"), (second, "wages")):
        catalogue.tags.add(id, tag)
    assert catalogue.tags.of(first) == ("año 2014", "wages")

    catalogue.tags.remove(first, "wages")

    assert catalogue.tags.all() == {first: ("año 2014",), second: ("wages",)}
    assert catalogue.tags.of(bare) == ()


def test_a_tag_is_to_be_indexed(catalogue: Catalogue) -> None:
    first, second = add(catalogue).id, add(catalogue).id
    catalogue.tags.add(second, "wages")
    catalogue.records.mark_indexed(catalogue.records.to_index())

    catalogue.tags.add(first, "wages")
    catalogue.tags.remove(second, "wages")

    assert [id for id, _ in catalogue.records.to_index()] == [first, second]


def test_notes_stand_beside_a_record_or_a_page(catalogue: Catalogue) -> None:
    record = add(catalogue).id
    first = catalogue.notes.add(record, "Ask the consulate.", "ana", NOON)
    second = catalogue.notes.add(record, "Seal unreadable.", "luis", NOON, page=2)
    assert catalogue.notes.of(record) == [
        Note(first, record, "Ask the consulate.", "ana", NOON),
        Note(second, record, "Seal unreadable.", "luis", NOON, 2),
    ]

    catalogue.notes.change(second, "Seal of Fresno.", "ana", LATER)
    catalogue.notes.remove(first)

    assert catalogue.notes.of(record) == [Note(second, record, "Seal of Fresno.", "ana", LATER, 2)]


def test_tags_and_notes_need_a_record(catalogue: Catalogue) -> None:
    with pytest.raises(UsageError, match="no record R00004"):
        catalogue.tags.add("R00004", "wages")
    with pytest.raises(UsageError, match="no record R00004"):
        catalogue.notes.add("R00004", "Lost.", "ana", NOON)


def test_an_import_is_reported_with_its_failures_and_skips(catalogue: Catalogue) -> None:
    first = catalogue.imports.begin(NOON, ["/boxes", "/año/carta.pdf"])
    catalogue.imports.skip(first, "/boxes/.hidden", "It is a hidden file.")
    catalogue.imports.finish(first, found=12, added=9, duplicates=1, skipped=1, failures=[FAILURE], seconds=3.25)
    second = catalogue.imports.begin(LATER, ["/more"])
    catalogue.imports.finish(second, found=1, added=0, duplicates=0, skipped=0, failures=[FAILURE], seconds=0.5)

    report = ImportReport(first, NOON, ("/boxes", "/año/carta.pdf"), 12, 9, 1, 1, 1, 3.25)
    assert catalogue.imports.get(first) == report
    assert [kept.id for kept in catalogue.imports.all()] == [second, first]
    assert catalogue.imports.failures(first) == [FAILURE]
    assert catalogue.imports.failures() == [FAILURE, FAILURE]
    assert catalogue.imports.skips(first) == [Skip("/boxes/.hidden", "It is a hidden file.")]
    assert catalogue.imports.skips(second) == []


def test_an_import_that_was_broken_off_has_no_seconds_and_keeps_its_failures(catalogue: Catalogue) -> None:
    begun = catalogue.imports.begin(NOON, ["/boxes"])
    catalogue.imports.fail(begun, FAILURE)

    assert catalogue.imports.all() == [ImportReport(begun, NOON, ("/boxes",), 0, 0, 0, 0, 1, None)]
    assert catalogue.imports.get(begun + 1) is None


def test_settings_are_kept_by_name(catalogue: Catalogue) -> None:
    assert catalogue.settings.get("title") is None
    assert catalogue.settings.get("title", "Untitled") == "Untitled"

    catalogue.settings.set("title", "First")
    catalogue.settings.set("title", "Papers of the study")
    catalogue.settings.set("created", NOON)

    assert catalogue.settings.get("title") == "Papers of the study"
    assert catalogue.settings.all() == {"created": NOON, "title": "Papers of the study"}
