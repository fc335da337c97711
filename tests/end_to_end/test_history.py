"""Agreements, chains, coverage and lapses of the specimens on their day: from their own facts, and as they are read."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from archive_app import bootstrap
from tests.end_to_end import as_written
from tests.end_to_end.history_misses import NONE, of_history
from tests.end_to_end.misses import told
from tests.end_to_end.sample import PICTURES, Sample


def test_history_follows_from_the_facts_in_the_papers(sample: Sample, tmp_path: Path) -> None:
    root = tmp_path / "as written"
    shutil.copytree(sample.archive.root, root)
    with bootstrap.opened(root, writable=True) as archive:
        as_written.put(archive, sample)
        found = of_history(Sample.of(archive, sample.intake), NONE)
    if found:
        pytest.fail(told(found), pytrace=False)


def test_history_follows_from_what_was_read(sample: Sample) -> None:
    found = of_history(sample, PICTURES)
    if found:
        pytest.fail(told(found), pytrace=False)
