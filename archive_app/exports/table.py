"""CSV of the agreements, for spreadsheets and statistics programs; with the mark by which they know it for UTF-8."""

from __future__ import annotations

import csv
from pathlib import Path

from archive_app.domain.agreement import Agreement
from archive_app.exports.holdings import Holdings

HEADER = (
    "agreement", "title", "kind", "parties", "authorities", "agreement_date", "effective_date", "expiration_date",
    "expiration_basis", "status", "on", "renews", "renewed_by", "amends", "chain", "records", "announced_by",
)  # fmt: skip
#: Spreadsheets run a text that begins so as a formula; a leading apostrophe keeps it text.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def write(holdings: Holdings, file: Path) -> None:
    with file.open("w", encoding="utf-8-sig", newline="") as target:
        rows = csv.writer(target)
        rows.writerow(HEADER)
        for one in holdings.agreements:
            rows.writerow([harmless(value) for value in _row(holdings, one)])


def _row(holdings: Holdings, one: Agreement) -> list[str]:
    values = (
        one.id, one.title, one.kind, "; ".join(party.name for party in one.parties), "; ".join(sorted(one.authorities)),
        one.agreement_date, one.effective_date, one.expiration_date, one.expiration_basis,
        str(one.status(holdings.on)), holdings.on.isoformat(), one.renews, one.renewed_by, one.amends, one.chain,
        "; ".join(one.records), "; ".join(one.announced_by),
    )  # fmt: skip
    return [value or "" for value in values]


def harmless(text: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
