"""The pictures of the user guide: ``screenshots.py --guide`` takes them into resources/help/pictures/<language>.

Whole windows where one is to find one's way, single views where something is told of them; in the light scheme.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from shots import Shots

SIZE = (1240, 800)
#: What is typed into the program for its pictures, by language.
WORDS = {
    "en": {"hits": "wage theft OR training", "many": "training", "tags": ("hearing of May", "to quote"),
           "note": "The copy in Houston has a stamp here.", "beside": "Compare with the renewal."},
    "es": {"hits": "salario O capacitación", "many": "capacitación", "tags": ("audiencia de mayo", "para citar"),
           "note": "La copia de Houston lleva un sello aquí.", "beside": "Comparar con la renovación."},
}  # fmt: skip
ALLIANCE = "2012 Alliance OSHA Austin - Mexican Consulate.pdf"
RELEASE = "osha-austin-2015.html"


def take_all(shots_of: Callable[[Path], Shots], folder: Path, home: Path) -> None:
    """Each language with an archive of its own, so that nothing written in one is seen in the other."""
    from archive_app.gui import language

    for code in WORDS:
        os.environ["XDG_DATA_HOME"] = str(home / code)
        language.choose(code)
        shots = shots_of(folder / code)
        shots.window.resize(*SIZE)
        QCursor.setPos(0, 0)
        Guide(shots, code, home / code).take()
        shots.window.close()


class Guide:
    def __init__(self, shots: Shots, code: str, home: Path) -> None:
        self.shots, self.code, self.home = shots, code, home
        self.window = shots.window
        self.words = WORDS[code]
        shots.folder.mkdir(parents=True, exist_ok=True)

    def take(self) -> None:
        self.shots.settle()
        self.save("start")
        self.preview()
        self.shots.make_sample()
        self.finding()
        self.record()
        self.places()
        self.comparison()

    def preview(self) -> None:
        """What would come in, of an archive in which nothing is yet."""
        from archive_app import paths
        from archive_app.gui.dialogs.intake.intake_preview import IntakePreview

        self.window.opening.create(self.home / "empty", "Convenio")
        self.shots.until(lambda: self.window.session.archive is not None)
        self.shots.settle()
        self.dialog("preview", IntakePreview(self.window.session, [paths.specimens()], self.window))

    def finding(self) -> None:
        records = self.window.places.records
        self.window.search.put("wage theft")
        self.shots.settle()
        self.save("search")
        self.window.search.put(self.words["hits"])
        self.shots.settle()
        records.hit.more.setChecked(True)
        records.step_hit(1)
        self.shots.settle()
        self.save("hits", records)
        records.hit.more.setChecked(False)
        self.window.search.put(self.words["many"])
        self.shots.settle()
        self.window.go("concordance")
        self.shots.settle()
        self.save("concordance", self.window.places.concordance)
        self.window.go("records")

    def record(self) -> None:
        from archive_app.gui.dialogs.description.edit_fact import EditFact
        from archive_app.gui.dialogs.description.tagging import TagRecords

        shots, records = self.shots, self.window.places.records
        self.window.search.put("alliance Austin training")
        shots.settle()
        shots.open_file(ALLIANCE)
        shots.choose_fact("expiration_date")
        self.save("evidence", records.pane)
        names, session = self.window.session.archive.authorities, self.window.session
        self.dialog("correct", EditFact("expiration_date", None, "two (2) years from the date of the last signature",
                                        names, self.window, session))  # fmt: skip
        first, second = self.words["tags"]
        self.dialog("tags", TagRecords({first: 3, second: 1}, 3, self.window))
        shots.open_file(RELEASE)
        self.annotate(records.pane.opened.id)
        self.save("notes", records.pane)

    def annotate(self, record: str) -> None:
        from archive_app.services.description import noting, tagging

        archive = self.window.session.archive
        text = self.window.places.records.pane.opened.pages[0].text
        start = text.index(text.split()[6])
        noting.add(archive, record, self.words["note"], page=1, span=(start, start + 30))
        noting.add(archive, record, self.words["beside"])
        tagging.change(archive, [record], add=list(self.words["tags"]))
        self.window.session.changed.emit()
        self.shots.settle()
        self.window.places.records.pane.description.show_notes()
        self.shots.settle()

    def places(self) -> None:
        """Each place as it is gone to, without what stands around it; home with the whole window."""
        self.window.search.clear()
        for place, name in (
            ("home", "home"), ("imports", "imports"), ("review", "review"), ("agreements", "agreements"),
            ("timelines", "timelines"), ("coverage", "coverage"), ("links", "links"), ("requests", "requests"),
            ("authorities", "bodies"), ("arrangement", "arrangement"), ("keeping", "keeping"),
        ):  # fmt: skip
            self.window.go(place)
            self.shots.settle()
            if place == "timelines":
                self.window.places.timelines.show_agency("US-DOL-OSHA")
                self.shots.settle()
            self.save(name, None if place == "home" else self.window.places.currentWidget())
        self.years()

    def years(self) -> None:
        """Coverage by year, with those who had nothing in force in one of them."""
        self.shots.show_years(2016)
        self.save("coverage-years", self.window.places.coverage)
        self.shots.show_day()

    def comparison(self) -> None:
        from archive_app.gui.models.tracking.agreements import read

        rows = read(self.window.session.archive, self.window.session.on)
        later = next(row.agreement for row in rows if row.place == (2, 2) and row.agreement.renews)
        self.dialog("comparison", self.window.comparing.compare(later.records[0]))

    def dialog(self, name: str, dialog: QWidget) -> None:
        dialog.show()
        self.shots.settle()
        self.save(name, dialog)
        dialog.close()

    def save(self, name: str, widget: QWidget | None = None) -> None:
        self.shots.keep(name, widget)
