"""What is marked on the pages of the record that is shown, and which of the words found is at hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from archive_app.domain.evidence import Evidence
from archive_app.domain.fact import Fact
from archive_app.domain.page import Page
from archive_app.domain.record import Note
from archive_app.gui.models.description import notes
from archive_app.gui.models.description.opened import Opened
from archive_app.gui.models.page import marks
from archive_app.gui.models.page.marks import Mark, Marking


class Marked:
    """``at`` is which of the ``hits`` is at hand (from 0), None before any was gone to.

    ``chosen`` is what is marked strongly, ``notes`` are the record's notes and highlights.
    """

    def __init__(self, opened: Opened | None = None, facts: Iterable[Fact] = ()) -> None:
        self._pages: Sequence[Page] = opened.pages if opened else ()
        self._searched: Sequence[Mark] = opened.hits if opened else ()
        self.hits: Sequence[Mark] = self._searched
        self.at: int | None = None
        self.chosen: list[Mark] = []
        self.set_facts(facts)
        self.set_notes(opened.notes if opened else ())

    @property
    def every(self) -> list[Mark]:
        """All that is marked now."""
        return [*self._facts, *self.hits, *self.chosen, *self._noted]

    def set_facts(self, facts: Iterable[Fact]) -> None:
        self._facts = marks.evidence_marks(facts)

    def set_notes(self, held: Sequence[Note]) -> None:
        self.notes = held
        self._noted = notes.marks(held, self._pages)

    def find(self, found: Sequence[Mark], page: int) -> None:
        """Other hits in place of what a search found; the next one to be gone to is the first from this page on."""
        self.hits, self.chosen = found, []
        after = next((at for at, hit in enumerate(found) if hit.page >= page), 0)
        self.at = after - 1 if after else None

    def end_finding(self) -> None:
        """What a search found is marked again."""
        self.hits, self.at, self.chosen = self._searched, None, []

    def turn_to(self, page: int) -> Mark | None:
        """The first hit on a page, which is then at hand, where there is one."""
        self.at = next((at for at, mark in enumerate(self.hits) if mark.page == page), None)
        return None if self.at is None else self.hits[self.at]

    def step(self, step: int) -> Mark | None:
        """The next hit (1) or the one before (-1), the first or last where none is at hand; None behind the ends."""
        at = self.at + step if self.at is not None else 0 if step > 0 else len(self.hits) - 1
        if not 0 <= at < len(self.hits):
            return None
        self.at, hit = at, self.hits[at]
        self.chosen = [replace(hit, marking=Marking.CHOSEN)]
        return hit

    def choose(self, evidence: Evidence | None) -> None:
        """Marks a place strongly, None for no place."""
        self.chosen = [marks.of_evidence(evidence, Marking.CHOSEN)] if evidence else []
