"""Chooses the face: the window for no subcommand or ``open``, the terminal for every other."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from archive_app.cli.commands import run_command


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the program; returns its exit status."""
    # A full collection walks through all there is and frees next to nothing: while the program is loaded it costs time
    # again and again, and with 4,000 records the window stands still for 0.6 s.
    gc.set_threshold(10_000, 50, 1_000)
    words = as_command(list(sys.argv[1:] if arguments is None else arguments))
    return run_command(words, open_window if has_display() else None)


def as_command(words: list[str]) -> list[str]:
    """The words with their command. A desktop hands over nothing, or the full path of what is to be opened: an
    archive's folder, or the catalogue in it; no command is written like that."""
    if len(words) == 1 and (given := Path(words[0])).is_absolute():
        return ["open", str(given.parent if given.is_file() else given)]
    return words or ["open"]


def has_display() -> bool:
    """Whether there is a screen to open a window on; Qt ends the program where it finds none."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform in ("darwin", "win32") or any(os.environ.get(name) for name in named)


def open_window(words: Sequence[str]) -> int:
    """Runs the desktop application. Imported late: the terminal never loads Qt."""
    from archive_app.gui.app import run

    return run(words)


if __name__ == "__main__":
    raise SystemExit(main())
