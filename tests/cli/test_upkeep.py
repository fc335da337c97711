"""verify, reindex, and commands that are wrong."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from archive_app import bootstrap
from archive_app.cli.commands import run_command
from archive_app.services import records
from tests.cli.conftest import Run


def test_verify_prints_the_shape_of_the_contract(run: Run, made: Path) -> None:
    ran = run("verify", made, "--json")
    assert ran.status == 0
    assert (ran.json["checked"], ran.json["sound"]) == (7, True)


def test_verify_names_what_is_wrong(run: Run, own: Path, ids: dict[str, str]) -> None:
    with bootstrap.opened(own) as archive:
        path = records.original_path(archive, records.described(archive, ids["carta.txt"]).record)
    path.chmod(0o644)
    path.write_bytes(b"Another.")
    ran = run("verify", own, "--json")
    assert (ran.status, ran.json["changed"]) == (1, [ids["carta.txt"]])
    assert f"changed: {ids['carta.txt']}" in run("verify", own).out


def test_reindex_counts(run: Run, own: Path) -> None:
    shutil.rmtree(own / "index")
    assert "7 records" in run("reindex", own).out


@pytest.mark.parametrize("words", [
    ("frobnicate",), ("search",), ("search", "a"), ("search", "a", "b", "--limit", "many"), ("add",),
    ("add", "a", "b", "--jobs", "0"), ("add", "a", "b", "--ocr", "maybe"), ("list", "a", "--colour"),
    ("set", "a", "b", "kind"), ("extract",),
])  # fmt: skip
def test_a_wrong_command_is_one_sentence(words: tuple[str, ...], run: Run) -> None:
    ran = run(*words)
    assert (ran.status, ran.out) == (2, "")
    assert len(ran.err.splitlines()) == 1
    assert "--help" in ran.err


@pytest.mark.parametrize("words", [["--help"], ["add", "--help"]])
def test_help_is_printed(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        run_command(words, lambda _: pytest.fail("a window was opened"))
    assert end.value.code == 0
    assert "usage:" in capsys.readouterr().out


def test_an_archive_of_a_newer_format_is_told(run: Run, own: Path) -> None:
    import sqlite3

    with sqlite3.connect(own / "catalogue.sqlite") as catalogue:
        catalogue.execute("PRAGMA user_version = 999")
    catalogue.close()
    ran = run("list", own)
    assert (ran.status, ran.out) == (3, "")
    assert "newer" in ran.err
