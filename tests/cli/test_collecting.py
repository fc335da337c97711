"""tag, tags, note, notes: what a person keeps of what was found."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_records_are_tagged_by_name_and_by_query(run: Run, own: Path, ids: dict[str, str]) -> None:
    id = ids["carta.txt"]
    assert run("tag", own, id.lower(), "--add", "Roofs", "--add", "shade").out == "1 record changed, 0 already so.\n"
    ran = run("tag", own, "--query", "trenches", id, "--add", "roofs", "--remove", "shade")
    assert ran.out == "3 records changed, 0 already so.\n"
    assert run("tags", own, "--json").json == [{"tag": "Roofs", "records": 3}]
    assert run("search", own, "tag:roofs", "--json").json["total"] == 3
    assert run("show", own, id, "--json").json["tags"] == ["Roofs"]
    assert "tags              Roofs" in run("show", own, id).out


def test_tags_are_renamed_merged_and_removed(run: Run, own: Path, ids: dict[str, str]) -> None:
    run("tag", own, ids["carta.txt"], "--add", "roof", "--add", "roofs")
    assert "merge the two" in run("tags", own, "--rename", "roof", "roofs").err
    assert run("tags", own, "--merge", "roof", "--into", "roofs").out == "1 record changed.\n1       roofs\n1 tag\n"
    assert run("tags", own, "--rename", "roofs", "Techos", "--json").json == [{"tag": "Techos", "records": 1}]
    assert "0 tags" in run("tags", own, "--remove", "techos").out


def test_notes_stand_beside_words(run: Run, own: Path, ids: dict[str, str]) -> None:
    id = ids["alliance 2010.pdf"]
    assert run("note", own, id, "Who signed?", "--words", "signed in").out == (
        f"Note 1 stands beside {id}, page 2, “signed in”.\n"
    )
    run("note", own, id, "Ask for\nthe original.")
    (first, second) = run("notes", own, id, "--json").json
    assert (first["page"], first["quote"], second["page"], second["span"]) == (2, "signed in", None, None)
    assert run("search", own, "note:original", "--json").json["total"] == 1
    assert "“signed in”: Who signed?" in run("show", own, id).out
    assert run("show", own, id, "--json").json["notes"] == [first, second]
    assert "    the original." in run("notes", own).out.splitlines()
    assert "Whose hand?" in run("notes", own, "--change", 1, "Whose hand?").out
    assert "1 note" in run("notes", own, "--remove", 1).out


@pytest.mark.parametrize(("words", "sentence"), [
    (("tag", "R00001"), "No tag was named"), (("tag", "--add", "x"), "required: RECORD"),
    (("tag", "R99999", "--add", "x"), "There is no record R99999"), (("tags", "--remove", "x"), "There is no tag “x”"),
    (("tags", "--merge", "x"), "merged into one"), (("note", "R00001", " "), "says nothing"),
    (("note", "R00001", "x", "--words", "zebra"), "do not stand on R00001"),
    (("note", "R00001", "x", "--page", "9"), "no page 9"),
    (("notes", "R99999"), "There is no record R99999"),
    (("notes", "--change", "x", "y"), "“x” is not the number of a note"),
    (("notes", "--change", "99", "y"), "There is no note"),
])  # fmt: skip
def test_what_cannot_be_kept_is_one_sentence(words: tuple[str, ...], sentence: str, run: Run, own: Path) -> None:
    command, *rest = words
    ran = run(command, own, *rest)
    assert (ran.status, ran.out) == (2, "")
    assert sentence in ran.err
    assert len(ran.err.splitlines()) == 1
