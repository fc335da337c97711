"""Commands as they are typed, run in this process, on an archive of seven records."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from archive_app import bootstrap
from archive_app.cli.commands import run_command
from tests.services import making


@dataclass(frozen=True)
class Ran:
    """What a command printed, and its exit status."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Its output, all of which must be one JSON value."""
        return json.loads(self.out)


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command line and gives what it printed; a traceback or more than a sentence on failure fails the test."""

    def ran(*words: object) -> Ran:
        capsys.readouterr()
        status = run_command([str(word) for word in words], lambda _: pytest.fail("a window was opened"))
        said = capsys.readouterr()
        assert "Traceback" not in said.out + said.err
        return Ran(status, said.out, said.err)

    return ran


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an archive that tests only read."""
    return making.prepare(tmp_path_factory.mktemp("cli"))


@pytest.fixture
def own(made: Path, tmp_path: Path) -> Path:
    """A copy of it for a test that writes."""
    return Path(shutil.copytree(made, tmp_path / "archive"))


@pytest.fixture(scope="session")
def ids(made: Path) -> dict[str, str]:
    """Record ids by file name."""
    with bootstrap.opened(made) as archive:
        return making.by_name(archive)
