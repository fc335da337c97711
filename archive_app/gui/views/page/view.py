"""The page view: the paper drawn, or its text; which page, how large, and what is marked on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QMetaMethod, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from archive_app.domain.evidence import Evidence
from archive_app.domain.fact import Fact
from archive_app.domain.record import HIGHLIGHTS, Note
from archive_app.gui.language import tr
from archive_app.gui.models.description import mark_words
from archive_app.gui.models.description.marked import Marked
from archive_app.gui.models.description.opened import Opened
from archive_app.gui.models.page import find_words, quoted
from archive_app.gui.models.page.marks import Mark
from archive_app.gui.models.page.passage import Passage
from archive_app.gui.operations import Session
from archive_app.gui.theme import markers
from archive_app.gui.views import parts
from archive_app.gui.views.page.family_bar import FamilyBar
from archive_app.gui.views.page.find_bar import FindBar
from archive_app.gui.views.page.panes import Panes
from archive_app.gui.views.page.pictures import Pictures
from archive_app.gui.views.page.thumbnails import Thumbnails
from archive_app.gui.views.page.tools import PageTools
from archive_app.services.description import turning


class PageView(QFrame):
    """``pointed(fact)`` when words that bear a fact are clicked, ``value_wanted(evidence)`` to make words a value.

    ``note_wanted(evidence)`` to write a note beside words, ``noted(id)`` when words beside a note are clicked,
    ``highlight_wanted(evidence, kind)`` to mark words. ``stepped`` when another hit is at hand. What nobody listens to
    is not offered. ``scrolled`` when another part of the pages is seen.
    """

    pointed = Signal(object)
    value_wanted = Signal(object)
    note_wanted = Signal(object)
    highlight_wanted = Signal(object, str)
    noted = Signal(int)
    record_wanted = Signal(str)
    stepped = Signal()
    scrolled = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._session = session
        self._opened: Opened | None = None
        self._passage: Passage | None = None
        self._marked = Marked()
        pictures = Pictures(session, self)
        self._panes = Panes(pictures)
        self.canvas, self.text = self._panes.canvas, self._panes.text
        self.thumbnails = Thumbnails(pictures)
        self.find_bar = FindBar()
        self.tools = PageTools()
        self.copy_plain = QAction(tr("page.copy_plain"), self)
        self.family = FamilyBar()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tools)
        layout.addWidget(self.find_bar)
        across = parts.row(spacing=0)
        across.addWidget(self.thumbnails)
        across.addWidget(self._panes, 1)
        layout.addLayout(across, 1)
        layout.addWidget(self.family)
        self._connect()
        self.show_record(None)

    # What is shown ---------------------------------------------------------------------------------------------

    def show_record(self, opened: Opened | None, facts: Iterable[Fact] = ()) -> None:
        """A record's pages, with the words marked that its facts rest on and that a search found."""
        self._opened, self._marked = opened, Marked(opened, facts)
        self._chose_words(None)
        self.thumbnails.show_pages(opened)
        self.family.show_record(opened)
        if self.find_bar.isVisible():
            self._find(self.find_bar.words.text())
        self.tools.as_text.setChecked(False)
        self.tools.as_text.setVisible(bool(opened and opened.pictured))
        self._show_pane()
        self._turned(self._panes.page)

    def prepare(self, opened: Opened, page: int) -> None:
        """Another record is likely to be shown next, at this page: it then stands there at once."""
        if opened.pictured:
            self.canvas.prepare(opened, page)

    def begin_finding(self) -> None:
        """Asks for words to be found in this record."""
        if self._opened and self._opened.pages:
            self.find_bar.begin()

    def _find(self, words: str) -> None:
        """Marks every place of the words in place of what a search found, and goes to the next one from here."""
        self._marked.find(find_words.find(self._opened.pages if self._opened else (), words), self._panes.page)
        self._mark()
        self.step_hit(1)
        self._tell_found()

    def _step_found(self, step: int) -> None:
        """Round the whole record: after the last place comes the first."""
        if not self.step_hit(step):
            self._marked.at = None
            self.step_hit(step)
        self._tell_found()

    def _tell_found(self) -> None:
        at, total = self.hit
        self.find_bar.tell((at or 0) + 1, total)

    def _end_finding(self) -> None:
        self._marked.end_finding()
        self._mark()
        self._panes.shown.setFocus()

    def set_facts(self, facts: Iterable[Fact]) -> None:
        """The same record, described anew."""
        self._marked.set_facts(facts)
        self._mark()

    def set_notes(self, held: Sequence[Note]) -> None:
        """The same record with other notes."""
        self._marked.set_notes(held)
        self._mark()

    def go_to(self, page: int) -> None:
        """To a page: to the first hit on it, where there is one."""
        self._go_to(page, self._marked.turn_to(page))

    def step_hit(self, step: int) -> bool:
        """To the next hit (1) or the one before (-1), the first or last where none is at hand; whether there is one."""
        hit = self._marked.step(step)
        if hit is None:
            return False
        self._mark()
        self._go_to(hit.page, hit)
        return True

    @property
    def hit(self) -> tuple[int | None, int]:
        """Which hit is at hand (from 0), and how many there are."""
        return self._marked.at, len(self._marked.hits)

    def _go_to(self, page: int, hit: Mark | None) -> None:
        self._panes.go_to(page, hit)
        self._turned(page)
        self.stepped.emit()

    def choose(self, fact: Fact | None) -> None:
        """Marks a fact's words strongly and brings them into view."""
        self.choose_place(fact.evidence if fact else None)

    def choose_place(self, evidence: Evidence | None) -> None:
        """The same for a place on a page: a table's for example."""
        self._marked.choose(evidence)
        self._mark()
        if evidence:
            self._panes.go_to(evidence.page, evidence)

    @property
    def words(self) -> Evidence | None:
        """The words that were dragged over, as far as the first page's end; None where none are."""
        return self._passage.parts[0].evidence if self._passage else None

    @property
    def record(self) -> str:
        """The id of the record that is shown, "" for none."""
        return self._opened.id if self._opened else ""

    @property
    def title(self) -> str:
        return self._opened.described.title if self._opened else ""

    @property
    def number(self) -> int:
        """The page at hand, 0 for none."""
        return self._panes.page

    @property
    def marks(self) -> list[Mark]:
        """All that is marked now."""
        return self._marked.every

    @property
    def notes(self) -> Sequence[Note]:
        """The notes and highlights of the record that is shown."""
        return self._marked.notes

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_tools()

    # Parts -----------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        tools = self.tools
        for tool, action in (
            (tools.previous, lambda: self._turn(-1)), (tools.next, lambda: self._turn(1)),
            (tools.smaller, lambda: self.canvas.zoom(1 / 1.2)), (tools.larger, lambda: self.canvas.zoom(1.2)),
            (tools.fit, self.canvas.fit_width), (tools.fit_page, self.canvas.fit_page),
            (tools.rotate, self._rotate), (tools.use, self._use_words), (tools.copy, self.copy),
            (tools.note, self._note_words),
        ):  # fmt: skip
            tool.clicked.connect(action)
        tools.small.toggled.connect(self._show_small)
        tools.as_text.toggled.connect(self._show_pane)
        tools.highlight_wanted.connect(self._highlight)
        self.copy_plain.triggered.connect(self.copy_words)
        self.thumbnails.hide()
        self.thumbnails.chosen.connect(self._go_small)
        self.find_bar.asked.connect(self._find)
        self.find_bar.stepped.connect(self._step_found)
        self.find_bar.closed.connect(self._end_finding)
        self.family.record_wanted.connect(self.record_wanted)
        self.canvas.turned.connect(self._turned)
        self.canvas.rotated.connect(self._keep_turns)
        self.canvas.zoomed.connect(lambda part: tools.percent.setText(tr("page.size", round(part * 100))))
        self.text.verticalScrollBar().valueChanged.connect(lambda: self._turned(self._panes.page))
        for pane in (self.canvas, self.text):
            pane.telling = self._told
            pane.verticalScrollBar().valueChanged.connect(lambda _: self.scrolled.emit())
            pane.pointed.connect(self.pointed)
            pane.noted.connect(self.noted)
            pane.selected.connect(self._chose_words)
            pane.menu_wanted.connect(lambda place: tools.menu_at(place, self.copy_plain))
        self._connect_keys()

    def _connect_keys(self) -> None:
        for keys, action in (
            ("PgUp", lambda: self._turn(-1)), ("PgDown", lambda: self._turn(1)),
            ("Ctrl++", lambda: self.canvas.zoom(1.2)), ("Ctrl+=", lambda: self.canvas.zoom(1.2)),
            ("Ctrl+-", lambda: self.canvas.zoom(1 / 1.2)), ("Ctrl+0", self.canvas.fit_width),
            ("Ctrl+9", self.canvas.fit_page), ("Ctrl+R", self.canvas.rotate),
            ("Shift+R", lambda: self.canvas.rotate(every=True)), ("Ctrl+T", self.tools.small.toggle),
            ("F3", lambda: self._step_found(1)), ("Shift+F3", lambda: self._step_found(-1)),
            ("V", self._use_words), ("Ctrl+C", self.copy), ("Ctrl+Alt+C", self.copy_words),
        ):  # fmt: skip
            self._key(keys, action)
        for kind in HIGHLIGHTS:
            self._key(markers.key(kind), lambda kind=kind: self._highlight(kind))

    # Words -----------------------------------------------------------------------------------------------------

    def _chose_words(self, words: Passage | None) -> None:
        self._passage = words
        usable, noted = self._is_heard(self.value_wanted), self._is_heard(self.note_wanted)
        self.tools.show_for_words(words is not None, usable, noted)

    def _is_heard(self, signal: SignalInstance) -> bool:
        return self.isSignalConnected(QMetaMethod.fromSignal(signal))

    def _use_words(self) -> None:
        if words := self.words:
            self.value_wanted.emit(words)

    def _note_words(self) -> None:
        self.note_wanted.emit(self.words)

    def _highlight(self, kind: str) -> None:
        """Each page's part by itself."""
        for part in self._passage.parts if self._passage else ():
            self.highlight_wanted.emit(part.evidence, kind)

    def copy(self) -> None:
        """The words that were dragged over, with where they stand: title, date, record and pages."""
        if self._passage and self._opened:
            QGuiApplication.clipboard().setText(quoted.cited(self._passage, self._opened.described))

    def copy_words(self) -> None:
        """The same words alone, in their paragraphs."""
        if self._passage:
            QGuiApplication.clipboard().setText(self._passage.text)

    def _told(self, mark: Mark) -> str:
        return mark_words.told(mark, self.notes)

    def _key(self, keys: str, action: object) -> None:
        made = QShortcut(QKeySequence(keys), self)
        made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.activated.connect(action)

    # Turning ---------------------------------------------------------------------------------------------------

    def _show_pane(self) -> None:
        self._panes.show_pages(self._opened, self.tools.as_text.isChecked())
        self._show_tools()
        self._show_small(self.tools.small.isChecked())
        self._mark()
        self._turned(self._panes.page)

    def _show_tools(self) -> None:
        self.tools.show_for(self._panes.is_drawn, self.width())

    def _mark(self) -> None:
        self._panes.set_marks(self.marks)

    def _turn(self, step: int) -> None:
        target = self._panes.page + step
        if self._opened and any(page.number == target for page in self._opened.pages):
            self._panes.go_to(target)

    def _rotate(self) -> None:
        """With Shift every page."""
        self.canvas.rotate(every=bool(QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier))

    def _keep_turns(self, turns: dict[int, int]) -> None:
        """Pages stand like this the next time too; in an archive that is only read, as long as they are shown."""
        self.thumbnails.show_turns(turns)
        self._opened = replace(self._opened, turns=turns) if self._opened else None
        record = self.record
        if self._session.writable and record:
            self._session.ask(lambda archive: turning.turn(archive, record, turns), lambda _: None, lane="deciding")

    def _show_small(self, wanted: bool) -> None:
        self.thumbnails.setVisible(wanted and self._panes.is_drawn)

    def _go_small(self, page: int) -> None:
        self.canvas.go_to(page)
        self._turned(page)

    @property
    def progress(self) -> float:
        """How far down the pages are scrolled: 0 at the top, 1 at the end."""
        return self._panes.progress

    def scroll_to(self, progress: float) -> None:
        self._panes.scroll_to(progress)

    def _turned(self, page: int) -> None:
        self.thumbnails.mark(page)
        self.tools.show_where(page, len(self._opened.pages) if self._opened else 0)
