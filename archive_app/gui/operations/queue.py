"""The queue behind the text: what waits to be described and read goes on while the window stands, one step aside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from archive_app.gui.operations.progress import WindowProgress
from archive_app.gui.operations.session import Session
from archive_app.services.archive import Archive

if TYPE_CHECKING:
    from archive_app.services.reading.backlog import Backlog, Standing

#: How often it is asked how far the queue is, in milliseconds.
LOOK_EVERY: Final = 700


class Queue(QObject):
    """``changed(standing)`` while it goes on, ``advanced`` when records were done since, ``ended`` when it rests.

    It begins where an archive is opened for writing and something waits, stands still while files are taken in, and
    is stopped with the window. It outlives the views.
    """

    changed = Signal(object)
    advanced = Signal()
    ended = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._backlog: Backlog | None = None
        self._progress: WindowProgress | None = None
        self._paused, self._done = False, 0
        #: The record that was shown last, "" for none since the archive was opened.
        self._looked_at = ""
        self._look = QTimer(self)
        self._look.setInterval(LOOK_EVERY)
        self._look.timeout.connect(self._ask)
        session.opened.connect(self._reset)
        session.work_changed.connect(self._work_changed)

    @property
    def going_on(self) -> bool:
        return self._progress is not None

    @property
    def paused(self) -> bool:
        """Whether the person paused it; for an import it stands still by itself."""
        return self._paused

    def start(self) -> None:
        """Goes on where something waits."""
        if self._session.writable and not self.going_on:
            self._session.ask(_standing, self._begin, key="queue begins")

    def pause(self, paused: bool) -> None:
        self._paused = paused
        self._hold()
        self._ask()

    def stop(self) -> None:
        """Until the archive is opened again, or more is taken in; what was done is kept."""
        if self._progress:
            self._progress.cancel()

    def hurry(self, record: str) -> None:
        """This record is being looked at: it comes before all others, at once or when the queue begins."""
        self._looked_at = record
        self._hurry()

    # Going on --------------------------------------------------------------------------------------------------

    def _reset(self) -> None:
        self._backlog, self._progress, self._paused, self._looked_at = None, None, False, ""
        self._look.stop()

    def _begin(self, standing: Standing) -> None:
        from archive_app.services.reading.backlog import Backlog

        archive = self._session.whole
        if archive is None or not standing.total or self.going_on:
            return
        held = self._backlog = Backlog(archive)
        self._done = 0
        self._hold()
        self._progress = self._session.behind(lambda _archive, progress: held.work_off(progress), self._over)
        self._hurry()
        self._look.start()
        self.changed.emit(standing)

    def _hurry(self) -> None:
        now, record = self._backlog, self._looked_at
        if now is not None and record and self.going_on:
            self._session.ask(lambda _archive: now.hurry(record), lambda _: None, lane="deciding")

    def _over(self) -> None:
        self._progress = None
        self._look.stop()
        self.ended.emit()

    def _hold(self) -> None:
        if self._backlog is None:
            return
        if self._paused or self._session.busy:
            self._backlog.pause()
        else:
            self._backlog.resume()

    def _work_changed(self) -> None:
        self._hold()
        if not self._session.busy:
            self.start()

    def _ask(self) -> None:
        now = self._backlog
        if now is not None and self.going_on:
            self._session.ask(lambda _archive: now.standing(), self._tell, key="queue")

    def _tell(self, standing: Standing) -> None:
        if not self.going_on:
            return
        self.changed.emit(standing)
        if standing.done != self._done:
            self._done = standing.done
            self.advanced.emit()


def _standing(archive: Archive) -> Standing:
    """What goes on with the queue is loaded here, off the window's thread, and not by who only wants to look."""
    from archive_app.services.reading.backlog import Backlog

    return Backlog(archive).standing()
