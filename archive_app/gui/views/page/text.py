"""A paper without pages of its own (mail, a web page, plain text), or the text of one that has: with the same marks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QMouseEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit, QWidget

from archive_app.domain.page import Transcript
from archive_app.gui import theme
from archive_app.gui.language import tr
from archive_app.gui.models.opened import Opened
from archive_app.gui.models.spans import Mark, Marking


class TextPages(QPlainTextEdit):
    """All pages' text below one another. ``pointed(fact)`` and ``noted(id)`` when marked words are clicked."""

    pointed = Signal(object)
    noted = Signal(int)
    selected = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(tr("page.text"))
        self.setViewportMargins(12, 0, 0, 0)
        self.document().setDocumentMargin(20)
        self._transcript = Transcript(())
        self._has_wide = False
        self._marks: list[Mark] = []
        self.selectionChanged.connect(self._tell_selected)

    def show_pages(self, opened: Opened | None) -> None:
        self._transcript = Transcript(opened.pages if opened else ())
        self._marks = []
        self.setFont(theme.font(serif=True))
        text = self._transcript.text
        self._has_wide = len(text.encode("utf-16-le", "surrogatepass")) > 2 * len(text)
        self.setPlainText(text)
        self.setExtraSelections([])

    def _tell_selected(self) -> None:
        cursor = self.textCursor()
        told = cursor.hasSelection() and self._transcript.pages and not self._has_wide
        words = self._transcript.evidence(cursor.selectionStart(), cursor.selectionEnd()) if told else None
        self.selected.emit(words)

    def set_marks(self, marks: Sequence[Mark]) -> None:
        self._marks = sorted(marks, key=lambda mark: mark.marking)
        self.setExtraSelections([made for mark in self._marks if (made := self._selection(mark))])

    def go_to(self, page: int, start: int = 0) -> None:
        """Scrolls to a place of a page's text."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._position(page, start))
        self.setTextCursor(cursor)
        self.centerCursor()

    @property
    def page(self) -> int:
        """The number of the page at the top, 0 for none."""
        if not self._transcript.pages:
            return 0
        return self._transcript.page_at(self.cursorForPosition(self.viewport().rect().topLeft()).position()).number

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        at = self.cursorForPosition(event.position().toPoint()).position()
        for mark in reversed(self._marks):
            bears = mark.fact is not None or mark.note is not None
            if bears and self._position(mark.page, mark.start) <= at <= self._position(mark.page, mark.end):
                self.pointed.emit(mark.fact) if mark.note is None else self.noted.emit(mark.note)
                return

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.set_marks(self._marks)

    def _position(self, page: int, offset: int) -> int:
        """Qt counts UTF-16 units where the text counts characters."""
        if not any(held.number == page for held in self._transcript.pages):
            return 0
        place = min(self._transcript.offset(page, offset), len(self._transcript.text))
        return place + (sum(letter > "\uffff" for letter in self._transcript.text[:place]) if self._has_wide else 0)

    def _selection(self, mark: Mark) -> QTextEdit.ExtraSelection | None:
        if mark.end <= mark.start:
            return None
        made = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._position(mark.page, mark.start))
        cursor.setPosition(self._position(mark.page, mark.end), QTextCursor.MoveMode.KeepAnchor)
        made.cursor = cursor
        made.format = _format(mark.marking)
        return made


def _format(marking: Marking) -> QTextCharFormat:
    scheme, made = theme.colours(), QTextCharFormat()
    if marking is Marking.HIT:
        made.setBackground(scheme.hit)
        made.setForeground(scheme.on_hit)
    elif marking is Marking.EVIDENCE:
        made.setBackground(theme.light(scheme.evidence, 60))
        made.setUnderlineColor(scheme.evidence)
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    elif marking is Marking.NOTE:
        made.setBackground(theme.light(scheme.note, 45))
        made.setUnderlineColor(scheme.note)
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    else:
        made.setBackground(theme.light(scheme.chosen, 90))
        made.setUnderlineColor(scheme.chosen)
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    return made

