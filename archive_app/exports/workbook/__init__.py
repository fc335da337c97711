"""The workbook that an advocate takes away: histories, coverage, lapses, and the words that each value rests on."""

from __future__ import annotations

from pathlib import Path

from archive_app.exports.holdings import Holdings
from archive_app.exports.workbook import (
    agreements,
    chart,
    coverage,
    evidence,
    links,
    parties,
    readme,
    records,
    requests,
    years,
)
from archive_app.exports.workbook.book import Book
from archive_app.exports.workbook.proof import Proof


def write(holdings: Holdings, file: Path) -> None:
    """Writes the workbook; its sheets stand in the order in which a stranger would read them."""
    book = Book(holdings.labels)
    proof = Proof(book, holdings)
    for sheet in (readme.add, agreements.add, parties.add, years.add, coverage.add, coverage.add_gaps, chart.add,
                  links.add, requests.add_sheet, evidence.add, records.add):  # fmt: skip
        sheet(book, holdings, proof)
    book.save(file, f"{holdings.title}: {holdings.scope}")
