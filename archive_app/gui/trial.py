"""The window tried out on an archive with nobody before it: what a packaged program checks of itself."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication

from archive_app import paths
from archive_app.errors import ConvenioError
from archive_app.gui import crash, theme
from archive_app.gui.main_window import MainWindow
from archive_app.gui.views.frame.sidebar import PLACES
from archive_app.gui.window_state import WindowState

#: The choice of words with which the program is started for this.
WORD = "--try"
#: So many seconds each view has to show what it asked for.
PATIENCE = 60.0
#: Every so many pixels, both ways, it is looked at whether something was drawn.
_GRID = 8


class _Forgetful(WindowState):
    """Remembers nothing: the person's own settings stay as they are."""

    def save(self) -> None:
        return


def try_out(root: Path) -> str:
    """Opens the archive, draws every place and every icon; gives what was drawn, and on what.

    Raises ConvenioError for what went wrong. An application must be there.
    """
    faults: list[str] = []
    hook = sys.excepthook
    crash.install(faults.append)
    try:
        blank = [*_blank_places(root, faults), *_blank_icons()]
    finally:
        sys.excepthook = hook
    if faults or blank:
        raise ConvenioError("; ".join([*faults, *(f"“{one}” stays empty" for one in blank)]))
    return f"{len(PLACES)} places and every icon by Qt {qVersion()} on {QGuiApplication.platformName()}"


def _blank_places(root: Path, faults: list[str]) -> list[str]:
    """The places where nothing is drawn; what fails on the way is put to ``faults``."""
    window = MainWindow(date.today(), _Forgetful())
    window.operations.crashed.connect(lambda error: faults.append(crash.report(error)))
    window.show()
    window.session.open(root, lambda fault: faults.append(str(fault)))
    _wait(lambda: bool(faults) or (window.session.archive is not None and window.operations.idle))
    blank = [place for place in PLACES if not faults and not _draws(window, place)]
    window.session.close()
    window.hide()
    return blank


def _blank_icons() -> list[str]:
    names = sorted(file.stem for file in (paths.resources() / "icons").glob("*.svg"))
    return [name for name in names if not _is_drawn(theme.picture(name, 24, QColor("black")).toImage())]


def _draws(window: MainWindow, place: str) -> bool:
    window.go(place)
    _wait(lambda: window.operations.idle)
    return _is_drawn(window.places.grab().toImage())


def _wait(done: Callable[[], bool]) -> None:
    """Lets the window work until something holds, and once more for what that brought about."""
    until = time.monotonic() + PATIENCE
    while not done() and time.monotonic() < until:
        QApplication.processEvents()
        time.sleep(0.005)
    QApplication.processEvents()


def _is_drawn(image: QImage) -> bool:
    """Whether a picture shows more than one colour."""
    step = min(_GRID, max(1, image.width() // 16))
    across, down = range(0, image.width(), step), range(0, image.height(), step)
    return len({image.pixel(x, y) for y in down for x in across}) > 1
