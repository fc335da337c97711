"""History, tags, notes, imports, settings."""

from __future__ import annotations

from archive_app.catalogue import Catalogue
from archive_app.domain.record import Event, Failure, ImportReport, Skip
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
