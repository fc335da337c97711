"""The words of the commands that tell histories: links, lapses, said and held, comparisons, authorities."""

from __future__ import annotations

import argparse

from archive_app.cli.options import Commands, agency, command, json, on, place, positive

_HOLDINGS = """\
With --json: {"wants": [{"lack", "title", "date", "bodies", "said_by": [{"record", "title", "kind", "date", "relation",
"words": [{"page", "quote"}]}], "agreement", "letters", "ask": [{"authority", "name", "law"}]}], "counts",
"left_out"}."""
_LINKS = """\
With --json, a list of {"type", "record", "target", "later", "earlier", "basis", "score", "standing", "reasons",
"words": [{"record", "page", "quote"}], "by", "at"}; basis is stated, proposed or confirmed."""
_LAPSES = """\
With --json, a list of {"agency", "consulate", "from", "to", "days", "known", "after", "before", "basis", "operands",
"words": [{"record", "page", "quote"}], "spoken_of"}; known is false where no end is known, so that none is claimed."""
_COMPARE = """\
With --json: {"earlier", "later", "remark", "counts", "clauses": [{"change", "moved", "earlier", "later", "words":
[{"op", "text"}]}]}; change is same, changed, added, removed or moved."""
_AUTHORITIES = """\
list [WORDS], show ID, unknown, set ID FIELD VALUE, new ID NAME ROLE, merge ID INTO, split ID NEW-ID NAME…,
succeed ID SUCCESSOR [DATE], assign NAME ID, set-aside NAME, undo ID, import FILE (says what would change; --apply
does it)."""


def add_all(commands: Commands) -> None:
    for add in (_holdings, _links, _decide, _lapses, _compare, _authorities):
        add(commands)


def sides(parser: argparse.ArgumentParser) -> None:
    """Whom coverage sets against whom."""
    for name, usual in (("rows", "agencies"), ("columns", "consulates")):
        parser.add_argument(f"--{name}", metavar="ROLE", action="append", default=[],
                            help=f"a role like “union”, as often as wanted; else {usual}")  # fmt: skip


def language(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--language", choices=("en", "es"), default="en", help="of headers and labels (en)")


def _holdings(commands: Commands) -> None:
    parser = command(commands, "holdings", "show what is announced or cited and not held, and what to ask for",
                     more=_HOLDINGS)  # fmt: skip
    agency(parser)
    parser.add_argument(
        "-o", "--output", type=place, metavar="FILE", help=".xlsx, .csv or .html, without what is restricted"
    )
    language(parser)
    on(parser)
    json(parser)


def _links(commands: Commands) -> None:
    parser = command(commands, "links", "show what joins papers: how surely, and by which words", more=_LINKS)
    parser.add_argument("--standing", choices=("held", "suggested", "refused"), help="those of one standing")
    parser.add_argument("--record", type=str.upper, metavar="RECORD", help="those of one record")
    json(parser)


def _decide(commands: Commands) -> None:
    parser = command(commands, "decide", "confirm or refuse a link between two papers")
    parser.add_argument("verdict", choices=("confirm", "refuse", "withdraw"))
    parser.add_argument("record", type=str.upper, metavar="RECORD", help="the later paper, like R00012")
    parser.add_argument("type", metavar="TYPE",
                        help="renews, amends, supersedes, terminates, implements, translates or announces")  # fmt: skip
    parser.add_argument("target", type=str.upper, metavar="TARGET", help="the earlier paper")


def _lapses(commands: Commands) -> None:
    parser = command(commands, "lapses", "show who had nothing in force, from when to when, and what shows it",
                     more=_LAPSES)  # fmt: skip
    sides(parser)
    agency(parser)
    parser.add_argument("--year", type=positive, metavar="YEAR", help="those with a day in that year")
    parser.add_argument("-o", "--output", type=place, metavar="FILE", help=".xlsx or .csv, without what is restricted")
    language(parser)
    on(parser)
    json(parser)


def _compare(commands: Commands) -> None:
    parser = command(commands, "compare", "show what changed between two papers, clause by clause", more=_COMPARE)
    parser.add_argument("earlier", type=str.upper, metavar="EARLIER", help="like R00012")
    parser.add_argument("later", type=str.upper, metavar="LATER")
    parser.add_argument("-o", "--output", type=place, metavar="FILE", help="as a page, .html")
    language(parser)
    json(parser)


def _authorities(commands: Commands) -> None:
    parser = command(commands, "authorities", "the controlled names of bodies and persons", more=_AUTHORITIES)
    parser.add_argument("action", choices=("list", "show", "unknown", "set", "new", "merge", "split", "succeed",
                                           "assign", "set-aside", "undo", "import"))  # fmt: skip
    parser.add_argument("words", nargs="*", metavar="WORD", help="what the action takes; see below")
    parser.add_argument("--apply", action="store_true", help="of an import: do what it would do")
    json(parser)
