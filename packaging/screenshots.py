"""Drives the real window through its places and saves what it looks like to packaging/screenshots/*.png.

Needs a display: ``xvfb-run -s '-screen 0 1600x1000x24' .venv/bin/python packaging/screenshots.py [FOLDER]``
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

#: The day the pictures are taken on, so that they look the same next year.
DAY = date(2025, 11, 20)
SIZE = (1500, 940)


def main(folder: Path) -> None:
    """Takes all pictures, from the first question to the report of an import."""
    from archive_app.gui.app import application
    from archive_app.gui.main_window import MainWindow

    folder.mkdir(parents=True, exist_ok=True)
    application()
    window = MainWindow(DAY)
    window.resize(*SIZE)
    window.operations.crashed.connect(lambda error: sys.excepthook(type(error), error, error.__traceback__))
    window.show()
    shots = Shots(window, folder)
    try:
        shots.take_all()
    finally:
        window.session.set_day(DAY)
        window.close()


class Shots:
    """The pictures one after the other, each when nothing is under way any more."""

    def __init__(self, window, folder: Path) -> None:  # type: ignore[no-untyped-def]  # the window's class needs a display
        self.window, self.folder = window, folder

    def take_all(self) -> None:
        self.first_start()
        self.make_sample()
        self.search()
        self.evidence()
        self.places()
        self.dialogs()
        self.dark()

    def first_start(self) -> None:
        self.settle()
        self.save("first-start")

    def make_sample(self) -> None:
        window = self.window
        window.opening.explore_sample()
        self.until(lambda: window.work.isVisible() and "/" in window.work.count.text())
        self.pause(3.0)
        self.save("importing")
        self.until(lambda: window.session.archive is not None and not window.session.busy, 300)
        self.settle()
        self.save("records")

    def search(self) -> None:
        self.window.search.put("wage theft OR salarios")
        self.settle()
        self.save("search")
        facets = self.window.places.records
        facets.toggle_filter("kind", "press release")
        self.settle()
        self.save("search-narrowed")
        facets.toggle_filter("kind", "press release")
        self.window.search.put("wage AND (")
        self.settle()
        self.save("search-fault")

    def evidence(self) -> None:
        window = self.window
        window.search.put("alliance Austin training")
        self.settle()
        self.open_file("2012 Alliance OSHA Austin - Mexican Consulate.pdf")
        self.choose_fact("expiration_date")
        self.settle()
        self.save("evidence")
        self.choose_fact("signatory")
        self.settle()
        self.save("signature")
        self.open_file("2024 MOU bilingual WHD-Consulado.pdf")
        self.choose_fact("effective_date")
        self.settle()
        self.save("bilingual")
        window.search.put("kind:correspondence acuerdo OR agreement")
        self.settle()
        self.save("letter")
        self.open_file("2014-09-03 WHD MOU scan0012.pdf")
        self.save("scan")

    def places(self) -> None:
        for place in ("agreements", "timelines", "coverage", "review", "imports"):
            self.window.go(place)
            self.settle()
            self.save(place)
        timelines = self.window.places.timelines
        timelines.show_agency("US-DOL-OSHA")
        self.settle()
        self.window.go("timelines")
        self.settle()
        self.save("timeline-osha")

    def dialogs(self) -> None:
        from archive_app.gui.dialogs import help
        from archive_app.gui.dialogs.edit_fact import EditFact
        from archive_app.gui.dialogs.new_archive import NewArchive

        archive = self.window.session.archive
        made = (
            ("dialog-new", NewArchive(Path.home(), self.window)),
            ("dialog-edit", EditFact("expiration_date", "2017-09-03", "for three (3) years", archive.authorities)),
            ("dialog-help", help.keys(self.window)),
        )
        for name, dialog in made:
            dialog.show()
            self.pause(0.2)
            dialog.grab().save(str(self.folder / f"{name}.png"))
            dialog.close()

    def dark(self) -> None:
        from PySide6.QtWidgets import QApplication

        from archive_app.gui.theme import scheme

        scheme.put(QApplication.instance(), True)
        self.window.go("records")
        self.window.search.put("wage theft")
        self.settle()
        self.save("search-dark")
        for place in ("agreements", "timelines", "coverage"):
            self.window.go(place)
            self.settle()
            self.save(f"{place}-dark")

    def open_file(self, name: str) -> None:
        from archive_app.services import records

        every = records.listing(self.window.session.archive)
        self.window.open_record(next(one.id for one in every if one.record.filename == name))
        self.settle()

    def choose_fact(self, field: str) -> None:
        pane = self.window.places.records.pane
        facts = pane.opened.described.description.by_field.get(field, ())
        if facts:
            pane.description.choose(facts[0])

    # Waiting ---------------------------------------------------------------------------------------------------

    def settle(self) -> None:
        """Until everything asked for was shown, pages were drawn, and nothing new is asked."""
        self.pause(0.35)
        self.until(lambda: self.window.operations.idle, 60)
        self.pause(0.35)
        self.until(lambda: self.window.operations.idle, 60)

    def pause(self, seconds: float) -> None:
        from PySide6.QtCore import QEventLoop, QTimer

        loop = QEventLoop()
        QTimer.singleShot(round(seconds * 1000), loop.quit)
        loop.exec()  # unlike QTest's waiting it lets the other threads work

    def until(self, holds: Callable[[], bool], seconds: float = 30.0) -> None:
        last = time.monotonic() + seconds
        while not holds():
            if time.monotonic() > last:
                raise SystemExit("The window did not get there in time.")
            self.pause(0.05)

    def save(self, name: str) -> None:
        self.window.grab().save(str(self.folder / f"{name}.png"))


if __name__ == "__main__":
    # A person of its own, so that neither settings nor the sample of whoever runs this are touched.
    with tempfile.TemporaryDirectory() as home:
        for kind in ("CONFIG", "DATA", "STATE", "CACHE"):
            os.environ[f"XDG_{kind}_HOME"] = str(Path(home) / kind.lower())
        main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "packaging" / "screenshots")
