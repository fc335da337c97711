"""What waits behind the text of records: describing them, and whatever else takes longer than finding their words.

The queue is kept in the catalogue. Who has the archive open for writing goes on with it, from wherever a program
before it stopped.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from archive_app.domain.record import Work
from archive_app.errors import Cancelled
from archive_app.progress import SILENT, Progress, check
from archive_app.services.archive import Archive
from archive_app.services.environment import told
from archive_app.services.reading.activity import Activity
from archive_app.services.reading.readings import BATCH, Describing
from archive_app.services.reading.recognising import Recognising

__all__ = ["ACTIVITIES", "Activity", "Backlog", "Standing", "work_off"]

#: What can be done, the quickest first.
ACTIVITIES: tuple[Activity, ...] = (Describing(), Recognising())
_LOOK_EVERY = 0.2


@dataclass(frozen=True)
class Standing:
    """How far the backlog is. ``waiting`` counts records by work; ``done`` those done since it was begun last.

    ``seconds_left`` is an estimate from the pace so far, None where there is none yet. ``working`` says whether
    somebody works it off now, ``cancelled`` whether the person stopped it.
    """

    waiting: dict[Work, int]
    done: int = 0
    seconds_left: float | None = None
    working: bool = False
    paused: bool = False
    cancelled: bool = False

    @property
    def total(self) -> int:
        return sum(self.waiting.values())


class Backlog:
    """What waits in one archive. One thread works it off; any other may ask, hurry a record, pause and resume."""

    def __init__(self, archive: Archive, jobs: int = 2, activities: tuple[Activity, ...] = ACTIVITIES) -> None:
        self._archive, self._jobs, self._activities = archive, jobs, activities
        self._going = threading.Event()
        self._going.set()
        self._begun: float | None = None
        self._until = float("inf")
        self._done = 0
        self._given_up: set[Work] = set()

    def standing(self) -> Standing:
        waiting = {one.work: self._archive.catalogue.queue.count(one.work) for one in self._activities}
        left = None
        if self._begun is not None and self._done:
            left = (time.monotonic() - self._begun) / self._done * sum(waiting.values())
        return Standing(waiting, self._done, left, self._begun is not None, self.paused)

    def hurry(self, record: str) -> None:
        """This record, which somebody looks at, comes before all others. Does nothing where it waits for nothing."""
        if self._archive.writable:
            self._archive.catalogue.queue.hurry(record)

    def pause(self) -> None:
        """Nothing more is begun until ``resume``; what is begun is finished and kept."""
        self._going.clear()

    def resume(self) -> None:
        self._going.set()

    @property
    def paused(self) -> bool:
        return not self._going.is_set()

    def work_off(self, progress: Progress = SILENT, seconds: float = float("inf")) -> Standing:
        """Does all that waits, or as much as can be begun in so many seconds; comes back with how it stands then.

        Stops where the progress is cancelled; what was done is kept. Raises ConvenioError where the archive cannot be
        written to.
        """
        self._archive.require_writable()
        self._begun, self._done = time.monotonic(), 0
        self._given_up.clear()
        self._until = self._begun + seconds
        cancelled = False
        try:
            with told(self._archive.root):
                while activity := self._most_urgent():
                    self._pursue(activity, progress)
        except Cancelled:
            cancelled = True
        finally:
            self._begun = None
        return Standing(self.standing().waiting, self._done, cancelled=cancelled)

    def _pursue(self, activity: Activity, progress: Progress) -> None:
        waiting, begun = self._archive.catalogue.queue.count(activity.work), self._done
        progress.stage(activity.stage, waiting)
        done = activity.carry_out(self._archive, self._ids(activity), self._jobs)
        try:
            for id in done:
                self._done += 1
                progress.advance(id)
                check(progress)
        finally:
            done.close()
        if self._done == begun and not self.paused:
            # What it needs is not on this machine: it goes on waiting.
            self._given_up.add(activity.work)
        while self.paused:
            check(progress)
            self._going.wait(_LOOK_EVERY)

    def _ids(self, activity: Activity) -> Iterator[str]:
        """The records to be worked on, asked for one at a time, so that one that is hurried waits for no other."""
        # Those that are under way or done and not yet kept stand in the queue still.
        handed: deque[str] = deque(maxlen=2 * BATCH)
        while not self.paused and time.monotonic() < self._until and self._most_urgent(handed) is activity:
            first = self._archive.catalogue.queue.first(activity.work, besides=handed)
            if first is None:
                return
            handed.append(first[0])
            yield first[0]

    def _most_urgent(self, besides: deque[str] | tuple[()] = ()) -> Activity | None:
        """The work of the record that was asked for last, else the quickest that there is."""
        if time.monotonic() > self._until:
            return None
        possible = [one for one in self._activities if one.work not in self._given_up]
        heads = [(self._archive.catalogue.queue.first(one.work, besides), one) for one in possible]
        waiting = [(first[1], one) for first, one in heads if first is not None]
        return max(waiting, key=lambda pair: pair[0])[1] if waiting else None


def work_off(archive: Archive, *, jobs: int = 2, progress: Progress = SILENT) -> Standing:
    """Does all that waits in an archive."""
    return Backlog(archive, jobs).work_off(progress)
