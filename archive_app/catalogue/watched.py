"""Folders in which new files are looked for."""

from __future__ import annotations

from archive_app.catalogue.connection import Database
from archive_app.domain.record import Watched


class WatchedFolders:
    def __init__(self, db: Database) -> None:
        self._db = db

    def all(self) -> list[Watched]:
        rows = self._db.rows("SELECT folder, linked, since FROM watched ORDER BY folder")
        return [Watched(folder, bool(linked), since) for folder, linked, since in rows]

    def put(self, folder: str, linked: bool, at: str) -> None:
        """Watches a folder, or watches it otherwise than before."""
        with self._db.writing():
            self._db.write("INSERT OR REPLACE INTO watched VALUES (?, ?, ?)", (folder, linked, at))

    def remove(self, folder: str) -> bool:
        """Watches a folder no more; gives whether it was."""
        with self._db.writing():
            was = self._db.row("SELECT 1 FROM watched WHERE folder = ?", (folder,)) is not None
            self._db.write("DELETE FROM watched WHERE folder = ?", (folder,))
            return was
