"""A table as it stands in a paper: rows of cells, and where it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from archive_app.domain.evidence import Box

Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows from the top, each with a text for every column; a cell that others are merged into stands first.

    ``page`` counts from 1; of a table that runs on over several pages it is the first, and ``box`` is the part there.
    ``box`` is None where the original has no geometry.
    """

    page: int
    rows: Rows
    box: Box | None = None

    @property
    def columns(self) -> int:
        return len(self.rows[0]) if self.rows else 0


def tidied(rows: Sequence[Sequence[str]]) -> Rows:
    """Rows of equal length, white space folded, without rows and columns in which nothing stands.

    Empty where less than two rows and two columns are left: a frame around words is no table.
    """
    width = max(map(len, rows), default=0)
    told = [[" ".join(cell.split()) for cell in row] + [""] * (width - len(row)) for row in rows]
    told = [row for row in told if any(row)]
    used = [column for column in range(width) if any(row[column] for row in told)]
    if len(told) < 2 or len(used) < 2:
        return ()
    return tuple(tuple(row[column] for column in used) for row in told)
