"""The window as its concerns know it: what it is made of, where a person is led, and what is told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QMainWindow

from archive_app.errors import ConvenioError
from archive_app.gui.actions import Actions
from archive_app.gui.dialogs import message
from archive_app.gui.main_window.body import Body
from archive_app.gui.main_window.out_folder import OutFolder
from archive_app.gui.main_window.places import Places
from archive_app.gui.operations import Operations, Queue, Session, Watch
from archive_app.gui.window_state import WindowState


class Frame(QMainWindow):
    """``session`` is the open archive with its work, ``places`` the views; it knows none of its concerns."""

    def __init__(self, today: date, state: WindowState) -> None:
        super().__init__()
        self.state = state
        self.operations = Operations(self)
        self.session = Session(self.operations, today, self)
        self.out = OutFolder()
        self.queue = Queue(self.session, self)
        self.watch = Watch(self.session, self)

    def fill(self) -> None:
        """Menus, places and strips, in the language that is spoken."""
        self.actions_ = Actions(self)
        self.actions_.fill(self.menuBar())
        self.places = Places(self.session, self.state)
        self.body = body = Body(self.places, self.queue)
        self.setCentralWidget(body)
        self.search, self.add, self.sidebar, self.welcome = body.search, body.add, body.sidebar, body.welcome
        self.work, self.alike, self.waiting = body.work, body.alike, body.waiting
        self.discretion_strip = body.discretion_strip

    # Where a person is led -------------------------------------------------------------------------------------

    def go(self, place: str) -> None:
        """Shows a place; it asks for what is new since it was last seen."""
        self.places.show_place(place)
        self.sidebar.show_place(place)

    def open_record(self, record: str) -> None:
        self.go("records")
        self.places.records.open_record(record)

    def open_words(self, record: str, page: int, words: str) -> None:
        """A record at a page, with words of it marked."""
        self.go("records")
        self.places.records.open_words(record, page, words)

    def open_links(self, records: Sequence[str]) -> None:
        """The links of some records."""
        self.go("links")
        self.places.links.show_of(records)

    def open_agreement(self, agreement: str) -> None:
        self.go("agreements")
        self.places.agreements.choose(agreement)

    def open_those(self, agreements: frozenset[str], words: str) -> None:
        """Some agreements alone; ``words`` say which they are."""
        self.go("agreements")
        self.places.agreements.show_those(agreements, words)

    # Telling ---------------------------------------------------------------------------------------------------

    def tell(self, fault: ConvenioError) -> None:
        message.tell(self, fault)

    def tell_good(self, told: str) -> None:
        """Something is done: said at the foot of the window for a while."""
        self.statusBar().showMessage(told, 12_000)
