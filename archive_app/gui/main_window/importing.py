"""Taking files in from the window: chosen or dropped, with progress, and a report at the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QFileDialog

from archive_app.gui.language import tr
from archive_app.gui.main_window.frame import Frame
from archive_app.gui.operations.progress import WindowProgress
from archive_app.services.archive import Archive

if TYPE_CHECKING:
    from archive_app.services.intake.accessioning import Intake

#: What has become searchable is shown so often while an import goes on, in milliseconds.
LOOK_EVERY: Final = 2500


class Importing(QObject):
    """What takes files in is loaded when there are any: it brings along all that reads and describes."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        self._look = QTimer(self)
        self._look.setInterval(LOOK_EVERY)
        self._look.timeout.connect(window.places.records.refresh_list)
        window.places.import_wanted.connect(self.ask_files)
        window.session.work_changed.connect(self._work_changed)
        window.session.opened.connect(self._look_soon)

    def menu(self) -> dict[str, Callable[[], object]]:
        return {"import_files": self.ask_files, "import_folder": self.ask_folder}

    def ask_files(self) -> None:
        files, _kinds = QFileDialog.getOpenFileNames(self._window, tr("importing.files"), str(Path.home()))
        self.offer([Path(file) for file in files])

    def ask_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self._window, tr("importing.folder"), str(Path.home()))
        if folder:
            self.offer([Path(folder)])

    def offer(self, paths: Sequence[Path]) -> None:
        """Shows what would come in; it is taken only when the person says so."""
        if not paths or not self._window.session.writable or self._window.session.busy:
            return
        from archive_app.gui.dialogs.intake.intake_preview import IntakePreview

        dialog = IntakePreview(self._window.session, paths, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.take(paths, link=dialog.link, inside_zip=dialog.inside_zip))
        dialog.open()

    def take(
        self, paths: Sequence[Path], told: str = "", report: bool = True, link: bool = False, inside_zip: bool = False,
        then: Callable[[Archive], None] | None = None,
    ) -> None:  # fmt: skip
        """Takes files and folders in, in the background; at the end the report is shown, where it is asked for.

        They can be searched then; describing them is the queue's. ``then`` is done with the archive right after.
        """
        window = self._window
        if not paths or window.session.busy:
            return

        def work(archive: Archive, progress: WindowProgress) -> Intake:
            from archive_app.services.intake import accessioning

            intake = accessioning.add(
                archive, paths, link=link, inside_zip=inside_zip, progress=progress, describe=False
            )
            if then and not intake.cancelled:
                then(archive)
            return intake

        progress = window.session.work(work, lambda intake: self._done(intake, report))
        window.work.follow(told or tr("importing.taking"), progress)
        self._look.start()
        window.places.records.refresh_list()

    def _look_soon(self) -> None:
        """Once the list stands: it is what a person waits for."""
        self._window.places.records.answered.connect(self._look_for_unfinished, Qt.ConnectionType.SingleShotConnection)

    def _look_for_unfinished(self) -> None:
        """An import that was broken off goes on when its archive is opened, then the queue."""
        session = self._window.session
        if session.writable:
            session.ask(_unfinished, self._go_on, key="unfinished imports")

    def _go_on(self, unfinished: bool) -> None:
        window = self._window
        if not unfinished or window.session.busy:
            window.queue.start()
            return
        progress = window.session.work(_finish, lambda _: None)
        window.work.follow(tr("importing.going_on"), progress)
        self._look.start()

    def _done(self, intake: Intake, report: bool) -> None:
        if report or intake.failures:
            self._window.go("imports" if report else "records")

    def _work_changed(self) -> None:
        """However it ended, what came in until then is shown."""
        if self._look.isActive() and not self._window.session.busy:
            self._look.stop()
            self._window.session.changed.emit()


def _unfinished(archive: Archive) -> bool:
    from archive_app.services.intake import accessioning

    return accessioning.unfinished(archive)


def _finish(archive: Archive, progress: WindowProgress) -> None:
    from archive_app.services.intake import accessioning

    accessioning.go_on(archive, progress=progress)
