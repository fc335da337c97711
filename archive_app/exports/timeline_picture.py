"""A timeline drawn once and written as SVG, PDF (over pages when long) or PNG. How it looks on paper is all here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from reportlab.graphics.shapes import Drawing, Line, Polygon, Rect
from reportlab.lib.colors import Color
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth

from archive_app.domain.agreement import Status
from archive_app.domain.coverage import Gap
from archive_app.domain.timeline import Bar, Lane, Timeline
from archive_app.exports import drawn
from archive_app.exports import timeline_marks as marks
from archive_app.exports.drawn import (
    AHEAD,
    BAD,
    FAINT,
    GOOD,
    INFO,
    INK,
    LAPSE,
    MARGIN,
    NEUTRAL,
    PAPER,
    SOFT,
    WARN,
    WIDTH,
    text,
)  # fmt: skip
from archive_app.exports.labels import ENGLISH, Labels
from archive_app.exports.timeline_layout import AXIS, FOOTER, HEADER, LABELS, Axis, Placed, axis_of, pages, sheet

BAR = 11.0
#: A bar whose end is not known fades out over so much.
A_YEAR = timedelta(days=365)
FILLS = {
    Status.IN_FORCE: GOOD, Status.AMENDED: GOOD, Status.EXPIRING: WARN, Status.NOT_YET_IN_FORCE: AHEAD,
    Status.RENEWED: INFO, Status.SUPERSEDED: NEUTRAL, Status.EXPIRED: BAD, Status.TERMINATED: BAD,
    Status.UNKNOWN: NEUTRAL,
}  # fmt: skip
#: States whose colour the legend tells; the sign of each bar's end tells the rest without colour.
TOLD = ((Status.IN_FORCE, "in force"), (Status.EXPIRING, "expiring"), (Status.RENEWED, "renewed"),
        (Status.SUPERSEDED, "superseded"), (Status.EXPIRED, "expired or ended"))  # fmt: skip
FADING = 6  # pieces in which a bar of unknown end fades out


def draw(timeline: Timeline, file: Path, labels: Labels = ENGLISH) -> None:
    """Writes the picture; its form follows the file's ending (.svg, .pdf over pages, .png)."""
    whole = _sheet(timeline, timeline.lanes, labels)
    shared = pages(timeline.lanes) if file.suffix.lower() == ".pdf" else []
    numbers = [f"{number} / {len(shared)}" if len(shared) > 1 else "" for number in range(1, len(shared) + 1)]
    sheets = [_sheet(timeline, lanes, labels, number) for lanes, number in zip(shared, numbers, strict=True)]
    drawn.save(file, labels.fill("Timeline: {name}", name=timeline.name), whole, sheets)


def _sheet(timeline: Timeline, lanes: Sequence[Lane], labels: Labels, number: str = "") -> Drawing:
    total, placed = sheet(lanes)
    drawing, axis = Drawing(WIDTH, total), axis_of(timeline)
    drawing.add(Rect(0, 0, WIDTH, total, fillColor=PAPER, strokeColor=None))
    drawn.heading(drawing, timeline.name, _told(timeline, labels), number)
    _grid(drawing, axis, total - HEADER, FOOTER, timeline.on)
    for one in placed:
        _lane(drawing, axis, one, timeline.on, labels)
    _legend(drawing, timeline, labels)
    return drawing


def _told(timeline: Timeline, labels: Labels) -> str:
    """How many agreements with how many counterparts, as known on which day."""
    agreements = _count(len(timeline.agreements), "agreement", labels)
    counterparts = _count(len(timeline.counterparts), "counterpart", labels)
    return labels.fill("{agreements} with {counterparts}, as known on {day}", agreements=agreements,
                       counterparts=counterparts, day=timeline.on)  # fmt: skip


def _count(number: int, noun: str, labels: Labels) -> str:
    return labels.fill(f"{{count}} {noun}" if number == 1 else f"{{count}} {noun}s", count=number)


def _grid(drawing: Drawing, axis: Axis, top: float, bottom: float, on: date) -> None:
    for year, x in axis.years():
        drawing.add(Line(x, top - AXIS + 4, x, bottom, strokeColor=FAINT, strokeWidth=0.7))
        if x < axis.right - 12:
            text(drawing, x + 2, top - AXIS + 8, str(year), 8, SOFT)
    x = axis.x(on)
    drawing.add(Line(x, top - AXIS + 4, x, bottom, strokeColor=INK, strokeWidth=0.8, strokeDashArray=[1, 2]))


def _lane(drawing: Drawing, axis: Axis, placed: Placed, on: date, labels: Labels) -> None:
    lane = placed.lane
    drawing.add(Line(MARGIN, placed.top, WIDTH - MARGIN, placed.top, strokeColor=FAINT, strokeWidth=0.7))
    name = drawn.printable(labels.say(lane.event) if lane.event else lane.label)
    lines = simpleSplit(name, "Helvetica", 8.5, LABELS - 10)[:3]
    for number, line in enumerate(lines):
        text(drawing, MARGIN, placed.top - 13 - number * 10, line, 8.5)
    if lane.undated:
        told = _count(len(lane.undated), "undated agreement", labels)
        text(drawing, MARGIN, placed.top - 13 - len(lines) * 10, told, 7, SOFT)
    for bar in lane.bars:
        _bar(drawing, axis, placed, bar)
    for gap in lane.gaps:
        _gap(drawing, axis, placed, gap, on, labels)
    x = -marks.STEP
    for mark in lane.marks:
        x = max(axis.x(mark.day), x + marks.STEP)
        marks.draw(drawing, mark.kind, x, placed.marks_y)


def _bar(drawing: Drawing, axis: Axis, placed: Placed, bar: Bar) -> None:
    """Stated ends are closed by a thick line, computed bars dashed, unknown ends fade, endless ones point on."""
    x, y = axis.x(bar.start), placed.row_top(bar.row) - BAR
    fill = FILLS[bar.status]
    if bar.end_basis is None:
        end = min(axis.right, axis.x(min(bar.start, date.max - A_YEAR) + A_YEAR))
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
    text(drawing, end - 5, y + 2.5, "?", 8, SOFT, bold=True)


def _bar_label(drawing: Drawing, axis: Axis, x: float, y: float, bar: Bar) -> None:
    """The dates inside the bar, as many of them as there is room for."""
    if bar.end is None:
        return
    room = axis.x(bar.end) - x - 5
    color = INK if bar.end_basis == "computed" else PAPER
    for told in (f"{bar.start} – {bar.end}", f"{bar.start.year} – {bar.end.year}"):
        if stringWidth(told, "Helvetica", 7) <= room:
            text(drawing, x + 3, y + 3, told, 7, color)
            return


def _gap(drawing: Drawing, axis: Axis, placed: Placed, gap: Gap, on: date, labels: Labels) -> None:
    x, end = axis.x(gap.start), axis.x(gap.end or on)
    row = next((bar.row for bar in placed.lane.bars if bar.agreement == gap.after), 0)
    y = placed.row_top(row) - BAR / 2
    drawn.dashes(drawing, x + 1, y, end - 1)
    label = drawn.printable(lapse_length(((gap.end or on) - gap.start).days + 1, labels))
    width = stringWidth(label, "Helvetica", 7)
    if width + 4 <= end - x:
        middle = (x + end - width) / 2
        drawing.add(Rect(middle - 1.5, y - 4, width + 3, 8, fillColor=PAPER, strokeColor=None))
        text(drawing, middle, y - 2.5, label, 7, LAPSE)


def lapse_length(days: int, labels: Labels = ENGLISH) -> str:
    """How long a lapse was, in the largest unit that says it well."""
    if days >= 730:
        return labels.fill("none for {number} years", number=f"{days / 365.25:.1f}")
    if days >= 60:
        return labels.fill("none for {number} months", number=round(days / 30.44))
    return labels.fill("none for {number} days", number=days)


def _legend(drawing: Drawing, timeline: Timeline, labels: Labels) -> None:
    """Two rows at the foot: how ends and states of bars are drawn, and what the marks mean."""
    y = FOOTER - 22
    drawing.add(Line(MARGIN, FOOTER - 6, WIDTH - MARGIN, FOOTER - 6, strokeColor=FAINT, strokeWidth=0.7))
    x = _legend_of_ends(drawing, MARGIN, y, labels)
    for status, label in TOLD:
        drawing.add(Rect(x, y, 12, BAR, fillColor=FILLS[status], strokeColor=None))
        x = _named(drawing, x + 12, y, labels.say(label))
    y -= 18
    names = {kind: labels.say(kind) for kind in marks.KINDS}
    if timeline.events:
        names["event"] = ", ".join(map(labels.say, timeline.events))
    marks.legend(drawing, MARGIN, y + BAR / 2, names, lambda at, name: text(drawing, at, y + 2.5, name, 7.5, SOFT))


def _legend_of_ends(drawing: Drawing, x: float, y: float, labels: Labels) -> float:
    for basis, label in (("stated", "end stated"), ("computed", "end computed")):
        bar = Bar("", "", "", date(2000, 1, 1), date(2001, 1, 1), basis, Status.IN_FORCE)
        _closed(drawing, x, y, x + 22, bar, GOOD)
        x = _named(drawing, x + 22, y, labels.say(label))
    _fading(drawing, x, y, x + 22, GOOD)
    x = _named(drawing, x + 22, y, labels.say("end unknown"))
    drawn.dashes(drawing, x, y + BAR / 2, x + 22)
    return _named(drawing, x + 22, y, labels.say("lapse"))


def _named(drawing: Drawing, x: float, y: float, label: str) -> float:
    """A label beside its sign; returns where the next sign begins."""
    return text(drawing, x + 5, y + 2.5, label, 7.5, SOFT) + 10
