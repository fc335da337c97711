"""How slow work tells how far it is, and learns that it should stop. Knows neither terminal nor window."""

from __future__ import annotations

from typing import Protocol

from archive_app.errors import Cancelled


class Progress(Protocol):
    """Told by the one who works; shown by a face."""

    def stage(self, name: str, total: int) -> None:
        """A new stage begins, with so many items (0 where unknown)."""

    def advance(self, item: str, done: int = 1) -> None:
        """``done`` more items of this stage are finished, the last of them named."""

    @property
    def cancelled(self) -> bool:
        """Whether the person asked to stop; the worker looks between items."""


class Silent:
    """Shows nothing, never cancels."""

    cancelled = False

    def stage(self, name: str, total: int) -> None:
        pass

    def advance(self, item: str, done: int = 1) -> None:
        pass


SILENT: Progress = Silent()


def check(progress: Progress) -> None:
    """Raises Cancelled where the person asked to stop."""
    if progress.cancelled:
        raise Cancelled("Stopped as you asked; everything finished so far is kept.")
