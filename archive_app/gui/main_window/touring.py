"""The tour of the sample: where to search, what a paper shows, and where its agreements are followed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer

from archive_app.gui.dialogs.tour import Stop, Tour
from archive_app.gui.main_window.frame import Frame


class Touring(QObject):
    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        self.card: Tour | None = None

    def menu(self) -> dict[str, Callable[[], object]]:
        return {"tour": self.begin}

    def begin_soon(self) -> None:
        """Once the window stands, where the sample has just been opened."""
        QTimer.singleShot(0, self, self.begin)

    def begin(self) -> None:
        """From the first step, whatever a tour before had come to."""
        self.leave()
        if self._window.session.archive is None:
            return
        self.card = Tour(self._stops(), self._window)
        self.card.ended.connect(self._ended)
        self.card.go(0)

    def leave(self) -> None:
        if self.card is not None:
            self.card.end()

    def _ended(self) -> None:
        self.card = None
        self._window.search.setFocus()

    def _stops(self) -> tuple[Stop, ...]:
        window, places = self._window, self._window.places
        records = places.records
        return (
            Stop("search", lambda: window.search, partial(window.go, "records")),
            Stop("records", lambda: records.list, partial(window.go, "records")),
            Stop("page", lambda: records.pane.page, partial(window.go, "records")),
            Stop("facts", lambda: records.pane.description, partial(window.go, "records")),
            Stop("places", lambda: window.sidebar, partial(window.go, "timelines")),
            Stop("own", lambda: window.add, partial(window.go, "home")),
        )
