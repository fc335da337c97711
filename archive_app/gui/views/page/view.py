"""The page view: the paper drawn, or its text; which page, how large, and what is marked on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from archive_app.domain.evidence import Evidence
from archive_app.domain.fact import Fact
from archive_app.domain.record import Note
from archive_app.gui.language import tr
from archive_app.gui.models import find_words, notes, spans, wording
from archive_app.gui.models.opened import Opened
from archive_app.gui.models.spans import Mark, Marking
from archive_app.gui.operations import Session
from archive_app.gui.views import parts
from archive_app.gui.views.page.canvas import PageCanvas
from archive_app.gui.views.page.family_bar import FamilyBar
from archive_app.gui.views.page.find_bar import FindBar
from archive_app.gui.views.page.pictures import Pictures
from archive_app.gui.views.page.text import TextPages
from archive_app.gui.views.page.thumbnails import Thumbnails

#: From these widths on, in pixels, there is room for magnifying, and for all tools.
NARROW, WIDE = 300, 400


class PageView(QFrame):
    """``pointed(fact)`` when words that bear a fact are clicked, ``value_wanted(evidence)`` to make words a value.

    ``note_wanted(evidence)`` to write a note beside words, ``noted(id)`` when words beside a note are clicked.
    ``stepped`` when another hit is at hand.
    """

    pointed = Signal(object)
    value_wanted = Signal(object)
    note_wanted = Signal(object)
    noted = Signal(int)
    record_wanted = Signal(str)
    stepped = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._opened: Opened | None = None
        self._words: Evidence | None = None
        self._facts: list[Mark] = []
        self._hits: list[Mark] = []
        self._notes: list[Mark] = []
        #: Which of the hits is at hand, None before any was gone to.
        self._hit: int | None = None
        self._chosen: list[Mark] = []
        pictures = Pictures(session, self)
        self.canvas = PageCanvas(pictures)
        self.thumbnails = Thumbnails(pictures)
        self.find_bar = FindBar()
        self.family = FamilyBar()
        self.text = TextPages()
        self._empty = parts.EmptyPane("records", tr("page.none"), tr("page.none_text"))
        self._stack = QStackedWidget()
        for pane in (self._empty, self.canvas, self.text):
            self._stack.addWidget(pane)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._tools())
        layout.addWidget(self.find_bar)
        across = parts.row(spacing=0)
        across.addWidget(self.thumbnails)
        across.addWidget(self._stack, 1)
        layout.addLayout(across, 1)
        layout.addWidget(self.family)
        self._connect()
        self.show_record(None)

    # What is shown ---------------------------------------------------------------------------------------------

    def show_record(self, opened: Opened | None, facts: Iterable[Fact] = ()) -> None:
        """A record's pages, with the words marked that its facts rest on and that a search found."""
        self._opened = opened
        self._chosen, self._hit = [], None
        self._chose_words(None)
        self._facts = spans.evidence_marks(facts)
        self._hits = list(opened.hits) if opened else []
        self._notes = notes.marks(opened.notes, opened.pages) if opened else []
        self.thumbnails.show_pages(opened)
        self.family.show_record(opened)
        if self.find_bar.isVisible():
            self._find(self.find_bar.words.text())
        self._as_text.setChecked(False)
        self._as_text.setVisible(bool(opened and opened.pictured))
        self._show_pane()
        self._turned(self._page())

    def begin_finding(self) -> None:
        """Asks for words to be found in this record."""
        if self._opened and self._opened.pages:
            self.find_bar.begin()

    def _find(self, words: str) -> None:
        """Marks every place of the words in place of what a search found, and goes to the next one from here."""
        pages = self._opened.pages if self._opened else ()
        here, self._chosen = self._page(), []
        self._hits = find_words.find(pages, words)
        after = next((at for at, hit in enumerate(self._hits) if hit.page >= here), 0)
        self._hit = after - 1 if after else None
        self._mark()
        if self._hits:
            self.step_hit(1)
        self._tell_found()

    def _step_found(self, step: int) -> None:
        """Round the whole record: after the last place comes the first."""
        if not self.step_hit(step):
            self._hit = None
            self.step_hit(step)
        self._tell_found()

    def _tell_found(self) -> None:
        at, total = self.hit
        self.find_bar.tell((at or 0) + 1, total)

    def _end_finding(self) -> None:
        self._hits = list(self._opened.hits) if self._opened else []
        self._chosen, self._hit = [], None
        self._mark()
        (self.text if self._is_text else self.canvas).setFocus()

    def set_facts(self, facts: Iterable[Fact]) -> None:
        """The same record, described anew."""
        self._facts = spans.evidence_marks(facts)
        self._mark()

    def set_notes(self, held: Sequence[Note]) -> None:
        """The same record with other notes."""
        self._notes = notes.marks(held, self._opened.pages) if self._opened else []
        self._mark()

    def go_to(self, page: int) -> None:
        """To a page: to the first hit on it, where there is one."""
        self._hit = next((at for at, mark in enumerate(self._hits) if mark.page == page), None)
        self._go_to(page, self._hits[self._hit] if self._hit is not None else None)

    def step_hit(self, step: int) -> bool:
        """To the next hit (1) or the one before (-1), the first or last where none is at hand; whether there is one."""
        at = self._hit + step if self._hit is not None else 0 if step > 0 else len(self._hits) - 1
        if not 0 <= at < len(self._hits):
            return False
        self._hit, hit = at, self._hits[at]
        self._chosen = [replace(hit, marking=Marking.CHOSEN)]
        self._mark()
        self._go_to(hit.page, hit)
        return True

    @property
    def hit(self) -> tuple[int | None, int]:
        """Which hit is at hand (from 0), and how many there are."""
        return self._hit, len(self._hits)

    def _go_to(self, page: int, hit: Mark | None) -> None:
        if self._is_text:
            self.text.go_to(page, hit.start if hit else 0)
        else:
            self.canvas.go_to(page, hit.boxes if hit else ())
        self._turned(page)
        self.stepped.emit()

    def choose(self, fact: Fact | None) -> None:
        """Marks a fact's words strongly and brings them into view."""
        self.choose_place(fact.evidence if fact else None)

    def choose_place(self, evidence: Evidence | None) -> None:
        """The same for a place on a page: a table's for example."""
        self._chosen = [spans.of_evidence(evidence, Marking.CHOSEN)] if evidence else []
        self._mark()
        if evidence and self._is_text:
            self.text.go_to(evidence.page, evidence.start)
        elif evidence:
            self.canvas.go_to(evidence.page, evidence.boxes)

    @property
    def words(self) -> Evidence | None:
        """The words that were dragged over, None where none are."""
        return self._words

    @property
    def number(self) -> int:
        """The page at hand, 0 for none."""
        return self._page()

    @property
    def marks(self) -> list[Mark]:
        """All that is marked now."""
        return [*self._facts, *self._hits, *self._chosen, *self._notes]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow column the page's number and the way to the next keep their room; keys do the rest."""
        super().resizeEvent(event)
        self._show_tools()

    # Parts -----------------------------------------------------------------------------------------------------

    def _tools(self) -> QFrame:
        layout = parts.row(8, 5, 8, 5, spacing=2)
        self._previous = parts.tool("previous", tr("page.previous"))
        self._next = parts.tool("next", tr("page.next"))
        self._where = parts.label("", "soft", "small")
        self._smaller = parts.tool("minus", tr("page.smaller"))
        self._larger = parts.tool("plus", tr("page.larger"))
        self._size = parts.label("", "faint", "small")
        self._size.setMinimumWidth(44)
        self._size.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._fit = parts.tool("fit-width", tr("page.fit"))
        self._fit_page = parts.tool("fit-page", tr("page.fit_page"))
        self._rotate = parts.tool("rotate", tr("page.rotate"))
        self._small = parts.tool("thumbnails", tr("page.thumbnails"))
        self._small.setCheckable(True)
        self._small.setChecked(False)
        self.thumbnails.hide()
        self._as_text = parts.tool("records", tr("page.as_text"))
        self._as_text.setCheckable(True)
        for part in (self._small, self._previous, self._where, self._next):
            layout.addWidget(part)
        layout.addStretch(1)
        self._use = parts.tool("edit", tr("page.use"))
        self._copy = parts.tool("copy", tr("page.copy"))
        self._note = parts.tool("note", tr("page.note"))
        for part in (self._use, self._note, self._copy):
            part.hide()
            layout.addWidget(part)
        for part in (self._smaller, self._size, self._larger, self._fit, self._fit_page, self._rotate, self._as_text):
            layout.addWidget(part)
        return parts.frame("header", layout)

    def _connect(self) -> None:
        self._previous.clicked.connect(lambda: self._turn(-1))
        self._next.clicked.connect(lambda: self._turn(1))
        self._smaller.clicked.connect(lambda: self.canvas.zoom(1 / 1.2))
        self._larger.clicked.connect(lambda: self.canvas.zoom(1.2))
        self._fit.clicked.connect(self.canvas.fit_width)
        self._fit_page.clicked.connect(self.canvas.fit_page)
        self._rotate.clicked.connect(self.canvas.rotate)
        self._small.toggled.connect(self._show_small)
        self.thumbnails.chosen.connect(self._go_small)
        self.find_bar.asked.connect(self._find)
        self.find_bar.stepped.connect(self._step_found)
        self.find_bar.closed.connect(self._end_finding)
        self.family.record_wanted.connect(self.record_wanted)
        self._key("Ctrl+9", self.canvas.fit_page)
        self._key("Ctrl+R", self.canvas.rotate)
        self._key("Ctrl+T", self._small.toggle)
        self._key("F3", lambda: self._step_found(1))
        self._key("Shift+F3", lambda: self._step_found(-1))
        self._as_text.toggled.connect(self._show_pane)
        self.canvas.turned.connect(self._turned)
        self.canvas.zoomed.connect(lambda part: self._size.setText(tr("page.size", round(part * 100))))
        self.canvas.pointed.connect(self.pointed)
        self.canvas.noted.connect(self.noted)
        self.text.noted.connect(self.noted)
        self._note.clicked.connect(lambda: self.note_wanted.emit(self._words))
        self.text.pointed.connect(self.pointed)
        self.text.verticalScrollBar().valueChanged.connect(lambda: self._turned(self._page()))
        for keys, step in (("PgUp", -1), ("PgDown", 1)):
            self._key(keys, lambda step=step: self._turn(step))
        self._key("Ctrl++", lambda: self.canvas.zoom(1.2))
        self._key("Ctrl+=", lambda: self.canvas.zoom(1.2))
        self._key("Ctrl+-", lambda: self.canvas.zoom(1 / 1.2))
        self._key("Ctrl+0", self.canvas.fit_width)
        self.canvas.selected.connect(self._chose_words)
        self.text.selected.connect(self._chose_words)
        self._use.clicked.connect(self._use_words)
        self._copy.clicked.connect(self.copy)
        self._key("V", self._use_words)
        self._key("Ctrl+C", self.copy)

    def _chose_words(self, words: Evidence | None) -> None:
        self._words = words
        for part in (self._use, self._note, self._copy):
            part.setVisible(words is not None)

    def _use_words(self) -> None:
        if self._words:
            self.value_wanted.emit(self._words)

    def copy(self) -> None:
        """The words that were dragged over, with where they stand: title, date, record and page."""
        if self._words and self._opened:
            one = self._opened.described
            where = (one.title, wording.edtf(one.date), one.id, tr("page.cited_page", self._words.page))
            told = tr("page.quote", self._words.quote, ", ".join(part for part in where if part))
            QGuiApplication.clipboard().setText(told)

    def _key(self, keys: str, action: object) -> None:
        made = QShortcut(QKeySequence(keys), self)
        made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.activated.connect(action)

    # Turning ---------------------------------------------------------------------------------------------------

    @property
    def _is_text(self) -> bool:
        return self._stack.currentWidget() is self.text

    def _page(self) -> int:
        return self.text.page if self._is_text else self.canvas.page

    def _show_pane(self) -> None:
        opened = self._opened
        if opened is None or not opened.pages:
            self._say_empty(opened)
        elif opened.pictured and not self._as_text.isChecked():
            self.canvas.show_pages(opened)
            self._stack.setCurrentWidget(self.canvas)
        else:
            self.text.show_pages(opened)
            self._stack.setCurrentWidget(self.text)
        self._show_tools()
        self._show_small(self._small.isChecked())
        self._mark()
        self._turned(self._page())

    def _show_tools(self) -> None:
        drawn, width = self._stack.currentWidget() is self.canvas, self.width()
        for part in (self._small, self._fit):
            part.setVisible(drawn)
        for part in (self._smaller, self._larger):
            part.setVisible(drawn and width >= NARROW)
        for tool in (self._fit_page, self._rotate, self._size):
            tool.setVisible(drawn and width >= WIDE)

    def _say_empty(self, opened: Opened | None) -> None:
        if opened is None:
            self._empty.say(tr("page.none"), tr("page.none_text"))
        else:
            self._empty.say(tr("page.nothing"), tr("page.nothing_text"))
        self.canvas.show_pages(None)
        self._stack.setCurrentWidget(self._empty)

    def _mark(self) -> None:
        shown = self.text if self._is_text else self.canvas
        shown.set_marks(self.marks)

    def _turn(self, step: int) -> None:
        pages = self._opened.pages if self._opened else ()
        target = self._page() + step
        if any(page.number == target for page in pages):
            if self._is_text:
                self.text.go_to(target)
            else:
                self.canvas.go_to(target)

    def _show_small(self, wanted: bool) -> None:
        self.thumbnails.setVisible(wanted and self._stack.currentWidget() is self.canvas)

    def _go_small(self, page: int) -> None:
        self.canvas.go_to(page)
        self._turned(page)

    def _turned(self, page: int) -> None:
        self.thumbnails.mark(page)
        number = len(self._opened.pages) if self._opened else 0
        self._where.setText(tr("page.where_brief", page, number) if number else "")
        self._where.setToolTip(tr("page.where", page, number) if number else "")
        self._where.setAccessibleName(self._where.toolTip())
        self._previous.setEnabled(page > 1)
        self._next.setEnabled(0 < page < number)
