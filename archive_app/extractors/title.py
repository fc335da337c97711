"""The paper's title."""

from __future__ import annotations

from collections.abc import Iterable

from archive_app.domain.fact import Fact
from archive_app.extractors.context import Reading


def find(reading: Reading) -> Iterable[Fact]:
    """Nothing yet."""
    return ()
