"""Typing in the search box of the window: ``python -m tests.benchmarks.typing_search [PAGES] [KEEP]``.

Makes an archive of so many pages (20,000 where nothing is said; kept in the folder KEEP for the next run, where one is
named), opens the real window over it without a display, types queries letter by letter as a person does, and prints
how long the window's thread was kept by any one event: the median and the worst over all events, and those beyond
50 ms, by the clock and in time of the thread itself. Beside it stands the same typing into a bare field, for what the
machine alone takes. Prints too how soon an answer is shown after the last letter of a query.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from archive_app import bootstrap
from archive_app.domain.fact import Fact
from archive_app.domain.page import Page
from archive_app.gui import theme
from archive_app.gui.main_window import MainWindow
from archive_app.services import indexing
from tests.benchmarks.measure_catalogue import add
from tests.benchmarks.search import PAGES_A_RECORD, Pages, described
from tests.gui.watchdog import LIMIT, WatchedApplication

QUERIES = ("wage theft", "agreement OR convenio", "labor rights training", "consul*", '"the department"', "salario")
#: Milliseconds between two letters of a quick typist.
PACE = 90
BATCH = 200


class Timed(WatchedApplication):
    """Keeps how long each event took, not only the slow ones."""

    def __init__(self) -> None:
        super().__init__()
        self.took: list[float] = []

    def notify(self, receiver: QObject, event: QEvent) -> bool:
        begun = time.perf_counter()
        done = super().notify(receiver, event)
        self.took.append(time.perf_counter() - begun)
        return done


def make(root: Path, number: int) -> None:
    """An archive of recombined paragraphs, five pages a record, each with a few facts."""
    bootstrap.create(root, "Benchmark")
    pages = Pages(number)
    with bootstrap.opened(root, writable=True) as archive:
        for first in range(0, number, BATCH * PAGES_A_RECORD):
            with archive.catalogue.writing():
                for start in range(first, min(first + BATCH * PAGES_A_RECORD, number), PAGES_A_RECORD):
                    texts = [pages.text(place) for place in range(start, start + PAGES_A_RECORD)]
                    add(archive.catalogue, start, tuple(Page(at, text) for at, text in enumerate(texts, 1)))
        for place, record in enumerate(archive.catalogue.records.all()):
            told = described(place)
            facts = [Fact("kind", told["kind"], 0.9, "test"), Fact("issued_date", told["date"], 0.9, "test")]
            archive.catalogue.facts.replace_readings(record.id, facts)
        indexing.catch_up(archive)


def type_into(field: QLineEdit, query: str) -> None:
    field.clear()
    for letter in query:
        QTest.keyClicks(field, letter)
        QTest.qWait(PACE)


def wait_until_idle(window: MainWindow) -> None:
    while not window.operations.idle:
        QTest.qWait(5)


def measure(app: Timed, root: Path) -> None:
    window = MainWindow(date(2024, 5, 1))
    window.resize(1400, 900)
    window.show()
    window.opening.open(root)
    QTest.qWait(50)
    wait_until_idle(window)
    app.took.clear()
    answers = []
    with app.watched():
        for query in QUERIES:
            type_into(window.search, query)
            begun = time.perf_counter()
            while window.places.records.answer is None or window.places.records.asked.query != query:
                QTest.qWait(2)
            answers.append(time.perf_counter() - begun)
            wait_until_idle(window)
    tell("the window", app)
    middle, worst = statistics.median(answers) * 1000, max(answers) * 1000
    print(f"{'answer after the last letter':32}{middle:8.0f} ms, worst {worst:.0f}")
    window.close()


def measure_bare(app: Timed) -> None:
    field = QLineEdit()
    field.show()
    app.took.clear()
    with app.watched():
        for query in QUERIES:
            type_into(field, query)
    tell("a bare field", app)


def tell(name: str, app: Timed) -> None:
    middle, worst = statistics.median(app.took) * 1000, max(app.took) * 1000
    print(f"{name:32}{len(app.took):6} events, median {middle:.2f} ms, worst {worst:.1f} ms")
    for call in app.slow:
        print(f"    over {LIMIT * 1000:.0f} ms: {call.receiver}.{call.event} {call.seconds * 1000:.0f} ms"
              f" ({call.busy * 1000:.0f} ms its own work)")  # fmt: skip


def main(number: int, keep: Path | None) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for kind in ("CONFIG", "DATA", "STATE", "CACHE"):
            os.environ[f"XDG_{kind}_HOME"] = str(Path(folder) / kind.lower())
        root = keep or Path(folder) / "archive"
        if not bootstrap.is_archive(root):
            begun = time.perf_counter()
            make(root, number)
            print(f"{'made':32}{number:6} pages in {time.perf_counter() - begun:.0f} s")
        app = Timed()
        theme.apply(app)
        measure_bare(app)
        measure(app, root)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000, Path(sys.argv[2]) if len(sys.argv) > 2 else None)
