"""The words of the drawn pages that a person selects: dragged over with the pointer, gone over with the keys."""

from __future__ import annotations

from bisect import bisect_right

from PySide6.QtCore import QObject, QPointF, Signal

from archive_app.domain.evidence import Evidence
from archive_app.gui.models import word_selection
from archive_app.gui.models.spans import Mark
from archive_app.gui.models.word_selection import Step, WordSelection
from archive_app.gui.views.page.sheets import Sheets


class Selecting(QObject):
    """``changed(evidence)`` with other words, None when they are let go. Points are those of the viewport."""

    changed = Signal(object)

    def __init__(self, sheets: Sheets, parent: QObject) -> None:
        super().__init__(parent)
        self._sheets = sheets
        #: Where a drag began, None where none is under way.
        self._from: WordSelection | None = None
        self.selection: WordSelection | None = None
        self.words: Evidence | None = None

    def forget(self) -> None:
        """For other pages: nothing is selected, which nobody needs to be told."""
        self._from = self.selection = self.words = None

    def select(self, selection: WordSelection | None) -> None:
        """Words of a page, or none."""
        self.selection = selection
        words = selection.evidence(self._sheets.pages) if selection else None
        if words != self.words:
            self.words = words
            self.changed.emit(words)

    def word_here(self, point: QPointF) -> WordSelection | None:
        at = self._sheets.word_at(point)
        return WordSelection(at[0], at[1], at[1]) if at else None

    # With the pointer ------------------------------------------------------------------------------------------

    @property
    def dragging(self) -> bool:
        return self._from is not None

    def begin(self, point: QPointF) -> None:
        """A drag begins here, and what was selected is let go."""
        self._from = self.word_here(point)
        self.select(None)

    def go_on(self, point: QPointF) -> None:
        """What is selected goes on to here, or begins here where nothing is."""
        if self.selection is None:
            self.begin(point)
        else:
            self._from = self.selection
            self.drag(point)

    def drag(self, point: QPointF) -> None:
        """Words of the page where the drag began."""
        to, begun = self._sheets.word_at(point), self._from
        if begun and to and to[0] == begun.page and (to[1] != begun.anchor or self.words):
            self.select(begun.to(to[1]))

    def take_word(self, point: QPointF) -> None:
        """The word here, from which a drag may go on."""
        self._from = self.word_here(point)
        self.select(self._from)

    def let_go(self) -> None:
        """The drag is over."""
        self._from = None

    # With the keys ---------------------------------------------------------------------------------------------

    def take_page(self, index: int) -> None:
        """All words of the page at that place among the pages."""
        if self._sheets.pages:
            self.select(word_selection.whole_page(self._sheets.pages, index))

    def step(self, step: Step, extend: bool, index: int, chosen: Mark | None) -> None:
        """From the words selected; else the first word of a mark on the page at that place, or of the page."""
        now = self.selection
        self.select(now.stepped(self._sheets.pages, step, extend) if now else self._beginning(index, chosen))

    def _beginning(self, index: int, chosen: Mark | None) -> WordSelection | None:
        if not self._sheets.pages:
            return None
        words = self._sheets.pages[index].words
        word = bisect_right(words.ends, chosen.start) if chosen else 0
        return WordSelection(index, word, word) if word < len(words) else None
