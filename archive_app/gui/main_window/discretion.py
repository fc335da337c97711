"""One switch for restricted records: out of sight in every list, or shown; said at the foot of the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from archive_app.gui.main_window.frame import Frame
from archive_app.services import discretion


class Discretion(QObject):
    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        window.discretion_strip.switched.connect(self.show_restricted)
        window.session.opened.connect(self.refresh)
        window.session.changed.connect(self.refresh)
        self.refresh()

    def menu(self) -> dict[str, Callable[[], object]]:
        return {"show_restricted": self.turn}

    def turn(self) -> None:
        self.show_restricted(self._window.session.discreet)

    def show_restricted(self, shown: bool) -> None:
        """Out of sight goes the one at hand too."""
        pane = self._window.places.records.pane
        if not shown and pane.opened is not None and pane.opened.described.restricted:
            pane.clear()
        self._window.session.show_restricted(shown)

    def refresh(self) -> None:
        """Counts them anew."""
        self._window.session.ask(
            lambda archive: len(discretion.restricted(archive)), self._tell, lane="counting", key="restricted"
        )

    def _tell(self, number: int) -> None:
        self._window.discretion_strip.show_count(number, not self._window.session.discreet)
