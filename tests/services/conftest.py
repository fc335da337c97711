"""An archive made once, and a copy of it for each test, which it may change as it likes."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive_app import bootstrap
from archive_app.services.archive import Archive
from tests.services import making


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an archive of seven records, described with the facts of ``making``."""
    return making.prepare(tmp_path_factory.mktemp("prepared"))


@pytest.fixture
def root(prepared: Path, tmp_path: Path) -> Path:
    """A copy of the prepared archive's folder."""
    return Path(shutil.copytree(prepared, tmp_path / "archive"))


@pytest.fixture
def archive(root: Path) -> Iterator[Archive]:
    """The copy, open for writing."""
    with bootstrap.opened(root, writable=True) as opened:
        yield opened


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Archive]:
    """A new archive, open for writing."""
    bootstrap.create(tmp_path / "empty")
    with bootstrap.opened(tmp_path / "empty", writable=True) as opened:
        yield opened
