"""The sheet as a PDF: first what the record is, its facts and notes, then its pages. One record gives the same bytes.

Facts lead to their words and back; the outline lists the pages with what is told of each; pages are labelled by the
numbers that the record has for them, the sheets before them i, ii, iii.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Final

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import letter
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from archive_app.domain.fact import Fact
from archive_app.domain.record import Note
from archive_app.exports.evidence_sheet.content import EvidenceSheet, SheetPage, Told
from archive_app.exports.evidence_sheet.lettering import BOLD, PLAIN, Lettering, numbered
from archive_app.exports.evidence_sheet.pages import (
    INK,
    MARGIN,
    SOFT,
    Room,
    draw_page,
    draw_text,
    in_list,
    on_page,
    plate,
)
from archive_app.exports.plain import line

#: Where text must end above the sheet's foot.
BOTTOM: Final = MARGIN + 24
NUMBERS: Final = 30.0
_RULE = HexColor("#d5dade")
#: A line of a fact or note: text, face, size and ink.
Row = tuple[str, str, float, HexColor]


def write(sheet: EvidenceSheet, file: Path, fonts: Path) -> None:
    """``fonts`` is the folder with the faces that the sheet is set in."""
    target, lettering = BytesIO(), Lettering(fonts)
    canvas = Canvas(target, pagesize=letter, pageCompression=1, invariant=1, initialFontName=PLAIN,
                    lang=sheet.labels.language)  # fmt: skip
    canvas.setTitle(line(sheet.title))
    canvas.setSubject(line(sheet.reference))
    canvas.setCreator("Convenio")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.showOutline()
    writer = _Writer(canvas, sheet, lettering)
    writer.front()
    for page in sheet.pages:
        writer.page(page)
    canvas.save()
    file.write_bytes(target.getvalue())


class _Writer:
    """Goes down a sheet and on to the next one where there is no more room."""

    def __init__(self, canvas: Canvas, sheet: EvidenceSheet, lettering: Lettering) -> None:
        self._canvas, self._sheet, self._lettering = canvas, sheet, lettering
        self._width: float
        self._height: float
        self._width, self._height = letter
        self._y, self._number = self._top, 1
        canvas.addPageLabel(0, "ROMAN_LOWER", 1)

    @property
    def _top(self) -> float:
        return self._height - MARGIN

    # Before the pages ------------------------------------------------------------------------------------------

    def front(self) -> None:
        """What it is, where it is kept, its fingerprint; then each fact with the words it rests on, and the notes."""
        sheet, say, record = self._sheet, self._sheet.labels.say, self._sheet.record
        self._words(sheet.title, 14, bold=True, after=6)
        self._words(sheet.reference, 9, soft=True, after=4)
        self._words(f"{say('File')}: {record.filename} ({record.media_type})", 8, soft=True)
        self._words(f"SHA-256: {record.sha256}", 8, soft=True)
        if sheet.tags:
            self._words(f"{say('Tags')}: {', '.join(sheet.tags)}", 8, soft=True)
        self._y -= 8
        self._section(say("Facts"), "facts")
        if not sheet.facts:
            self._words(say("No fact rests on these pages."), 9.5)
        for number, fact in enumerate(sheet.facts, 1):
            self._entry(Told(number), self._fact_rows(fact))
        if sheet.notes:
            self._section(say("Notes"), "notes")
        for number, note in enumerate(sheet.notes, 1):
            self._entry(Told(number, is_note=True), self._note_rows(note))
        if sheet.left_out:
            told = sheet.labels.fill("Pages without evidence left out: {count}.", count=sheet.left_out)
            self._words(told, 8, soft=True)
        self._tell_lacking()
        self._end_sheet()

    def _section(self, name: str, key: str) -> None:
        self._need(60)
        self._canvas.bookmarkPage(key, fit="XYZ", left=0, top=self._y + 12)
        self._canvas.addOutlineEntry(name, key, 0)
        self._words(name, 11, bold=True, after=6)

    def _fact_rows(self, fact: Fact) -> list[Row]:
        quote = fact.evidence.quote if fact.evidence else ""
        value = f"{self._sheet.field(fact)}: {self._sheet.value(fact)}"
        return self._rows((value, BOLD, 9.5, INK), (f"“{quote}”" if quote else "", PLAIN, 9, INK),
                          (self._sheet.source(fact), PLAIN, 7.5, SOFT))  # fmt: skip

    def _note_rows(self, note: Note) -> list[Row]:
        quote = f"“{note.quote}”" if note.quote else ""
        return self._rows((self._sheet.note(note), BOLD, 9.5, INK), (quote, PLAIN, 9, INK),
                          (self._sheet.writer(note), PLAIN, 7.5, SOFT))  # fmt: skip

    def _rows(self, *told: Row) -> list[Row]:
        wide = self._width - 2 * MARGIN - NUMBERS
        return [(cut, face, size, ink) for text, face, size, ink in told for cut in self._cut(text, face, size, wide)]

    def _entry(self, told: Told, rows: Sequence[Row]) -> None:
        """A fact or note with its number, which leads to its words where their page is shown."""
        place = self._sheet.place_of(told)
        target = None if place is None else on_page(place)
        self._need(sum(size * 1.3 for _, _, size, _ in rows) + 8)
        self._canvas.bookmarkPage(in_list(told), fit="XYZ", left=0, top=self._y + 12)
        plate(self._canvas, MARGIN, self._y - 10, [told], lambda _: target)
        for text, face, size, ink in rows:
            if target:
                area = (MARGIN + NUMBERS, self._y - size * 1.3, self._width - MARGIN, self._y)
                self._canvas.linkRect("", target, area)
            self._line(text, face, size, ink, MARGIN + NUMBERS)
        self._y -= 8

    def _tell_lacking(self) -> None:
        """Letters of what stands before the pages; those of pages that are shown as text are seen there."""
        lacking = "".join(shown.page.text for shown in self._sheet.pages if shown.picture is None)
        self._lettering.shown(lacking)
        if self._lettering.lacking:
            told = ", ".join(map(numbered, sorted(self._lettering.lacking)[:40]))
            words = "Letters for which this sheet has no shape are written as their Unicode number: {letters}."
            self._words(self._sheet.labels.fill(words, letters=told), 8, soft=True)

    # Pages -----------------------------------------------------------------------------------------------------

    def page(self, shown: SheetPage) -> None:
        """A page as a picture, on a sheet that lies as the page does; or its text over as many sheets as it takes."""
        page, marks, start, sheets = shown.page, self._sheet.marks(shown.page), 0, 1
        lies = bool(shown.picture) and page.width > page.height
        self._width, self._height = (max(letter), min(letter)) if lies else letter
        self._canvas.setPageSize((self._width, self._height))
        self._y = self._top
        self._begin_page(page.number)
        if shown.picture:
            draw_page(self._canvas, page, shown.picture, marks, self._room, self._lettering)
            self._end_sheet()
            return
        while (further := draw_text(self._canvas, page.text, marks, self._room, start, self._lettering)) is not None:
            start, sheets = further, sheets + 1
            self._end_sheet()
            self._canvas.addPageLabel(self._number - 1, prefix=f"{page.number} ({sheets})")
            self._head(page.number)
        self._end_sheet()

    @property
    def _room(self) -> Room:
        return MARGIN, BOTTOM, self._width - MARGIN, self._y

    def _begin_page(self, number: int) -> None:
        """Its label and its place in the outline, with what is told of it below."""
        key = on_page(number)
        self._canvas.addPageLabel(self._number - 1, "ARABIC", number)
        self._head(number)
        self._canvas.bookmarkPage(key)
        self._canvas.addOutlineEntry(self._sheet.labels.fill("Page {page}", page=number), key, 0, closed=1)
        for told in self._sheet.told_on(number):
            # Where the words have no place on the page, the page itself is it.
            self._canvas.bookmarkPage(on_page(told))
            self._canvas.addOutlineEntry(self._brief(told), on_page(told), 1)

    def _brief(self, told: Told) -> str:
        if told.is_note:
            note = self._sheet.notes[told.number - 1]
            return f"{told}  {self._sheet.note(note) or note.quote}"[:90]
        fact = self._sheet.facts[told.number - 1]
        return f"{told}  {self._sheet.field(fact)}: {self._sheet.value(fact)}"[:90]

    def _head(self, number: int) -> None:
        self._words(self._sheet.labels.fill("Page {page}", page=number), 10, bold=True, after=8)

    # Lines -----------------------------------------------------------------------------------------------------

    def _words(self, words: str, size: float, *, bold: bool = False, soft: bool = False, after: float = 2) -> None:
        face = BOLD if bold else PLAIN
        for text in self._cut(words, face, size, self._width - 2 * MARGIN):
            self._line(text, face, size, SOFT if soft else INK, MARGIN)
        self._y -= after

    def _line(self, text: str, face: str, size: float, ink: HexColor, x: float) -> None:
        self._need(size * 1.3)
        self._canvas.setFillColor(ink)
        self._canvas.setFont(face, size)
        self._canvas.drawString(x, self._y - size, text)
        self._y -= size * 1.3

    def _cut(self, words: str, face: str, size: float, width: float) -> list[str]:
        """The words in lines that have room; one that has no blank is cut."""
        found: list[str] = []
        for text in simpleSplit(self._lettering.shown(words), face, size, width):
            while stringWidth(text, face, size) > width:
                part = max(1, int(len(text) * width / stringWidth(text, face, size)))
                found.append(text[:part])
                text = text[part:]
            found.append(text)
        return found

    def _need(self, height: float) -> None:
        """On to the next sheet where there is no room for so much; what is higher than a sheet goes on over it."""
        if self._y - height < BOTTOM and self._y < self._top:
            self._end_sheet()

    def _end_sheet(self) -> None:
        canvas, number = self._canvas, str(self._number)
        foot = self._lettering.shown(f"{self._sheet.record.id} · SHA-256 {self._sheet.record.sha256[:16]}…")
        canvas.setStrokeColor(_RULE)
        canvas.line(MARGIN, MARGIN + 12, self._width - MARGIN, MARGIN + 12)
        canvas.setFillColor(SOFT)
        canvas.setFont(PLAIN, 7)
        canvas.drawString(MARGIN, MARGIN, foot)
        canvas.drawString(self._width - MARGIN - stringWidth(number, PLAIN, 7), MARGIN, number)
        canvas.showPage()
        self._y, self._number = self._top, self._number + 1
