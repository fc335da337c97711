"""Where in the workbook the words of each value stand: the line of the Evidence sheet, or of the Links sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from archive_app.domain.agreement import Agreement
from archive_app.domain.description import Description
from archive_app.domain.fact import DateMention, Fact, Party
from archive_app.domain.links import Standing
from archive_app.domain.record import Record
from archive_app.exports.holdings import Holdings
from archive_app.exports.workbook.book import Book
from archive_app.exports.workbook.cells import Proved


class Proof:
    """Counts the lines of both sheets before any is written, so that cells above can lead to them."""

    def __init__(self, book: Book, holdings: Holdings) -> None:
        self._book, self._holdings = book, holdings
        self._rows = {id(fact): row for row, (_, fact) in enumerate(every_fact(holdings), 2)}
        self.count = len(self._rows)
        self._first = {record.id: row for row, ((record, _), _) in reversed([*enumerate(every_fact(holdings), 2)])}
        self._links = {
            (link.type, link.earlier if link.type == "terminates" else link.later): row
            for row, link in enumerate(holdings.links, 2)
            if link.standing is Standing.HELD
        }
        self._agreements = {one.id: row for row, one in enumerate(holdings.agreements, 2)}
        self._records = {record.id: row for row, (record, _) in enumerate(holdings.records, 2)}

    def of(self, one: Agreement, field: str, value: object) -> object:
        """A value of an agreement, leading to its words where they are told."""
        found = self._holdings.fact_for(one, field)
        return value if value is None or found is None else self.of_fact(found[1], value)

    def of_party(self, one: Agreement, parties: Sequence[Party]) -> object:
        """The names of some parties in one cell, leading to where the first of them is named."""
        if not parties:
            return None
        texts = (self._holdings.descriptions.get(record) for record in one.records)
        facts = (fact for text in texts if text for fact in text.by_field.get("party", ()))
        first = next((fact for fact in facts if _is_party(fact, parties[0])), None)
        return self.of_fact(first, "; ".join(party.name for party in parties))

    def of_fact(self, fact: Fact | None, value: object) -> object:
        row = self._rows.get(id(fact))
        return value if row is None or value is None else Proved(value, self._book.place("Evidence", row))

    def of_link(self, type: str, agreement: str, value: object) -> object:
        """What an agreement renews, amends, …, leading to what joins the two."""
        row = self._links.get((type, agreement))
        return value if row is None or value is None else Proved(value, self._book.place("Links", row))

    def agreement(self, id: str | None) -> object:
        """An agreement's id, leading to its line."""
        row = self._agreements.get(id or "")
        return id if row is None else Proved(id, self._book.place("Agreements", row))

    def words_of(self, one: Agreement) -> object:
        """An agreement's id, leading to the first of the lines that tell all words of its paper."""
        row = next((self._first[record] for record in one.records if record in self._first), None)
        return one.id if row is None else Proved(one.id, self._book.place("Evidence", row))

    def leading_to(self, agreement: str, value: object) -> object:
        """A value that leads to an agreement's line."""
        row = self._agreements.get(agreement)
        return value if row is None else Proved(value, self._book.place("Agreements", row))

    def record(self, id: str | None) -> object:
        """A record's id, leading to its line."""
        row = self._records.get(id or "")
        return id if row is None else Proved(id, self._book.place("Records", row))


def _is_party(fact: Fact, party: Party) -> bool:
    told = fact.value
    return isinstance(told, Party) and (told.authority, told.as_written) == (party.authority, party.as_written)


def every_fact(holdings: Holdings) -> Iterator[tuple[tuple[Record, Description], Fact]]:
    """All facts that hold but bare mentions of dates, which say nothing of the agreement, in the order of the sheet."""
    for record, description in holdings.records:
        for fact in description.facts:
            if not isinstance(fact.value, DateMention):
                yield (record, description), fact
