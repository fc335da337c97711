"""What can be wrong with an index, and where damage is told from mistakes."""

from __future__ import annotations

import pickle
import struct
from collections.abc import Iterator
from contextlib import contextmanager

from archive_app.errors import ConvenioError

#: Everything that reading bytes which are not what they should be can raise, down in the engine.
_DAMAGE = (
    ArithmeticError, AssertionError, AttributeError, EOFError, ImportError, LookupError, MemoryError, NameError,
    OSError, TypeError, ValueError, pickle.UnpicklingError, struct.error,
)  # fmt: skip


class IndexUnusable(ConvenioError):
    """The index is missing, damaged or of another version. It is made anew from the catalogue."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"The search index cannot be used: {reason}. Make it anew with reindex.")
        self.reason = reason


@contextmanager
def damage_makes_unusable(reason: str) -> Iterator[None]:
    """Turns what unreadable bytes raise into IndexUnusable. Meant for reading files only, never for whole searches."""
    try:
        yield
    except _DAMAGE as error:
        raise IndexUnusable(f"{reason} ({type(error).__name__})") from error
