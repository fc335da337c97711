"""Pages that are pictures, read when somebody asks: those of chosen records, or page by page with either engine."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from archive_app.errors import UsageError
from archive_app.gui.language import tr
from archive_app.gui.main_window.frame import Frame
from archive_app.services.archive import Archive

if TYPE_CHECKING:
    from archive_app.services.reading.scans import Engine


class Scanning(QObject):
    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        window.places.made_imports.connect(self._join)

    def menu(self) -> dict[str, Callable[[], object]]:
        return {"recognise": self.recognise, "scans": self.show}

    def show(self) -> None:
        self._window.go("imports")
        self._window.places.imports.show_tab("scans")

    def recognise(self) -> None:
        """Has the pictures of the chosen records read, before all that waits; once more where they were read."""
        records = self._window.places.records.chosen_records
        if records:
            self._window.session.ask(lambda archive: _ask_for(archive, records), self._asked, lane="deciding")
        else:
            self._window.tell(UsageError(tr("tags.no_record")))

    def read(self, pages: Sequence[tuple[str, int]], choice: Engine | None = None) -> None:
        """Reads pages now, with progress; the records are described anew behind."""
        from archive_app.services.reading import scans

        window = self._window
        if not pages or window.session.busy:
            return
        progress = window.session.work(
            lambda archive, progress: scans.read_pages(archive, pages, choice, progress), self._done
        )
        window.work.follow(tr("scans.reading"), progress)

    def _asked(self, waiting: int) -> None:
        window = self._window
        if not waiting:
            window.tell(UsageError(tr("scans.no_pictures")))
            return
        window.session.changed.emit()
        window.queue.start()
        window.tell_good(tr("scans.asked", count=waiting))

    def _done(self, read: int) -> None:
        self._window.session.changed.emit()
        self._window.tell_good(tr("scans.read", count=read))

    def _join(self) -> None:
        pane = self._window.places.imports.scans
        pane.page_wanted.connect(lambda record, page: self._window.open_words(record, page, ""))
        pane.read_wanted.connect(self.read)


def _ask_for(archive: Archive, records: Sequence[str]) -> int:
    from archive_app.services.reading import recognising

    waiting = recognising.ask_for(archive, records) or recognising.ask_for(archive, records, again=True)
    for id in reversed(records):
        archive.catalogue.queue.hurry(id)
    return waiting
