"""The real window over a real archive, without a display."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from archive_app.gui import language, theme
from archive_app.gui.main_window import MainWindow
from archive_app.services import records
from tests.gui import making
from tests.gui.watchdog import WatchedApplication

TODAY = date(2016, 5, 1)
Settle = Callable[[], None]


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    """The application of these tests counts how long each event takes; see test_responsiveness.py."""
    return WatchedApplication


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    """The application as it looks when it is started, once; in English, whatever a test before chose."""
    if not qapp.property("dressed"):
        theme.apply(qapp)
        qapp.setProperty("dressed", True)
    language.speak("en")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    making.build(folder / "archive", folder / "papers")
    return folder


@pytest.fixture
def root(built: Path, tmp_path: Path) -> Path:
    """An archive of the test's own."""
    return Path(shutil.copytree(built / "archive", tmp_path / "archive"))


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    """The window as it is at the first start. An error that would be shown as a crash fails the test."""
    made = MainWindow(TODAY)
    made.resize(1300, 820)
    errors: list[Exception] = []
    made.operations.crashed.connect(errors.append)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()
    made.deleteLater()
    assert errors == []


@pytest.fixture
def settle(window: MainWindow, qtbot: QtBot) -> Settle:
    """Waits until everything the window asked for was shown."""

    def wait() -> None:
        qtbot.wait(10)
        qtbot.waitUntil(lambda: window.operations.idle, timeout=20_000)
        qtbot.wait(10)
        qtbot.waitUntil(lambda: window.operations.idle, timeout=20_000)

    return wait


@pytest.fixture
def opened(window: MainWindow, root: Path, settle: Settle) -> MainWindow:
    """The window with the archive open."""
    window.opening.open(root)
    settle()
    return window


@pytest.fixture
def id_of(opened: MainWindow) -> Callable[[str], str]:
    """The record that a file became."""
    archive = opened.session.archive
    assert archive is not None
    ids = {one.record.filename: one.id for one in records.all_described(archive)}
    return ids.__getitem__


@pytest.fixture
def first(opened: MainWindow, id_of: Callable[[str], str], settle: Settle) -> MainWindow:
    """The window with the first agreement open."""
    opened.open_record(id_of(making.FIRST))
    settle()
    return opened
