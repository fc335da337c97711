"""The index is a cache: whatever becomes of it, the catalogue brings it back without a question."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from archive_app import bootstrap
from archive_app.services.index_upkeep import digests, indexing
from archive_app.services.preservation.verifying import verify
from archive_app.services.search import searching
from tests.services.making import by_name


def delete(folder: Path) -> None:
    shutil.rmtree(folder)


def empty(folder: Path) -> None:
    delete(folder)
    folder.mkdir()


def truncate(folder: Path) -> None:
    for path in folder.iterdir():
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def garble(folder: Path) -> None:
    for path in folder.iterdir():
        path.write_bytes(bytes(reversed(path.read_bytes())))


def lose_segments(folder: Path) -> None:
    for path in [path for path in folder.iterdir() if path.suffix == ".seg"]:
        path.unlink()


DAMAGES = [delete, empty, truncate, garble, lose_segments]


@pytest.mark.parametrize("writable", [True, False])
@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_index_is_made_anew(damage: Callable[[Path], None], writable: bool, root: Path) -> None:
    damage(root / "index")
    with bootstrap.opened(root, writable=writable) as archive:
        assert searching.search(archive, "trenches").total == 2
        assert searching.search(archive, "kind:interview").total == 1
        assert verify(archive).sound


def test_damage_that_is_met_only_while_searching_is_mended(root: Path) -> None:
    with bootstrap.opened(root) as archive:
        archive.index.close()
        truncate(root / "index")
        assert searching.search(archive, "trenches").total == 2


@pytest.mark.parametrize("writable", [True, False])
def test_what_was_catalogued_and_not_indexed_is_caught_up_at_the_next_opening(writable: bool, root: Path) -> None:
    with bootstrap.opened(root, writable=True) as archive:
        ids = list(by_name(archive).values())
        archive.index.write((), ids[:3])
        archive.catalogue.records.mark_to_index(ids[:3])
    with bootstrap.opened(root, writable=writable) as archive:
        assert archive.index.records() == set(ids)
        assert searching.search(archive, "trenches").total == 2
        assert archive.catalogue.records.to_index() == []


def test_a_reader_opens_while_another_writes_what_is_not_indexed_yet(root: Path) -> None:
    with bootstrap.opened(root, writable=True) as archive:
        archive.catalogue.records.mark_to_index(by_name(archive).values())
        with bootstrap.opened(root) as reader:
            assert searching.search(reader, "trenches").total == 2
        assert len(archive.catalogue.records.to_index()) == 7


def test_a_change_during_indexing_stays_to_be_indexed(root: Path) -> None:
    with bootstrap.opened(root, writable=True) as archive:
        id = by_name(archive)["carta.txt"]
        archive.catalogue.records.mark_to_index([id])
        pending = archive.catalogue.records.to_index()
        archive.catalogue.records.mark_to_index([id])
        indexing.write(archive, pending)
        assert [record for record, _ in archive.catalogue.records.to_index()] == [id]


def test_the_index_made_anew_holds_every_record(root: Path) -> None:
    with bootstrap.opened(root, writable=True) as archive:
        assert indexing.reindex(archive) == 7
        assert archive.index.records() == set(by_name(archive).values())
        assert searching.search(archive, "trenches").total == 2


@pytest.mark.parametrize("writable", [True, False])
def test_bodies_that_the_program_calls_otherwise_by_now_are_found_by_their_names(writable: bool, root: Path) -> None:
    with bootstrap.opened(root, writable=True) as archive:
        made = next(indexing.entries_of(archive, [by_name(archive)["alliance 2010.pdf"]]))
        older = replace(made, names=("Bureau of Ladders",))
        older = replace(older, digest=digests.joined(digests.of_pages(made.pages), digests.of_fields(older)))
        archive.index.write([older], [])
        archive.catalogue.settings.set("index authorities", "of an older program")
        assert searching.search(archive, "party:ladders").total == 1
        assert not verify(archive).sound
    with bootstrap.opened(root, writable=writable) as archive:
        assert searching.search(archive, "party:ladders").total == 0
        assert searching.search(archive, "party:OSHA").total == 3
        assert verify(archive).sound
