"""The real window over a large archive: ``python -m tests.benchmarks.desktop FOLDER [--records N]``.

The archive (20,000 records where nothing is said) is made once and kept in FOLDER. Prints, each beside its goal and,
where there is one, beside a peer of the same run: how soon the started program shows its list and answers a key; the
longest that any one event keeps the window's thread while the list is scrolled, pages are turned, each place is gone
to, a search is typed and a thousand records are selected; and the most memory it held.

Milliseconds of the thread are its own work (``busy``): what it waits for on a machine that has more to do is told
beside, by the clock. Without a display as it stands; inside ``xvfb-run`` with ``QT_QPA_PLATFORM=xcb``.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import (
    QEvent,
    QEventLoop,
    QItemSelection,
    QItemSelectionModel,
    QObject,
    QStringListModel,
    Qt,
    QTimer,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView

from archive_app import bootstrap
from archive_app.domain.record import Record
from archive_app.gui.app import application
from archive_app.gui.main_window import MainWindow
from archive_app.gui.views.frame.sidebar import PLACES
from archive_app.services.records import all_described

ROOT = Path(__file__).resolve().parents[2]
ON = date(2024, 5, 1)
#: Seconds from the start of the process, milliseconds of the thread, megabytes.
START, FRAME, MEMORY = 1.0, 50.0, 400
TIMES = 5
QUERIES = ("wages heat", "memorandum of understanding", "consul*")
#: Milliseconds between two letters of a quick typist.
PACE = 90
#: Starts the program as a person does, presses a key once the list is there, and tells when that was painted.
STARTED = """
import sys, time
from archive_app import __main__ as program

def open_and_tell(words):
    from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
    from PySide6.QtGui import QKeyEvent
    from archive_app.gui import app
    from archive_app.gui.main_window import MainWindow

    def answer(window):
        shown = window.places.records.list
        before = shown.currentIndex().row()
        key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier)
        QCoreApplication.sendEvent(shown, key)
        assert shown.currentIndex().row() == before + 1
        shown.viewport().repaint()
        print(time.time(), time.process_time(), flush=True)
        QTimer.singleShot(0, window.close)

    def begin(window, words):
        if words:
            window.places.records.answered.connect(lambda: answer(window), Qt.ConnectionType.SingleShotConnection)
            begun(window, words)
        else:
            window.repaint()
            print(time.time(), time.process_time(), flush=True)
            QTimer.singleShot(0, window.close)

    begun, app.begin = app.begin, begin
    return app.run(words)

program.open_window = open_and_tell
sys.exit(program.main(["open", *sys.argv[1:]]))
"""


@dataclass
class Kept:
    """The longest event of an action: by the thread's own work and by the clock, in milliseconds, and what it was."""

    busy: float = 0.0
    clock: float = 0.0
    what: str = ""


class Timed(QApplication):
    """Keeps the longest event since it was last asked."""

    def __init__(self) -> None:
        super().__init__([])
        self.longest = Kept()
        self._within = False

    def notify(self, receiver: QObject, event: QEvent) -> bool:
        if self._within:
            return bool(super().notify(receiver, event))
        self._within, kind = True, f"{type(receiver).__name__}.{event.type().name}"
        begun, busy = time.perf_counter(), time.thread_time()
        try:
            return bool(super().notify(receiver, event))
        finally:
            self._within = False
            used, took = (time.thread_time() - busy) * 1000, (time.perf_counter() - begun) * 1000
            if used > self.longest.busy:
                self.longest = Kept(used, took, kind)

    def during(self, act: Callable[[], None]) -> Kept:
        self.longest = Kept()
        act()
        return self.longest


def tell(name: str, figure: str, goal: str, holds: bool, beside: str = "") -> None:
    print(f"{name:28}{figure:>12}   goal {goal:10} {'holds' if holds else 'FAILS':6} {beside}", flush=True)


def tell_kept(name: str, kept: Kept, beside: str = "") -> None:
    of = f"by the clock {kept.clock:.0f} ms, {kept.what}" if kept.what else "nothing to do"
    tell(name, f"{kept.busy:.1f} ms", f"< {FRAME:.0f} ms", kept.busy < FRAME, "; ".join(filter(None, (of, beside))))


# Start ---------------------------------------------------------------------------------------------------------


def measure_start(root: Path, folder: Path) -> None:
    """From the start of the process; the peer is the same window with no archive. The first run compiles."""
    _started(folder)
    full, bare = (
        sorted(_started(folder, *words) for words in [given] * TIMES) for given in ((str(root),), ())
    )  # fmt: skip
    (middle, own), (yardstick, bare_own) = full[TIMES // 2], bare[TIMES // 2]
    spread = f"{full[0][0]:.2f} to {full[-1][0]:.2f} s, {own:.2f} s its own work"
    peer = f"an empty window {yardstick:.2f} s, {bare_own:.2f} s its own; ratio {middle / yardstick:.2f}"
    tell("start to usable", f"{middle:.2f} s", f"< {START:.0f} s", middle < START, f"{spread}; {peer}")


def _started(folder: Path, *words: str) -> tuple[float, float]:
    """Seconds by the clock, and of the processor."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder / "compiled")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    begun = time.time()
    run = subprocess.run([sys.executable, "-c", STARTED, *words], check=True, cwd=ROOT, capture_output=True,
                         text=True, env=environment, timeout=60)  # fmt: skip
    ended, own = map(float, run.stdout.split()[-2:])
    return ended - begun, own


# The window ----------------------------------------------------------------------------------------------------


def rest(milliseconds: int) -> None:
    """Lets events come as the program does. ``QTest.qWait`` keeps Python's lock: no other thread would get on."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def settle(window: MainWindow) -> None:
    rest(20)
    while not window.operations.idle:
        rest(5)
    rest(20)


def measure_window(app: Timed, root: Path) -> None:
    window = MainWindow(ON)
    window.resize(1400, 900)

    def open_it() -> None:
        window.show()
        window.opening.open(root)
        settle(window)

    tell_kept("opening the archive", app.during(open_it))
    measure_scrolling(app, window)
    measure_turning(app, window)
    for place in (*PLACES, "concordance"):
        measure_place(app, window, place)
    measure_typing(app, window)
    measure_selecting(app, window)
    window.close()


def measure_scrolling(app: Timed, window: MainWindow) -> None:
    kept = app.during(lambda: scroll(window.places.records.list))
    settle(window)
    plain = QTableView()
    plain.setModel(QStringListModel([f"Paper {number}" for number in range(window.places.records.model.rowCount())]))
    plain.resize(window.places.records.list.size())
    plain.show()
    peer = app.during(lambda: scroll(plain))
    plain.close()
    tell_kept("scrolling the list", kept, f"a plain table {peer.busy:.1f} ms")


def scroll(table: QTableView) -> None:
    """Down by pages, and to the middle and the end at once."""
    bar = table.verticalScrollBar()
    for at in [*range(0, 60 * bar.pageStep(), bar.pageStep()), bar.maximum() // 2, bar.maximum(), 0]:
        bar.setValue(at)
        rest(16)


def measure_turning(app: Timed, window: MainWindow) -> None:
    record = _longest(window)
    window.open_record(record.id)
    settle(window)

    def turn() -> None:
        for page in range(2, record.pages + 1):
            window.places.records.pane.page.go_to(page)
            rest(40)
        settle(window)

    begun = time.perf_counter()
    kept = app.during(turn)
    each = (time.perf_counter() - begun) / (record.pages - 1) * 1000
    tell_kept("turning pages", kept, f"{each:.0f} ms a page with its picture, 40 of them waited for")


def _longest(window: MainWindow) -> Record:
    """Among what the window holds of all records already: to read them once more would count as its memory."""
    assert window.session.archive is not None
    return max((one.record for one in all_described(window.session.archive)), key=lambda record: record.pages)


def measure_place(app: Timed, window: MainWindow, place: str) -> None:
    begun = time.perf_counter()

    def go() -> None:
        window.go(place)
        settle(window)

    kept = app.during(go)
    tell_kept(f"going to {place}", kept, f"shown whole after {time.perf_counter() - begun:.2f} s")


def measure_typing(app: Timed, window: MainWindow) -> None:
    window.go("records")
    settle(window)
    answered: list[str] = []
    window.places.records.answered.connect(lambda: answered.append(window.places.records.asked.query))

    def wait(query: str) -> None:
        while query not in answered:
            rest(5)
        settle(window)

    kept = app.during(lambda: type_into(window.search, wait))
    field = QLineEdit()
    field.show()
    peer = app.during(lambda: type_into(field, lambda _: None))
    field.close()
    tell_kept("typing a search", kept, f"{len(answered)} answers shown; a bare field {peer.busy:.1f} ms")


def type_into(field: QLineEdit, wait: Callable[[str], None]) -> None:
    """``wait`` is told the words when the last of their letters was typed."""
    for query in QUERIES:
        field.clear()
        for letter in query:
            QTest.keyClicks(field, letter)
            rest(PACE)
        wait(query)


def measure_selecting(app: Timed, window: MainWindow) -> None:
    window.search.put("")
    settle(window)
    shown = window.places.records.list
    shown.setFocus()
    flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows

    def select() -> None:
        QTest.keyClick(shown, Qt.Key.Key_Home)
        begin = shown.currentIndex()
        until = shown.model().index(999, 0)
        shown.scrollTo(until)
        shown.selectionModel().select(QItemSelection(begin, until), flags)
        QTest.keyClick(shown, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        settle(window)

    tell_kept("selecting 1,000 records", app.during(select))


def measure_memory() -> None:
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    tell("memory at most", f"{held} MB", f"< {MEMORY} MB", held < MEMORY)


def main() -> None:
    told = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    told.add_argument("folder", type=Path)
    told.add_argument("--records", type=int, default=20_000)
    given = told.parse_args()
    root = given.folder.absolute() / str(given.records) / "archive"
    with tempfile.TemporaryDirectory() as scratch:
        for kind in ("CONFIG", "DATA", "STATE", "CACHE"):
            os.environ[f"XDG_{kind}_HOME"] = str(Path(scratch) / kind.lower())
        if not bootstrap.is_archive(root):
            root.parent.mkdir(parents=True, exist_ok=True)
            begun = time.perf_counter()
            # In a process of its own: what makes papers is no part of the window's memory.
            words = ["-m", "tests.benchmarks.large_archive", str(root), str(given.records)]
            subprocess.run([sys.executable, *words], check=True, cwd=ROOT)
            print(f"made {given.records:,} records in {time.perf_counter() - begun:.0f} s")
        measure_start(root, Path(scratch))
        app = Timed()
        application()
        measure_window(app, root)
        measure_memory()


if __name__ == "__main__":
    main()
