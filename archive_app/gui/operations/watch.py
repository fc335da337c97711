"""Watched folders, looked into again and again while the window stands; seldom enough that disks can rest."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from archive_app.gui.operations.progress import WindowProgress
from archive_app.gui.operations.session import Session
from archive_app.services.archive import Archive

if TYPE_CHECKING:
    from archive_app.services.intake.accessioning import Intake
    from archive_app.services.intake.watching import Look, Watcher

#: Milliseconds from the opening of an archive to the first look, and between two looks at least and at most.
FIRST: Final = 4_000
LEAST: Final = 60_000
MOST: Final = 30 * 60_000
#: A look that took long is followed by a rest so many times as long.
REST: Final = 200


class Watch(QObject):
    """``looked`` after each look, ``missing(folder)`` once when a folder is gone, ``taking(progress)`` of new files and
    ``brought(records)`` when they are in. ``noticed(number)`` tells at the first look of an archive how many linked
    files are not what they were. It outlives the views."""

    looked = Signal()
    missing = Signal(str)
    taking = Signal(object)
    brought = Signal(int)
    noticed = Signal(int)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._watcher: Watcher | None = None
        self._looking, self._first = False, True
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self.look)
        session.opened.connect(self._begin)
        session.closed.connect(self.timer.stop)

    def look(self) -> None:
        """Looks now. While other work changes the archive the look is put off."""
        if self._looking or not self._session.writable:
            return
        if self._session.busy:
            self.timer.start(LEAST)
            return
        self._looking = True
        started = time.monotonic()
        self._session.ask(
            self._find, lambda found: self._take(*found, time.monotonic() - started), lane="watching",
            ended=self._ended,
        )  # fmt: skip

    def _begin(self) -> None:
        self._looking, self._first, self._watcher = False, True, None
        if self._session.writable:
            self.timer.start(FIRST)

    def _find(self, archive: Archive) -> tuple[Watcher, Look, int]:
        """Who looked, what is new, and at the first look how many linked files nobody has done anything about.

        What looks is loaded here, off the window's thread, long after the list stands.
        """
        from archive_app.services.intake.watching import Look, Watcher, watched
        from archive_app.services.preservation import linked_files

        watcher = self._watcher or Watcher(archive.base, with_linked=False, describe=False)
        links = linked_files.changed(archive, quick=True) if self._first else ()
        look = watcher.find() if watched(archive) else Look(())
        return watcher, look, sum(not one.taken_as for one in links)

    def _ended(self) -> None:
        self._looking = False

    def _take(self, watcher: Watcher, found: Look, links: int, seconds: float) -> None:
        self._watcher, self._first = watcher, False
        if links:
            self.noticed.emit(links)
        self.timer.start(min(max(LEAST, round(seconds * 1000 * REST)), MOST))
        for folder in found.missing:
            self.missing.emit(folder)
        if not found.fresh or self._session.busy:
            self.looked.emit()
            return
        progress: WindowProgress = self._session.work(
            lambda _archive, progress: watcher.take(found, progress), self._taken
        )
        self.taking.emit(progress)

    def _taken(self, intakes: list[Intake]) -> None:
        self._session.changed.emit()
        self.looked.emit()
        added = sum(intake.added for intake in intakes)
        if added:
            self.brought.emit(added)
