"""self-test: every part passes here, and a part that fails is told and changes the exit status."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from archive_app import bootstrap
from archive_app.__main__ import as_command
from tests.cli.conftest import Run

ROOT = Path(__file__).resolve().parents[2]


def test_every_quick_part_passes(run: Run) -> None:
    ran = run("self-test", "--quick")
    verdicts = {line.split()[0]: line.split()[1] for line in ran.out.splitlines()[1:-1]}
    assert verdicts == dict.fromkeys(
        ("resources", "reading", "searching", "extracting", "exporting", "verifying"), "passed"
    )
    assert ran.status == 0
    assert ran.out.splitlines()[-1] == "The program is whole."
    assert ".csv .docx .eml .html .jpg .mbox .md .msg .pdf .png .txt .xlsx .zip" in ran.out


def test_a_part_that_is_missing_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "archive_app.exports.ead3", None)
    ran = run("self-test", "--quick")
    assert ran.status == 1
    (told,) = [line for line in ran.out.splitlines() if line.split()[1] == "FAILED"]
    assert told.startswith("exporting")
    assert "ead3" in told
    assert ran.out.splitlines()[-1] == "FAILED: 1 part of 6."


def test_the_window_is_tried_and_leaves_no_settings(tmp_path: Path) -> None:
    bootstrap.create(tmp_path / "archive")
    command = [sys.executable, "-m", "archive_app", "open", "--try", str(tmp_path / "archive")]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=100, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "places and every icon by Qt" in ran.stdout
    assert not list(Path(os.environ["XDG_CONFIG_HOME"]).rglob("*.toml"))


def test_a_window_that_cannot_open_the_archive_says_so(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "archive_app", "open", "--try", str(tmp_path / "none")]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=100, check=False)
    assert (ran.returncode, ran.stdout) == (1, "")
    assert "none does not exist" in ran.stderr


def test_what_a_desktop_hands_over_is_opened(tmp_path: Path) -> None:
    catalogue = tmp_path / "catalogue.sqlite"
    catalogue.touch()
    assert as_command([]) == ["open"]
    assert as_command([str(tmp_path)]) == ["open", str(tmp_path)]
    assert as_command([str(catalogue)]) == ["open", str(tmp_path)]
    assert as_command(["list", str(tmp_path)]) == ["list", str(tmp_path)]
    assert as_command(["--version"]) == ["--version"]
