"""The words of the commands that keep an archive: what waits, what is removed, watched, alike, backed up."""

from __future__ import annotations

from archive_app.cli.options import Commands, command, count, jobs, json, place, positive


def add_all(commands: Commands) -> None:
    for add in (_describe, _remove, _restore, _trash, _watch, _duplicates, _backup):
        add(commands)


def _describe(commands: Commands) -> None:
    parser = command(commands, "describe", "describe the records that wait for it, or take descriptions from a table")
    parser.add_argument("--again", action="store_true", help="read all records anew, also those described already")
    parser.add_argument("--from", dest="table", type=place, metavar="FILE",
                        help="a spreadsheet (XLSX, XLS, ODS, CSV): a row a record, a column a field")  # fmt: skip
    parser.add_argument("--map", action="append", default=[], metavar="COLUMN=FIELD",
                        help="which field a column is for; nothing behind the sign leaves it out")  # fmt: skip
    parser.add_argument("--dry-run", action="store_true", help="only say what the table would change")
    jobs(parser)
    json(parser)


def _records(parser_of: Commands, name: str, help: str) -> None:
    parser = command(parser_of, name, help)
    parser.add_argument("records", type=str.upper, nargs="+", metavar="RECORD", help="its id, like R00012")


def _remove(commands: Commands) -> None:
    _records(commands, "remove", "put records, with what is attached to them, into the trash")


def _restore(commands: Commands) -> None:
    _records(commands, "restore", "put records back from the trash")


def _trash(commands: Commands) -> None:
    json(command(commands, "trash", "show what lies in the trash"))


def _watch(commands: Commands) -> None:
    parser = command(commands, "watch", "take in what arrives in folders, until it is stopped")
    parser.add_argument("folders", type=place, nargs="*", metavar="FOLDER", help="watch these from now on")
    parser.add_argument("--link", action="store_true", help="leave the files of these where they lie")
    parser.add_argument("--stop", type=place, action="append", default=[], metavar="FOLDER", help="watch it no more")
    parser.add_argument("--every", type=positive, default=10, metavar="SECONDS", help="how often to look (10)")
    parser.add_argument("--once", action="store_true", help="look once, tell of linked files that are gone or edited")
    jobs(parser)
    json(parser)


def _duplicates(commands: Commands) -> None:
    parser = command(
        commands, "duplicates", "show papers that are there more than once, byte for byte or in their text"
    )
    for verdict, help in (
        ("same", "these two are the same paper"),
        ("different", "these two are different papers"),
        ("undecided", "take back what was said of these two"),
    ):
        parser.add_argument(f"--{verdict}", type=str.upper, nargs=2, metavar="RECORD", help=help)
    parser.add_argument("--all", action="store_true", help="also pairs that were decided about")
    json(parser)


def _backup(commands: Commands) -> None:
    parser = command(commands, "backup", "make a backup, plan backups, or put one back")
    parser.add_argument("--to", type=place, metavar="FOLDER",
                        help="keep backups there from now on, originals with them; best on another disk")  # fmt: skip
    parser.add_argument("--every", type=count, metavar="DAYS", help="make one at opening after so many days; 0: never")
    parser.add_argument("--keep", type=positive, metavar="N", help="keep the last so many")
    parser.add_argument("--list", action="store_true", help="show the backups there are")
    parser.add_argument("--restore", metavar="NAME", help="put this one in the catalogue's place, which is kept")
    parser.add_argument("--into", type=place, metavar="FOLDER",
                        help="with --restore: make an archive there out of it; this one stays as it is")  # fmt: skip
    json(parser)
