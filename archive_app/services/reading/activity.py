"""What every kind of work behind the text has in common."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import Protocol

from archive_app.domain.record import Work
from archive_app.services.archive import Archive


class Activity(Protocol):
    """One kind of work. ``stage`` is what progress calls it."""

    work: Work
    stage: str

    def carry_out(self, archive: Archive, ids: Iterator[str], jobs: int) -> Generator[str, None, None]:
        """Does the work for each record and takes it from the queue once what came of it is kept.

        Gives each id as it is done, though not all is kept before the generator is closed. ``ids`` may have more to
        give after it had nothing.
        """
