"""A timeline drawn once and written as SVG, PDF (over pages when long) or PNG. How it looks on paper is all here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from pathlib import Path

import pypdfium2
from reportlab.graphics import renderPDF, renderSVG
from reportlab.graphics.shapes import Drawing, Line, Polygon, Rect, String
from reportlab.lib.colors import Color, HexColor
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from archive_app.domain.agreement import Status
from archive_app.domain.coverage import Gap
from archive_app.domain.timeline import Bar, Lane, Timeline
from archive_app.exports import timeline_marks as marks
from archive_app.exports.timeline_layout import (
    AXIS,
    FOOTER,
    HEADER,
    LABELS,
    MARGIN,
    PAGE_HEIGHT,
    WIDTH,
    Axis,
    Placed,
    axis_of,
    pages,
    sheet,
)  # fmt: skip

PNG_SCALE = 150 / 72  # 150 dots an inch
BAR = 11.0
INK, SOFT, FAINT, LAPSE = HexColor("#1d2730"), HexColor("#66727d"), HexColor("#e3e8ec"), HexColor("#b3261e")
GOOD, WARN, BAD, INFO = HexColor("#2e7d55"), HexColor("#a86a0b"), HexColor("#b03a3f"), HexColor("#3f68a8")
NEUTRAL, AHEAD = HexColor("#747b87"), HexColor("#8ab5a0")
FILLS = {
    Status.IN_FORCE: GOOD, Status.AMENDED: GOOD, Status.EXPIRING: WARN, Status.NOT_YET_IN_FORCE: AHEAD,
    Status.RENEWED: INFO, Status.SUPERSEDED: NEUTRAL, Status.EXPIRED: BAD, Status.TERMINATED: BAD,
    Status.UNKNOWN: NEUTRAL,
}  # fmt: skip
#: States whose colour the legend tells; the sign of each bar's end tells the rest without colour.
TOLD = ((Status.IN_FORCE, "in force"), (Status.EXPIRING, "expiring"), (Status.RENEWED, "renewed"),
        (Status.SUPERSEDED, "superseded"), (Status.EXPIRED, "expired or ended"))  # fmt: skip
FADING = 6  # pieces in which a bar of unknown end fades out


def draw(timeline: Timeline, file: Path) -> None:
    """Writes the picture; its form follows the file's ending (.svg, .pdf, .png)."""
    ending = file.suffix.lower()
    if ending == ".pdf":
        file.write_bytes(_pdf(timeline, pages(timeline.lanes)))
    elif ending == ".png":
        file.write_bytes(_png(_pdf(timeline, [list(timeline.lanes)], one_sheet=True)))
    else:
        renderSVG.drawToFile(_sheet(timeline, timeline.lanes), str(file))


def _pdf(timeline: Timeline, shared: Sequence[Sequence[Lane]], one_sheet: bool = False) -> bytes:
    target = BytesIO()
    canvas = Canvas(target, pageCompression=1, invariant=1)
    canvas.setTitle(f"Timeline: {timeline.name}")
    for number, lanes in enumerate(shared, 1):
        drawing = _sheet(timeline, lanes, f"{number} / {len(shared)}" if len(shared) > 1 else "")
        size = (WIDTH, drawing.height if one_sheet else max(PAGE_HEIGHT, drawing.height))
        canvas.setPageSize(size)
        renderPDF.draw(drawing, canvas, 0, size[1] - drawing.height)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def _png(pdf: bytes) -> bytes:
    document = pypdfium2.PdfDocument(pdf)
    picture = BytesIO()
    document[0].render(scale=PNG_SCALE).to_pil().save(picture, "PNG")
    document.close()
    return picture.getvalue()


def _sheet(timeline: Timeline, lanes: Sequence[Lane], number: str = "") -> Drawing:
    total, placed = sheet(lanes)
    drawing, axis = Drawing(WIDTH, total), axis_of(timeline)
    drawing.add(Rect(0, 0, WIDTH, total, fillColor=HexColor("#ffffff"), strokeColor=None))
    _header(drawing, timeline, total, number)
    _grid(drawing, axis, total - HEADER, FOOTER, timeline.on)
    for one in placed:
        _lane(drawing, axis, one, timeline.on)
    _legend(drawing)
    return drawing


def printable(text: str) -> str:
    """Text in the letters that the standard fonts have; others become a question mark rather than vanish."""
    return text.encode("cp1252", "replace").decode("cp1252")


def _text(drawing: Drawing, x: float, y: float, text: str, size: float, color: Color = INK, bold: bool = False) -> None:
    font = "Helvetica-Bold" if bold else "Helvetica"
    drawing.add(String(x, y, printable(text), fontSize=size, fontName=font, fillColor=color))


def _header(drawing: Drawing, timeline: Timeline, total: float, number: str) -> None:
    papers = {bar.agreement for lane in timeline.lanes for bar in lane.bars}
    papers |= {agreement.id for lane in timeline.lanes for agreement in lane.undated}
    agreements, counterparts = _count(len(papers), "agreement"), _count(len(timeline.lanes), "counterpart")
    told = f"{agreements} with {counterparts}, as known on {timeline.on}"
    _text(drawing, MARGIN, total - MARGIN - 8, timeline.name, 16, bold=True)
    _text(drawing, MARGIN, total - MARGIN - 24, told, 9.5, SOFT)
    if number:
        _text(drawing, WIDTH - MARGIN - stringWidth(number, "Helvetica", 9), total - MARGIN - 8, number, 9, SOFT)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _grid(drawing: Drawing, axis: Axis, top: float, bottom: float, on: date) -> None:
    for year, x in axis.years():
        drawing.add(Line(x, top - AXIS + 4, x, bottom, strokeColor=FAINT, strokeWidth=0.7))
        if x < axis.right - 12:
            _text(drawing, x + 2, top - AXIS + 8, str(year), 8, SOFT)
    x = axis.x(on)
    drawing.add(Line(x, top - AXIS + 4, x, bottom, strokeColor=INK, strokeWidth=0.8, strokeDashArray=[1, 2]))


def _lane(drawing: Drawing, axis: Axis, placed: Placed, on: date) -> None:
    lane = placed.lane
    drawing.add(Line(MARGIN, placed.top, WIDTH - MARGIN, placed.top, strokeColor=FAINT, strokeWidth=0.7))
    lines = simpleSplit(printable(lane.label), "Helvetica", 8.5, LABELS - 10)[:3]
    for number, line in enumerate(lines):
        _text(drawing, MARGIN, placed.top - 13 - number * 10, line, 8.5)
    if lane.undated:
        told = _count(len(lane.undated), "undated agreement")
        _text(drawing, MARGIN, placed.top - 13 - len(lines) * 10, told, 7, SOFT)
    for bar in lane.bars:
        _bar(drawing, axis, placed, bar)
    for gap in lane.gaps:
        _gap(drawing, axis, placed, gap, on)
    x = -marks.STEP
    for mark in lane.marks:
        x = max(axis.x(mark.day), x + marks.STEP)
        marks.draw(drawing, mark.kind, x, placed.marks_y)


def _bar(drawing: Drawing, axis: Axis, placed: Placed, bar: Bar) -> None:
    """Stated ends are closed by a thick line, computed bars dashed, unknown ends fade, endless ones point on."""
    x, y = axis.x(bar.start), placed.row_top(bar.row) - BAR
    fill = FILLS[bar.status]
    if bar.end_basis is None:
        end = min(axis.right, axis.x(bar.start.replace(year=min(9999, bar.start.year + 1))))
        _fading(drawing, x, y, max(end, x + 24), fill)
    elif bar.end is None:
        drawing.add(Rect(x, y, axis.right - 6 - x, BAR, fillColor=fill, strokeColor=None))
        points = [axis.right - 6, y, axis.right, y + BAR / 2, axis.right - 6, y + BAR]
        drawing.add(Polygon(points, fillColor=fill, strokeColor=None))
    else:
        _closed(drawing, x, y, axis.x(bar.end), bar, fill)
    _bar_label(drawing, axis, x, y, bar)


def _closed(drawing: Drawing, x: float, y: float, end: float, bar: Bar, fill: Color) -> None:
    width = max(2.0, end - x)
    if bar.end_basis == "computed":
        pale = Color(fill.red, fill.green, fill.blue, alpha=0.45)
        drawing.add(Rect(x, y, width, BAR, fillColor=pale, strokeColor=fill, strokeWidth=1, strokeDashArray=[3, 2]))
    else:
        drawing.add(Rect(x, y, width, BAR, fillColor=fill, strokeColor=None))
        drawing.add(Line(x + width, y - 1.5, x + width, y + BAR + 1.5, strokeColor=INK, strokeWidth=1.6))


def _fading(drawing: Drawing, x: float, y: float, end: float, fill: Color) -> None:
    piece = (end - x) / FADING
    for number in range(FADING):
        pale = Color(fill.red, fill.green, fill.blue, alpha=0.75 * (1 - number / FADING))
        drawing.add(Rect(x + number * piece, y, piece, BAR, fillColor=pale, strokeColor=None))
    _text(drawing, end - 5, y + 2.5, "?", 8, SOFT, bold=True)


def _bar_label(drawing: Drawing, axis: Axis, x: float, y: float, bar: Bar) -> None:
    """The dates inside the bar, as many of them as there is room for."""
    if bar.end is None:
        return
    room = axis.x(bar.end) - x - 5
    color = INK if bar.end_basis == "computed" else HexColor("#ffffff")
    for text in (f"{bar.start} – {bar.end}", f"{bar.start.year} – {bar.end.year}"):
        if stringWidth(text, "Helvetica", 7) <= room:
            _text(drawing, x + 3, y + 3, text, 7, color)
            return


def _gap(drawing: Drawing, axis: Axis, placed: Placed, gap: Gap, on: date) -> None:
    x, end = axis.x(gap.start), axis.x(gap.end or on)
    row = next((bar.row for bar in placed.lane.bars if bar.agreement == gap.after), 0)
    y = placed.row_top(row) - BAR / 2
    drawing.add(Line(x + 1, y, end - 1, y, strokeColor=LAPSE, strokeWidth=1.3, strokeDashArray=[1.5, 2]))
    label = lapse_length(((gap.end or on) - gap.start).days + 1)
    width = stringWidth(label, "Helvetica", 7)
    if width + 4 <= end - x:
        middle = (x + end - width) / 2
        drawing.add(Rect(middle - 1.5, y - 4, width + 3, 8, fillColor=HexColor("#ffffff"), strokeColor=None))
        _text(drawing, middle, y - 2.5, label, 7, LAPSE)


def lapse_length(days: int) -> str:
    """How long a lapse was, in the largest unit that says it well."""
    if days >= 730:
        return f"none for {days / 365.25:.1f} years"
    return f"none for {round(days / 30.44)} months" if days >= 60 else f"none for {days} days"


def _legend(drawing: Drawing) -> None:
    """Two rows at the foot: how ends and states of bars are drawn, and what the marks mean."""
    y = FOOTER - 22
    drawing.add(Line(MARGIN, FOOTER - 6, WIDTH - MARGIN, FOOTER - 6, strokeColor=FAINT, strokeWidth=0.7))
    x = _legend_of_ends(drawing, MARGIN, y)
    for status, label in TOLD:
        drawing.add(Rect(x, y, 12, BAR, fillColor=FILLS[status], strokeColor=None))
        x = _named(drawing, x + 12, y, label)
    y -= 18
    marks.legend(drawing, MARGIN, y + BAR / 2, lambda at, label: _text(drawing, at, y + 2.5, label, 7.5, SOFT))


def _legend_of_ends(drawing: Drawing, x: float, y: float) -> float:
    for basis, label in (("stated", "end stated"), ("computed", "end computed")):
        bar = Bar("", "", "", date(2000, 1, 1), date(2001, 1, 1), basis, Status.IN_FORCE)
        _closed(drawing, x, y, x + 22, bar, GOOD)
        x = _named(drawing, x + 22, y, label)
    _fading(drawing, x, y, x + 22, GOOD)
    x = _named(drawing, x + 22, y, "end unknown")
    drawing.add(Line(x, y + BAR / 2, x + 22, y + BAR / 2, strokeColor=LAPSE, strokeWidth=1.3, strokeDashArray=[1.5, 2]))
    return _named(drawing, x + 22, y, "lapse")


def _named(drawing: Drawing, x: float, y: float, label: str) -> float:
    """A label beside its sign; returns where the next sign begins."""
    _text(drawing, x + 5, y + 2.5, label, 7.5, SOFT)
    return x + 15 + float(stringWidth(label, "Helvetica", 7.5))
