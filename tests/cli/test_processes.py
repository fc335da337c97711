"""What only a process of its own can show: what it loads, what it does when its reader leaves or it is interrupted."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests import builders

ROOT = Path(__file__).resolve().parents[2]
LOADED = """
import sys
from archive_app.__main__ import main
status = main(sys.argv[1:])
heavy = ("PySide6", "pdfplumber", "pypdfium2", "openpyxl", "reportlab", "docx", "lxml", "PIL", "multiprocessing")
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


@pytest.mark.skipif(sys.platform == "win32", reason="interrupts are sent otherwise there")
def test_an_interrupt_keeps_what_is_finished_and_tells_it(tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    for number in range(150):
        builders.make_pdf(papers / f"{number:03}.pdf", f"Paper {number}.", "Another page.")
    subprocess.run([sys.executable, "main.py", "new", str(tmp_path / "archive")], cwd=ROOT, check=True, timeout=60)
    command = [sys.executable, "main.py", "add", str(tmp_path / "archive"), str(papers), "--json", "--jobs", "1"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        kept = tmp_path / "archive" / "originals"
        while len(list(kept.glob("*/*.pdf"))) < 5 and process.poll() is None:
            pass
        process.send_signal(signal.SIGINT)
        out, _ = process.communicate(timeout=60)
    told = json.loads(out)
    assert process.returncode == 130
    assert told["cancelled"]
    assert told["found"] == 150 == told["added"] + told["skipped"]
    assert len(list(kept.glob("*/*.pdf"))) == told["added"]
