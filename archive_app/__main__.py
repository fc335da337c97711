"""Chooses the face: the window for no subcommand or ``open``, the terminal for every other."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the program; returns its exit status."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if not words or words[0] == "open":
        return open_window(words[1:])
    from archive_app.cli.commands import run_command

    return run_command(words, open_window)


def open_window(words: Sequence[str]) -> int:
    """Runs the desktop application. Imported late: the terminal never loads Qt."""
    from archive_app.gui.app import run

    return run(words)


if __name__ == "__main__":
    raise SystemExit(main())
