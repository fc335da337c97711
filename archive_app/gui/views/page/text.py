"""A paper without pages of its own (mail, a web page, plain text), or the text of one that has: with the same marks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QTextCharFormat,
    QTextCursor,
)  # fmt: skip
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit, QToolTip, QWidget

from archive_app.domain.page import Transcript
from archive_app.gui import theme
from archive_app.gui.language import tr
from archive_app.gui.models.description.opened import Opened
from archive_app.gui.models.page.marks import Mark, Marking
from archive_app.gui.models.page.passage import Passage
from archive_app.gui.theme import markers


class TextPages(QPlainTextEdit):
    """All pages' text below one another, with the signals that a drawn page has.

    Qt counts UTF-16 units where the text counts characters: letters beyond the first plane take two.
    """

    pointed = Signal(object)
    noted = Signal(int)
    selected = Signal(object)
    menu_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTextInteractionFlags(self.textInteractionFlags() | Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(tr("page.text"))
        self.setViewportMargins(12, 0, 0, 0)
        self.document().setDocumentMargin(20)
        self._transcript = Transcript(())
        self.telling: Callable[[Mark], str] = lambda mark: ""
        #: Where the letters stand that take two units, counted in letters and in units.
        self._wide: list[int] = []
        self._wide_units: list[int] = []
        self._marks: list[Mark] = []
        self.selectionChanged.connect(self._tell_selected)

    def show_pages(self, opened: Opened | None) -> None:
        self._transcript = Transcript(opened.pages if opened else ())
        self._marks = []
        self.setFont(theme.font(serif=True))
        text = self._transcript.text
        self._wide = [at for at, letter in enumerate(text) if letter > "\uffff"] if not text.isascii() else []
        self._wide_units = [at + number for number, at in enumerate(self._wide)]
        self.setPlainText(text)
        self.setExtraSelections([])

    def _tell_selected(self) -> None:
        """Without the blanks at the ends of what was dragged over, nothing where there is nothing else."""
        cursor = self.textCursor()
        start, end = self._letters(cursor.selectionStart()), self._letters(cursor.selectionEnd())
        self.selected.emit(Passage.of(self._transcript, start, end))

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
        top = self.cursorForPosition(self.viewport().rect().topLeft()).position()
        return self._transcript.page_at(self._letters(top)).number

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        mark = self._mark_at(event.position().toPoint())
        if mark:
            self.pointed.emit(mark.fact) if mark.note is None else self.noted.emit(mark.note)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.textCursor().hasSelection():
            self.menu_wanted.emit(event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        """What a mark is for, when the pointer rests on it."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            mark = self._mark_at(event.pos())
            QToolTip.showText(event.globalPos(), self.telling(mark) if mark else "", self.viewport())
            return True
        return super().viewportEvent(event)

    def event(self, event: QEvent) -> bool:
        """The key that copies is the page view's, which tells where the words stand."""
        copies = isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Copy)
        if copies and event.type() == QEvent.Type.ShortcutOverride:
            event.ignore()
            return True
        return super().event(event)

    def _mark_at(self, point: QPoint) -> Mark | None:
        """The uppermost mark at a point of the viewport that bears a fact or a note."""
        at = self.cursorForPosition(point).position()
        for mark in reversed(self._marks):
            bears = mark.fact is not None or mark.note is not None
            if bears and self._position(mark.page, mark.start) <= at <= self._position(mark.page, mark.end):
                return mark
        return None

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.set_marks(self._marks)

    def _position(self, page: int, offset: int) -> int:
        """Where Qt has an offset into a page's text."""
        if not any(held.number == page for held in self._transcript.pages):
            return 0
        place = min(self._transcript.offset(page, offset), len(self._transcript.text))
        return place + bisect_left(self._wide, place)

    def _letters(self, position: int) -> int:
        """Where the text has a position of Qt's."""
        return position - bisect_left(self._wide_units, position)

    def _selection(self, mark: Mark) -> QTextEdit.ExtraSelection | None:
        if mark.end <= mark.start:
            return None
        made = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._position(mark.page, mark.start))
        cursor.setPosition(self._position(mark.page, mark.end), QTextCursor.MoveMode.KeepAnchor)
        made.cursor = cursor
        made.format = markers.text_format(mark.highlight) if mark.highlight else _format(mark.marking)
        return made


def _format(marking: Marking) -> QTextCharFormat:
    scheme, made = theme.colours(), QTextCharFormat()
    if marking is Marking.HIT:
        made.setBackground(scheme.hit)
        made.setForeground(scheme.on_hit)
    elif marking is Marking.EVIDENCE:
        made.setBackground(theme.light(scheme.evidence, 46))
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
