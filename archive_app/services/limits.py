"""What a worker process may spend on one file before it is stopped."""

from __future__ import annotations

from typing import NamedTuple


class Limits(NamedTuple):
    """Seconds of wall time and megabytes of memory for one item."""

    seconds: float
    megabytes: int


READING = Limits(seconds=120, megabytes=1500)
DESCRIBING = Limits(seconds=60, megabytes=1500)
RENDERING = Limits(seconds=20, megabytes=1500)
#: For one page; the engine's models take most of the memory.
RECOGNISING = Limits(seconds=240, megabytes=3000)
