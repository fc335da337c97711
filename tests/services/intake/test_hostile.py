"""Files made to do harm, taken in as any others: each has its fate, none hurts the archive, nothing gets out."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from archive_app import bootstrap
from archive_app.services import records
from archive_app.services.intake import accessioning
from archive_app.services.preservation.verifying import verify
from tests import hostile_files
from tests.services.making import add, by_name

ROOT = Path(__file__).resolve().parents[3]
#: Fails whatever opens a connection, or starts another program, in this process or in a worker of it.
WATCH = """
import os, sys
def watch(event, arguments):
    calls = event in ("socket.connect", "socket.getaddrinfo", "socket.sendto", "os.system", "os.posix_spawn", "os.exec")
    if calls or (event == "subprocess.Popen" and "multiprocessing" not in str(arguments)):
        with open(os.environ["WATCHED"], "a") as told:
            print(event, arguments, file=told)
sys.addaudithook(watch)
"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile") / "papers"
    folder.mkdir()
    for name, (make, _) in hostile_files.FATES.items():
        make(folder / name)
    return folder


def test_each_has_its_fate_and_nothing_leaves_the_machine(hostile: Path, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(WATCH, encoding="utf-8")
    watched, root = tmp_path / "watched", tmp_path / "archive"
    bootstrap.create(root)
    command = [sys.executable, "main.py", "add", str(root), str(hostile), "--inside-zip", "--ocr", "never", "--json"]
    path = {"PYTHONPATH": str(tmp_path), "WATCHED": str(watched)}
    ran = subprocess.run(command, cwd=ROOT, env={**os.environ, **path}, capture_output=True, timeout=110)
    assert ran.stderr.count(b"Traceback") == 0
    told = json.loads(ran.stdout)
    refused = {Path(failure["file"]).name: failure["cause"] for failure in told["failures"]}
    for name, (_, cause) in hostile_files.FATES.items():
        assert (name in refused) is bool(cause), f"{name}: {refused.get(name)}"
        assert cause in refused.get(name, ""), name
    assert told["found"] == told["added"] + told["duplicates"] + told["skipped"] + told["failed"]
    assert not watched.exists(), watched.read_text(encoding="utf-8")
    with bootstrap.opened(root, writable=True) as archive:
        assert verify(archive).sound
        ids = by_name(archive)
        text = {name: " ".join(page.text for page in records.pages_of(archive, ids[name]))
                for name in ("script.pdf", "reads.docx", "paths.docx", "template.docx", "home.html",
                             "seen.eml")}  # fmt: skip
        assert all(hostile_files.WORDS in words for words in text.values())
        assert "root:" not in text["reads.docx"]
        assert {"outside.txt", "core.txt"} & set(ids) == {"outside.txt"}
    assert list(tmp_path.rglob("outside*")) == []


@pytest.mark.skipif(sys.platform != "linux", reason="such names and files exist there alone")
def test_names_and_things_that_are_no_files(tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    names = ["two\nlines\x1b[31m.txt", "x" * 251 + ".txt", "\u202etxt.exe.txt", os.fsdecode(b"caf\xe9.txt"),
             "=HYPERLINK(1).txt", "'; DROP TABLE record; --.txt", "<b>bold<br>.txt"]  # fmt: skip
    for number, name in enumerate(names):
        (folder / name).write_text(f"A note, number {number}.", encoding="utf-8")
    os.mkfifo(folder / "pipe.txt")
    (folder / "device.txt").symlink_to("/dev/zero")
    (folder / "round").symlink_to(folder)
    bootstrap.create(tmp_path / "archive")
    with bootstrap.opened(tmp_path / "archive", writable=True) as archive:
        intake = add(archive, folder)
        assert (intake.found, intake.added, intake.skipped) == (10, 7, 3)
        assert {"two\\x0alines\\x1b[31m.txt", "caf\\xe9.txt", "'; DROP TABLE record; --.txt"} <= set(by_name(archive))
        assert verify(archive).sound
        named = accessioning.add(archive, [folder / "pipe.txt", Path("/dev/zero")], jobs=0)
        assert [reason for _, reason in named.skips] == ["It is a device or a pipe, not a file."] * 2
