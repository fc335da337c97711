"""The workbook that an advocate takes away: histories, coverage, lapses, and the words that each value rests on."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from openpyxl import Workbook

from archive_app.exports.holdings import Holdings
from archive_app.exports.workbook import agreements, coverage, evidence, readme, records, years


def write(holdings: Holdings, file: Path) -> None:
    """Writes the workbook; its sheets stand in the order in which a stranger would read them."""
    book = Workbook(write_only=True)
    for sheet in (readme.add, agreements.add, agreements.add_parties, years.add, coverage.add, coverage.add_gaps,
                  evidence.add, records.add):  # fmt: skip
        sheet(book, holdings)
    book.properties.title = f"{holdings.title}: {holdings.scope}"
    book.properties.creator = "Convenio"
    # Whole first: where its file cannot be written, a book stopped halfway complains of each of its sheets.
    whole = BytesIO()
    book.save(whole)
    file.write_bytes(whole.getvalue())
