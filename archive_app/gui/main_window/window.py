"""The main window: all that can be done in it, which languages and looks it takes, what is remembered at its end."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QApplication

from archive_app.gui import actions, crash, language, theme
from archive_app.gui.dialogs import help, message
from archive_app.gui.dialogs.palette import Palette
from archive_app.gui.language import tr
from archive_app.gui.main_window.annotating import Annotating
from archive_app.gui.main_window.arranging import Arranging
from archive_app.gui.main_window.comparing import Comparing
from archive_app.gui.main_window.correcting import Correcting
from archive_app.gui.main_window.describing import Describing
from archive_app.gui.main_window.discretion import Discretion
from archive_app.gui.main_window.exporting import Exporting
from archive_app.gui.main_window.finding import Finding
from archive_app.gui.main_window.frame import Frame
from archive_app.gui.main_window.guiding import Guiding
from archive_app.gui.main_window.importing import Importing
from archive_app.gui.main_window.keeping import Keeping
from archive_app.gui.main_window.keys import WindowKeys
from archive_app.gui.main_window.linking import Linking
from archive_app.gui.main_window.naming import Naming
from archive_app.gui.main_window.notifying import Notifying
from archive_app.gui.main_window.opening import Opening
from archive_app.gui.main_window.reporting import Reporting
from archive_app.gui.main_window.safeguarding import Safeguarding
from archive_app.gui.main_window.scanning import Scanning
from archive_app.gui.main_window.sharing import Sharing
from archive_app.gui.main_window.touring import Touring
from archive_app.gui.main_window.watching import Watching
from archive_app.gui.views.frame.sidebar import PLACES
from archive_app.gui.window_state import WindowState


class MainWindow(Frame):
    """The frame, with all that can be done in it."""

    def __init__(self, today: date, state: WindowState | None = None) -> None:
        super().__init__(today, state or WindowState())
        self.setAcceptDrops(True)
        self.setMinimumSize(990, 600)
        self.notifying = Notifying(self)
        self._build()
        self._restore()
        self._follow_session()
        self._show_state()
        self._keys = WindowKeys(self)

    def _build(self) -> None:
        """Everything that is worded; made anew when another language is chosen."""
        self.fill()
        self._make_concerns()
        self._connect()

    def _make_concerns(self) -> None:
        """What can be done in the window, one part a concern; some go on with what others do."""
        self.importing = Importing(self)
        self.touring = Touring(self)
        self.opening = Opening(self, self.importing, self.touring)
        self.keeping = Keeping(self, self.importing)
        self.correcting = Correcting(self)
        self.safeguarding = Safeguarding(self, self.opening, self.correcting)
        self.discretion = Discretion(self)
        self.watching = Watching(self, self.keeping)
        self.scanning = Scanning(self)
        self.guiding = Guiding(self)
        self.exporting = Exporting(self)
        self.sharing = Sharing(self, self.exporting)
        self.describing = Describing(self)
        self.finding = Finding(self)
        self.reporting = Reporting(self, self.exporting)
        self.annotating = Annotating(self)
        self.linking = Linking(self)
        self.comparing = Comparing(self, self.exporting)
        self.naming = Naming(self)
        self.arranging = Arranging(self)
        self._offering = (
            self.opening, self.importing, self.keeping, self.safeguarding, self.discretion, self.watching,
            self.scanning, self.touring, self.guiding, self.exporting, self.sharing, self.correcting, self.describing,
            self.finding, self.reporting, self.annotating, self.naming, self.arranging,
        )  # fmt: skip

    def show_archive(self) -> None:
        """Another archive was opened."""
        self.touring.leave()
        archive = self.session.archive
        assert archive is not None
        self.state.last_archive = archive.root
        self.state.save()  # now: what is cut off saves nothing at its end
        self.setWindowTitle(f"{archive.title} – Convenio")
        self.search.clear()
        self.places.reset()
        self.go("records")
        self._show_state()
        self.search.setFocus()

    def refresh(self) -> None:
        """The archive has changed."""
        self.places.refresh()

    def choose_language(self, chosen: str) -> None:
        """Speaks a language ("system" follows it) and stands where it stood, with every word in it."""
        self.touring.leave()
        language.choose("" if chosen == "system" else chosen)
        standing = self.places.standing()
        self.operations.drop_all()
        self.places.keep()
        for part in (*self._offering, self.linking, self.comparing):
            part.deleteLater()
        self.actions_.remove()
        self.menuBar().clear()
        self._build()
        self.places.restore()
        self._show_state()
        if self.session.archive is not None:
            self.places.reset()
            self.search.show_query(standing.asked.query)
            self.places.stand(standing)
            self.sidebar.show_place(standing.place)

    def choose_appearance(self, chosen: str) -> None:
        """Light, dark, or "system" for what that has; at once."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.choose(app, "" if chosen == "system" else chosen)
        self._show_state()

    def show_work(self) -> None:
        """Work has begun or ended: what must wait for it is greyed meanwhile."""
        if not self.session.busy:
            self.work.end()
        self._show_state()

    def _show_state(self) -> None:
        has = self.session.archive is not None
        self.actions_.choose(f"language_{language.chosen() or 'system'}")
        self.actions_.choose(f"appearance_{theme.chosen() or 'system'}")
        self.actions_.enable(archive=has, writable=self.session.writable, busy=self.session.busy)
        self.body.show_archive(has)
        if not has:
            self.setWindowTitle("Convenio")

    # Parts -----------------------------------------------------------------------------------------------------

    def _follow_session(self) -> None:
        """What outlives the views is connected to once, and by methods of the window."""
        self.operations.refused.connect(self.tell)
        self.operations.crashed.connect(lambda error: self.show_crash(crash.report(error)))
        self.session.opened.connect(self.show_archive)
        self.session.changed.connect(self.refresh)
        self.session.work_changed.connect(self.show_work)
        self.queue.ended.connect(self.session.changed)
        self.statusBar().hide()
        self.statusBar().messageChanged.connect(lambda told: self.statusBar().setVisible(bool(told)))

    def _connect(self) -> None:
        self.search.asked.connect(self._search)
        self.add.clicked.connect(self.actions_["import_files"].trigger)
        self.search.left.connect(self.places.records.list.setFocus)
        self.sidebar.chosen.connect(self.go)
        self.welcome.chosen.connect(lambda name: self.actions_[name].trigger())
        self.places.counted.connect(self.sidebar.set_count)
        self.places.record_wanted.connect(self.open_record)
        self.places.agreement_wanted.connect(self.open_agreement)
        self.places.those_wanted.connect(self.open_those)
        self.places.words_wanted.connect(self.open_words)
        self.places.go_wanted.connect(self.go)
        self.places.action_wanted.connect(lambda name: self.actions_[name].trigger())
        self.places.links_wanted.connect(self.open_links)
        self.places.records.query_wanted.connect(self.search.put)
        self.places.records.pane.shown.connect(self.queue.hurry)
        self.queue.advanced.connect(self.places.records.follow_queue)
        self.places.records.faulty.connect(self.search.show_fault)
        for name, action in self._menu().items():
            self.actions_[name].triggered.connect(lambda _=False, action=action: action())

    def _menu(self) -> dict[str, Callable[[], object]]:
        going = {
            f"go_{place}": lambda place=place: self.go(place)
            for place in PLACES
        }
        offered = {name: action for part in self._offering for name, action in part.menu().items()}
        return going | offered | {
            "find": self._focus_search, "find_in": self._find_in_record, "clear": self.search.clear,
            "refresh": self.refresh,
            "quit": self.close, "palette": lambda: self.palette_of_all().open(),
            "about": lambda: help.about(self).open(),
            **{name: partial(self._choose, name) for name in actions.CHOICES},
        }  # fmt: skip

    def _choose(self, name: str) -> None:
        kind, _, chosen = name.partition("_")
        {"language": self.choose_language, "appearance": self.choose_appearance}[kind](chosen)

    def _search(self, query: str) -> None:
        # To empty the field is no wish to leave another place; words in context follow the search.
        if query and self.places.standing_at != "concordance":
            self.go("records")
        self.places.records.search(query)

    def _find_in_record(self) -> None:
        """In the paper that is seen; where none is, in the one among the records."""
        if self.places.now != "review":
            self.go("records")
        (self.places.review if self.places.now == "review" else self.places.records.pane).page.begin_finding()

    def _focus_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def palette_of_all(self) -> Palette:
        return Palette(self.actions_, self.session, self.open_record, self)

    # What failed -----------------------------------------------------------------------------------------------

    def show_last_crash(self, report: str) -> None:
        """The last run did not come to its end; what is known of that, to be copied."""
        dialog = crash.CrashDialog(report or tr("crash.unknown"), self, before=True)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def show_crash(self, report: str) -> None:
        """One report at a time: what fails while painting would fail again below its own report."""
        if not self.findChildren(crash.CrashDialog):
            dialog = crash.CrashDialog(report, self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    # Qt's side -------------------------------------------------------------------------------------------------

    def _restore(self) -> None:
        if not self.state.restore_geometry(self):
            self.resize(QSize(1440, 900).boundedTo(self.screen().availableSize()))
        self.places.restore()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._keys.watch()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.session.writable and not self.session.busy and _local_paths(event):
            event.acceptProposedAction()
            self.statusBar().showMessage(tr("window.drop"), 4000)

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.importing.offer(_local_paths(event))

    def event(self, event: QEvent) -> bool:
        """What is told at the foot stays while a menu is gone through: no entry has words of its own for it."""
        return event.type() == QEvent.Type.StatusTip or super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "actions_"):
            self.actions_.ink()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Work that changes the archive is stopped only when the person says so; then all threads are waited for."""
        if self.session.busy and not message.may_stop(self):
            event.ignore()
            return
        self.state.keep_geometry(self)
        self.places.keep()
        self.state.save()
        self.hide()
        self.session.close()
        self.out.clear()
        # Nothing is looked for any more: a day that comes, a folder that fills, a field that blinks.
        for timer in self.findChildren(QTimer):
            timer.stop()
        event.accept()


def _local_paths(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
