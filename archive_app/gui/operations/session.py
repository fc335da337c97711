"""The archive that the window has open, and the day everything is looked at from."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from archive_app import bootstrap
from archive_app.errors import ConvenioError
from archive_app.gui.operations.lanes import Operations, Task
from archive_app.gui.operations.progress import WindowProgress
from archive_app.services.archive import Archive
from archive_app.services.reading.pages import PageRenderer

T = TypeVar("T")


class Session(QObject):
    """Opens and closes archives off the window's thread and asks them questions there.

    ``opened`` and ``closed`` tell that the archive is another one, ``changed`` that its content is, ``day_changed``
    that it is looked at from another day, ``work_changed`` that work has begun or ended.
    """

    opened = Signal()
    closed = Signal()
    changed = Signal()
    day_changed = Signal(date)
    work_changed = Signal()

    def __init__(self, operations: Operations, today: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.operations = operations
        #: As it is looked at: without restricted records, unless the person shows them; and the whole of it.
        self.archive: Archive | None = None
        self.whole: Archive | None = None
        self.on = today
        self.renderer = PageRenderer()
        self._lock: Any = None
        self._works: list[WindowProgress] = []
        self._behind: list[WindowProgress] = []

    @property
    def writable(self) -> bool:
        return self.archive is not None and self.archive.writable

    @property
    def busy(self) -> bool:
        """Whether work that changes the archive is going on."""
        return bool(self._works)

    @property
    def discreet(self) -> bool:
        """Whether restricted records are kept out of sight."""
        return self.archive is not None and self.archive.whole is not None

    def show_restricted(self, shown: bool) -> None:
        """Shows restricted records in every list, or none of them; each archive opens without them."""
        if self.whole is not None and shown is self.discreet:
            self.archive = self.whole if shown else self.whole.discreetly()
            self.changed.emit()

    def set_day(self, on: date) -> None:
        if on != self.on:
            self.on = on
            self.day_changed.emit(on)

    def open(self, root: Path, failed: Callable[[ConvenioError], None] | None = None) -> None:
        """Opens an archive in place of the one that is open; that one stays where the other cannot be opened.

        One that is open for writing already only shows what is new: it could not be locked twice.
        """
        if self.archive is not None and self.archive.writable and self.archive.root.resolve() == root.resolve():
            self.changed.emit()
            return
        self.operations.run(lambda: _opened(root), self._take, lane="work", key="open archive", failed=failed)

    def ask(
        self,
        question: Callable[[Archive], T],
        done: Callable[[T], None],
        *,
        lane: str = "reading",
        key: str | None = None,
        failed: Callable[[ConvenioError], None] | None = None,
        ended: Callable[[], None] | None = None,
        whole: bool = False,
    ) -> Task | None:
        """Puts a question to the open archive off the window's thread; None where no archive is open.

        It sees what the person sees, or with ``whole`` restricted records too: what is exported counts those it lacks.
        """
        archive = self.whole if whole else self.archive
        if archive is None:
            return None
        return self.operations.run(lambda: question(archive), done, lane=lane, key=key, failed=failed, ended=ended)

    def work(
        self,
        action: Callable[[Archive, WindowProgress], T],
        done: Callable[[T], None],
    ) -> WindowProgress:
        """Carries out an action that may take long and can be stopped; returns its progress."""
        archive = self.whole
        assert archive is not None
        return self.apart(lambda progress: action(archive, progress), done)

    def apart(self, action: Callable[[WindowProgress], T], done: Callable[[T], None]) -> WindowProgress:
        """The same for what needs no open archive, such as making one."""
        progress = WindowProgress(self)
        self._works.append(progress)

        def end() -> None:
            progress.finish()
            self._works.remove(progress)
            self.work_changed.emit()

        self.operations.run(lambda: action(progress), done, lane="work", ended=end)
        self.work_changed.emit()
        return progress

    def behind(self, action: Callable[[Archive, WindowProgress], object], over: Callable[[], None]) -> WindowProgress:
        """The same for what goes on beside everything else, and keeps nothing waiting; ``over`` however it ended.

        It is stopped without a question when the archive is closed or another one is opened.
        """
        progress = WindowProgress(self)
        self._behind.append(progress)

        def end() -> None:
            progress.finish()
            if progress in self._behind:  # it ended by itself, not with its archive
                self._behind.remove(progress)
                over()

        self.ask(lambda archive: action(archive, progress), lambda _: None, lane="behind", ended=end, whole=True)
        return progress

    def close(self) -> None:
        """Stops all work and closes the archive; comes back when that is done."""
        for progress in (*self._works, *self._behind):
            progress.cancel()
        self.operations.close()
        self.renderer.close()
        self._leave()

    def _take(self, opened: tuple[Archive, Any]) -> None:
        before, lock = self.whole, self._lock
        for progress in self._behind:
            progress.cancel()
        self._behind.clear()
        self.operations.drop_all()
        self.whole, self._lock = opened
        self.archive = self.whole.discreetly()
        if before is not None:
            self.operations.run_after_all(lambda: bootstrap.close(before, lock))
        self.opened.emit()

    def _leave(self) -> None:
        if self.whole is not None:
            bootstrap.close(self.whole, self._lock)
            self.archive, self.whole, self._lock = None, None, None
            self.closed.emit()


def _opened(root: Path) -> tuple[Archive, Any]:
    archive, lock = bootstrap.open_as_able(root, background=True)
    archive.authorities  # noqa: B018  Read here, or the first name that is painted would wait for it.
    return archive, lock
