"""Going on with what waits in an archive, whenever a command has it open for writing."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from archive_app.cli.progress import Stoppable, TerminalProgress, stopping

if TYPE_CHECKING:
    from archive_app.services.archive import Archive

#: A command that is done goes on with what others left for so many seconds at most.
SECONDS = 20.0


def go_on(archive: Archive, quiet: bool = False) -> None:
    """Does a part of the backlog, and says on standard error what is left of it. Nothing where nothing waits."""
    from archive_app.services.reading.backlog import Backlog

    backlog = Backlog(archive)
    if not backlog.standing().total:
        return
    progress = Stoppable() if quiet else TerminalProgress()
    with stopping(progress):
        stood = backlog.work_off(progress, SECONDS)
    progress.close()
    if stood.total and not quiet:
        print(f"{stood.total} still wait to be described or read; “describe” goes on with them.", file=sys.stderr)
