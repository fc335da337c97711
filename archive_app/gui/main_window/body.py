"""What fills the window under its menus: search on top, places at the left, one view in the middle, strips below."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from archive_app.gui.language import tr
from archive_app.gui.main_window.places import Places
from archive_app.gui.operations import Queue
from archive_app.gui.views import parts
from archive_app.gui.views.description.alike_strip import AlikeStrip
from archive_app.gui.views.frame.discretion_strip import DiscretionStrip
from archive_app.gui.views.frame.queue_strip import QueueStrip
from archive_app.gui.views.frame.sidebar import Sidebar
from archive_app.gui.views.frame.welcome import Welcome
from archive_app.gui.views.frame.work_strip import WorkStrip
from archive_app.gui.views.search.search_bar import SearchBar


class Body(QWidget):
    """Its parts by name. Until an archive is open the first question stands in place of all but the strips."""

    def __init__(self, places: Places, queue: Queue) -> None:
        super().__init__()
        self.places = places
        self.search = SearchBar()
        self.add = parts.button(tr("window.import"), "import")
        self.sidebar = Sidebar(places.records.facets, places.saved)
        self.welcome = Welcome()
        self.alike = AlikeStrip()
        self.discretion_strip = DiscretionStrip()
        self.waiting = QueueStrip(queue)
        self.work = WorkStrip()
        self._lay_out()

    def show_archive(self, there: bool) -> None:
        """What is in the archive, else the first question."""
        self._top.setVisible(there)
        self._stack.setCurrentIndex(int(there))

    def _lay_out(self) -> None:
        across = parts.row(spacing=0)
        across.addWidget(self.sidebar)
        across.addWidget(self.places, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.welcome)
        self._stack.addWidget(parts.frame("panel", across))
        self._top = self._topbar()
        layout = parts.column()
        layout.addWidget(self._top)
        layout.addWidget(self._stack, 1)
        for strip in (self.alike, self.discretion_strip, self.waiting, self.work):
            layout.addWidget(strip)
        self.setLayout(layout)

    def _topbar(self) -> QFrame:
        layout = parts.row(16, 10, 16, 10, spacing=12)
        layout.addWidget(self.search, 1)
        layout.addWidget(self.add)
        return parts.frame("topbar", layout)
