"""Coverage through the years in words: what each year had, to be shown and to be spoken."""

from __future__ import annotations

from archive_app.domain.years import DRAWN, TURNED, Years, YearState
from archive_app.gui.language import number, tr


def state(of: YearState) -> str:
    return tr(f"year_state.{of.name.lower()}")


def turned(name: str) -> str:
    """What a year changed, by its name in ``Turns``."""
    return tr(f"year_turn.{name}")


def tip(told: Years, year: int) -> str:
    """Everything of a year in lines: its pairs by state, those in force on a day, and what it changed."""
    counts, turns, (least, most) = told.counts()[year], told.turns[year], told.range_of(year)
    lines = [str(year)]
    lines += [tr("year_chart.states", state(of), number(counts[of])) for of in DRAWN if counts[of]]
    lines.append(tr("year_chart.on_a_day", number(least), number(most)) if least != most
                 else tr("year_chart.every_day", number(most)))  # fmt: skip
    lines += [tr("year_chart.states", turned(name), number(len(getattr(turns, name)))) for name in TURNED]
    return "\n".join(lines)


def spoken(told: Years, year: int) -> str:
    """The same in one sentence for the ear, and which year of how many it is."""
    place = told.years.index(year) + 1
    return ", ".join((*tip(told, year).splitlines(), tr("timelines.nth", place, len(told.years))))
