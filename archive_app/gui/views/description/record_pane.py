"""One record: its pages beside its description, each leading to the other."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from archive_app.domain.fact import Fact
from archive_app.domain.record import Note, State
from archive_app.domain.search import Question
from archive_app.gui.models.description import notes
from archive_app.gui.models.description import opened as contents
from archive_app.gui.models.description.opened import Opened, Standing
from archive_app.gui.operations import Session
from archive_app.gui.views.description.description import DescriptionPanel
from archive_app.gui.views.page import PageView


class RecordPane(QSplitter):
    """Shows the record it is asked for last, however late the answers come; ``shown(id)`` tells which."""

    shown = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._session = session
        self.opened: Opened | None = None
        self.page = PageView(session)
        self.description = DescriptionPanel(session)
        self.addWidget(self.page)
        self.addWidget(self.description)
        self.setStretchFactor(0, 3)
        self.setStretchFactor(1, 2)
        self.setChildrenCollapsible(False)
        self.page.setMinimumWidth(226)
        self.description.setMinimumWidth(306)
        self.setHandleWidth(1)
        self.description.chosen.connect(self.page.choose)
        self.description.tables.chosen.connect(self.page.choose_place)
        self.page.pointed.connect(self.description.choose)
        self.page.record_wanted.connect(self.description.record_wanted)
        self.page.noted.connect(self.description.choose_note)
        self.description.notes.chosen.connect(self._choose_note)
        self.page.value_wanted.connect(self.description.take_words)
        session.day_changed.connect(self._ask_standing)

    def open(self, record: str, page: int = 1, question: Question | None = None, fact: Fact | None = None,
             arrive: int = 0) -> None:
        """A record at a page, with the words marked that a question finds, or with a fact of it chosen.

        ``arrive`` goes to the first of these words (1) or the last (-1) instead.
        """
        same = self.opened is not None and self.opened.id == record

        def show(opened: Opened) -> None:
            self._show(opened)
            if not (arrive and self.page.step_hit(arrive)) and (page > 1 or (question and question.query)):
                self.page.go_to(page)
            if fact:
                self.description.choose(fact)

        if not same:
            self.description.show_standing(None)
        self._session.ask(lambda archive: contents.read(archive, record, question), show, key=f"record pane {id(self)}")

    def open_words(self, record: str, page: int, words: str) -> None:
        """A record at a page, with words marked that stand there."""

        def show(opened: Opened) -> None:
            self._show(opened)
            self.page.go_to(page)
            self.page.choose_place(contents.place_of(opened, page, words))

        self._session.ask(lambda archive: contents.read(archive, record), show, key=f"record pane {id(self)}")

    def open_note(self, note: Note) -> None:
        """A note's record, with the note chosen and its words marked."""

        def show(opened: Opened) -> None:
            self._show(opened)
            self.description.choose_note(note.id)
            self._choose_note(next((held for held in opened.notes if held.id == note.id), note))

        self._session.ask(lambda archive: contents.read(archive, note.record), show, key=f"record pane {id(self)}")

    def open_place(self, record: str, page: int, start: int, end: int, question: Question) -> None:
        """A record with the words marked that a question finds, and the one at a stretch of a page's text at hand."""

        def show(opened: Opened) -> None:
            self._show(opened)
            held = next((each for each in opened.pages if each.number == page), None)
            self.page.go_to(page)
            self.page.choose_place(held.evidence(start, end) if held else None)

        self._session.ask(lambda archive: contents.read(archive, record, question), show, key=f"record pane {id(self)}")

    def _choose_note(self, note: Note) -> None:
        """The words that a note stands beside, or its page."""
        words = notes.evidence(note, self.opened.pages if self.opened else ())
        if words:
            self.page.choose_place(words)
        elif note.page:
            self.page.go_to(note.page)

    def clear(self) -> None:
        self._session.operations.drop(f"record pane {id(self)}")
        self.opened = None
        self.page.show_record(None)
        self.description.show_record(None)

    @property
    def waits(self) -> bool:
        """Whether the record shown is not described yet, or has pages whose words are still to be read."""
        record = self.opened.described.record if self.opened else None
        return record is not None and (record.state is State.SEARCHABLE or bool(record.ocr_needed))

    def refresh(self) -> None:
        """The same record, described anew; its pages stay where they are."""
        if self.opened is None:
            return
        record = self.opened.id
        self._session.ask(lambda archive: contents.read(archive, record), self._renew, key=f"record pane {id(self)}")

    def _show(self, opened: Opened) -> None:
        self.opened = opened
        self.shown.emit(opened.id)
        self.page.show_record(opened, opened.described.description.facts)
        self.description.show_record(opened)
        self._ask_standing()

    def _renew(self, opened: Opened) -> None:
        self.opened = opened
        self.page.set_facts(opened.described.description.facts)
        self.page.set_notes(opened.notes)
        self.description.show_record(opened)
        self._ask_standing()

    def _ask_standing(self) -> None:
        if self.opened is None:
            return
        described, on = self.opened.described, self._session.on

        def show(standing: Standing | None) -> None:
            if self.opened and self.opened.described is described:
                self.description.show_standing(standing)

        self._session.ask(
            lambda archive: contents.standing(archive, described, on), show, key=f"standing {id(self)}"
        )
