"""What keeps the archive safe: back-ups with a plan, put back elsewhere; checks; the whole as a bag, and from one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from archive_app import bootstrap
from archive_app.errors import UsageError
from archive_app.gui.dialogs import message
from archive_app.gui.language import number, tr
from archive_app.gui.main_window.correcting import Correcting
from archive_app.gui.main_window.frame import Frame
from archive_app.gui.main_window.opening import Opening
from archive_app.gui.operations import WindowProgress
from archive_app.services import discretion
from archive_app.services.archive import Archive
from archive_app.services.preservation import backups
from archive_app.services.preservation.backups import Backup, Schedule

if TYPE_CHECKING:
    from archive_app.services.preservation.bagging import Bagged
    from archive_app.services.preservation.checks import Check, Finding
    from archive_app.services.preservation.verifying import Verification


class Safeguarding(QObject):
    """What checks and packs is loaded when it is asked to."""

    def __init__(self, window: Frame, opening: Opening, correcting: Correcting) -> None:
        super().__init__(window)
        self._window, self._opening, self._correcting = window, opening, correcting
        window.places.made_keeping.connect(self._join)

    def menu(self) -> dict[str, Callable[[], object]]:
        return {
            "backup": self.back_up, "verify": self.verify, "export_bag": self.ask_bag, "import_bag": self.ask_import,
            "backups": lambda: self.show("safety"), "history": lambda: self.show("changes"),
            "trash": lambda: self.show("trash"),
        }  # fmt: skip

    def show(self, tab: str) -> None:
        self._window.go("keeping")
        self._window.places.keeping.show_tab(tab)

    # Back-ups --------------------------------------------------------------------------------------------------

    def back_up(self) -> None:
        """A backup now, wherever the archive's backups go."""
        progress = self._window.session.work(backups.back_up, self._backed_up)
        self._window.work.follow(tr("keeping.backing_up"), progress)

    def _backed_up(self, made: Backup) -> None:
        self._window.session.changed.emit()
        self._window.tell_good(tr("keeping.backed_up", made.path))

    def ask_plan(self, held: Schedule) -> None:
        from archive_app.gui.dialogs.preservation.backup_plan import BackupPlan

        dialog = BackupPlan(held, self._window)
        dialog.accepted.connect(lambda: self.plan(dialog.schedule))
        dialog.open()

    def plan(self, wanted: Schedule) -> None:
        def done(_: None) -> None:
            self._window.session.changed.emit()
            self._window.tell_good(tr("safety.planned"))

        self._window.session.ask(lambda archive: backups.set_schedule(archive, wanted), done, lane="deciding")

    def ask_restore(self, backup: Backup) -> None:
        folder = QFileDialog.getExistingDirectory(self._window, tr("safety.restore_where"), str(Path.home()))
        if folder:
            self.restore(backup, Path(folder))

    def restore(self, backup: Backup, into: Path) -> None:
        """Makes an archive out of a backup in a new or empty folder, and checks every original of it."""
        progress = self._window.session.work(
            lambda archive, progress: _restored(archive, backup, into, progress),
            lambda result: self._restored(into, *result),
        )
        self._window.work.follow(tr("safety.restoring"), progress)

    def _restored(self, into: Path, result: Verification, found: Sequence[Finding]) -> None:
        told = tr("safety.restored", into, number(result.checked))
        if result.sound:
            message.ask(self._window, told, tr("safety.open_it"), lambda: self._opening.open(into), calm=True)
        else:
            self._show(found, tr("safety.restored_unsound", into))

    # Checks ----------------------------------------------------------------------------------------------------

    def verify(self) -> None:
        progress = self._window.session.work(
            lambda archive, progress: _verified(archive, progress), lambda result: self._verified(*result)
        )
        self._window.work.follow(tr("opening.checking"), progress)

    def _verified(self, result: Verification, found: Sequence[Finding]) -> None:
        self._window.session.changed.emit()
        if result.sound:
            self._window.tell_good(tr("opening.sound", count=result.checked))
        else:
            self._show(found, tr("safety.not_sound", number(result.checked)))

    def show_findings(self, check: Check) -> None:
        """What an earlier check found."""
        from archive_app.services.preservation import checks

        self._window.session.ask(
            lambda archive: checks.findings_of(archive, check),
            lambda found: self._show(found, tr("safety.found_none") if not found else tr("safety.found_then")),
        )

    def _show(self, found: Sequence[Finding], told: str) -> None:
        from archive_app.gui.dialogs.preservation.found_by_check import FoundByCheck

        dialog = FoundByCheck(found, told, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.record_wanted.connect(self._window.open_record)
        dialog.show()

    # Bags ------------------------------------------------------------------------------------------------------

    def ask_bag(self) -> None:
        """Asks what is to be in the bag, then where it goes."""
        self._window.session.ask(
            lambda archive: len(discretion.restricted(archive)), self._ask_bag
        )

    def _ask_bag(self, restricted: int) -> None:
        from archive_app.gui.dialogs.preservation.export_bag import ExportBag

        dialog = ExportBag(restricted, self._window)
        dialog.accepted.connect(lambda: self._ask_place(dialog.public))
        dialog.open()

    def _ask_place(self, public: bool) -> None:
        folder = QFileDialog.getExistingDirectory(self._window, tr("bag.where"), str(Path.home()))
        if folder:
            self.export_bag(Path(folder), public)

    def export_bag(self, folder: Path, public: bool) -> None:
        """Writes the bag; in a folder that holds other things it has a new folder of its own."""
        from archive_app.services.preservation import bagging

        on, archive = self._window.session.on, self._window.session.archive
        if archive is None:
            return
        holds = folder.is_dir() and any(folder.iterdir())
        place = folder / tr("bag.folder", archive.root.name, on.isoformat()) if holds else folder
        progress = self._window.session.work(
            lambda archive, progress: bagging.write_bag(archive, place, on, public=public, progress=progress),
            lambda bagged: self._bagged(place, bagged),
        )
        self._window.work.follow(tr("bag.writing"), progress)

    def _bagged(self, place: Path, bagged: Bagged) -> None:
        told = [tr("bag.written", place, number(bagged.files))]
        told += [tr("bag.holds_restricted", count=bagged.restricted)] if bagged.restricted else []
        told += [tr("bag.left_out", count=bagged.left_out)] if bagged.left_out else []
        self._window.tell_good(" ".join(told))
        if bagged.missing:
            self._window.tell(UsageError(tr("bag.missing", ", ".join(bagged.missing[:12]))))

    def ask_import(self) -> None:
        """Asks for a bag, then for the folder in which an archive is made of it."""
        bag = QFileDialog.getExistingDirectory(self._window, tr("bag.which"), str(Path.home()))
        root = QFileDialog.getExistingDirectory(self._window, tr("bag.into"), str(Path.home())) if bag else ""
        if root:
            self.import_bag(Path(bag), Path(root))

    def import_bag(self, bag: Path, root: Path) -> None:
        """Every file of the bag is checked first; the archive that is made of it is opened."""
        from archive_app.services.preservation import bagging

        place = root / bag.name if root.is_dir() and any(root.iterdir()) else root
        progress = self._window.session.apart(
            lambda progress: bagging.unpack_bag(bag, place, progress), lambda _: self._opening.open(place)
        )
        self._window.work.follow(tr("bag.reading"), progress)

    def _join(self) -> None:
        pane = self._window.places.keeping.safety
        pane.plan_wanted.connect(self.ask_plan)
        pane.restore_wanted.connect(self.ask_restore)
        pane.findings_wanted.connect(self.show_findings)
        pane.action_wanted.connect(lambda name: self._window.actions_[name].trigger())
        changes = self._window.places.keeping.changes
        changes.record_wanted.connect(self._window.open_record)
        changes.undo_wanted.connect(self._correcting.undo)
        changes.redo_wanted.connect(self._correcting.redo)


def _restored(
    archive: Archive, backup: Backup, into: Path, progress: WindowProgress
) -> tuple[Verification, tuple[Finding, ...]]:
    backups.restore(backup.path, into, None if backup.whole else archive.root, progress)
    with bootstrap.opened(into, writable=True, progress=progress) as made:
        return _verified(made, progress)


def _verified(archive: Archive, progress: WindowProgress) -> tuple[Verification, tuple[Finding, ...]]:
    from archive_app.services.preservation import checks, verifying

    result = verifying.verify(archive, progress)
    return result, checks.findings(archive, result)
