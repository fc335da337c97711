"""Where the packaged program begins."""

from __future__ import annotations

import io
import multiprocessing
import os
import sys

if __name__ == "__main__":
    # A worker process is this same program started again, with words for multiprocessing alone: it goes to its work
    # here, before anything of the program is loaded, and never comes back.
    multiprocessing.freeze_support()
    # A program without a console has no streams to print to.
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, io.TextIOWrapper(open(os.devnull, "wb"), encoding="utf-8"))  # noqa: SIM115, PTH123

    from archive_app.__main__ import main

    raise SystemExit(main())
