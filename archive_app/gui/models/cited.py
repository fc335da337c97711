"""Words of papers that something rests on, a row for each, to be opened where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from archive_app.domain.links import Quote
from archive_app.domain.said import Saying
from archive_app.gui.language import tr
from archive_app.gui.models import wording
from archive_app.gui.models.table import Column
from archive_app.gui.theme import Role


@dataclass(frozen=True)
class Cited:
    """Words on a page (from 1) of a record, with the record's title; ``words`` is "" where the whole paper is meant."""

    record: str
    title: str
    page: int
    words: str


def columns() -> tuple[Column[Cited], ...]:
    return (
        Column(tr("cited.words"), lambda row: f"“{row.words}”" if row.words else "–",
               roles={Role.QUOTE: lambda row: bool(row.words)}),
        Column(tr("cited.paper"), lambda row: row.title),
        Column(tr("cited.page"), lambda row: tr("cited.place", row.record, row.page), key=lambda r: (r.record, r.page)),
    )  # fmt: skip


def of_quotes(quotes: Iterable[Quote], titles: dict[str, str]) -> list[Cited]:
    return [Cited(one.record, titles.get(one.record, one.record), one.page, one.words) for one in quotes]


def of_sayings(sayings: Iterable[Saying]) -> Iterator[Cited]:
    """A row for each stretch of words; one for the paper where no words of it are known."""
    for saying in sayings:
        title = " · ".join(part for part in (saying.title, wording.kind(saying.kind), wording.edtf(saying.day)) if part)
        if not saying.quotes:
            yield Cited(saying.record, title, 1, "")
        for quote in saying.quotes:
            yield Cited(quote.record, title, quote.page, quote.words)
