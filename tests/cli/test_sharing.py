"""cite, copies, and export of single records."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_records_are_cited_in_both_languages_and_for_programs(run: Run, own: Path, ids: dict[str, str]) -> None:
    id = ids["alliance 2010.pdf"]
    assert run("cite", own, id).out.rstrip().endswith(f"{id}.")
    assert "1 de junio de 2010" in run("cite", own, id.lower(), "--language", "es").out
    assert json.loads(run("cite", own, id, "--style", "csl-json").out)[0]["type"] == "treaty"
    assert "not a way of citing" in run("cite", own, id, "--style", "apa").err


def test_restricted_records_are_told_of_and_left_out(run: Run, own: Path, ids: dict[str, str], tmp_path: Path) -> None:
    id = ids["carta.txt"]
    run("set", own, id, "access", "restricted")
    assert run("cite", own, id).out == ""
    assert f"1 restricted record ({id})" in run("cite", own, id).err
    assert id in run("cite", own, id, "--include", id).out
    ran = run("export", own, "ris", tmp_path / "one.ris", "--record", id, "--record", ids["alliance 2010.pdf"])
    assert "1 record. Left out: 1 restricted record" in ran.out


def test_originals_are_copied_out(run: Run, own: Path, ids: dict[str, str], tmp_path: Path) -> None:
    ran = run("copies", own, tmp_path, ids["carta.txt"])
    assert ran.out == f"{tmp_path / 'carta.txt'}\n1 file copied.\n"
    assert (tmp_path / "carta.txt").read_text("utf-8").startswith("Los techadores")


def test_a_record_and_a_page_are_written_as_pdf(run: Run, own: Path, ids: dict[str, str], tmp_path: Path) -> None:
    id, file = ids["alliance 2010.pdf"], tmp_path / "one.pdf"
    assert run("export", own, "pdf", file, "--record", id, "--quiet").out.endswith("2 pages.\n")
    assert file.read_bytes().startswith(b"%PDF")
    assert run("export", own, "pdf", file, "--record", id, "--page", 2, "--quiet").out.endswith("1 page.\n")
    run("note", own, id, "Signed twice?")
    run("tag", own, id, "--add", "to cite")
    ran = run("export", own, "pdf", file, "--record", id, "--quiet")
    assert ran.out.endswith("2 pages. It tells 1 note and 1 tag too; --without-notes leaves them out.\n")
    assert run("export", own, "pdf", file, "--record", id, "--without-notes", "--quiet").out.endswith("2 pages.\n")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("pdf", "x.pdf"), "of one record"),
        (("xlsx", "x.xlsx", "--record", "R00001"), "Single records are written as"),
        (("pdf", "x.pdf", "--record", "R09999"), "no record R09999"),
    ],
)
def test_what_cannot_be_written_is_said(run: Run, own: Path, tmp_path: Path, words: tuple[str, ...], told: str) -> None:
    ran = run("export", own, words[0], tmp_path / words[1], *words[2:])
    assert told in ran.err
    assert ran.status == 2
