"""The user guide, opened beside the window at what tells of the place one is in; its links act on the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from archive_app.gui.main_window.frame import Frame

if TYPE_CHECKING:
    from archive_app.gui.dialogs.guide import Guide

#: What is opened where no archive is, and where a record is read rather than the list of them.
WITHOUT_ARCHIVE: Final = "first-minute"
READING: Final = "reading"
#: By which name a guide that stands open is found again.
GUIDE: Final = "guide"


class Guiding(QObject):
    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        self.guide: Guide | None = None
        self._speak_anew()

    def menu(self) -> dict[str, Callable[[], object]]:
        return {"guide": lambda: self.open_at(self.here()), "keys": lambda: self.open_at("keys")}

    def here(self) -> str:
        """The id of the heading that tells of what has the focus."""
        if self._window.session.archive is None:
            return WITHOUT_ARCHIVE
        now = self._window.places.now
        reads = now == "records" and self._window.places.records.pane.isAncestorOf(self._window.focusWidget())
        return READING if reads else now

    def open_at(self, id: str) -> None:
        """What shows it is loaded with it."""
        if self.guide is None:
            self.guide = self._made()
        self.guide.open_at(id)
        self.guide.show()
        self.guide.activateWindow()
        self.guide.contents.setFocus()

    def _speak_anew(self) -> None:
        """The window was made anew in another language: so is a guide that stands open, at the same heading."""
        for old in self._window.findChildren(QDialog, GUIDE):
            from archive_app.gui.dialogs.guide import Guide

            if isinstance(old, Guide) and old.isVisible():
                self.guide = self._made()
                self.guide.setGeometry(old.geometry())
                self.guide.go(old.now)
                self.guide.show()
            old.deleteLater()

    def _made(self) -> Guide:
        from archive_app.gui.dialogs.guide import Guide

        made = Guide(self._window)
        made.setObjectName(GUIDE)
        made.action_wanted.connect(self._act)
        made.place_wanted.connect(self._go)
        made.query_wanted.connect(self._search)
        return made

    def _act(self, name: str) -> None:
        self._window.actions_[name].trigger()

    def _go(self, place: str) -> None:
        if self._window.session.archive is not None:
            self._window.go(place)

    def _search(self, query: str) -> None:
        if self._window.session.archive is not None:
            self._window.go("records")
            self._window.search.put(query)
