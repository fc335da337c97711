"""The words of what is shared: citations, and copies of originals."""

from __future__ import annotations

import argparse

from archive_app.cli import history_parser
from archive_app.cli.options import Commands, command, place


def add_all(commands: Commands) -> None:
    for add in (_cite, _copies):
        add(commands)


def _cite(commands: Commands) -> None:
    parser = command(commands, "cite", "print the citations of records")
    parser.add_argument("records", type=str.upper, nargs="+", metavar="RECORD", help="their ids, like R00012")
    parser.add_argument("--style", default="text", metavar="S", help="text (as it is), ris, bibtex or csl-json")
    _include(parser)
    history_parser.language(parser)


def _copies(commands: Commands) -> None:
    parser = command(commands, "copies", "copy the originals of records to a folder, under their own names")
    parser.add_argument("folder", type=place, metavar="FOLDER")
    parser.add_argument("records", type=str.upper, nargs="+", metavar="RECORD", help="their ids, like R00012")
    _include(parser)


def _include(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--include", type=str.upper, action="append", default=[], metavar="RECORD",
                        help="a restricted record that may leave the archive this once")  # fmt: skip
