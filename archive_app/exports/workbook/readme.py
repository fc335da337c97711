"""The first sheet: what this workbook is, what it holds and leaves out, and how its words are meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from openpyxl.styles import Font

from archive_app.exports.holdings import Holdings
from archive_app.exports.workbook import table
from archive_app.exports.workbook.book import Book
from archive_app.exports.workbook.cells import cell
from archive_app.exports.workbook.proof import Proof
from archive_app.exports.workbook.table import Column

#: How the words of the other sheets are meant.
MEANINGS = (
    ("End stated", "The paper itself names the day, the month or the year on which it ends."),
    ("End computed", "The paper gives a beginning and a term; the end is their sum. The Evidence sheet has both."),
    ("End unknown", "The paper gives too little to tell when it ends. It is never counted as in force."),
    ("perpetual", "The paper says that it goes on until somebody ends it."),
    ("in force, expiring", "Begun, and its last day has not passed; expiring in the last 90 days before it."),
    ("renewed, superseded", "A later agreement has taken its place."),
    ("Renews", "By the paper's own words, or proposed because the very same bodies signed again later."),
    ("Gap", "Days on which the archive shows nothing in force for a pair that had an agreement before."),
    ("Empty cell", "What the papers do not say is left empty; nothing is guessed."),
    ("To check a value", "Click it: it leads to its line on the Evidence sheet, with the page, the quoted words, their "
                         "place, how the value was found and who confirmed it. Original there opens the file itself."),
    ("Long texts", "They hold no link, since it would keep them on one line; the id of their agreement leads to the "
                   "lines of all its words."),
)  # fmt: skip


def add(book: Book, holdings: Holdings, proof: Proof) -> None:
    sheet, say = book.plain("Read me"), holdings.labels.say
    columns = (Column("", 28), Column("", 100, True))
    table.set_up(sheet, columns)
    title = cell(sheet, holdings.title)
    title.font = Font(bold=True, size=16)
    sheet.row_dimensions[1].height = 24.0
    sheet.append([title])
    for number, (name, value) in enumerate(_lines(holdings), 2):
        sheet.row_dimensions[number].height = table.LINE * table.lines(columns, (name, value))
        label = cell(sheet, say(name))
        label.font = Font(bold=True)
        sheet.append([label, cell(sheet, value, wrap=True)])


def _lines(holdings: Holdings) -> Iterator[tuple[str, object]]:
    """Name and value for each line below the title. The counts are those of the sheets' rows."""
    say = holdings.labels.say
    states = Counter(say(str(one.status(holdings.on))) for one in holdings.agreements)
    yield "Holds", say(holdings.scope)
    yield "State of things on", holdings.on
    yield "Agreements", len(holdings.agreements)
    yield "of which", ", ".join(f"{count} {state}" for state, count in states.most_common()) or say("none")
    yield "Records", len(holdings.records)
    yield "Restricted, left out", holdings.left_out
    yield "Agreements left out with them", holdings.shut_agreements
    yield "Pairs covered or once so", len(holdings.coverage.cells)
    yield "Gaps", len(holdings.coverage.gaps)
    yield "", ""
    yield from ((name, say(meaning)) for name, meaning in MEANINGS)
