"""Lapses as a list of their own: who had nothing in force from when to when, and the words that show it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from openpyxl import Workbook

from archive_app.domain.ledger import LedgerLine
from archive_app.domain.years import YearState
from archive_app.exports.findings import plain_table
from archive_app.exports.labels import Labels
from archive_app.exports.workbook import table
from archive_app.exports.workbook.table import Column

COLUMNS = (
    Column("Agency", 28, True), Column("Consulate", 28, True), Column("State", 18), Column("From", 12),
    Column("To", 12), Column("Days", 8), Column("After", 12), Column("Title", 38, True), Column("Basis of end", 14),
    Column("Quoted words", 44, True), Column("Told of meanwhile, not held", 32, True),
)  # fmt: skip


@dataclass(frozen=True)
class LapseList:
    """The lapses up to a day of a part of an archive; ``scope`` says in words of which."""

    archive: str
    scope: str
    on: date
    lines: tuple[LedgerLine, ...]
    labels: Labels
    left_out: int = 0


def write_workbook(asked: LapseList, file: Path) -> None:
    book, say = Workbook(write_only=True), asked.labels.say
    columns = [Column(say(one.header), one.width, one.wrap) for one in COLUMNS]
    table.add(book, say("Gaps"), columns, _rows(asked), frozen=2)
    about = table.add(book, say("Read me"), (Column("", 28), Column("", 90, True)), _about(asked))
    about.auto_filter.ref = None
    book.properties.title, book.properties.creator = f"{asked.archive}: {asked.scope}", "Convenio"
    book.save(file)


def write_csv(asked: LapseList, file: Path) -> None:
    plain_table.write([asked.labels.say(one.header) for one in COLUMNS], _rows(asked), file)


def _rows(asked: LapseList) -> Iterator[list[object]]:
    say = asked.labels.say
    for one in asked.lines:
        lapse = one.lapse
        words = (f"“{quote.words}” ({quote.record}, {say('page')} {quote.page})" for quote in one.evidence.quotes)
        state = say(str(YearState.LAPSED if lapse.known else YearState.UNKNOWN))
        told = "; ".join(f"{say(str(want.lack))}: {want.title or ''} {want.day or ''}" for want in one.spoken_of)
        yield [
            one.agency, one.consulate, state, lapse.start, lapse.end, one.days if lapse.known else None, lapse.after,
            one.after.title, say(one.evidence.basis), " … ".join(words) or None, told or None,
        ]  # fmt: skip


def _about(asked: LapseList) -> Iterator[list[object]]:
    say = asked.labels.say
    yield [say("Holds"), f"{asked.archive}: {asked.scope}"]
    yield [say("State of things on"), asked.on]
    yield [say("Gap"), say("Days on which the archive shows nothing in force for a pair that had an agreement before.")]
    yield [say("End unknown"), say("The paper gives too little to tell when it ends. It is never counted as in force.")]
    if asked.left_out:
        yield ["", asked.labels.fill("Agreements left out, since a paper of theirs is restricted: {count}.",
                                     count=asked.left_out)]  # fmt: skip
