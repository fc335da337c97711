"""Folders that never answer: who asks is told, and is not held up for ever."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from archive_app.accession import patience
from archive_app.accession.patience import patiently, require_answer
from archive_app.errors import ConvenioError, UsageError


def test_what_is_answered_comes_back(tmp_path: Path) -> None:
    assert patiently(lambda: sorted(tmp_path.iterdir()), tmp_path) == []


def test_nothing_is_an_answer_too(tmp_path: Path) -> None:
    assert patiently(lambda: None, tmp_path) is None


@pytest.mark.parametrize("fault", [PermissionError("No."), UsageError("Not this.")])
def test_what_asking_raises_is_raised(fault: Exception, tmp_path: Path) -> None:
    def ask() -> None:
        raise fault

    with pytest.raises(type(fault)) as raised:
        patiently(ask, tmp_path)
    assert raised.value is fault


def test_a_folder_that_says_nothing_is_named(tmp_path: Path) -> None:
    for_ever = threading.Event()
    with pytest.raises(ConvenioError, match=f"{tmp_path} does not answer; see that its disk or network is there"):
        patiently(for_ever.wait, tmp_path, seconds=0.05)
    for_ever.set()


def test_a_fault_of_the_disk_is_an_answer(tmp_path: Path) -> None:
    require_answer(tmp_path)
    require_answer(tmp_path / "gone")


def test_how_long_is_waited_stands_in_one_place_and_is_half_a_minute_at_most() -> None:
    assert patience.DOUBT + patience.PATIENCE < 30
    assert patience.LISTING <= 30
