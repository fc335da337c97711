"""The words of ``arrange``."""

from __future__ import annotations

from archive_app.cli.options import Commands, command, json

_MORE = """\
tree (as without an action), show UNIT, add LEVEL TITLE, set UNIT ELEMENT TEXT, move UNIT UNDER (“top” for a fonds),
remove UNIT, place UNIT RECORD…, unplace RECORD…, start (units of the series by kind, or of folders), elements (all
there are), import FILE (units from a spreadsheet: a row a unit, a column an element; --dry-run only says what would
change).
A level is fonds, series, subseries or file. A UNIT is a reference code like F1/01, a number, or a title.

With --json: {"unit", "reference_code", "level", "title", "kind", "texts": {ELEMENT: TEXT}, "records": [{"record",
"reference_code"}], "extent": {"records", "pages", "operands": {RECORD: PAGES}}, "dates": {"first", "last",
"operands": [RECORD, RECORD]}, "units": [the same]}; unit is null for what no person made."""


def add_all(commands: Commands) -> None:
    parser = command(commands, "arrange", "show the arrangement of the archive, and change it", more=_MORE)
    parser.add_argument("action", nargs="?", default="tree",
                        choices=("tree", "show", "add", "set", "move", "remove", "place", "unplace", "start",
                                 "elements", "import"))  # fmt: skip
    parser.add_argument("words", nargs="*", metavar="WORD", help="what the action takes; see below")
    parser.add_argument("--under", metavar="UNIT", help="with add: the unit that it is part of")
    parser.add_argument("--code", metavar="CODE", help="with add: its own part of the reference code; else a number")
    parser.add_argument("--before", metavar="UNIT", help="with move: the neighbour that it is to stand before")
    parser.add_argument("--folders", action="store_true", help="with start: of the folders the files were found in")
    parser.add_argument("--with-all", action="store_true", help="with remove: the units in it too")
    parser.add_argument("--records", action="store_true", help="with tree: name the records too")
    parser.add_argument("--map", action="append", default=[], metavar="COLUMN=ELEMENT",
                        help="with import: which element a column is for; nothing leaves it out")  # fmt: skip
    parser.add_argument("--dry-run", action="store_true", help="with import: only say what would change")
    parser.add_argument("--language", choices=("en", "es"), default="en",
                        help="of the titles that series by kind are given (en)")  # fmt: skip
    json(parser)
