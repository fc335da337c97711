"""Pages as pictures, drawn in a process of its own: what draws them is not safe in threads, and may hang or crash."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from archive_app.errors import ReadingError
from archive_app.services.limits import RENDERING

if TYPE_CHECKING:
    from archive_app.executor import Worker

#: Media types whose pages look like something; of all others the text is shown.
PICTURED = ("application/pdf", "image/")

Question = tuple[str, str, int, float]


@dataclass(frozen=True, slots=True)
class Picture:
    """A page drawn: size in pixels, and three bytes (red, green, blue) for each, row by row."""

    width: int
    height: int
    rgb: bytes


def is_pictured(media_type: str) -> bool:
    """Whether papers of this type are shown as drawn pages."""
    return media_type.startswith(PICTURED)


class PageRenderer:
    """Draws one page after the other, in a process that starts with the first. To be asked by one thread at a time."""

    def __init__(self, seconds: float = RENDERING.seconds) -> None:
        self._seconds = seconds
        self._worker: Worker[Question, tuple[int, int, bytes]] | None = None

    def render(self, path: Path, media_type: str, page: int, scale: float) -> Picture:
        """Page ``page`` (from 1) at ``scale`` pixels a point. Raises ReadingError where it cannot be drawn."""
        if self._worker is None:
            # What starts processes is loaded with the first page: the list stands before it.
            from archive_app.executor import Worker

            self._worker = Worker(_draw, self._seconds, RENDERING.megabytes)
        outcome = self._worker.call((str(path), media_type, page, scale))
        if outcome.result is None:
            raise ReadingError(
                "drawing", f"Page {page} of {path.name} cannot be drawn.", "Its text can be read all the same."
            )
        return Picture(*outcome.result)

    def close(self) -> None:
        """Ends the process."""
        if self._worker:
            self._worker.close()
            self._worker = None


def _draw(question: Question) -> tuple[int, int, bytes]:
    """Runs in the worker process, which alone pays for loading what draws."""
    from archive_app.readers.rendering import render_page

    path, media_type, page, scale = question
    return render_page(Path(path), media_type, page, scale)
