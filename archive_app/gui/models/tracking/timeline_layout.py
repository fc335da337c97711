"""Where everything of a timeline stands: days across, lanes down. Plain geometry, in pixels of the whole drawing."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from archive_app.domain.coverage import Gap
from archive_app.domain.timeline import Bar, Lane, Mark, Renaming, Timeline
from archive_app.gui.models import wording

AXIS: Final = 38.0
MARKS: Final = 20.0
ROW: Final = 26.0
BAR: Final = 18.0
PADDING: Final = 9.0
#: From so many pixels a day on, days are numbered.
DAY: Final = 8.0
#: A bar whose end is not known fades out over so much.
FADE: Final = 110.0
MARK: Final = 11.0
#: The narrowest and the widest a year may be: from decades at a glance to single days.
YEAR: Final = (4.0, 16_000.0)


@dataclass(frozen=True)
class Axis:
    """Days to pixels and back: ``first`` stands at 0."""

    first: date
    last: date
    per_day: float

    def x(self, day: date) -> float:
        return (day - self.first).days * self.per_day

    def day(self, x: float) -> date:
        return date.fromordinal(min(max(1, self.first.toordinal() + round(x / self.per_day)), date.max.toordinal()))

    @property
    def width(self) -> float:
        return self.x(self.last)

    def zoomed(self, factor: float) -> Axis:
        """The same days, wider or narrower, within bounds."""
        year = min(max(self.per_day * 365.25 * factor, YEAR[0]), YEAR[1])
        return Axis(self.first, self.last, year / 365.25)

    @classmethod
    def fitting(cls, timeline: Timeline, width: float) -> Axis:
        """The whole timeline in a width."""
        days = max(1, (timeline.last - timeline.first).days)
        return cls(timeline.first, timeline.last, max(width, 120.0) / days)

    def ticks(self, left: float | None = None, right: float | None = None) -> Iterator[tuple[date, str, bool]]:
        """Days to be marked on the axis, with a label, and whether it is a year's beginning.

        With ``left`` and ``right`` (pixels) only those of the years between.
        """
        year_width = self.per_day * 365.25
        step = next((years for years in (1, 2, 5, 10, 20) if years * year_width >= 44), 50)
        months = 1 if year_width > 900 else 3 if year_width > 260 else 0
        first = self.first.year if left is None else max(self.first.year, self.day(left).year)
        last = self.last.year if right is None else min(self.last.year, self.day(right).year)
        for year in range(first, last + 1):
            if year % step == 0 or step == 1:
                yield date(year, 1, 1), str(year), True
            for month in range(1 + months, 13, months) if months else ():
                yield date(year, month, 1), wording.month_of_year(date(year, month, 1)), False
            yield from self._days(year) if self.per_day >= DAY else ()

    def _days(self, year: int) -> Iterator[tuple[date, str, bool]]:
        """Every day where there is room for its number, else some of each month."""
        step = 1 if self.per_day >= 24 else 5
        for month in range(1, 13):
            for number in range(1 + step, 29 if step == 5 else monthrange(year, month)[1] + 1, step):
                yield date(year, month, number), str(number), False


@dataclass(frozen=True)
class Shape:
    """Something to be drawn, pointed at and clicked: a bar, a lapse, a mark or a change of name, and its box."""

    what: Bar | Gap | Mark | Renaming
    x: float
    y: float
    width: float
    height: float

    def holds(self, x: float, y: float, reach: float = 2.0) -> bool:
        return (
            self.x - reach <= x <= self.x + self.width + reach and self.y - reach <= y <= self.y + self.height + reach
        )


@dataclass(frozen=True)
class LaneBox:
    """A lane's stretch of the drawing: from ``top`` so many pixels down, with room for marks above the bars."""

    lane: Lane
    top: float
    height: float


def lane_boxes(timeline: Timeline) -> list[LaneBox]:
    boxes = []
    top = AXIS
    for lane in timeline.lanes:
        height = 2 * PADDING + MARKS + lane.rows * ROW
        boxes.append(LaneBox(lane, top, height))
        top += height
    return boxes


def height(timeline: Timeline) -> float:
    boxes = lane_boxes(timeline)
    return boxes[-1].top + boxes[-1].height if boxes else AXIS


def shapes(box: LaneBox, axis: Axis, on: date) -> list[Shape]:
    """Everything in a lane, what is drawn later being on top: lapses, bars, marks."""
    first_row = box.top + PADDING + MARKS
    rows = {bar.agreement: bar.row for bar in box.lane.bars}
    found = [_gap(gap, axis, on, first_row + rows.get(gap.after, 0) * ROW) for gap in box.lane.gaps]
    found += [_bar(bar, axis, first_row) for bar in box.lane.bars]
    found += [Shape(one, axis.x(one.day) - 2, box.top + 2, 4.0, box.height - 4) for one in box.lane.renamed]
    return found + _marks(box.lane.marks, axis, box.top + PADDING)


def chain_lines(box: LaneBox, found: list[Shape]) -> Iterator[tuple[float, float, float, float]]:
    """Lines (x, y, x, y) from each agreement of a chain to the next one of it; a lapse joins them as it is."""
    lapsed = {shape.what.after for shape in found if isinstance(shape.what, Gap)}
    last: dict[str, Shape] = {}
    for shape in found:
        if isinstance(shape.what, Bar) and shape.what.chain:
            before = last.get(shape.what.chain)
            if before and not (before.y == shape.y and _agreement(before) in lapsed):
                yield (before.x + min(before.width, shape.x - before.x), before.y + before.height / 2,
                       shape.x, shape.y + shape.height / 2)  # fmt: skip
            last[shape.what.chain] = shape


def _agreement(shape: Shape) -> str:
    return shape.what.agreement if isinstance(shape.what, Bar) else ""


def shape_at(found: list[Shape], x: float, y: float) -> Shape | None:
    """The topmost shape at a point."""
    return next((shape for shape in reversed(found) if shape.holds(x, y)), None)


def _bar(bar: Bar, axis: Axis, first_row: float) -> Shape:
    start = axis.x(bar.start)
    if bar.end:
        end = axis.x(bar.end + timedelta(days=1)) if bar.end < date.max else axis.width
    else:
        end = axis.width if bar.end_basis == "perpetual" else start + FADE
    return Shape(bar, start, first_row + bar.row * ROW + (ROW - BAR) / 2, max(4.0, end - start), BAR)


def _gap(gap: Gap, axis: Axis, on: date, row: float) -> Shape:
    """In the row of the agreement that ran out."""
    start, end = axis.x(gap.start), axis.x((gap.end or on) + timedelta(days=1))
    return Shape(gap, start, row + (ROW - BAR) / 2, max(2.0, end - start), BAR)


def _marks(marks: tuple[Mark, ...], axis: Axis, top: float) -> list[Shape]:
    """Marks side by side: one that would lie on the one before it is moved a little to the right."""
    placed: list[Shape] = []
    for mark in marks:
        x = axis.x(mark.day) - MARK / 2
        if placed and x < placed[-1].x + MARK * 0.9:
            x = placed[-1].x + MARK * 0.9
        placed.append(Shape(mark, x, top + 2, MARK, MARK))
    return placed
