"""The words the terminal understands."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from archive_app import __version__
from archive_app.cli import arranging_parser, history_parser, keeping_parser, search_parser, sharing_parser
from archive_app.cli.options import Commands, Parser, agency, command, jobs, json, ocr, on, place, positive, record
from archive_app.errors import UsageError


def parse(words: Sequence[str]) -> argparse.Namespace:
    """The command's arguments. Raises UsageError where they are wrong; ends the program for --help."""
    taken, left = build().parse_known_args(words)
    if left:
        raise UsageError(_too_much(left, f"{_called()} {taken.command} --help"))
    return taken


def _too_much(left: Sequence[str], help: str) -> str:
    """Words that the command does not know. What follows an option that there is not is left over with it."""
    wrong = next((word for word in left if word.startswith("-")), None)
    if wrong is None:
        return f"“{left[0]}” is a word too many; “{help}” shows how it is used."
    return f"There is no option {wrong}; “{help}” shows all, and a file of that name is written ./{wrong}."


def build() -> argparse.ArgumentParser:
    parser = Parser(prog=_called(), description="Convenio: an archive of agreements and the papers around them.")
    parser.add_argument("--version", action="version", version=f"Convenio {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for add in (_sample, _new, _add, _list, _show, _set, search_parser.add_all, history_parser.add_all,
                sharing_parser.add_all, keeping_parser.add_all, arranging_parser.add_all, _extract, _agreements,
                _coverage, _timeline, _export, _verify, _reindex, _read_pictures, _self_test, _open):  # fmt: skip
        add(commands)
    return parser


def _called() -> str:
    """What a person types to start the program: from the source it is main.py."""
    return "main.py" if Path(sys.argv[0]).name == "main.py" else "convenio"


def _sample(commands: Commands) -> None:
    parser = command(commands, "sample", "make the sample archive in DIR and show what is in it", archive=False)
    parser.add_argument("archive", type=place, metavar="DIR")
    parser.add_argument("--no-window", action="store_true", help="do not open it, even where there is a display")
    jobs(parser)


def _new(commands: Commands) -> None:
    parser = command(commands, "new", "make an empty archive, or one of a bag")
    parser.add_argument("--title", metavar="T", help="what it is called in the window and in exports")
    parser.add_argument("--from-bag", type=place, metavar="BAG",
                        help="a folder that “export ARCHIVE bagit” wrote; every file of it is checked")  # fmt: skip


def _add(commands: Commands) -> None:
    parser = command(commands, "add", "take files and folders in; without any, go on with what was broken off")
    parser.add_argument("paths", type=place, nargs="*", metavar="PATH", help="files and folders")
    parser.add_argument("--link", action="store_true", help="leave the files where they lie; only read them")
    parser.add_argument("--inside-zip", action="store_true", help="take in what ZIP files hold, too")
    ocr(parser)
    jobs(parser)
    json(parser)


def _list(commands: Commands) -> None:
    parser = command(commands, "list", "show the records")
    parser.add_argument("--kind", metavar="K", help="those of one kind, like “press release”")
    parser.add_argument("--low-confidence", action="store_true",
                        help="the pages whose pictures were read with little confidence, or not read")  # fmt: skip
    json(parser)


def _show(commands: Commands) -> None:
    parser = command(commands, "show", "show one record: description, facts with evidence, tables, history, text")
    record(parser)
    json(parser)


def _set(commands: Commands) -> None:
    parser = command(commands, "set", "correct a field of one record or of many; your value is kept for good")
    parser.add_argument("record", type=str.upper, metavar="RECORD",
                        help="its id, like R00012; several are parted by commas; - for --query’s")  # fmt: skip
    parser.add_argument("field", metavar="FIELD",
                        help="like expiration_date, party or tags; a wrong one is answered with all")  # fmt: skip
    parser.add_argument("--query", metavar="Q", help="every record that a query finds; write - for RECORD")
    deeds = parser.add_mutually_exclusive_group()
    deeds.add_argument("--add", action="store_const", const="add", dest="deed", help="beside what holds")
    deeds.add_argument("--remove", action="store_const", const="remove", dest="deed", help="away from what holds")
    parser.add_argument("--only-empty", action="store_true", help="only where nothing is known yet")
    parser.add_argument("--dry-run", action="store_true", help="say what would change, and write nothing")
    json(parser)
    parser.add_argument("value", metavar="VALUE",
                        help="takes the place of all that was read; several parties, signatories or other values "
                             "are parted by “;”; “unknown” says that the paper does not tell")  # fmt: skip


def _extract(commands: Commands) -> None:
    parser = command(commands, "extract", "read files without an archive and print what is in them", archive=False)
    parser.add_argument("files", type=place, nargs="+", metavar="FILE")
    ocr(parser)
    jobs(parser)
    json(parser)


def _agreements(commands: Commands) -> None:
    parser = command(commands, "agreements", "show the agreements and their state on a day")
    agency(parser)
    parser.add_argument("--status", metavar="S", help="those in one state, like expired")
    on(parser)
    json(parser)


def _coverage(commands: Commands) -> None:
    parser = command(commands, "coverage", "show who has an agreement in force with whom, and since when not")
    parser.add_argument("--gaps", action="store_true", help="the lapses alone")
    parser.add_argument("--years", action="store_true", help="each pair's state in each year up to the day")
    parser.add_argument("-o", "--output", type=place, metavar="FILE",
                        help="a chart of the years, .svg, .png or .pdf, without what is restricted")  # fmt: skip
    agency(parser)
    history_parser.language(parser)
    history_parser.sides(parser)
    on(parser)
    json(parser)


def _timeline(commands: Commands) -> None:
    parser = command(commands, "timeline", "draw an agency's timeline")
    agency(parser, required=True)
    parser.add_argument("-o", "--output", type=place, required=True, metavar="FILE", help=".svg, .png or .pdf")
    parser.add_argument("--without-events", action="store_true", help="no lane of what tells of Labor Rights Week")
    history_parser.language(parser)
    on(parser)


def _export(commands: Commands) -> None:
    parser = command(commands, "export", "write the archive, or a part of it, for other programs")
    parser.add_argument("format", type=str.lower, metavar="FORMAT",
                        help="xlsx, tables, csv, json, html, ics, timelinejs, ead3, dublin-core, atom-csv, ris, "
                             "csl-json, bibtex; pdf: one record with its evidence; bagit: the whole archive as a "
                             "folder to be kept")  # fmt: skip
    parser.add_argument("file", type=place, metavar="FILE")
    parser.add_argument("--public", action="store_true", help="a bag without restricted records and catalogue")
    agency(parser)
    parser.add_argument("--query", metavar="Q", help="only what this search finds")
    parser.add_argument("--record", type=str.upper, action="append", default=[], metavar="RECORD",
                        help="of ris, bibtex, csl-json and pdf: these records alone")  # fmt: skip
    parser.add_argument("--page", type=positive, action="append", default=[], metavar="N",
                        help="of pdf: these pages alone")  # fmt: skip
    parser.add_argument("--without-notes", action="store_true", help="of pdf: without notes, highlights and tags")
    parser.add_argument("--include", type=str.upper, action="append", default=[], metavar="RECORD",
                        help="a restricted record that may leave the archive this once")  # fmt: skip
    history_parser.language(parser)
    on(parser)


def _verify(commands: Commands) -> None:
    json(command(commands, "verify", "check every file's fixity, and catalogue and index against each other"))


def _reindex(commands: Commands) -> None:
    command(commands, "reindex", "make the index anew from the catalogue")


def _read_pictures(commands: Commands) -> None:
    parser = command(commands, "ocr", "read the pages that are pictures and were not read yet")
    parser.add_argument("records", type=str.upper, nargs="*", metavar="RECORD", help="of these alone, like R00012")
    parser.add_argument("--again", action="store_true", help="those too that were read from their pictures before")
    jobs(parser)
    json(parser)


def _self_test(commands: Commands) -> None:
    parser = command(commands, "self-test", "check that the program is whole", archive=False,
                     more="It takes one paper of every format in, reads a picture, searches, exports and opens the "
                          "window,\nall in a folder that is gone afterwards. 1 where something failed.")  # fmt: skip
    parser.add_argument("--quick", action="store_true", help="without reading a picture and opening the window")


def _open(commands: Commands) -> None:
    parser = commands.add_parser("open", help="open the window on an archive", description="open the window")
    parser.add_argument("archive", nargs="?", metavar="ARCHIVE", help="the archive's folder; else the last one open")
    parser.add_argument("--try", dest="try_out", action="store_true", help=argparse.SUPPRESS)  # for self-test alone
