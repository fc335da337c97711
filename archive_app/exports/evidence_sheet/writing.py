"""The sheet as a PDF: first what the record is and its facts, then its pages. The same record gives the same bytes."""

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
from archive_app.exports.evidence_sheet.content import EvidenceSheet, SheetPage
from archive_app.exports.evidence_sheet.pages import INK, MARGIN, SOFT, draw_page, draw_text, printable, tag
from archive_app.exports.plain import fit, line

WIDTH, HEIGHT = letter
#: Where text begins below the sheet's head, and where it must end above its foot.
TOP, BOTTOM = HEIGHT - MARGIN, MARGIN + 24
NUMBERS: Final = 30.0
_RULE = HexColor("#d5dade")


def write(sheet: EvidenceSheet, file: Path) -> None:
    target = BytesIO()
    canvas = Canvas(target, pagesize=letter, pageCompression=1, invariant=1)
    canvas.setTitle(printable(line(sheet.title)))
    canvas.setSubject(printable(sheet.reference))
    canvas.setCreator("Convenio")
    writer = _Writer(canvas, sheet)
    writer.facts()
    for page in sheet.pages:
        writer.page(page)
    canvas.save()
    file.write_bytes(target.getvalue())


class _Writer:
    """Goes down a sheet and on to the next one where there is no more room."""

    def __init__(self, canvas: Canvas, sheet: EvidenceSheet) -> None:
        self._canvas, self._sheet, self._y, self._number = canvas, sheet, TOP, 1

    def facts(self) -> None:
        """What it is, where it is kept, its fingerprint; then each fact with the words it rests on."""
        sheet, say = self._sheet, self._sheet.labels.say
        self._words(sheet.title, 15, bold=True, after=6)
        self._words(sheet.reference, 9.5, soft=True, after=4)
        record = sheet.record
        self._words(f"{say('File')}: {record.filename} ({record.media_type})", 8.5, soft=True)
        self._words(f"SHA-256: {record.sha256}", 8.5, soft=True, after=10)
        if not sheet.facts:
            self._words(say("No fact rests on these pages."), 10)
        for number, fact in enumerate(sheet.facts, 1):
            self._fact(number, fact)
        if sheet.left_out:
            told = sheet.labels.fill("Pages without evidence left out: {count}.", count=sheet.left_out)
            self._words(told, 8.5, soft=True)
        self._end_sheet()

    def page(self, shown: SheetPage) -> None:
        """A page as a picture, or its text over as many sheets as it takes."""
        head = self._sheet.labels.fill("Page {page}", page=shown.page.number)
        marks = self._sheet.marks(shown.page.number)
        if shown.picture:
            self._head(head)
            draw_page(self._canvas, shown.page, shown.picture, marks, (MARGIN, BOTTOM, WIDTH - MARGIN, self._y))
            self._end_sheet()
            return
        start: int | None = 0
        while start is not None:
            self._head(head)
            start = draw_text(self._canvas, shown.page.text, marks, (MARGIN, BOTTOM, WIDTH - MARGIN, self._y), start)
            self._end_sheet()

    def _head(self, words: str) -> None:
        self._words(words, 10.5, bold=True, after=8)

    def _fact(self, number: int, fact: Fact) -> None:
        quote = fact.evidence.quote if fact.evidence else ""
        wide = WIDTH - 2 * MARGIN - NUMBERS
        value = f"{self._sheet.field(fact)}: {self._sheet.value(fact)}"
        lines = [(text, "Helvetica-Bold", 10.0, INK) for text in _lines(value, "Helvetica-Bold", 10, wide)]
        lines += [
            (text, "Times-Italic", 10.0, INK)
            for text in _lines(f"“{quote}”" if quote else "", "Times-Italic", 10, wide)
        ]
        lines += [(text, "Helvetica", 8.0, SOFT) for text in _lines(self._sheet.source(fact), "Helvetica", 8, wide)]
        self._need(sum(size * 1.3 for _, _, size, _ in lines) + 8)
        tag(self._canvas, MARGIN, self._y - 9.5, str(number))
        for text, font, size, ink in lines:
            self._line(text, font, size, ink, MARGIN + NUMBERS)
        self._y -= 8

    def _words(self, words: str, size: float, *, bold: bool = False, soft: bool = False, after: float = 2) -> None:
        font = "Helvetica-Bold" if bold else "Helvetica"
        for text in _lines(words, font, size, WIDTH - 2 * MARGIN):
            self._line(text, font, size, SOFT if soft else INK, MARGIN)
        self._y -= after

    def _line(self, text: str, font: str, size: float, ink: HexColor, x: float) -> None:
        self._need(size * 1.3)
        self._canvas.setFillColor(ink)
        self._canvas.setFont(font, size)
        self._canvas.drawString(x, self._y - size, text)
        self._y -= size * 1.3

    def _need(self, height: float) -> None:
        """On to the next sheet where there is no room for so much; what is higher than a sheet goes on over it."""
        if self._y - height < BOTTOM and self._y < TOP:
            self._end_sheet()

    def _end_sheet(self) -> None:
        foot = f"{self._sheet.record.id} · SHA-256 {self._sheet.record.sha256[:16]}…"
        canvas, number = self._canvas, str(self._number)
        canvas.setStrokeColor(_RULE)
        canvas.line(MARGIN, MARGIN + 12, WIDTH - MARGIN, MARGIN + 12)
        canvas.setFillColor(SOFT)
        canvas.setFont("Helvetica", 7.5)
        canvas.drawString(MARGIN, MARGIN, printable(foot))
        canvas.drawString(WIDTH - MARGIN - stringWidth(number, "Helvetica", 7.5), MARGIN, number)
        canvas.showPage()
        self._y, self._number = TOP, self._number + 1


def _lines(words: str, font: str, size: float, width: float) -> Sequence[str]:
    """The words in lines that have room; one that has no blank is cut."""
    found: list[str] = []
    for text in simpleSplit(printable(fit(words)), font, size, width):
        while stringWidth(text, font, size) > width:
            part = max(1, int(len(text) * width / stringWidth(text, font, size)))
            found.append(text[:part])
            text = text[part:]
        found.append(text)
    return found
