"""What every test stands on: no display, no settings of the person who runs it, and no warning unseen."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

# Before anything imports Qt, which reads it once.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("here", deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("here"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


@pytest.fixture(autouse=True)
def home_of_its_own(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings, data and caches go to an empty folder, so no test sees or changes those of the person who runs it."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    for kind in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(home / kind.lower()))


@pytest.fixture(autouse=True)
def no_unexpected_log(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A warning or error in the log fails the test, unless the test is marked with ``expected_log(pattern)``."""
    yield
    expected = [re.compile(marker.args[0]) for marker in request.node.iter_markers("expected_log")]
    records = caplog.get_records("setup") + caplog.get_records("call")
    told = [record.getMessage() for record in records if record.levelno >= logging.WARNING]
    unexpected = [message for message in told if not any(pattern.search(message) for pattern in expected)]
    if unexpected:
        pytest.fail("logged without the test expecting it:\n" + "\n".join(unexpected), pytrace=False)
