"""A rebuild of the index that runs beside a person's work: what is found meanwhile, and how far it is."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from archive_app.errors import ConvenioError
from archive_app.index import Rebuilding

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

    def __init__(
        self, steps: Iterator[Rebuilding], begun: IndexState, writing: threading.RLock, settle: Callable[[], None]
    ) -> None:
        """Each of ``steps`` is taken while ``writing`` is held; ``settle`` is called after the last."""
        self._steps, self._writing, self._settle = steps, writing, settle
        self._state: IndexState | None = begun
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
        with self._writing:
            step = next(self._steps, None)
            if step is None:
                self._settle()
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
