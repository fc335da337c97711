"""What a person changed can be undone and done again, as long as nobody else changed it; and the trash."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from archive_app import bootstrap
from archive_app.domain.description import describe
from archive_app.errors import ArchiveInUse, UsageError
from archive_app.services import records
from archive_app.services.archive import Archive
from archive_app.services.description import describing
from archive_app.services.preservation import removing
from archive_app.services.preservation.verifying import verify
from archive_app.services.search import searching
from archive_app.services.sharing import exporting
from archive_app.services.undo import editing
from tests.services.making import add, by_name


def title(archive: Archive, id: str) -> str | None:
    return describe(archive.catalogue.facts.of(id)).text("title")


def found(archive: Archive, query: str) -> set[str]:
    return {hit.record for hit in searching.search(archive, query).hits}


def test_corrections_are_undone_and_done_again_in_their_order(archive: Archive) -> None:
    id = by_name(archive)["alliance 2010.pdf"]
    for value in ("First title", "Second title"):
        describing.correct(archive, id, "title", value)
    told = []
    for step in (editing.undo, editing.undo, editing.redo, editing.redo):
        step(archive)
        told.append((title(archive, id), found(archive, "title:second")))
    assert told == [
        ("First title", set()),
        ("Alliance on shade", set()),
        ("First title", set()),
        ("Second title", {id}),
    ]
    assert [event.type for event in records.history_of(archive, id)][-4:] == ["undo", "undo", "redo", "redo"]


def test_withdrawals_and_confirmations_are_undone_too(archive: Archive) -> None:
    id = by_name(archive)["alliance 2010.pdf"]
    (read,) = [fact for fact in archive.catalogue.facts.of(id) if fact.field == "title"]
    describing.confirm(archive, id, read)
    describing.withdraw(archive, id, "title")
    assert archive.catalogue.facts.persons(id, "title") == ()
    undone = editing.undo(archive)
    assert (undone.type, undone.field, undone.records) == ("withdrawal", "title", (id,))
    assert [fact.value for fact in archive.catalogue.facts.persons(id, "title")] == ["Alliance on shade"]
    editing.undo(archive)
    assert archive.catalogue.facts.persons(id, "title") == ()


def test_a_new_change_ends_what_could_be_done_again(archive: Archive) -> None:
    id = by_name(archive)["alliance 2010.pdf"]
    describing.correct(archive, id, "title", "First title")
    editing.undo(archive)
    describing.correct(archive, id, "title", "Another title")
    assert editing.redoable(archive) is None
    with pytest.raises(UsageError, match="nothing to do again"):
        editing.redo(archive)


def test_a_change_that_changes_nothing_is_not_undone(archive: Archive) -> None:
    describing.withdraw(archive, by_name(archive)["alliance 2010.pdf"], "title")
    assert editing.undoable(archive) is None
    with pytest.raises(UsageError, match="nothing to undo"):
        editing.undo(archive)


def test_what_was_changed_since_is_not_undone_blindly(archive: Archive) -> None:
    id = by_name(archive)["alliance 2010.pdf"]
    describing.correct(archive, id, "title", "First title")
    archive.catalogue.facts.correct(id, "title", ["By another"], "Bea", archive.now())
    with pytest.raises(UsageError, match=f"was changed since \\({id}\\)"):
        editing.undo(archive)
    assert title(archive, id) == "By another"


def test_a_removed_record_is_in_no_list_no_search_and_no_export(archive: Archive, tmp_path: Path) -> None:
    ids = by_name(archive)
    letter, note = ids["letter.eml"], ids["counts.txt"]
    records.all_described(archive)
    assert removing.remove(archive, [letter]) == [letter, note]
    assert {letter, note}.isdisjoint(one.id for one in records.all_described(archive))
    assert searching.search(archive, "roofers").total == 1
    exporting.export(archive, "json", tmp_path / "out.json", date(2020, 1, 1))
    assert note not in (tmp_path / "out.json").read_text(encoding="utf-8")
    with pytest.raises(UsageError, match=f"The record {letter} lies in the trash"):
        records.described(archive, letter)
    assert verify(archive).sound


def test_a_removal_is_put_back_whole(archive: Archive) -> None:
    ids = by_name(archive)
    before = [one.id for one in records.all_described(archive)]
    removing.remove(archive, [ids["letter.eml"], ids["carta.txt"]])
    assert {one.record for one in removing.trash(archive)} == {ids["letter.eml"], ids["counts.txt"], ids["carta.txt"]}
    removing.restore(archive, [ids["letter.eml"]])
    editing.undo(archive)
    editing.undo(archive)
    assert removing.trash(archive) == []
    assert [one.id for one in records.all_described(archive)] == before
    assert searching.search(archive, "roofers").total == 2
    assert verify(archive).sound


def test_what_lies_in_the_trash_is_not_taken_in_again(archive: Archive, prepared: Path) -> None:
    id = by_name(archive)["carta.txt"]
    removing.remove(archive, [id])
    intake = add(archive, prepared.parent / "papers" / "carta.txt")
    assert (intake.added, intake.duplicates, intake.skipped) == (0, 0, 1)
    assert intake.skips[0][1] == f"It lies in the trash as {id}; restore it from there."


def test_one_wrong_name_removes_none(archive: Archive) -> None:
    with pytest.raises(UsageError, match="There is no record R09999"):
        removing.remove(archive, [by_name(archive)["carta.txt"], "R09999"])
    with pytest.raises(UsageError, match="R00001 is not in the trash"):
        removing.restore(archive, ["R00001"])
    assert removing.trash(archive) == []
    assert editing.undoable(archive) is None


def test_a_reader_changes_nothing(root: Path) -> None:
    with bootstrap.opened(root) as reader:
        for change in (lambda: removing.remove(reader, ["R00001"]), lambda: editing.undo(reader)):
            with pytest.raises(ArchiveInUse):
                change()
