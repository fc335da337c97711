"""Where a timeline's lanes, years and labels stand on paper. Points (1/72 inch), y upwards as PDF has it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from archive_app.domain.timeline import Lane, Timeline
from archive_app.exports.drawn import MARGIN, PAGE_HEIGHT, WIDTH

LABELS = 178.0  # the column of counterparts' names, left of the axis
HEADER = 62.0
AXIS = 18.0
FOOTER = 60.0
ROW = 15.0
MARKS = 13.0
PAD = 5.0
MIN_YEAR_WIDTH = 30.0


@dataclass(frozen=True)
class Axis:
    """Maps days to x between the margins."""

    first: date
    last: date

    @property
    def left(self) -> float:
        return MARGIN + LABELS

    @property
    def right(self) -> float:
        return WIDTH - MARGIN

    def x(self, day: date) -> float:
        """Where a day stands; days off the axis stand at its ends."""
        share = (day - self.first).days / max(1, (self.last - self.first).days)
        return self.left + min(1.0, max(0.0, share)) * (self.right - self.left)

    def years(self) -> Iterator[tuple[int, float]]:
        """Years that are labelled, with their x; so many apart that the labels do not touch."""
        span = max(1, self.last.year - self.first.year)
        width = (self.right - self.left) / span
        step = next((n for n in (1, 2, 5, 10, 20, 50, 100) if n * width >= MIN_YEAR_WIDTH), 200)
        for year in range(self.first.year, self.last.year + 1):
            if year % step == 0 or step == 1:
                yield year, self.x(date(year, 1, 1))


@dataclass(frozen=True)
class Placed:
    """A lane and the y of its top."""

    lane: Lane
    top: float

    def row_top(self, row: int) -> float:
        return self.top - PAD - row * ROW

    @property
    def marks_y(self) -> float:
        """The middle of the strip of marks below the bars."""
        return self.top - PAD - self.lane.rows * ROW - MARKS / 2

    @property
    def bottom(self) -> float:
        return self.top - height(self.lane)


def height(lane: Lane) -> float:
    """How much paper a lane takes."""
    return PAD + lane.rows * ROW + MARKS + PAD


def axis_of(timeline: Timeline) -> Axis:
    return Axis(timeline.first, timeline.last)


def sheet(lanes: Sequence[Lane]) -> tuple[float, list[Placed]]:
    """A sheet high enough for the lanes: its height, and the lanes placed from the top down."""
    total = HEADER + AXIS + sum(height(lane) for lane in lanes) + FOOTER
    placed, top = [], total - HEADER - AXIS
    for lane in lanes:
        placed.append(Placed(lane, top))
        top -= height(lane)
    return total, placed


def pages(lanes: Sequence[Lane]) -> list[list[Lane]]:
    """Lanes shared out over pages of paper; a lane higher than a page has one to itself."""
    room = PAGE_HEIGHT - HEADER - AXIS - FOOTER
    shared: list[list[Lane]] = [[]]
    used = 0.0
    for lane in lanes:
        if shared[-1] and used + height(lane) > room:
            shared.append([])
            used = 0.0
        shared[-1].append(lane)
        used += height(lane)
    return shared
