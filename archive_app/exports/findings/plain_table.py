"""CSV that spreadsheets open as it is: marked as UTF-8, and with no cell that would be run as a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from archive_app.exports.plain import line
from archive_app.exports.table import harmless


def write(header: Sequence[str], rows: Iterable[Sequence[object]], file: Path) -> int:
    """Writes the rows as they come; gives how many there were."""
    count = 0
    with file.open("w", encoding="utf-8-sig", newline="") as target:
        writer = csv.writer(target)
        writer.writerow(header)
        for count, row in enumerate(rows, 1):  # noqa: B007
            writer.writerow([_text(value) for value in row])
    return count


def _text(value: object) -> str:
    return harmless(line(value)) if isinstance(value, str) else "" if value is None else str(value)
