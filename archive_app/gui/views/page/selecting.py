"""The words of the drawn pages that a person selects: dragged over with the pointer, gone over with the keys."""

from __future__ import annotations

from bisect import bisect_right

from PySide6.QtCore import QObject, QPointF, Signal

from archive_app.domain.evidence import Box
from archive_app.gui.models.page import word_selection
from archive_app.gui.models.page.marks import Mark
from archive_app.gui.models.page.passage import Passage
from archive_app.gui.models.page.word_selection import Place, Step, WordSelection
from archive_app.gui.views.page.sheets import Sheets


class Selecting(QObject):
    """``changed(passage)`` with other words, None when they are let go. Points are those of the viewport."""

    changed = Signal(object)

    def __init__(self, sheets: Sheets, parent: QObject) -> None:
        super().__init__(parent)
        self._sheets = sheets
        #: Where a drag began, None where none is under way.
        self._from: Place | None = None
        #: Where the pointer was put down last.
        self._last: Place | None = None
        self.selection: WordSelection | None = None
        self.words: Passage | None = None

    def forget(self) -> None:
        """For other pages: nothing is selected, which nobody needs to be told."""
        self._from = self._last = self.selection = self.words = None

    def select(self, selection: WordSelection | None) -> None:
        """Words of one page or several, or none."""
        if selection == self.selection:
            return
        self.selection = selection
        self.words = selection.passage(self._sheets.pages, self._sheets.columns) if selection else None
        self.changed.emit(self.words)

    def boxes(self, page: int) -> tuple[Box, ...]:
        """A box for each line selected on a page, by its number."""
        parts = self.words.parts if self.words else ()
        return tuple(box for part in parts if part.page.number == page for box in part.evidence.boxes)

    # With the pointer ------------------------------------------------------------------------------------------

    @property
    def dragging(self) -> bool:
        return self._from is not None

    def begin(self, point: QPointF) -> None:
        """A drag begins here, and what was selected is let go."""
        self._from = self._last = self._sheets.nearest(point)
        self.select(None)

    def go_on(self, point: QPointF) -> None:
        """What is selected goes on to here, from the last click where nothing is."""
        self._from = self.selection.anchor if self.selection else self._last
        if self._from is None:
            self.begin(point)
        else:
            self.drag(point)

    def drag(self, point: QPointF) -> None:
        """The words from where the drag began to here, whatever page that is."""
        to = self._sheets.nearest(point, self._from)
        if self._from and to and (to != self._from or self.words):
            self.select(WordSelection(self._from, to))

    def take_word(self, point: QPointF) -> None:
        """The word here, from which a drag may go on."""
        self._from = self._last = at = self._sheets.word_at(point)
        self.select(WordSelection(at, at) if at else None)

    def let_go(self) -> None:
        """The drag is over."""
        self._from = None

    # With the keys ---------------------------------------------------------------------------------------------

    def take_all(self) -> None:
        """All words of the record."""
        self.select(word_selection.whole_record(self._sheets.pages))

    def step(self, step: Step, extend: bool, index: int, chosen: Mark | None) -> None:
        """From the words selected; else the first word of a mark on the page at that place, or of the page."""
        now = self.selection
        self.select(now.stepped(self._sheets.pages, step, extend) if now else self._beginning(index, chosen))

    def _beginning(self, index: int, chosen: Mark | None) -> WordSelection | None:
        if not self._sheets.pages:
            return None
        words = self._sheets.pages[index].words
        word = bisect_right(words.ends, chosen.start) if chosen else 0
        return WordSelection((index, word), (index, word)) if word < len(words) else None
