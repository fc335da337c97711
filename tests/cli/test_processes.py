"""What only a process of its own can show: what it loads, what it does when its reader leaves or it is interrupted."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from archive_app import bootstrap
from archive_app.cli.commands import run_command
from archive_app.services.preservation.verifying import verify
from archive_app.services.search import searching
from archive_app.services.sharing.exporting import FORMATS
from tests import builders
from tests.services.making import add

ROOT = Path(__file__).resolve().parents[2]
LOADED = """
import sys
from archive_app.__main__ import main
status = main(sys.argv[1:])
heavy = ("PySide6", "pdfplumber", "pypdfium2", "openpyxl", "reportlab", "docx", "lxml", "PIL", "multiprocessing",
         "archive_app.extractors")
print(*(name for name in heavy if name in sys.modules), file=sys.stderr)
sys.exit(status)
"""


def test_searching_loads_neither_window_nor_readers(made: Path) -> None:
    ran = subprocess.run([sys.executable, "-c", LOADED, "search", str(made), "trenches", "--json"], cwd=ROOT,
                         capture_output=True, text=True, encoding="utf-8", timeout=60, check=True)  # fmt: skip
    assert json.loads(ran.stdout)["total"] == 2
    assert ran.stderr == "\n"


def test_a_reader_that_goes_away_is_no_fault(made: Path, ids: dict[str, str]) -> None:
    command = [sys.executable, "main.py", "show", str(made), ids["alliance 2010.pdf"]]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 0


def test_output_is_utf8_whatever_the_system_speaks(made: Path) -> None:
    ran = subprocess.run([sys.executable, "main.py", "list", str(made), "--json"], cwd=ROOT, capture_output=True,
                         env={**os.environ, "PYTHONIOENCODING": "ascii"}, timeout=60, check=True)  # fmt: skip
    assert len(json.loads(ran.stdout.decode("utf-8"))) == 7


@pytest.mark.skipif(sys.platform != "linux", reason="what a process has started is told there alone")
@pytest.mark.parametrize("awake", [False, True])
def test_an_interrupt_reaches_processes_that_are_just_starting(awake: bool, own: Path, tmp_path: Path) -> None:
    """As from a keyboard: every process of the terminal hears it, and none may complain."""
    slow = "import time, sys; time.sleep(2 if 'multiprocessing.spawn' in ' '.join(sys.orig_argv) else 0)"
    (tmp_path / "sitecustomize.py").write_text(slow, encoding="utf-8")
    (tmp_path / "late.txt").write_text("A late note.", encoding="utf-8")
    command = [sys.executable, "main.py", "add", str(own), str(tmp_path / "late.txt"), "--json"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
                          env={**os.environ, "PYTHONPATH": str(tmp_path)}) as process:  # fmt: skip
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
        until = time.monotonic() + 60
        while time.monotonic() < until and len(children.read_text(encoding="ascii").split()) < 2:
            time.sleep(0.02)
        time.sleep(0.3 if awake else 0.0)
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, b"Traceback" in err) == (130, False)
    assert json.loads(out)["cancelled"] is True
    with bootstrap.opened(own) as archive:
        assert verify(archive).sound


INTERRUPTED = """
import sys
class Interrupting:
    def find_spec(self, name, path=None, target=None):
        if name == "archive_app.cli.parser":
            raise KeyboardInterrupt
sys.meta_path.insert(0, Interrupting())
"""


def test_an_interrupt_while_the_program_is_loaded_is_told_as_any_other(made: Path, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(INTERRUPTED, encoding="utf-8")
    ran = subprocess.run([sys.executable, "main.py", "list", str(made)], cwd=ROOT, capture_output=True, text=True,
                         env={**os.environ, "PYTHONPATH": str(tmp_path)}, timeout=60)  # fmt: skip
    assert (ran.returncode, ran.stdout, len(ran.stderr.splitlines())) == (130, "", 1)


@pytest.mark.skipif(sys.platform == "win32", reason="shells there cannot close a stream")
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-"])
def test_streams_that_were_closed_before_are_no_fault(closed: str, own: Path, tmp_path: Path) -> None:
    """Else a file of the archive takes the place of the stream, and what is said is written into it."""
    (tmp_path / "late.txt").write_text("A late note.", encoding="utf-8")
    command = f'"{sys.executable}" main.py add "{own}" "{tmp_path / "late.txt"}" --jobs 1 {closed}'
    ran = subprocess.run(command, cwd=ROOT, shell=True, capture_output=True, timeout=60)
    assert (ran.returncode, b"Traceback" in ran.stderr) == (0, False)
    with bootstrap.opened(own) as archive:
        assert verify(archive).sound
        assert searching.search(archive, "late").total == 1


def begin_adding(folder: Path, papers: int) -> subprocess.Popen[bytes]:
    """A process that takes papers in, as soon as it has kept a few of them."""
    (folder / "papers").mkdir()
    for number in range(papers):
        builders.make_pdf(folder / "papers" / f"{number:03}.pdf", f"Paper {number}.", "Another page.")
    archive = str(folder / "archive")
    subprocess.run([sys.executable, "main.py", "new", archive], cwd=ROOT, check=True, timeout=60)
    command = [sys.executable, "main.py", "add", archive, str(folder / "papers"), "--json", "--jobs", "1"]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    while len(originals(folder)) < 9 and process.poll() is None:
        time.sleep(0.01)
    return process


def originals(folder: Path) -> list[Path]:
    return list((folder / "archive" / "originals").glob("*/*.pdf"))


@pytest.mark.skipif(sys.platform == "win32", reason="interrupts are sent otherwise there")
def test_an_interrupt_keeps_what_is_finished_and_tells_it(tmp_path: Path) -> None:
    with begin_adding(tmp_path, 150) as process:
        process.send_signal(signal.SIGINT)
        out, _ = process.communicate(timeout=60)
    told = json.loads(out)
    assert process.returncode == 130
    assert told["cancelled"]
    assert told["found"] == 150 == told["added"] + told["skipped"]
    assert len(originals(tmp_path)) == told["added"]


def test_a_program_that_is_killed_leaves_a_whole_archive_behind(tmp_path: Path) -> None:
    with begin_adding(tmp_path, 40) as process:
        process.kill()
    with bootstrap.opened(tmp_path / "archive") as archive:
        held = archive.catalogue.records.count()
        assert searching.search(archive, "paper").total == held
        result = verify(archive)
        assert (result.missing, result.changed, result.not_in_index) == ((), (), ())
        assert len(originals(tmp_path)) == held + len(result.orphans)
    with bootstrap.opened(tmp_path / "archive", writable=True) as archive:
        again = add(archive, tmp_path / "papers")
        assert (again.added, again.duplicates) == (40 - held, held)
        assert verify(archive).sound


@pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="there is always a display there")
@pytest.mark.parametrize("words", [[], ["open"], ["open", "anywhere"]])
def test_without_a_display_the_window_is_one_sentence(words: list[str]) -> None:
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    bare = {name: held for name, held in os.environ.items() if name not in screens}
    ran = subprocess.run([sys.executable, "main.py", *words], cwd=ROOT, env=bare, capture_output=True, timeout=60)
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert ran.stderr.decode().splitlines() == [
        "There is no display to open the window on; “--help” tells what can be done in the terminal."
    ]


def test_the_help_of_open_opens_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        run_command(["open", "--help"], lambda _: pytest.fail("a window was opened"))
    assert "ARCHIVE" in capsys.readouterr().out


def test_the_help_of_export_names_every_format(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        run_command(["export", "--help"], None)
    told = set(re.split(r"[\s,]+", capsys.readouterr().out))
    assert set(FORMATS) <= told
