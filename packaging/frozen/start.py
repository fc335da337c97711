"""Where the packaged program begins."""

from __future__ import annotations

import io
import os
import sys

_TRACKER = "from multiprocessing.resource_tracker import main"


def help_out() -> None:
    """A worker process is this same program started again, with words for multiprocessing alone.

    It goes to its work here, before anything of the program is loaded, and never comes back. multiprocessing itself
    would tell, and be loaded for that at every start; most have nothing to do with it.
    """
    words = sys.argv[1:]
    if words[:1] == ["--multiprocessing-fork"]:
        from multiprocessing.spawn import freeze_support

        freeze_support()
    if words[-2:-1] == ["-c"] and words[-1].startswith(_TRACKER):
        exec(words[-1])
        raise SystemExit


def open_streams() -> None:
    """A program without a console has no streams to print to."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, io.TextIOWrapper(open(os.devnull, "wb"), encoding="utf-8"))  # noqa: SIM115, PTH123


if __name__ == "__main__":
    help_out()
    open_streams()

    from archive_app.__main__ import main

    raise SystemExit(main())
