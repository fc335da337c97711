"""new, add, extract, sample."""

from __future__ import annotations

import json
import os
import signal
import sys
from pathlib import Path

import pytest

from archive_app import bootstrap, paths
from archive_app.catalogue.writer_lock import WriterLock
from archive_app.cli.progress import Stoppable, stopping
from archive_app.services.reading.extracting import KEYS
from tests import builders
from tests.cli.conftest import Run


def test_new_makes_an_archive_once(run: Run, tmp_path: Path) -> None:
    root = tmp_path / "deep" / "archive"
    assert run("new", root, "--title", "Cranes").status == 0
    with bootstrap.opened(root) as archive:
        assert archive.title == "Cranes"
    again = run("new", root)
    assert (again.status, "is an archive already" in again.err) == (3, True)


def test_new_leaves_a_folder_of_other_things_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Mine.", encoding="utf-8")
    ran = run("new", tmp_path)
    assert (ran.status, "holds other things" in ran.err) == (3, True)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_add_prints_the_shape_of_the_contract(run: Run, tmp_path: Path) -> None:
    root, papers = tmp_path / "archive", tmp_path / "papers"
    papers.mkdir()
    builders.make_pdf(papers / "a.pdf", "A crane in the yard.")
    (papers / "b.txt").write_bytes(b"")
    (papers / "c.bin").write_bytes(b"\x7fELF\x00\x01")
    run("new", root)
    ran = run("add", root, papers, "--jobs", 1, "--json")
    told = ran.json
    assert ran.status == 1
    assert (told["found"], told["added"], told["duplicates"], told["skipped"], told["failed"]) == (3, 1, 0, 1, 1)
    assert set(told["failures"][0]) == {"file", "stage", "cause", "remedy"}
    assert 0 < told["searchable_seconds"] <= told["seconds"]
    assert run("search", root, "crane", "--json").json["total"] == 1
    assert (run("add", root, papers / "a.pdf", "--jobs", 1, "--json").status) == 0


def test_add_for_people_tells_the_sum_and_each_failure(run: Run, tmp_path: Path) -> None:
    (tmp_path / "none.pdf").write_bytes(b"")
    run("new", tmp_path / "archive")
    ran = run("add", tmp_path / "archive", tmp_path / "none.pdf")
    assert ran.status == 1
    assert ran.out.startswith("1 found = 0 added + 0 duplicates + 0 skipped + 1 failed")
    assert "failed  none.pdf: The file is empty." in ran.out
    assert "reading: 1" in ran.err


def test_quiet_says_nothing_on_standard_error(run: Run, tmp_path: Path) -> None:
    (tmp_path / "none.pdf").write_bytes(b"")
    run("new", tmp_path / "archive")
    assert run("add", tmp_path / "archive", tmp_path / "none.pdf", "--quiet").err == ""


def test_add_of_what_is_not_there(run: Run, own: Path) -> None:
    ran = run("add", own, own.parent / "nowhere.pdf", "--json")
    assert (ran.status, ran.out) == (2, "")
    assert "There is no file or folder" in ran.err


@pytest.mark.parametrize("words", [("add", "x.pdf"), ("list",), ("show", "R1"), ("set", "R1", "kind", "report"),
                                   ("search", "x"), ("agreements",), ("coverage",), ("verify",), ("reindex",),
                                   ("export", "json", "x"), ("timeline", "--agency", "A", "-o", "x.svg")])  # fmt: skip
@pytest.mark.parametrize("content", [None, "letter.txt"])
def test_no_archive_is_told_by_every_command(
    words: tuple[str, ...], content: str | None, run: Run, tmp_path: Path
) -> None:
    place = tmp_path / "place"
    if content:
        place.mkdir()
        (place / content).write_text("Mine.", encoding="utf-8")
    ran = run(words[0], place, *words[1:])
    assert (ran.status, ran.out) == (3, "")
    assert ("is not a Convenio archive" if content else "does not exist") in ran.err


def test_a_second_writer_is_told_while_readers_go_on(run: Run, own: Path, tmp_path: Path) -> None:
    paper = builders.make_pdf(tmp_path / "late.pdf", "Late.")
    with WriterLock(own):
        for words in (("add", own, paper), ("set", own, "R00001", "kind", "report"), ("reindex", own)):
            ran = run(*words)
            assert (ran.status, ran.out) == (4, "")
            assert "is being written to by another program" in ran.err
            assert len(ran.err.splitlines()) == 1
        assert run("search", own, "trenches", "--json").json["total"] == 2
        assert run("verify", own, "--json").status == 0
        assert len(run("list", own, "--json").json) == 7
    assert run("reindex", own).status == 0


def test_extract_prints_an_object_a_line_in_the_order_given(run: Run, tmp_path: Path) -> None:
    good = [builders.make_pdf(tmp_path / f"{name}.pdf", f"Paper {name}.") for name in "ba"]
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 nothing")
    files = [good[0], broken, tmp_path / "nowhere.pdf", good[1]]
    ran = run("extract", *files, "--json", "--jobs", 2)
    told = [json.loads(line) for line in ran.out.splitlines()]
    assert ran.status == 1
    assert [one["file"] for one in told] == [str(file) for file in files]
    assert all({"file", "error", *KEYS} <= set(one) for one in told)
    assert [one["error"] is None for one in told] == [True, False, False, True]
    assert all(told[1][key] is None for key in KEYS)
    assert (told[0]["pages"], told[0]["ocr_pages"], told[0]["media_type"]) == (1, 0, "application/pdf")
    assert run("extract", good[0], "--jobs", 1).status == 0


def test_sample_makes_the_archive_and_makes_it_once(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    specimens = tmp_path / "specimens"
    specimens.mkdir()
    builders.make_pdf(specimens / "a.pdf", "A specimen.")
    monkeypatch.setattr(paths, "specimens", lambda: specimens)
    first = run("sample", tmp_path / "archive", "--no-window", "--jobs", 1)
    assert (first.status, "It holds 1 record and 0 agreements." in first.out) == (0, True)
    second = run("sample", tmp_path / "archive", "--no-window", "--jobs", 1)
    assert "1 found = 0 added + 1 duplicates" in second.out


def test_the_first_interrupt_asks_to_stop_and_the_second_ends() -> None:
    progress = Stoppable()
    with stopping(progress):
        os.kill(os.getpid(), signal.SIGINT)
        assert progress.cancelled
        with pytest.raises(KeyboardInterrupt):
            os.kill(os.getpid(), signal.SIGINT)
    with pytest.raises(KeyboardInterrupt):
        os.kill(os.getpid(), signal.SIGINT)


def test_what_is_no_file_is_told_as_what_it_is(run: Run, tmp_path: Path) -> None:
    lines = run("extract", tmp_path, os.devnull, tmp_path / "none.pdf", "--json", "--jobs", 1).out.splitlines()
    folder, device, none = (json.loads(line)["error"] for line in lines)
    assert "is a folder" in folder
    assert "is a device" in device
    assert "There is no file" in none


def test_add_tells_of_the_pictures_of_what_it_took_in_alone(run: Run, tmp_path: Path) -> None:
    run("new", tmp_path / "archive")
    builders.make_image(tmp_path / "scan.png", "Signed in Austin")
    (tmp_path / "note.txt").write_text("Nothing here is a picture.", encoding="utf-8")
    first = run("add", tmp_path / "archive", tmp_path / "scan.png", "--ocr", "never", "--json").json
    assert len(first["ocr"]["unread"]) == 1
    assert run("add", tmp_path / "archive", tmp_path / "note.txt", "--json").json["ocr"]["unread"] == []
    again = run("add", tmp_path / "archive", tmp_path / "note.txt", "--json").json
    assert (again["duplicates"], again["ocr"]["unread"]) == (1, [])


def test_where_files_lay_is_remembered_from_wherever_they_were_named(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "a.txt").write_text("A crane in the yard.", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    run("new", "archive")
    assert run("add", "archive", "papers").status == 0
    monkeypatch.chdir("/")
    told = run("show", tmp_path / "archive", "R00001", "--json").json
    assert told["places"] == [str(tmp_path / "papers" / "a.txt")]


def test_a_sentence_of_a_name_with_line_breaks_is_one_line(run: Run, tmp_path: Path) -> None:
    ran = run("add", tmp_path / "a", tmp_path / "two\nlines")
    assert (ran.status, len(ran.err.splitlines())) == (3, 1)
    run("new", tmp_path / "a")
    ran = run("add", tmp_path / "a", tmp_path / "two\nlines")
    assert (ran.status, len(ran.err.splitlines())) == (2, 1)


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_that_leads_round_to_itself_is_told(run: Run, own: Path, tmp_path: Path) -> None:
    (tmp_path / "round").symlink_to(tmp_path / "round")
    added = run("add", own, tmp_path / "round", "--json")
    assert (added.status, added.json["skipped"], len(added.json["skips"])) == (0, 1, 1)
    for words in (("watch", own, tmp_path / "round"), ("backup", own, "--to", tmp_path / "round"),
                  ("extract", tmp_path / "round", "--quiet")):  # fmt: skip
        ran = run(*words)
        assert ran.status in (1, 2), words
        assert len((ran.err or ran.out).splitlines()) <= 2
    assert run("export", own, "csv", tmp_path / "round").status == 0
    assert (tmp_path / "round").is_file()


def test_a_title_is_one_line(run: Run, tmp_path: Path) -> None:
    run("new", tmp_path / "a", "--title", "  Cranes\nand  ladders ")
    with bootstrap.opened(tmp_path / "a") as archive:
        assert archive.title == "Cranes and ladders"
