"""The words the terminal understands."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from archive_app import __version__
from archive_app.errors import UsageError


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence instead of printing the usage."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message[:1].upper()}{message[1:]}; “{self.prog} --help” shows how it is used.")


def parse(words: Sequence[str]) -> argparse.Namespace:
    """The command's arguments. Raises UsageError where they are wrong; ends the program for --help."""
    return build().parse_args(words)


def build() -> argparse.ArgumentParser:
    parser = _Parser(prog="main.py", description="Convenio: an archive of agreements and the papers around them.")
    parser.add_argument("--version", action="version", version=f"Convenio {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for add in (_sample, _new, _add, _list, _show, _set, _search, _extract, _agreements, _coverage, _timeline,
                _export, _verify, _reindex, _self_test, _open):  # fmt: skip
        add(commands)
    return parser


_Commands = Any  # argparse keeps the type of its subcommands to itself


def _command(commands: _Commands, name: str, help: str, *, archive: bool = True) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(name, help=help, description=help)
    if archive:
        parser.add_argument("archive", type=Path, metavar="ARCHIVE", help="the archive's folder")
    parser.add_argument("--quiet", action="store_true", help="no progress on standard error")
    return parser


def _json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="JSON and nothing else on standard output")


def _on(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--on", type=_day, default=None, metavar="DATE",
                        help="the day, like 2026-11-22; today where not given")  # fmt: skip


def _jobs(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--jobs", type=_positive, default=2, metavar="N", help="worker processes (2)")


def _ocr(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--ocr", choices=("auto", "never", "always"), default="auto",
                        help="which pages are read from their pictures: those without text that says anything "
                             "(auto), none, or all that are pictures")  # fmt: skip


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is not a day; write it like 2026-11-22") from None


def _agency(parser: argparse.ArgumentParser, *, required: bool = False) -> None:
    parser.add_argument("--agency", required=required, metavar="A",
                        help="name, acronym or id of a body; its offices count with it")  # fmt: skip


def _record(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("record", type=str.upper, metavar="RECORD", help="its id, like R00012")


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) == 0:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number from 1 on")
    return int(text)


def _count(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"“{text}” is not a number from 0 on")
    return int(text)


def _sample(commands: _Commands) -> None:
    parser = _command(commands, "sample", "make the sample archive in DIR and show what is in it", archive=False)
    parser.add_argument("archive", type=Path, metavar="DIR")
    parser.add_argument("--no-window", action="store_true", help="do not open it, even where there is a display")
    _jobs(parser)


def _new(commands: _Commands) -> None:
    _command(commands, "new", "make an empty archive").add_argument(
        "--title", metavar="T", help="what it is called in the window and in exports"
    )


def _add(commands: _Commands) -> None:
    parser = _command(commands, "add", "take files and folders in")
    parser.add_argument("paths", type=Path, nargs="+", metavar="PATH", help="files and folders")
    parser.add_argument("--link", action="store_true", help="leave the files where they lie; only read them")
    _ocr(parser)
    _jobs(parser)
    _json(parser)


def _list(commands: _Commands) -> None:
    parser = _command(commands, "list", "show the records")
    parser.add_argument("--kind", metavar="K", help="those of one kind, like “press release”")
    _json(parser)


def _show(commands: _Commands) -> None:
    parser = _command(commands, "show", "show one record: description, facts with evidence, tables, history, text")
    _record(parser)
    _json(parser)


def _set(commands: _Commands) -> None:
    parser = _command(commands, "set", "correct a field of a record; your value is kept for good")
    _record(parser)
    parser.add_argument("field", metavar="FIELD",
                        help="like expiration_date or party; a wrong one is answered with all there are")  # fmt: skip
    parser.add_argument("value", metavar="VALUE",
                        help="takes the place of all that was read; several parties, signatories or other values "
                             "are parted by “;”; “unknown” says that the paper does not tell")  # fmt: skip


def _search(commands: _Commands) -> None:
    parser = _command(commands, "search", "search the full text")
    parser.add_argument("query", metavar="QUERY", help="words, “a phrase”, agency:OSHA, date:2011..2014")
    parser.add_argument("--limit", type=_count, default=20, metavar="N", help="at most so many (20)")
    parser.add_argument("--offset", type=_count, default=0, metavar="N", help="leave out so many at the beginning")
    parser.add_argument("--facets", action="store_true", help="count kinds, agencies, years, languages, places")
    parser.add_argument("--sort", choices=("relevance", "date", "title"), default="relevance")
    parser.add_argument("--no-expansion", dest="expand", action="store_false",
                        help="only the words as typed, not their other names in English and Spanish")  # fmt: skip
    _json(parser)


def _extract(commands: _Commands) -> None:
    parser = _command(commands, "extract", "read files without an archive and print what is in them", archive=False)
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE")
    _ocr(parser)
    _jobs(parser)
    _json(parser)


def _agreements(commands: _Commands) -> None:
    parser = _command(commands, "agreements", "show the agreements and their state on a day")
    _agency(parser)
    parser.add_argument("--status", metavar="S", help="those in one state, like expired")
    _on(parser)
    _json(parser)


def _coverage(commands: _Commands) -> None:
    parser = _command(commands, "coverage", "show who has an agreement in force with whom, and since when not")
    parser.add_argument("--gaps", action="store_true", help="the lapses alone")
    _on(parser)
    _json(parser)


def _timeline(commands: _Commands) -> None:
    parser = _command(commands, "timeline", "draw an agency's timeline")
    _agency(parser, required=True)
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE", help=".svg, .png or .pdf")
    _on(parser)


def _export(commands: _Commands) -> None:
    parser = _command(commands, "export", "write the archive, or a part of it, for other programs")
    parser.add_argument("format", metavar="FORMAT",
                        help="xlsx, tables, csv, json, html, ics, ead3, dublin-core, atom-csv, ris "
                             "or csl-json")  # fmt: skip
    parser.add_argument("file", type=Path, metavar="FILE")
    _agency(parser)
    parser.add_argument("--query", metavar="Q", help="only what this search finds")
    _on(parser)


def _verify(commands: _Commands) -> None:
    _json(_command(commands, "verify", "check every file's fixity, and catalogue and index against each other"))


def _reindex(commands: _Commands) -> None:
    _command(commands, "reindex", "make the index anew from the catalogue")


def _self_test(commands: _Commands) -> None:
    _command(commands, "self-test", "check that the program is whole", archive=False)


def _open(commands: _Commands) -> None:
    parser = commands.add_parser("open", help="open the window on an archive", description="open the window")
    parser.add_argument("archive", nargs="?", metavar="ARCHIVE", help="the archive's folder; else the last one open")
