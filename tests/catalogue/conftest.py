"""A catalogue of its own for each test that asks for one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from archive_app.catalogue import FILENAME, Catalogue


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the catalogue of a test lies; nothing is there yet."""
    return tmp_path / FILENAME


@pytest.fixture
def catalogue(path: Path) -> Iterator[Catalogue]:
    with Catalogue.create(path) as created:
        yield created
