"""What is emptied out of the trash is gone for good, and nothing else is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from archive_app.errors import UsageError
from archive_app.services import records
from archive_app.services.archive import Archive
from archive_app.services.preservation import removing, verifying
from archive_app.services.search import searching
from archive_app.services.undo import editing


def ids_by_file(archive: Archive) -> dict[str, str]:
    return {one.record.filename: one.id for one in records.all_described(archive)}


@pytest.fixture
def file_of(archive: Archive) -> Callable[[str], bool]:
    """Whether the original of a record is there, asked before and after it is gone."""
    paths = {record.id: archive.originals.path(record.original) for record in archive.catalogue.records.all()}
    return lambda id: paths[id].is_file()


def test_what_is_emptied_is_gone_with_its_original(archive: Archive, file_of: Callable[[str], bool]) -> None:
    ids = ids_by_file(archive)
    gone = removing.remove(archive, [ids["letter.eml"], ids["carta.txt"]])
    assert removing.empty(archive, [ids["carta.txt"]]) == 1
    assert [file_of(id) for id in gone] == [True, True, False]
    assert removing.empty(archive) == 2
    assert removing.trash(archive) == []
    assert not any(file_of(id) for id in gone)
    assert set(ids_by_file(archive).values()) == set(ids.values()) - set(gone)
    assert verifying.verify(archive).sound
    assert searching.search(archive, "").total == len(ids) - len(gone)
    told = [event.before or "" for event in archive.catalogue.history.all() if event.type == "destruction"]
    assert {words.split()[0] for words in told} == set(gone)
    with pytest.raises(UsageError, match="nothing to undo"):
        editing.undo(archive)


def test_only_what_lies_in_the_trash_is_destroyed(archive: Archive, file_of: Callable[[str], bool]) -> None:
    ids = ids_by_file(archive)
    removing.remove(archive, [ids["carta.txt"]])
    with pytest.raises(UsageError, match="is not in the trash"):
        removing.empty(archive, [ids["carta.txt"], ids["counts.txt"]])
    assert [one.record for one in removing.trash(archive)] == [ids["carta.txt"]]
    assert file_of(ids["carta.txt"])


def test_what_was_put_back_out_of_a_letter_stays_when_the_letter_goes(archive: Archive) -> None:
    ids = ids_by_file(archive)
    removing.remove(archive, [ids["letter.eml"]])
    removing.restore(archive, [ids["counts.txt"]])
    removing.empty(archive)
    assert records.described(archive, ids["counts.txt"]).record.parent is None
    assert verifying.verify(archive).sound
