"""Verifying names exactly what is not as it should be."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive_app import bootstrap
from archive_app.domain.page import Page
from archive_app.services import records
from archive_app.services.archive import Archive
from archive_app.services.description import describing
from archive_app.services.index_upkeep import indexing
from archive_app.services.index_upkeep.index_check import REMEDY, IndexCheck
from archive_app.services.preservation.verifying import Verification, verify
from tests.services.making import add, by_name


def kept(archive: Archive, name: str) -> Path:
    record = archive.catalogue.records.get(by_name(archive)[name])
    assert record is not None
    return records.original_path(archive, record)


def rewrite(path: Path, content: bytes) -> None:
    path.chmod(0o644)
    path.write_bytes(content)


def lose(path: Path) -> None:
    path.chmod(0o644)
    path.unlink()


def test_a_sound_archive_is_sound(archive: Archive) -> None:
    assert verify(archive) == Verification(7, (), (), (), (), (), index=IndexCheck(7, 7))
    told = verify(archive).as_json()
    assert (told["sound"], told["index"]["remedy"]) == (True, None)


def test_missing_and_changed_originals_are_named(archive: Archive) -> None:
    ids = by_name(archive)
    lose(kept(archive, "carta.txt"))
    rewrite(kept(archive, "interview.txt"), b"Another text.")
    result = verify(archive)
    assert (result.missing, result.changed) == ((ids["carta.txt"],), (ids["interview.txt"],))
    assert (result.orphans, result.not_in_index, result.only_in_index) == ((), (), ())
    assert not result.sound


def test_a_linked_file_is_checked_where_it_lies(archive: Archive, tmp_path: Path) -> None:
    paper = tmp_path / "linked.txt"
    paper.write_text("Linked.", encoding="utf-8")
    add(archive, paper, link=True)
    assert verify(archive).sound
    paper.write_text("Changed.", encoding="utf-8")
    assert verify(archive).changed == (by_name(archive)["linked.txt"],)


def test_an_original_without_a_record_is_named(archive: Archive) -> None:
    _, stored = archive.originals.receive_bytes(b"Left by nobody.", "left.txt")
    archive.originals.settle(stored)
    assert verify(archive).orphans == (stored,)


def test_an_index_out_of_step_is_named(archive: Archive) -> None:
    ids = by_name(archive)
    record = archive.catalogue.records.get(ids["carta.txt"])
    assert record is not None
    stray = indexing.entry(archive, record, ((1, "Stray."),))
    archive.index.write([type(stray)(record="R09999", pages=stray.pages, title="Stray")], [ids["letter.eml"]])
    result = verify(archive)
    assert (result.not_in_index, result.only_in_index) == ((ids["letter.eml"],), ("R09999",))


@pytest.mark.parametrize("part", ["page", "field", "note"])
def test_a_record_of_which_the_index_says_something_else_is_named(part: str, archive: Archive) -> None:
    id = by_name(archive)["carta.txt"]
    record = archive.catalogue.records.get(id)
    assert record is not None
    if part == "page":
        archive.index.write([indexing.entry(archive, record, ((1, "Another text."),))])
    elif part == "field":
        archive.catalogue.facts.correct(id, "kind", ("complaint",), "ana", archive.now())
    else:
        archive.catalogue.notes.add(id, "Ask.", "ana", archive.now())
    archive.catalogue.records.mark_indexed(archive.catalogue.records.to_index())
    result = verify(archive)
    assert result.index == IndexCheck(7, 7, differing=(id,))
    assert (result.sound, result.index.remedy) == (False, REMEDY)
    indexing.reindex(archive)
    assert verify(archive).sound


def test_what_is_yet_to_be_indexed_is_told_and_no_fault(archive: Archive) -> None:
    id = by_name(archive)["carta.txt"]
    archive.catalogue.records.mark_to_index([id])
    result = verify(archive)
    assert (result.sound, result.index) == (True, IndexCheck(7, 7, waiting=(id,)))


def test_fields_written_alone_leave_what_stands_for_the_pages(archive: Archive) -> None:
    """A page that changed in the catalogue is not hidden by a correction that writes the fields alone."""
    id = by_name(archive)["carta.txt"]
    archive.catalogue.pages.store(id, [Page(1, "Another text.")])
    describing.correct(archive, id, "kind", "complaint")
    assert verify(archive).index == IndexCheck(7, 7, differing=(id,))


def test_a_damaged_index_is_told_and_nothing_else_is_hidden_by_it(archive: Archive) -> None:
    archive.index.close()
    for path in (archive.root / "index").iterdir():
        path.write_bytes(b"garbage")
    lose(kept(archive, "carta.txt"))
    result = verify(archive)
    assert "its list of files is damaged" in (result.index_fault or "")
    assert result.missing == (by_name(archive)["carta.txt"],)


def test_the_check_is_noted_by_a_writer_only(root: Path) -> None:
    with bootstrap.opened(root) as reader:
        verify(reader)
        assert checks(reader) == []
    with bootstrap.opened(root, writable=True) as archive:
        verify(archive)
        assert checks(archive)[0] == (None, "pass", "7 checked, 0 missing, 0 changed")


def checks(archive: Archive) -> list[tuple[str | None, str | None, str | None]]:
    """The fixity checks that were kept, the last one first."""
    events = archive.catalogue.history.all()
    return [(event.record, event.outcome, event.after) for event in events if event.type == "fixity check"]


def test_each_check_of_an_original_is_an_event_with_its_outcome(archive: Archive) -> None:
    ids = by_name(archive)
    sound = archive.catalogue.records.get(ids["carta.txt"])
    assert sound is not None
    lose(kept(archive, "letter.eml"))
    rewrite(kept(archive, "interview.txt"), b"Another text.")
    verify(archive)
    told = {record: (outcome, after) for record, outcome, after in checks(archive)}
    assert told[ids["letter.eml"]] == ("fail", "missing")
    assert told[ids["interview.txt"]] == ("fail", "changed")
    assert told[ids["carta.txt"]] == ("pass", f"SHA-256 {sound.sha256}")
    assert told[None] == ("fail", "7 checked, 1 missing, 1 changed")
    assert len(told) == 8


def test_what_is_wrong_with_the_catalogue_itself_is_told(archive: Archive) -> None:
    archive.catalogue._db.rows("PRAGMA foreign_keys = OFF")
    with archive.catalogue.writing():
        archive.catalogue._db.write("INSERT INTO tag VALUES (99, 'left over')")
    result = verify(archive)
    assert not result.sound
    assert result.as_json()["catalogue_faults"] == ["catalogue.sqlite: tag None speaks of a record that is not there"]


def test_the_originals_of_the_trash_are_checked_too(archive: Archive) -> None:
    id = by_name(archive)["carta.txt"]
    archive.catalogue.trash.put(id, "Ana", archive.now())
    assert verify(archive).sound
    assert verify(archive).checked == 7
