"""Archives: opened, made anew, or the sample, made where it is not there yet."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog

from archive_app import bootstrap, paths, settings
from archive_app.gui.dialogs.new_archive import NewArchive
from archive_app.gui.language import tr
from archive_app.gui.main_window.frame import Frame
from archive_app.gui.main_window.importing import Importing
from archive_app.gui.main_window.touring import Touring
from archive_app.services.intake import sample


class Opening(QObject):
    def __init__(self, window: Frame, importing: Importing, touring: Touring) -> None:
        super().__init__(window)
        self._window, self._importing, self._touring = window, importing, touring
        self._to_fill: Path | None = None
        window.session.opened.connect(self._fill_sample)

    def menu(self) -> dict[str, Callable[[], object]]:
        return {"new": self.ask_new, "open": self.ask_open, "sample": self.explore_sample}

    def open(self, root: Path) -> None:
        self._window.session.open(root)

    def ask_open(self) -> None:
        words = tr("opening.open")
        folder = QFileDialog.getExistingDirectory(self._window, words, str(self._documents()))
        if folder:
            self.open(Path(folder))

    def ask_new(self) -> None:
        dialog = NewArchive(self._documents(), self._window)
        dialog.accepted.connect(lambda: self.create(dialog.root, dialog.title.text().strip()))
        dialog.open()

    def create(self, root: Path, title: str) -> None:
        """Makes an archive and opens it."""
        self._window.operations.run(lambda: bootstrap.create(root, title), lambda _: self.open(root), lane="work")

    def explore_sample(self) -> None:
        """Opens the sample; where there is none yet it is made, and fills while it can be looked at."""
        root = settings.data_folder() / "sample"
        if bootstrap.is_archive(root):
            self.open(root)
            return
        self._to_fill = root
        self.create(root, tr("opening.sample"))

    def open_sample(self, root: Path) -> None:
        """Opens a sample that may not be complete, and fills it while it can be looked at."""
        self._to_fill = root
        self.open(root)

    def _fill_sample(self) -> None:
        """Only the archive that was meant: where that could not be opened, another is not filled in its place."""
        wanted, self._to_fill = self._to_fill, None
        archive = self._window.session.archive
        if wanted is None or archive is None or not archive.writable or archive.root.resolve() != wanted.resolve():
            return
        self._importing.take([paths.specimens()], told=tr("opening.making_sample"), report=False, then=sample.arrange)
        self._touring.begin_soon()

    def _documents(self) -> Path:
        last = self._window.state.last_archive
        if last:
            return last.parent
        return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
