"""Commands that keep an archive: what waits, what is removed, watched, alike, backed up."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from archive_app import bootstrap
from archive_app.catalogue.writer_lock import WriterLock
from archive_app.domain.record import Work
from tests import builders
from tests.cli.conftest import Run
from tests.services.making import add, make_papers

LONG_AGO = 1_600_000_000


def waiting(folder: Path) -> Path:
    """An archive of seven records, none of them described."""
    root = folder / "waiting"
    bootstrap.create(root)
    with bootstrap.opened(root, writable=True) as archive:
        add(archive, make_papers(folder / "waiting papers"), describe=False)
    return root


def test_describe_goes_on_with_what_waits(run: Run, tmp_path: Path) -> None:
    root = waiting(tmp_path)
    assert run("describe", root, "--jobs", "1", "--json").json["done"] == 7
    assert run("describe", root, "--quiet").out == "0 records done; nothing waits.\n"
    assert run("describe", root, "--again", "--json").json["done"] == 7


def test_add_without_a_path_goes_on_too(run: Run, tmp_path: Path) -> None:
    root = waiting(tmp_path)
    with bootstrap.opened(root, writable=True) as archive:
        archive.catalogue.imports.begin(archive.now(), [str(tmp_path / "more")])
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "note.txt").write_text("A note on scaffolds.", encoding="utf-8")
    told = run("add", root, "--json").json
    assert (told["found"], told["added"]) == (1, 1)
    with bootstrap.opened(root) as archive:
        assert archive.catalogue.queue.waiting(Work.DESCRIBE) == []


def test_a_folder_that_was_broken_off_and_is_added_again_is_counted_once(run: Run, own: Path, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("A note on scaffolds.", encoding="utf-8")
    with bootstrap.opened(own, writable=True) as archive:
        archive.catalogue.imports.begin(archive.now(), [str(tmp_path / "note.txt")])
    told = run("add", own, tmp_path / "note.txt", "--jobs", "1", "--json").json
    assert (told["found"], told["added"], told["duplicates"]) == (1, 1, 0)
    with bootstrap.opened(own) as archive:
        assert archive.catalogue.imports.broken_off() == []


def test_a_correction_goes_on_with_what_waits_as_well(run: Run, tmp_path: Path) -> None:
    root = waiting(tmp_path)
    assert run("set", root, "R00001", "title", "Shade", "--quiet").status == 0
    with bootstrap.opened(root) as archive:
        assert archive.catalogue.queue.waiting(Work.DESCRIBE) == []


def test_zip_files_are_taken_apart_where_asked(run: Run, own: Path, tmp_path: Path) -> None:
    packed = builders.make_zip(tmp_path / "papers.zip", {"a.txt": b"A note on ropes."})
    assert run("add", own, packed, "--json").json["skipped"] == 1
    assert run("add", own, packed, "--inside-zip", "--jobs", "1", "--json").json["added"] == 2


def test_what_is_removed_is_in_the_trash_until_it_is_put_back(run: Run, own: Path, ids: dict[str, str]) -> None:
    letter, note = ids["letter.eml"], ids["counts.txt"]
    assert run("remove", own, letter.lower()).out.startswith(f"In the trash: {letter}, {note}.")
    assert {one["record"] for one in run("trash", own, "--json").json} == {letter, note}
    assert run("trash", own).out.endswith("2 records in the trash.\n")
    assert run("show", own, letter).status == 2
    assert run("restore", own, letter).out == f"Put back: {letter}, {note}.\n"
    assert run("restore", own, letter).err == f"The record {letter} is not in the trash; “trash” shows what is.\n"


def test_watching_once_takes_in_and_tells_of_linked_files(run: Run, own: Path, tmp_path: Path) -> None:
    (tmp_path / "arriving").mkdir()
    note = tmp_path / "arriving" / "note.txt"
    note.write_text("A note on ropes.", encoding="utf-8")
    os.utime(note, (LONG_AGO, LONG_AGO))
    told = run("watch", own, tmp_path / "arriving", "--link", "--once", "--json").json
    assert (told["intakes"][0]["added"], told["linked"]) == (1, [])
    assert [(one["link"], one["missing"], one["brought"]) for one in told["folders"]] == [(True, False, 1)]
    note.unlink()
    assert run("watch", own, "--once").out == f"R00008  gone: {note}\n"
    (tmp_path / "arriving").rmdir()
    assert run("watch", own, "--once").out.endswith(f"away: {tmp_path / 'arriving'}; it is waited for.\n")
    assert run("watch", own, "--stop", tmp_path / "arriving", "--once").status == 0
    assert run("watch", own).err == "No folder is watched; name one, and what arrives in it is taken in.\n"


def test_duplicates_are_listed_and_decided_about(run: Run, own: Path, tmp_path: Path) -> None:
    words = " ".join(f"word{number}" for number in range(90))
    for name in ("one.txt", "two.md", "three.txt"):
        (tmp_path / name).write_text(words + ("." if name == "two.md" else ""), encoding="utf-8")
    run("add", own, *(tmp_path / name for name in ("one.txt", "two.md", "three.txt")))
    told = run("duplicates", own, "--json").json
    assert [(one["record"], len(one["places"])) for one in told["copies"]] == [("R00008", 2)]
    assert [(pair["one"], pair["other"], pair["verdict"]) for pair in told["alike"]] == [("R00008", "R00009", None)]
    assert run("duplicates", own, "--different", "r00008", "R00009", "--json").json["alike"] == []
    assert run("duplicates", own, "--all").out.endswith("1 record at several places, 1 pair alike.\n")


def test_a_table_of_descriptions_is_tried_then_taken(run: Run, own: Path, ids: dict[str, str], tmp_path: Path) -> None:
    lines = f"Registro,Encabezado,Term\n{ids['carta.txt']},Carta,\n{ids['letter.eml']},,never\n"
    (tmp_path / "list.csv").write_text(lines, encoding="utf-8")
    words = ("describe", own, "--from", tmp_path / "list.csv", "--map", "encabezado=title")
    tried = run(*words, "--dry-run")
    assert (tried.status, tried.out.splitlines()[0]) == (1, f"row    2  {ids['carta.txt']}   title: not stated → Carta")
    assert tried.out.endswith("2 rows: 1 would be changed, 0 the same, 1 not taken.\n")
    taken = run(*words, "--json").json
    assert (taken["written"], taken["changed"], taken["failed"]) == (True, 1, 1)
    assert run("show", own, ids["carta.txt"], "--json").json["title"] == "Carta"
    assert run("describe", own, "--from", tmp_path / "list.csv", "--map", "title").err.startswith("“title” maps")


def test_backups_are_made_listed_and_put_back(run: Run, own: Path, tmp_path: Path) -> None:
    run("set", own, "R00001", "title", "Before")
    (made, *_) = run("backup", own, "--keep", "3", "--every", "0", "--json").json
    run("set", own, "R00001", "title", "After")
    assert run("backup", own, "--restore", made["name"]).status == 0
    assert run("show", own, "R00001", "--json").json["title"] == "Before"
    assert run("backup", own, "--restore", made["name"], "--into", tmp_path / "other").status == 0
    assert run("show", tmp_path / "other", "R00001", "--json").json["title"] == "Before"
    assert run("verify", tmp_path / "other").status == 0
    assert run("backup", own, "--to", tmp_path / "disk").out.endswith("1 backup.\n")
    assert run("backup", own, "--restore", "2001").status == 2


def test_backups_are_listed_while_another_program_writes(run: Run, own: Path) -> None:
    run("backup", own)
    with WriterLock(own):
        assert run("backup", own, "--list").status == 0
        assert run("backup", own).status == 4


def test_what_lies_in_the_trash_is_told_as_such(run: Run, own: Path) -> None:
    run("remove", own, "R00001")
    for words in (("show", own, "R00001"), ("set", own, "R00001", "place", "Austin"), ("remove", own, "R00001"),
                  ("tag", own, "R00001", "--add", "x"), ("note", own, "R00001", "Seen.")):  # fmt: skip
        ran = run(*words)
        assert (ran.status, "lies in the trash" in ran.err) == (2, True), words
    assert "There is no record R00099" in run("show", own, "R00099").err


@pytest.mark.parametrize("words", [("backup", "--into", "x"), ("describe", "--map", "a=b"), ("describe", "--dry-run")])
def test_options_without_what_they_go_with_are_refused(words: tuple[str, ...], run: Run, own: Path) -> None:
    ran = run(words[0], own, *words[1:])
    assert (ran.status, ran.out, len(ran.err.splitlines())) == (2, "", 1)
