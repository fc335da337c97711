"""Starts the window."""

from __future__ import annotations

import signal
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from archive_app import bootstrap, paths
from archive_app.errors import ArchiveError, ConvenioError
from archive_app.gui import crash, language, memory, theme, trial
from archive_app.gui.last_run import LastRun
from archive_app.gui.main_window import MainWindow
from archive_app.services.intake.sample import FILL


def run(words: Sequence[str]) -> int:
    """Opens the window: on the archive named in ``words``, else on the one last open, else on the first question.

    With ``trial.WORD`` before the archive's name the window is drawn once for a trial, and closed.
    """
    if words[:1] == [trial.WORD]:
        return _try_out(Path(words[1]))
    # Ctrl+C in the terminal ends the program at once, as it would any other; finished work is in the archive.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    app = application(sheet=False)
    last_run = LastRun()
    before = last_run.begin()
    window = MainWindow(date.today())
    theme.dress(app)
    crash.install(window.show_crash)
    window.show()
    # Once the window stands: what is slow or fails happens before a person's eyes.
    QTimer.singleShot(0, lambda: begin(window, words))
    if before is not None:
        QTimer.singleShot(0, lambda: window.show_last_crash(before))
    code = app.exec()
    last_run.end()
    return code


def _try_out(root: Path) -> int:
    """Says in one line what was drawn, or what went wrong."""
    app = application()
    try:
        print(trial.try_out(root))
    except ConvenioError as fault:
        print(fault, file=sys.stderr)
        return 1
    finally:
        app.processEvents()
    return 0


def application(*, sheet: bool = True) -> QApplication:
    """The one application, dressed in the theme; but for its ``sheet`` of styles, where that is put on afterwards."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    app.setApplicationName("Convenio")
    QGuiApplication.setDesktopFileName("convenio")
    app.setWindowIcon(QIcon(str(paths.resources() / "icons" / "convenio.svg")))
    theme.apply(app, sheet=sheet)
    language.speak(language.chosen() or language.of_system())
    # What reads and searches runs in threads beside the window's; at Python's own 5 ms a turn, a painting that has to
    # wait for its turn a dozen times stands still for 60 ms.
    sys.setswitchinterval(0.0005)
    memory.spare()
    return app


def begin(window: MainWindow, words: Sequence[str]) -> None:
    """Opens the archive to begin with, where there is one; with FILL behind it, it is filled with the specimens."""
    if words:
        root = Path(words[0]).absolute()
        if words[1:] == [FILL]:
            window.opening.open_sample(root)
        elif bootstrap.is_archive(root):
            window.opening.open(root)
        else:
            window.tell(ArchiveError(
                f"{root} is not a Convenio archive; “New archive” in the menu makes one.",
                key="no_archive", operands=(root,),
            ))
    elif window.state.last_archive and bootstrap.is_archive(window.state.last_archive):
        window.opening.open(window.state.last_archive)
