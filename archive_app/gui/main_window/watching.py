"""Watched folders and linked files: added, looked into, told about when they are gone, found again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from archive_app.gui.language import tr
from archive_app.gui.main_window.frame import Frame
from archive_app.gui.main_window.keeping import Keeping
from archive_app.gui.operations import WindowProgress
from archive_app.services.archive import Archive


class Watching(QObject):
    """What looks and takes in is loaded with the first thing that is done: it brings along all that reads files."""

    def __init__(self, window: Frame, keeping: Keeping) -> None:
        super().__init__(window)
        self._window, self._keeping = window, keeping
        window.places.made_imports.connect(self._join)
        window.watch.missing.connect(self._tell_missing)
        window.watch.taking.connect(self._follow)
        window.watch.brought.connect(self._tell_brought)
        window.watch.noticed.connect(self._tell_noticed)

    def menu(self) -> dict[str, Callable[[], object]]:
        return {"watch_folder": self.ask_folder, "watched": self.show}

    def show(self) -> None:
        self._window.go("imports")
        self._window.places.imports.show_tab("folders")

    def ask_folder(self) -> None:
        """Asks for a folder, and how its files are to be kept."""
        from archive_app.gui.dialogs.intake.watch_folder import WatchFolder

        folder = QFileDialog.getExistingDirectory(self._window, tr("folders.add"), str(Path.home()))
        if folder:
            dialog = WatchFolder(Path(folder), self._window)
            dialog.accepted.connect(lambda: self.add(Path(folder), dialog.link))
            dialog.open()

    def add(self, folder: Path, link: bool = False) -> None:
        """Watches a folder; it is looked into at once."""
        from archive_app.services.intake import watching

        def done(_: None) -> None:
            self._window.session.changed.emit()
            self._window.tell_good(tr("folders.added", folder))
            self.show()
            self._window.watch.look()

        self._window.session.ask(lambda archive: watching.watch(archive, folder, link), done, lane="deciding")

    def stop(self, folders: Sequence[str]) -> None:
        from archive_app.services.intake import watching

        def write(archive: Archive) -> None:
            for folder in folders:
                watching.unwatch(archive, Path(folder))

        self._write(write)

    # Linked files ----------------------------------------------------------------------------------------------

    def ask_file(self, record: str) -> None:
        file, _kind = QFileDialog.getOpenFileName(self._window, tr("folders.locate"), str(Path.home()))
        if file:
            self.locate(record, Path(file))

    def locate(self, record: str, file: Path) -> None:
        from archive_app.services.preservation import linked_files

        self._write(lambda archive: linked_files.locate(archive, record, file), tr("folders.located", record))

    def ask_where(self) -> None:
        folder = QFileDialog.getExistingDirectory(self._window, tr("folders.locate_in"), str(Path.home()))
        if folder:
            self.locate_in(Path(folder))

    def locate_in(self, folder: Path) -> None:
        from archive_app.services.preservation import linked_files

        progress = self._window.session.work(
            lambda archive, progress: linked_files.locate_in(archive, folder, progress), self._found
        )
        self._window.work.follow(tr("folders.looking"), progress)

    def _found(self, records: Sequence[str]) -> None:
        self._window.session.changed.emit()
        self._window.tell_good(tr("folders.found", count=len(records)))

    def accept(self, record: str) -> None:
        """Takes the file in as it is now; the record of what it was stays."""
        from archive_app.services.preservation import linked_files

        def done(taken: str) -> None:
            self._window.session.changed.emit()
            self._window.tell_good(tr("folders.accepted", record, taken))

        progress = self._window.session.work(lambda archive, _progress: linked_files.accept(archive, record), done)
        self._window.work.follow(tr("importing.taking"), progress)

    # Telling ---------------------------------------------------------------------------------------------------

    def _tell_missing(self, folder: str) -> None:
        """Said once, at the foot of the window: the folder is waited for, and nothing is lost."""
        self._window.tell_good(tr("folders.gone", folder))

    def _tell_brought(self, records: int) -> None:
        self._window.tell_good(tr("folders.came", count=records))

    def _tell_noticed(self, files: int) -> None:
        self._window.tell_good(tr("folders.noticed", count=files))

    def _follow(self, progress: WindowProgress) -> None:
        self._window.work.follow(tr("folders.taking"), progress)

    def _write(self, change: Callable[[Archive], object], told: str = "") -> None:
        def done(_: object) -> None:
            self._window.session.changed.emit()
            if told:
                self._window.tell_good(told)

        self._window.session.ask(change, done, lane="deciding")

    def _join(self) -> None:
        pane = self._window.places.imports.folders
        pane.add_wanted.connect(self.ask_folder)
        pane.look_wanted.connect(self._window.watch.look)
        pane.unwatch_wanted.connect(self.stop)
        pane.locate_wanted.connect(self.ask_file)
        pane.locate_in_wanted.connect(self.ask_where)
        pane.accept_wanted.connect(self.accept)
        pane.remove_wanted.connect(self._keeping.remove)
        self._window.watch.looked.connect(pane.refresh)
