"""The tables of records, each with its page and its place there."""

from __future__ import annotations

import json
from collections.abc import Sequence

from archive_app.catalogue.connection import Database, Row
from archive_app.catalogue.identity import existing, name, number
from archive_app.catalogue.marks import Marks
from archive_app.domain.evidence import Box
from archive_app.domain.table import Table

_COLUMNS = "page, box, rows"


class Tables:
    def __init__(self, db: Database, marks: Marks) -> None:
        self._db, self._marks = db, marks

    def of(self, id: str) -> tuple[Table, ...]:
        """A record's tables in order."""
        sql = f"SELECT {_COLUMNS} FROM record_table WHERE record = ? ORDER BY number"
        return tuple(self._db.read(_table, sql, (number(id),)))

    def holders(self) -> frozenset[str]:
        """The records that have tables."""
        return frozenset(name(row[0]) for row in self._db.rows("SELECT DISTINCT record FROM record_table"))

    def replace(self, id: str, tables: Sequence[Table]) -> None:
        """What a new reading found, in place of all that earlier ones did. Boxes are kept to a tenth of a point."""
        with self._db.writing():
            record = existing(self._db, id)
            self._db.write("DELETE FROM record_table WHERE record = ?", (record,))
            self._db.write_many(
                f"INSERT INTO record_table (record, number, {_COLUMNS}) VALUES (?, ?, ?, ?, ?)",
                ((record, at, *_columns_of(table)) for at, table in enumerate(tables, 1)),
            )
            self._marks.touch((id,))


def _columns_of(table: Table) -> Row:
    box = json.dumps(table.box.as_list()) if table.box else None
    return table.page, box, json.dumps(table.rows, ensure_ascii=False, separators=(",", ":"))


def _table(row: Row) -> Table:
    page, box, rows = row
    return Table(page, tuple(map(tuple, json.loads(rows))), Box(*json.loads(box)) if box else None)
