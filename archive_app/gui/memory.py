"""Memory that a window would hold on to for a whole day, and nobody has any use for."""

from __future__ import annotations

import ctypes
import linecache
import sys
from typing import Final

#: The option of mallopt that says how many arenas there are, as the C library of Linux numbers it.
_ARENAS: Final = -8


def spare() -> None:
    """To be called when everything is loaded, before there are threads."""
    # Qt has had the source of every module read that was loaded after it; Python keeps all its lines.
    linecache.clearcache()
    if sys.platform == "linux":
        _share_one_arena()


def _share_one_arena() -> None:
    """All threads take memory from one place, where what one of them gave back serves the next.

    Left alone the C library makes each thread a place of its own; Python lets one thread work at a time, so that they
    would never stand in one another's way.
    """
    options = getattr(ctypes.CDLL(None), "mallopt", None)
    if options is not None:  # other C libraries have none
        options(_ARENAS, 1)
