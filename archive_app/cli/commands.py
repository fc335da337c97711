"""Runs one command: parses its words, calls its function, tells faults as one sentence and an exit status."""

from __future__ import annotations

import io
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

from archive_app.cli import parser
from archive_app.cli.output import one_line
from archive_app.errors import ConvenioError, UsageError

Command = Callable[[Namespace], int]
OpenWindow = Callable[[Sequence[str]], int]


def run_command(words: Sequence[str], open_window: OpenWindow | None) -> int:
    """The exit status of a command line (0 done, 1 some items failed, 2 wrong command, 3 no archive, 4 in use).

    ``open_window`` opens the desktop application; a command that ends in it is given it in its arguments. None where
    there is no display.
    """
    _have_streams()
    _speak_utf8()
    try:
        arguments = parser.parse(words)
        arguments.open_window = open_window
        status = _command(arguments.command)(arguments)
        sys.stdout.flush()
        return status
    except ConvenioError as fault:
        print(one_line(str(fault)), file=sys.stderr)
        return fault.exit_status
    except KeyboardInterrupt:
        print("Stopped as you asked; everything finished so far is kept.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        # The reader of our output went away (for example “head”); nothing more can be said to it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as fault:
        what = f"{fault.filename}: " if fault.filename else ""
        print(one_line(f"{what}{fault.strerror or fault}; check the place, its permissions and the free space."),
              file=sys.stderr)  # fmt: skip
        return 1


def _have_streams() -> None:
    """Where standard output or error was closed by who started the program, what would be said there goes nowhere."""
    if sys.stdout is None:
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  As long as the program.
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115


def _speak_utf8() -> None:
    """JSON is UTF-8 whatever the system's own encoding; what cannot be written so is written as ``\\udce9``."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


#: Where the function of each command is: its module, and its name where that is not the command's own.
_GROUPS: dict[str, tuple[str, ...]] = {
    "searching": ("search", "concordance", "batch"),
    "looking": ("list", "show", "set"),
    "collecting": ("searches", "tag", "tags", "note", "notes"),
    "histories": ("agreements", "coverage", "timeline", "export"),
    "authorities": ("authorities",),
    "arranging": ("arrange",),
    "comparing": ("compare",),
    "holding": ("holdings", "links", "decide", "lapses"),
    "intake": ("sample", "new", "add", "extract"),
    "pictures": ("ocr",),
    "keeping": ("describe", "remove", "restore", "trash", "watch", "duplicates", "backup"),
    "upkeep": ("verify", "reindex"),
    "sharing": ("cite", "copies"),
    "self_testing": ("self-test",),
}
_NAMES = {"list": "list_", "set": "set_"}


def _command(name: str) -> Command:
    """The function of a command. Its module is imported when asked for, so that a search starts at once."""
    if name == "open":
        return _open
    module = next(module for module, names in _GROUPS.items() if name in names)
    function = _NAMES.get(name, name.replace("-", "_"))
    command: Command = getattr(import_module(f"archive_app.cli.{module}"), function)
    return command


def _open(arguments: Namespace) -> int:
    if arguments.open_window is None:
        raise UsageError("There is no display to open the window on; “--help” tells what can be done in the terminal.")
    words = ["--try"] if arguments.try_out else []
    status: int = arguments.open_window([*words, arguments.archive] if arguments.archive else [])
    return status
