"""What can be wrong with an index, and where damage is told from mistakes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from archive_app.errors import ConvenioError


class IndexUnusable(ConvenioError):
    """The index is missing, damaged or of another version. It is made anew from the catalogue."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"The search index cannot be used: {reason}. Make it anew with reindex.")
        self.reason = reason

    def __reduce__(self) -> tuple[type[IndexUnusable], tuple[str]]:
        return IndexUnusable, (self.reason,)


@contextmanager
def damage_makes_unusable(reason: str) -> Iterator[None]:
    """Turns what unreadable bytes raise into IndexUnusable. Meant for reading files only, never for whole searches."""
    try:
        yield
    except ConvenioError:
        raise
    except Exception as error:  # garbage in the engine's pickles and its own checks raise anything
        raise IndexUnusable(f"{reason} ({type(error).__name__})") from error
