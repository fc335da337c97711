"""Coverage through the years as a picture: pairs by state, those in force on each day, and what a year changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from reportlab.graphics.shapes import Drawing, Line, PolyLine, Rect

from archive_app.domain.years import DRAWN, TURNED, Years, YearState, gridlines
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


@dataclass(frozen=True)
class Chart:
    """Where everything stands."""

    told: Years

    @cached_property
    def counts(self) -> dict[int, dict[YearState, int]]:
        return {year: dict(counted) for year, counted in self.told.counts().items()}

    @property
    def left(self) -> float:
        return MARGIN + SIDE

    @property
    def column(self) -> float:
        return (WIDTH - MARGIN - self.left) / max(1, len(self.told.years))

    @property
    def bottom(self) -> float:
        """The foot of the columns: years, rows of numbers and the legend stand below it."""
        return LEGEND + len(TURNED) * NUMBERS + YEARS + 12

    @cached_property
    def lines(self) -> range:
        return gridlines(max((sum(c.get(s, 0) for s in DRAWN) for c in self.counts.values()), default=0))

    def x(self, day: date) -> float:
        """Where a day stands, each year being as wide as any other."""
        share = (day.timetuple().tm_yday - 1) / 366
        return self.left + (day.year - self.told.years[0] + share) * self.column

    def y(self, pairs: float) -> float:
        return self.bottom + pairs * (HEIGHT - HEADER - self.bottom) / self.lines[-1]


@dataclass(frozen=True)
class Segment:
    """So many pairs of a year in one state, and their box."""

    state: YearState
    number: int
    x: float
    y: float
    width: float
    high: float


def draw(told: Years, title: str, file: Path, labels: Labels = ENGLISH) -> None:
    """Writes the picture; its form follows the file's ending (.svg, .pdf, .png)."""
    drawing, chart = Drawing(WIDTH, HEIGHT), Chart(told)
    drawing.add(Rect(0, 0, WIDTH, HEIGHT, fillColor=PAPER, strokeColor=None))
    drawn.heading(drawing, title, labels.fill("Pairs by state in each year, as known on {day}", day=told.on))
    _grid(drawing, chart)
    segments = [segment for year in told.years for segment in _segments(chart, year)]
    for segment in segments:
        _paint(drawing, segment.state, segment.x, segment.y, segment.width, segment.high)
    _in_force(drawing, chart)
    for segment in segments:
        _number(drawing, segment)
    for row, name in enumerate(TURNED):
        _numbers(drawing, chart, name, chart.bottom - YEARS - (row + 1) * NUMBERS, labels)
    _legend(drawing, labels)
    drawn.save(file, title, drawing)


def _grid(drawing: Drawing, chart: Chart) -> None:
    for number in chart.lines:
        y = chart.y(number)
        drawing.add(Line(chart.left, y, WIDTH - MARGIN, y, strokeColor=FAINT, strokeWidth=0.7))
        drawn.text_to(drawing, chart.left - 5, y - 3, str(number), 8, SOFT)
    step = next(n for n in (1, 2, 5, 10, 20, 50, 1000) if n * chart.column >= LABELLED or n == 1000)
    for year in chart.told.years:
        if year % step == 0 or step == 1:
            drawn.text_around(drawing, _middle(chart, year), chart.bottom - 12, str(year), 8, SOFT)


def _middle(chart: Chart, year: int) -> float:
    return chart.x(date(year, 1, 1)) + chart.column / 2


def _segments(chart: Chart, year: int) -> Iterator[Segment]:
    """The states of a year upon each other."""
    below, x, width = 0, chart.x(date(year, 1, 1)) + chart.column * 0.1, chart.column * 0.8
    for state in DRAWN:
        number = chart.counts[year].get(state, 0)
        if number:
            y = chart.y(below)
            yield Segment(state, number, x, y, width, chart.y(below + number) - y)
        below += number


def _number(drawing: Drawing, one: Segment) -> None:
    """Where there is room, on a ground of its own: stripes and the line of days may pass below it."""
    told, x, y = str(one.number), one.x + one.width / 2, one.y + one.high / 2 - 3
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


def _in_force(drawing: Drawing, chart: Chart) -> None:
    """A line over the columns: how many pairs are known to have something in force on each day."""
    told = chart.told
    if not told.steps:
        return
    points, number = [chart.left, chart.y(0)], 0
    for day, pairs in told.steps:
        points += [chart.x(day), chart.y(number), chart.x(day), chart.y(pairs)]
        number = pairs
    points += [chart.x(told.on), chart.y(number)]
    drawing.add(PolyLine(points, strokeColor=PAPER, strokeWidth=3))
    drawing.add(PolyLine(points, strokeColor=INK, strokeWidth=1.3))


def _numbers(drawing: Drawing, chart: Chart, name: str, y: float, labels: Labels) -> None:
    """A row below the years: how many of something each year had; nothing for none."""
    text(drawing, MARGIN, y, labels.say(TURNS[name]), 8, SOFT)
    drawing.add(Line(MARGIN, y - 3.5, WIDTH - MARGIN, y - 3.5, strokeColor=FAINT, strokeWidth=0.5))
    for year, turns in chart.told.turns.items():
        if number := len(getattr(turns, name)):
            ink = LAPSE if name == "lapsed" else INK
            drawn.text_around(drawing, _middle(chart, year), y, str(number), 8, ink)


def _legend(drawing: Drawing, labels: Labels) -> None:
    x, y = MARGIN, LEGEND - 22
    for state in DRAWN:
        _paint(drawing, state, x, y, 16, 11)
        x = text(drawing, x + 21, y + 2.5, labels.say(str(state)), 8, SOFT) + 14
    drawing.add(Line(x, y + 5.5, x + 16, y + 5.5, strokeColor=INK, strokeWidth=1.3))
    text(drawing, x + 21, y + 2.5, labels.say("pairs in force on each day"), 8, SOFT)
