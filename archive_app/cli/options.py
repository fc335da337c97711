"""What the words of several commands have in common: options, and the kinds of values they take."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from archive_app.errors import UsageError

Commands = Any  # argparse keeps the type of its subcommands to itself


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence instead of printing the usage; options may stand among the other words."""

    _in_two_steps = False

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message[:1].upper()}{message[1:]}; “{self.prog} --help” shows how it is used.")

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Options first and the other words after them, where there may be any number of words, or none.

        Taken as they come, those would be taken for left out, or for all, as soon as an option stands between them.
        """
        if self._in_two_steps or "--" in (args or ()) or not self._may_vary():
            return super().parse_known_args(args, namespace)
        self._in_two_steps = True
        try:
            return self.parse_known_intermixed_args(args, namespace)
        finally:
            self._in_two_steps = False

    def _may_vary(self) -> bool:
        """Whether there may be more or fewer words."""
        return any(action.nargs in ("?", "*", "+") for action in self._get_positional_actions())


def command(
    commands: Commands, name: str, help: str, *, archive: bool = True, more: str | None = None
) -> argparse.ArgumentParser:
    """A command with its archive; ``more`` stands below its options, in the lines it has."""
    parser: argparse.ArgumentParser = commands.add_parser(
        name, help=help, description=help, epilog=more, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    if archive:
        parser.add_argument("archive", type=place, metavar="ARCHIVE", help="the archive's folder")
    parser.add_argument("--quiet", action="store_true", help="no progress on standard error")
    return parser


def json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="JSON and nothing else on standard output")


def on(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--on", type=day, default=None, metavar="DATE",
                        help="the day, like 2026-11-22; today where not given")  # fmt: skip


def jobs(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--jobs", type=positive, default=2, metavar="N", help="worker processes (2)")


def ocr(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--ocr", choices=("auto", "never", "always"), default="auto",
                        help="which pages are read from their pictures: those without text that says anything "
                             "(auto), none, or all that are pictures")  # fmt: skip


def day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is not a day; write it like 2026-11-22") from None


def place(text: str) -> Path:
    """A file or a folder. No word at all, as of a shell's variable that is not set, would mean where one stands."""
    if not text:
        raise argparse.ArgumentTypeError("a file or a folder is needed, and nothing was written")
    return Path(text)


def agency(parser: argparse.ArgumentParser, *, required: bool = False) -> None:
    parser.add_argument("--agency", required=required, metavar="A",
                        help="name, acronym or id of a body; its offices count with it")  # fmt: skip


def record(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("record", type=str.upper, metavar="RECORD", help="its id, like R00012")


def positive(text: str) -> int:
    if not text.isdecimal() or int(text) == 0:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number from 1 on")
    return int(text)


def count(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"“{text}” is not a number from 0 on")
    return int(text)
