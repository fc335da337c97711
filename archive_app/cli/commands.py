"""Runs one command: parses its words, calls its function, tells faults as one sentence and an exit status."""

from __future__ import annotations

import io
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence

from archive_app.cli import parser
from archive_app.cli.output import clean
from archive_app.errors import ConvenioError, UsageError

Command = Callable[[Namespace], int]
OpenWindow = Callable[[Sequence[str]], int]


def run_command(words: Sequence[str], open_window: OpenWindow | None) -> int:
    """The exit status of a command line (0 done, 1 some items failed, 2 wrong command, 3 no archive, 4 in use).

    ``open_window`` opens the desktop application; a command that ends in it is given it in its arguments. None where
    there is no display.
    """
    _speak_utf8()
    try:
        arguments = parser.parse(words)
        arguments.open_window = open_window
        status = _command(arguments.command)(arguments)
        sys.stdout.flush()
        return status
    except ConvenioError as fault:
        print(clean(str(fault)), file=sys.stderr)
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
        print(clean(f"{what}{fault.strerror or fault}; check the place, its permissions and the free space."),
              file=sys.stderr)  # fmt: skip
        return 1


def _speak_utf8() -> None:
    """JSON is UTF-8 whatever the system's own encoding; what cannot be written so is written as ``\\udce9``."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _command(name: str) -> Command:
    """The function of a command. Each group is imported when asked for, so that a search starts at once."""
    if name in ("search", "concordance", "batch"):
        from archive_app.cli import searching

        return {"search": searching.search, "concordance": searching.concordance, "batch": searching.batch}[name]
    if name in ("list", "show", "set"):
        from archive_app.cli import looking

        return {"list": looking.list_, "show": looking.show, "set": looking.set_}[name]
    if name in ("searches", "tag", "tags", "note", "notes"):
        from archive_app.cli import collecting

        return {"searches": collecting.searches, "tag": collecting.tag, "tags": collecting.tags,
                "note": collecting.note, "notes": collecting.notes}[name]  # fmt: skip
    if name in ("agreements", "coverage", "timeline", "export"):
        from archive_app.cli import histories

        return {"agreements": histories.agreements, "coverage": histories.coverage,
                "timeline": histories.timeline, "export": histories.export}[name]  # fmt: skip
    if name == "authorities":
        from archive_app.cli import authorities

        return authorities.authorities
    if name == "compare":
        from archive_app.cli import comparing

        return comparing.compare
    if name in ("holdings", "links", "decide", "lapses"):
        from archive_app.cli import holding

        return {"holdings": holding.holdings, "links": holding.links, "decide": holding.decide,
                "lapses": holding.lapses}[name]  # fmt: skip
    if name in ("sample", "new", "add", "extract"):
        from archive_app.cli import intake

        return {"sample": intake.sample, "new": intake.new, "add": intake.add, "extract": intake.extract}[name]
    if name == "ocr":
        from archive_app.cli import pictures

        return pictures.ocr
    if name == "open":
        return _open
    from archive_app.cli import upkeep

    return {"verify": upkeep.verify, "reindex": upkeep.reindex, "self-test": upkeep.self_test}[name]


def _open(arguments: Namespace) -> int:
    if arguments.open_window is None:
        raise UsageError("There is no display to open the window on; “--help” tells what can be done in the terminal.")
    status: int = arguments.open_window([arguments.archive] if arguments.archive else [])
    return status
