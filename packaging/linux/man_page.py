"""The manual page, from the commands as the program itself knows them.

python packaging/linux/man_page.py FILE [DAY]
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(PROJECT))

from archive_app import __version__  # noqa: E402
from archive_app.cli import parser  # noqa: E402

#: What the numbers mean that a command ends with.
STATUS = {
    "0": "all was done",
    "1": "some of it failed, and is listed",
    "2": "the command was wrong",
    "3": "the archive is missing, is none, or is of a newer format",
    "4": "another program is changing the archive",
    "130": "stopped from the keyboard; what was finished is kept",
}


def page(day: str) -> str:
    built = parser.build()
    lines = [
        f'.TH CONVENIO 1 "{day}" "Convenio {__version__}" "User Commands"',
        ".SH NAME", r"convenio \- document archive and tracker of memoranda of understanding",
        ".SH SYNOPSIS", ".B convenio", r"[\fICOMMAND\fR [\fIWORDS\fR]]", ".br", ".B convenio", r"\fIFOLDER\fR",
        ".SH DESCRIPTION", _text("Without a command the window opens, on the archive that was open last or on the one "
                                 "whose folder is named with its full path. A command works in the terminal."),
        ".SH COMMANDS", *_commands(built),
        ".SH EXIT STATUS", *(line for code, told in STATUS.items() for line in (".TP", f".B {code}", _text(told))),
        ".SH FILES", ".TP", r"\fIARCHIVE\fR/catalogue.sqlite", "Everything that is known of the papers.",
        ".TP", r"\fIARCHIVE\fR/originals/", "The papers as they came, never changed.",
        ".TP", r"\fIARCHIVE\fR/index/", _text("Made anew by “convenio reindex”."),
    ]  # fmt: skip
    return "\n".join(lines) + "\n"


def _commands(built: argparse.ArgumentParser) -> Iterator[str]:
    for name, command in _subcommands(built).items():
        yield rf".SS \fB{_text(name)}\fR {_usage(command)}".rstrip()
        yield _text(f"{command.description or name}.")
        for action in command._actions:
            if action.help in (None, argparse.SUPPRESS) or isinstance(action, argparse._HelpAction):
                continue
            yield from (".TP", _called(action), _text(action.help or ""))
        if command.epilog:
            yield from (".PP", _text(command.epilog))


def _subcommands(built: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    (chosen,) = [action for action in built._actions if isinstance(action, argparse._SubParsersAction)]
    return dict(chosen.choices)


def _usage(command: argparse.ArgumentParser) -> str:
    """The words that stand without an option."""
    needed = (action for action in command._actions if not action.option_strings)
    return " ".join(rf"\fI{_text(_shown(action))}\fR" for action in needed)


def _called(action: argparse.Action) -> str:
    if not action.option_strings:
        return rf"\fI{_text(_shown(action))}\fR"
    names = ", ".join(rf"\fB{_text(name)}\fR" for name in action.option_strings)
    return names if action.nargs == 0 else rf"{names} \fI{_text(_shown(action))}\fR"


def _shown(action: argparse.Action) -> str:
    """What takes the place of its value."""
    if isinstance(action.metavar, str):
        return action.metavar
    return "|".join(map(str, action.choices)) if action.choices else action.dest.upper()


def _text(plain: str) -> str:
    """Words as roff takes them literally."""
    told = plain.replace("\\", r"\e").replace("-", r"\-").replace("%%", "%")
    return "\n".join(rf"\&{line}" if line.startswith((".", "'")) else line for line in told.splitlines())


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(page(*(sys.argv[2:] or [""])), encoding="utf-8")
