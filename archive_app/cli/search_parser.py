"""The words of the commands that search, and that work with what was found."""

from __future__ import annotations

import argparse
from typing import Any

from archive_app.cli.options import Commands, command, count, json, place, positive, record

_QUERY = "words, “a phrase”, agency:OSHA, date:2011..2014, tag:wages, note:seal"
_SEARCH = """\
A query of one word that begins with a minus stands behind two others: search ARCHIVE -- -draft

With --json, one object: query, understood, expanded, suggestion, total, seconds, hits, facets. A hit has record, title,
kind, date, page, pages, snippet, score; with --pages also "matches": [{"page", "snippet"}], with --why also "why":
[{"asked", "other_for", "field", "forms", "inflected", "pages", "sentence"}]. --histogram adds "histogram": {"years":
{"2011": 3}, "undated": 1}; an index that is not whole adds "index": {"state", "done", "total", "reason", "fault"}."""
_SEARCHES = """\
With --json, a list of {"name", "query", "expand", "sort", "filters", "records", "fault", "by", "at", "changed_at"};
with --recent of {"query", "expand", "sort", "filters", "at", "records", "times"}."""
_CONCORDANCE = """\
With --json, one object a line: {"record", "title", "kind", "date", "page", "before", "keyword", "after"}."""
_BATCH = """\
The file has one query a row: in the column query (or consulta), else in the first; a column name (or nombre) names it.
With --json: {"archive", "at", "remark", "faults", "rows": [{"line", "name", "query", "understood", "expanded",
"records", "pages", "restricted", "facets", "fault"}]}. The exit status is 1 where a query could not be read."""
_TAGS = 'With --json, a list of {"tag", "records"}.'
_NOTES = 'With --json, a list of {"note", "record", "text", "page", "quote", "span", "highlight", "by", "at"}.'


def add_all(commands: Commands) -> None:
    for add in (_search, _searches, _concordance, _batch, _tag, _tags, _note, _notes):
        add(commands)


def _expansion(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--no-expansion", dest="expand", action="store_false",
                        help="only the words as typed, not their other names in English and Spanish")  # fmt: skip


def _only(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--only", action="append", default=[], metavar="FACET=VALUE",
                        help="narrow to a value, like kind=complaint, year=2014 or agency=OSHA; may stand "
                             "several times")  # fmt: skip


class _InPlaceOf(argparse.Action):
    """An option with which another argument need not be there. An argument that need never be there would not do:
    the parser takes it for left out as soon as an option stands before it.
    """

    def __init__(self, *, other: argparse.Action, **rest: Any) -> None:
        super().__init__(**rest)
        self._other = other

    def __call__(
        self, parser: argparse.ArgumentParser, namespace: argparse.Namespace, values: Any, option: str | None = None
    ) -> None:
        setattr(namespace, self.dest, values)
        self._other.required = False


def _search(commands: Commands) -> None:
    parser = command(commands, "search", "search the full text", more=_SEARCH)
    query = parser.add_argument("query", metavar="QUERY", help=_QUERY)
    parser.add_argument("--limit", type=count, default=20, metavar="N", help="at most so many (20)")
    parser.add_argument("--offset", type=count, default=0, metavar="N", help="leave out so many at the beginning")
    parser.add_argument("--facets", action="store_true", help="count kinds, agencies, years, languages, places, tags")
    parser.add_argument("--sort", choices=("relevance", "date", "title"), default=None)
    _expansion(parser)
    _only(parser)
    parser.add_argument("--why", action="store_true", help="tell why each record matched")
    parser.add_argument("--pages", action="store_true", help="show every page that matched, not the best alone")
    parser.add_argument("--histogram", action="store_true", help="count the records by year")
    parser.add_argument("--saved", action=_InPlaceOf, other=query, metavar="NAME",
                        help="ask a saved search again; a query beside it narrows it")  # fmt: skip
    parser.add_argument("--save", metavar="NAME", help="keep this search under a name")
    parser.add_argument("--replace", action="store_true", help="… in place of the one that has this name")
    parser.add_argument("-o", "--output", type=place, metavar="FILE",
                        help="write all that was found, with pages and snippets, as .xlsx or .csv; "
                             "restricted records are left out")  # fmt: skip
    json(parser)


def _searches(commands: Commands) -> None:
    parser = command(commands, "searches", "show the saved searches with what they find now", more=_SEARCHES)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--rename", nargs=2, metavar=("NAME", "NEW"), help="give a saved search another name")
    what.add_argument("--delete", metavar="NAME", help="take a saved search out of the list")
    what.add_argument("--recent", action="store_true", help="what was asked last instead")
    what.add_argument("--forget-recent", action="store_true", help="forget what was asked")
    what.add_argument("--remember", choices=("on", "off"), help="whether to keep what is asked from now on")
    json(parser)


def _concordance(commands: Commands) -> None:
    parser = command(commands, "concordance", "show every place of a query's words in its context", more=_CONCORDANCE)
    parser.add_argument("query", metavar="QUERY", help=_QUERY)
    parser.add_argument("--sort", choices=("archive", "before", "after", "date"), default="archive",
                        help="as they stand in the archive; by the word before or after; by date")  # fmt: skip
    parser.add_argument("--around", type=positive, default=8, metavar="N", help="words on either side (8)")
    parser.add_argument("--limit", type=positive, default=None, metavar="N", help="at most so many places")
    _expansion(parser)
    _only(parser)
    parser.add_argument("-o", "--output", type=place, metavar="FILE",
                        help="write them as .csv or .xlsx; restricted records are left out")  # fmt: skip
    json(parser)


def _batch(commands: Commands) -> None:
    parser = command(commands, "batch", "ask a list of queries and report what each finds", more=_BATCH)
    parser.add_argument("file", type=place, metavar="FILE", help="CSV with one query a row")
    parser.add_argument("-o", "--output", type=place, metavar="REPORT", help="write the report as .csv, .xlsx or .json")
    parser.add_argument("--facets", type=_listed, default=(), metavar="F,F",
                        help="count by these too: kind, agency, year, language, place")  # fmt: skip
    _expansion(parser)
    json(parser)


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _tag(commands: Commands) -> None:
    parser = command(commands, "tag", "put tags on records, or take them off")
    records = parser.add_argument("records", nargs="+", type=str.upper, metavar="RECORD", help="ids, like R00012")
    parser.add_argument("--query", action=_InPlaceOf, other=records, metavar="Q",
                        help="all records that this search finds")  # fmt: skip
    parser.add_argument("--add", action="append", default=[], metavar="T", help="a tag to put on")
    parser.add_argument("--remove", action="append", default=[], metavar="T", help="a tag to take off")


def _tags(commands: Commands) -> None:
    parser = command(commands, "tags", "show the tags with how many records have them", more=_TAGS)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--rename", nargs=2, metavar=("T", "NEW"), help="another name for a tag, on every record")
    what.add_argument("--merge", nargs="+", metavar="T", help="put these tags together, see --into")
    what.add_argument("--remove", metavar="T", help="take a tag off every record")
    parser.add_argument("--into", metavar="T", help="the tag that takes the place of those merged")
    json(parser)


def _note(commands: Commands) -> None:
    parser = command(commands, "note", "write a note beside a record, a page, or words on a page")
    record(parser)
    parser.add_argument("text", metavar="TEXT", help="what it says; of a highlight it may be empty")
    parser.add_argument("--page", type=positive, default=None, metavar="N", help="beside this page")
    parser.add_argument("--words", metavar="W", help="beside these words of the record, as they stand there")
    parser.add_argument("--highlight", metavar="K",
                        help="mark the words as one of important, question, commitment, term, citation")  # fmt: skip


def _notes(commands: Commands) -> None:
    parser = command(commands, "notes", "show the notes, of one record or of all", more=_NOTES)
    parser.add_argument("record", nargs="?", type=str.upper, metavar="RECORD", help="its id, like R00012")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--change", nargs=2, metavar=("NOTE", "TEXT"), help="another text for the note of this number")
    what.add_argument("--remove", type=positive, metavar="NOTE", help="take the note of this number away")
    json(parser)
