"""A body's timeline, narrowed to a kind of agreement and a role of counterparts; and what it can be narrowed to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from archive_app.domain.timeline import Timeline
from archive_app.services.archive import Archive
from archive_app.services.tracking import timelines


@dataclass(frozen=True)
class Read:
    """``kinds``, ``roles`` and ``events`` are those of the whole timeline, in alphabetical order."""

    timeline: Timeline
    kinds: tuple[str, ...]
    roles: tuple[str, ...]
    events: tuple[str, ...] = ()


def read(archive: Archive, agency: str, on: date, kind: str = "", role: str = "", events: bool = True) -> Read:
    """"" for a kind or a role lets all through; ``events`` adds lanes of the yearly events that papers tell of."""
    whole = timelines.of_agency(archive, agency, on)
    kinds = sorted({bar.kind for lane in whole.lanes for bar in lane.bars if bar.kind})
    roles = sorted({lane.role for lane in whole.lanes if lane.role})
    shown = whole
    if kind or role or not events:
        shown = timelines.of_agency(archive, agency, on, kind=kind or None, role=role or None, events=events)
    return Read(shown, tuple(kinds), tuple(roles), whole.events)
