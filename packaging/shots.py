"""Takes pictures of the real window: brings it to a place, waits until it stands there, and saves what is seen."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

#: The day the pictures are taken on, so that they look the same next year.
DAY = date(2025, 11, 20)
SIZE = (1500, 940)
#: The pictures in README.md.
SHOWN = frozenset(("search", "evidence", "timelines", "coverage", "requests"))


def shots_of(folder: Path, every: bool = False) -> Shots:
    """A new window, and what takes pictures of it into a folder."""
    from archive_app.gui.main_window import MainWindow

    window = MainWindow(DAY)
    window.resize(*SIZE)
    window.operations.crashed.connect(lambda error: sys.excepthook(type(error), error, error.__traceback__))
    window.show()
    return Shots(window, folder, every)


class Shots:
    """The pictures one after the other, each when nothing is under way any more."""

    def __init__(self, window, folder: Path, every: bool = False) -> None:  # type: ignore[no-untyped-def]
        self.window, self.folder, self.every = window, folder, every

    def take_all(self) -> None:
        """Those that README.md shows."""
        self.settle()
        self.make_sample()
        self.search()
        self.evidence()
        self.places()

    def narrow(self) -> None:
        """As small as the window can be."""
        self.window.go("records")
        self.window.resize(self.window.minimumSize())
        self.settle()
        self.save("narrow")
        self.window.resize(*SIZE)
        self.settle()

    def findings(self) -> None:
        """What there is to say of an answer: its hits, its faults, its words in context; tags and notes of a record."""
        window, records = self.window, self.window.places.records
        window.go("records")
        window.search.put("wage theft OR training")
        self.settle()
        window.finding.save("Pay and training", records.asked)
        records.hit.more.setChecked(True)
        records.step_hit(1)
        self.settle()
        self.save("hits")
        records.hit.more.setChecked(False)
        window.go("concordance")
        self.settle()
        self.save("concordance")
        window.go("records")
        window.search.put("alliance AND (training")
        self.settle()
        self.save("fault")
        window.search.put("traning")
        self.settle()
        self.save("suggestion")
        window.search.put("alliance Austin")
        self.settle()
        self.annotate(records.model.hit(0).record)
        self.save("annotated")

    def annotate(self, record: str) -> None:
        """A record with tags, a note on words of its first page and one beside the whole."""
        from archive_app.services import kept_notes
        from archive_app.services.description import noting, tagging

        archive = self.window.session.archive
        self.window.open_record(record)
        self.settle()
        page = self.window.places.records.pane.opened.pages[0]
        if not kept_notes.of(archive, record):
            start = page.text.index(page.text.split()[6])
            noting.add(archive, record, "The copy in Houston has a stamp here.", page=1, span=(start, start + 30))
            noting.add(archive, record, "Compare with the renewal.")
        tagging.change(archive, [record], add=["hearing of May", "to quote"])
        self.window.session.changed.emit()
        self.settle()
        self.window.places.records.pane.description.show_notes()
        self.settle()

    def make_sample(self) -> None:
        window = self.window
        window.opening.explore_sample()
        self.until(self.sample_is_full, 300)
        self.until(lambda: self.window.operations.idle, 300)  # scans are read on
        self.settle()
        self.save("tour")
        window.touring.leave()

    def sample_is_full(self) -> bool:
        """Whether the import has ended; asked of the archive, as the work may begin and end between two looks."""
        from archive_app.services import records

        session = self.window.session
        return session.archive is not None and not session.busy and bool(records.listing(session.archive))

    def search(self) -> None:
        self.window.search.put("wage theft")
        self.settle()
        self.save("search")

    def evidence(self) -> None:
        """The words a fact rests on: in a paper that a search found, and in one of two columns."""
        self.window.search.put("alliance Austin training")
        self.settle()
        self.open_file("2012 Alliance OSHA Austin - Mexican Consulate.pdf")
        self.choose_fact("expiration_date")
        self.save("evidence")
        self.open_file("2024 MOU bilingual WHD-Consulado.pdf")
        self.choose_fact("effective_date")
        self.save("bilingual")

    def places(self) -> None:
        self.window.search.clear()
        for place in ("home", "agreements", "timelines", "coverage", "requests", "links", "authorities", "review",
                      "imports", "keeping", "arrangement"):  # fmt: skip
            self.window.go(place)
            self.settle()
            if place == "timelines":
                self.window.places.timelines.show_agency("US-DOL-OSHA")
                self.settle()
            self.save(place)
        self.show_years(2016)
        self.save("coverage-years")
        self.show_day()

    def show_years(self, year: int) -> None:
        """Coverage through the years, with the lapses of one below."""
        from archive_app.gui.views.tracking.coverage import BY_YEAR

        self.window.go("coverage")
        self.settle()
        self.window.places.coverage.show_picture(BY_YEAR)
        self.window.places.coverage.ledger.show_year(year)
        self.settle()

    def show_day(self) -> None:
        from archive_app.gui.views.tracking.coverage import ON_THE_DAY

        self.window.places.coverage.show_picture(ON_THE_DAY)
        self.window.places.coverage.ledger.year.setCurrentIndex(0)

    def tabs(self) -> None:
        """What stands behind the tabs of two places."""
        window = self.window
        for place, tabs in {"imports": ("folders", "scans"), "keeping": ("trash", "safety", "changes")}.items():
            window.go(place)
            for tab in tabs:
                getattr(window.places, place).show_tab(tab)
                self.settle()
                self.save(f"{place}-{tab}")

    def open_file(self, name: str) -> None:
        from archive_app.services import records

        every = records.listing(self.window.session.archive)
        self.window.open_record(next(one.id for one in every if one.record.filename == name))
        self.settle()

    def choose_fact(self, field: str) -> None:
        pane = self.window.places.records.pane
        pane.description.choose(pane.opened.described.description.by_field[field][0])
        self.settle()

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

    def save(self, name: str, widget=None) -> None:  # type: ignore[no-untyped-def]
        """Outside of ``--all`` those of README.md alone."""
        if self.every or name in SHOWN:
            self.keep(name, widget)

    def keep(self, name: str, widget=None) -> None:  # type: ignore[no-untyped-def]
        """As a picture of few colours, which are enough for a window."""
        from PIL import Image

        file = self.folder / f"{name}.png"
        (widget or self.window).grab().save(str(file))
        with Image.open(file) as picture:
            few = picture.convert("RGB").quantize(256, dither=Image.Dither.NONE)
        few.save(file, optimize=True)
