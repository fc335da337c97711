"""The history of the whole archive, checks with what they found, and a view without restricted records."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from archive_app.services import discretion, records
from archive_app.services.archive import Archive
from archive_app.services.bodies import authorities
from archive_app.services.description import describing, tagging
from archive_app.services.preservation import backups, changes, checks, removing, verifying
from archive_app.services.preservation.changes import Asked
from archive_app.services.search import searching
from archive_app.services.tracking import agreements, timelines
from tests.services.making import AUSTIN, by_name

ON = date(2012, 1, 1)


def types(archive: Archive, asked: Asked) -> list[str]:
    return [change.event.type for change in changes.page(archive, asked)]


@pytest.fixture
def changed(archive: Archive) -> Archive:
    ids = by_name(archive)
    archive.person = "Ana"
    describing.correct(archive, ids["alliance 2010.pdf"], "title", "Shade 100%")
    archive.person = "Bea"
    tagging.change(archive, [ids["carta.txt"]], add=["hearing"])
    authorities.edit(archive, AUSTIN, "note", "Moved.")
    removing.remove(archive, [ids["carta.txt"]])
    backups.back_up(archive)
    verifying.verify(archive)
    return archive


def test_changes_are_told_the_last_first_and_narrowed(changed: Archive) -> None:
    assert types(changed, Asked())[:5] == ["backup", "removal", "authority changed", "tag", "correction"]
    assert types(changed, Asked("edits"))[:3] == ["authority changed", "tag", "correction"]
    assert types(changed, Asked("removed")) == ["removal"]
    assert set(types(changed, Asked("safety"))) == {"backup", "fixity check"}
    assert types(changed, Asked(by="Ana")) == ["correction"]
    assert types(changed, Asked(words="100%")) == ["correction"]
    assert types(changed, Asked(words="100_")) == []
    assert types(changed, Asked(since="2999-01-01")) == []
    assert types(changed, Asked(record=by_name(changed)["alliance 2010.pdf"])) == ["correction"]
    assert {"Ana", "Bea", "Convenio"} <= set(changes.people(changed))


def test_changes_are_told_step_by_step(changed: Archive) -> None:
    whole = changes.page(changed, Asked())
    first = changes.page(changed, Asked(), limit=2)
    rest = changes.page(changed, Asked(), first[-1].number)
    assert (*first, *rest) == whole
    assert [change.title for change in whole if change.event.type == "correction"] == ["Shade 100%"]


def test_each_check_keeps_what_it_found(archive: Archive) -> None:
    held = {record.filename: record for record in archive.catalogue.records.all()}
    path = archive.originals.path(held["carta.txt"].original)
    words = path.read_bytes()
    path.unlink()
    result = verifying.verify(archive)
    assert [(one.what, one.file) for one in checks.findings(archive, result)] == [("missing", str(path))]
    path.write_bytes(words)
    verifying.verify(archive)
    later, earlier = checks.listing(archive)
    assert (later.sound, earlier.sound) == (True, False)
    assert checks.findings_of(archive, later) == ()
    assert [(one.what, one.record) for one in checks.findings_of(archive, earlier)] == [
        ("missing", held["carta.txt"].id)
    ]


# Restricted records ----------------------------------------------------------------------------------------------


def test_a_discreet_view_has_no_restricted_records_and_writes_to_the_same_archive(archive: Archive) -> None:
    id = by_name(archive)["alliance 2010.pdf"]
    view, before = archive.discreetly(), discretion.restricted(archive)
    assert len(before) == 1
    everything = len(records.all_described(archive))
    describing.correct(view, id, "access", "restricted")
    assert discretion.hidden(view) == discretion.restricted(archive) == {id} | before
    assert discretion.hidden(archive) == frozenset()
    assert len(records.all_described(view)) == everything - 2
    assert len(records.all_described(archive)) == everything
    assert id not in {record for one in agreements.listing(view, ON) for record in one.records}
    lanes = timelines.of_agency(view, AUSTIN, ON).lanes
    assert id not in {mark.record for lane in lanes for mark in lane.marks}
    found = searching.search(view, "alliance", facets=True)
    assert id not in {hit.record for hit in found.hits}
    assert searching.search(archive, "alliance").total == found.total + 1
    assert records.all_described(archive.discreetly()) == records.all_described(view)


def test_what_is_open_again_is_seen_again(archive: Archive) -> None:
    id = by_name(archive)["alliance 2010.pdf"]
    view, before = archive.discreetly(), discretion.restricted(archive)
    describing.correct(view, id, "access", "restricted")
    describing.correct(view, id, "access", "open")
    assert discretion.hidden(view) == before
    assert id in {one.id for one in records.all_described(view)}


def test_a_view_of_a_view_is_one_of_the_whole(archive: Archive) -> None:
    view = archive.discreetly().discreetly()
    assert view.base is archive
    assert replace(archive).base.whole is None
