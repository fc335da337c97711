"""The index made anew in the background: searches answer from what is there already, and say how far it is."""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace

from archive_app.errors import ConvenioError
from archive_app.services import indexing
from archive_app.services.archive import Archive

#: Records that are written in one step.
STEP = 200
#: Seconds between two steps.
_TURN = 0.005


@dataclass(frozen=True)
class IndexState:
    """``done`` of ``total`` records can be found.

    ``reason`` is why the index is made anew, None where another program does it; ``fault`` why it came to an end.
    """

    done: int
    total: int
    reason: str | None = None
    fault: str | None = None

    def sentence(self) -> str:
        """What to tell the person who searches."""
        so_far = f"{self.done} of {self.total} records can be searched"
        if self.fault:
            return f"The search index is not complete: {so_far}. {self.fault} Make it anew with reindex."
        why = f", since {self.reason}" if self.reason else ""
        return f"The search index is being made anew{why}: {so_far} so far."

    def as_json(self) -> dict[str, object]:
        """``state`` is ``rebuilding`` or ``stopped``."""
        state = "stopped" if self.fault else "rebuilding"
        return {"state": state, "done": self.done, "total": self.total, "reason": self.reason, "fault": self.fault}


class Rebuild:
    """One rebuild, on a thread of its own. What it writes is seen at each step; what others write meanwhile stays."""

    def __init__(self, archive: Archive, reason: str, step: int = STEP) -> None:
        """``step`` is how many records are written before searches see them."""
        self._archive = archive
        ids = [record.id for record in archive.catalogue.records.all()]
        self._pending = archive.catalogue.records.to_index()
        self._steps = archive.index.rebuild_in_steps(indexing.entries_of(archive, ids), len(ids), step=step)
        self._state: IndexState | None = IndexState(0, len(ids), reason)
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="convenio-rebuild", daemon=True)

    @property
    def state(self) -> IndexState | None:
        """None once the index is whole."""
        return self._state

    def start(self) -> None:
        """When this comes back the index can be searched: the first step puts an empty one in place."""
        self.step()
        self._thread.start()

    def step(self) -> bool:
        """Writes some more records; whether there may be more to do."""
        assert self._state is not None
        with self._archive.indexing:
            step = next(self._steps, None)
            if step is None:
                indexing.settle(self._archive, self._pending)
        self._state = replace(self._state, done=step.done, total=step.total) if step else None
        return step is not None

    def wait(self, seconds: float | None = None) -> IndexState | None:
        """Comes back when it has ended, or after so many seconds; with the state then."""
        self._thread.join(seconds)
        return self._state

    def stop(self) -> None:
        """Ends it at the next step and comes back then; the next opening of the archive begins it again."""
        self._stopping.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        try:
            # Between two steps a person's changes have their turn.
            while not self._stopping.wait(_TURN) and self.step():
                pass
        except (ConvenioError, OSError) as fault:
            if self._state:
                self._state = replace(self._state, fault=str(fault))


def begin(archive: Archive, reason: str) -> Rebuild:
    """Starts to make the index anew. Whoever closes the archive stops it first."""
    base = archive.base
    base.rebuild = Rebuild(base, reason)
    base.rebuild.start()
    return base.rebuild


def state(archive: Archive) -> IndexState | None:
    """How far a rebuild is, here or in another program; None where the index is whole. May be asked often."""
    if archive.base.rebuild:
        return archive.base.rebuild.state
    elsewhere = archive.index.rebuilding
    return IndexState(elsewhere.done, elsewhere.total) if elsewhere else None
