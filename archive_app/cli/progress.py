"""Progress on standard error: a bar on a terminal, a line a stage elsewhere."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tqdm import tqdm


class TerminalProgress:
    """Shows stages on standard error. Interruption comes as KeyboardInterrupt, which sets ``cancelled``."""

    def __init__(self) -> None:
        self.cancelled = False
        self._bar: tqdm[None] | None = None
        self._name = ""
        self._done = 0

    def stage(self, name: str, total: int) -> None:
        self.close()
        self._name, self._done = name, 0
        if total and sys.stderr.isatty():
            from tqdm import tqdm

            self._bar = tqdm(total=total, desc=name, unit="", leave=False, file=sys.stderr)

    def advance(self, item: str, done: int = 1) -> None:
        self._done += done
        if self._bar is not None:
            self._bar.update(done)
            self._bar.set_postfix_str(item[-40:], refresh=False)

    def close(self) -> None:
        if self._bar is not None:
            self._bar.close()
            self._bar = None
        elif self._done:
            print(f"{self._name}: {self._done}", file=sys.stderr)
        self._done = 0
