"""Letters and containers whose attachments are still on their way in."""

from __future__ import annotations

from collections import Counter

from archive_app.catalogue import Catalogue
from archive_app.domain.record import Work


class Families:
    """Counts, for each record that holds others, those whose fate is open; at none left the catalogue is told.

    A program that is cut off before leaves the record in the queue, and the next one takes its attachments up again.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._open: Counter[str] = Counter()

    def expect(self, parent: str, children: int) -> None:
        self._open[parent] += children
        self._close_if_whole(parent)

    def settled(self, parent: str | None) -> None:
        """One of a record's attachments has its fate; nothing for what is attached to no record."""
        if parent is not None:
            self._open[parent] -= 1
            self._close_if_whole(parent)

    def _close_if_whole(self, parent: str) -> None:
        if self._open[parent] <= 0:
            del self._open[parent]
            self._catalogue.queue.done(Work.UNPACK, (parent,))
