"""Coverage through the years as a picture: pairs by state, those in force on each day, and what a year changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from reportlab.graphics.shapes import Drawing, Line, PolyLine, Rect

from archive_app.domain.year_chart import Segment, YearChart
from archive_app.domain.years import DRAWN, TURNED, Years, YearState
from archive_app.exports import drawn
from archive_app.exports.drawn import FAINT, GOOD, INK, LAPSE, MARGIN, NEUTRAL, PAPER, SOFT, WIDTH, text
from archive_app.exports.labels import ENGLISH, Labels
from archive_app.exports.wording import TURNS

HEIGHT = 430.0
HEADER, LEGEND, NUMBERS, YEARS = 70.0, 34.0, 14.0, 16.0
#: Left of the columns: the names of the rows of numbers.
SIDE = 112.0
#: Years are numbered where a column is so wide, else some of them.
LABELLED = 22.0


#: The foot of the columns: years, rows of numbers and the legend stand below it.
FOOT = LEGEND + len(TURNED) * NUMBERS + YEARS + 12


def draw(told: Years, title: str, file: Path, labels: Labels = ENGLISH) -> None:
    """Writes the picture; its form follows the file's ending (.svg, .pdf, .png)."""
    drawing = Drawing(WIDTH, HEIGHT)
    chart = YearChart(told, MARGIN + SIDE, WIDTH - MARGIN, FOOT, HEIGHT - HEADER)
    drawing.add(Rect(0, 0, WIDTH, HEIGHT, fillColor=PAPER, strokeColor=None))
    drawn.heading(drawing, title, labels.fill("Pairs by state in each year, as known on {day}", day=told.on))
    _grid(drawing, chart)
    for segment in chart.segments:
        _paint(drawing, segment.state, segment.x, segment.foot, segment.width, segment.high)
    _in_force(drawing, chart)
    for segment in chart.segments:
        _number(drawing, segment)
    for row, name in enumerate(TURNED):
        _numbers(drawing, chart, name, FOOT - YEARS - (row + 1) * NUMBERS, labels)
    _legend(drawing, labels)
    drawn.save(file, title, drawing)


def _grid(drawing: Drawing, chart: YearChart) -> None:
    for number in chart.lines:
        y = chart.y(number)
        drawing.add(Line(chart.left, y, chart.right, y, strokeColor=FAINT, strokeWidth=0.7))
        drawn.text_to(drawing, chart.left - 5, y - 3, str(number), 8, SOFT)
    for year in chart.numbered(LABELLED):
        drawn.text_around(drawing, chart.middle(year), FOOT - 12, str(year), 8, SOFT)


def _number(drawing: Drawing, one: Segment) -> None:
    """Where there is room, on a ground of its own: stripes and the line of days may pass below it."""
    told, x, y = str(one.number), one.x + one.width / 2, one.foot + one.high / 2 - 3
    if one.high < 11 or one.width < 12:
        return
    full = one.state is YearState.COVERED
    half = 3 + 2 * len(told)
    drawing.add(Rect(x - half, y - 1.5, 2 * half, 9, fillColor=GOOD if full else PAPER, strokeColor=None))
    drawn.text_around(drawing, x, y, told, 8, PAPER if full else INK)


def _paint(drawing: Drawing, state: YearState, x: float, y: float, width: float, high: float) -> None:
    """Covered: full; partly: striped; unknown: grey within dots; nothing in force: empty within dashes."""
    if state is YearState.COVERED:
        drawing.add(Rect(x, y, width, high, fillColor=GOOD, strokeColor=PAPER, strokeWidth=0.5))
        return
    ink = {YearState.PARTLY: GOOD, YearState.UNKNOWN: NEUTRAL, YearState.LAPSED: LAPSE}[state]
    ground = drawn.pale(ink, 0.22 if state is YearState.UNKNOWN else 0.08)
    dash = {YearState.UNKNOWN: [1, 2], YearState.LAPSED: [3, 2]}.get(state)
    for stripe in _stripes(y, high) if state is YearState.PARTLY else ():
        drawing.add(Line(x, stripe, x + width, stripe, strokeColor=ink, strokeWidth=1.2))
    drawing.add(Rect(x + 0.5, y + 0.5, width - 1, max(0.5, high - 1), fillColor=None if dash is None else ground,
                     strokeColor=ink, strokeWidth=0.9, strokeDashArray=dash))  # fmt: skip


def _stripes(y: float, high: float) -> Iterator[float]:
    at = y + 2
    while at < y + high - 1:
        yield at
        at += 3


def _in_force(drawing: Drawing, chart: YearChart) -> None:
    """A line over the columns: how many pairs are known to have something in force on each day."""
    points = [side for corner in chart.line for side in corner]
    for color, width in ((PAPER, 3), (INK, 1.3)) if points else ():
        drawing.add(PolyLine(points, strokeColor=color, strokeWidth=width))


def _numbers(drawing: Drawing, chart: YearChart, name: str, y: float, labels: Labels) -> None:
    """A row below the years: how many of something each year had; nothing for none."""
    text(drawing, MARGIN, y, labels.say(TURNS[name]), 8, SOFT)
    drawing.add(Line(MARGIN, y - 3.5, WIDTH - MARGIN, y - 3.5, strokeColor=FAINT, strokeWidth=0.5))
    for year, turns in chart.told.turns.items():
        if number := len(getattr(turns, name)):
            ink = LAPSE if name == "lapsed" else INK
            drawn.text_around(drawing, chart.middle(year), y, str(number), 8, ink)


def _legend(drawing: Drawing, labels: Labels) -> None:
    x, y = MARGIN, LEGEND - 22
    for state in DRAWN:
        _paint(drawing, state, x, y, 16, 11)
        x = text(drawing, x + 21, y + 2.5, labels.say(str(state)), 8, SOFT) + 14
    drawing.add(Line(x, y + 5.5, x + 16, y + 5.5, strokeColor=INK, strokeWidth=1.3))
    text(drawing, x + 21, y + 2.5, labels.say("pairs in force on each day"), 8, SOFT)
