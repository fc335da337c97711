"""How pages are turned where a person looks at them. The original lies as it came; only this is kept of it."""

from __future__ import annotations

from collections.abc import Mapping

from archive_app.catalogue.connection import Database
from archive_app.catalogue.identity import number


class TurnedPages:
    def __init__(self, db: Database) -> None:
        self._db = db

    def of(self, id: str) -> dict[int, int]:
        """Quarters to the right by page (from 1) of a record; pages that stand as they came are not among them."""
        return dict(self._db.rows("SELECT page, quarters FROM turned_page WHERE record = ?", (number(id),)))

    def put(self, id: str, quarters: Mapping[int, int]) -> None:
        """Keeps these pages as turned so far, each by 0 to 3 quarters; other pages stay as they are."""
        rows = [(number(id), page, turned) for page, turned in quarters.items()]
        with self._db.writing():
            self._db.write_many("DELETE FROM turned_page WHERE record = ? AND page = ?", (row[:2] for row in rows))
            self._db.write_many("INSERT INTO turned_page VALUES (?, ?, ?)", (row for row in rows if row[2]))
