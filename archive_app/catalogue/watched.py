"""Folders in which new files are looked for, what came of it, and what was seen of their files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from archive_app.catalogue.connection import Database, Row
from archive_app.domain.record import Watched

#: Size in bytes and time of last change in nanoseconds, in which every change of a file shows.
Seen = tuple[int, int]
_COLUMNS = "folder, linked, since, looked_at, missing, brought, brought_at"


class WatchedFolders:
    def __init__(self, db: Database) -> None:
        self._db = db

    def all(self) -> list[Watched]:
        return self._db.read(_watched, f"SELECT {_COLUMNS} FROM watched ORDER BY folder")

    def put(self, folder: str, linked: bool, at: str) -> None:
        """Watches a folder, or watches it otherwise than before."""
        with self._db.writing():
            self._db.write("INSERT OR REPLACE INTO watched (folder, linked, since) VALUES (?, ?, ?)",
                           (folder, linked, at))  # fmt: skip

    def remove(self, folder: str) -> bool:
        """Watches a folder no more; gives whether it was."""
        with self._db.writing():
            was = self._db.row("SELECT 1 FROM watched WHERE folder = ?", (folder,)) is not None
            self._db.write("DELETE FROM watched WHERE folder = ?", (folder,))
            return was

    def looked(self, folder: str, at: str, *, missing: bool) -> None:
        """A folder was looked into; what the archive holds is not changed by that."""
        with self._db.writing(counted=False):
            self._db.write("UPDATE watched SET looked_at = ?, missing = ? WHERE folder = ?", (at, missing, folder))

    def brought(self, folder: str, records: int, at: str) -> None:
        """So many records came in from a folder."""
        with self._db.writing():
            self._db.write("UPDATE watched SET brought = brought + ?, brought_at = ? WHERE folder = ?",
                           (records, at, folder))  # fmt: skip

    # Files -----------------------------------------------------------------------------------------------------

    def seen(self) -> dict[str, Seen]:
        """Every file by its path, as it was when it was last taken in."""
        rows = self._db.rows("SELECT path, size, changed FROM seen_file")
        return {path: (size, changed) for path, size, changed in rows}

    def see(self, files: Mapping[str, Seen]) -> None:
        """These files were taken in as they are."""
        with self._db.writing(counted=False):
            self._db.write_many(
                "INSERT OR REPLACE INTO seen_file VALUES (?, ?, ?)", ((path, *seen) for path, seen in files.items())
            )

    def forget_files(self, paths: Iterable[str]) -> None:
        """These files are gone, or lie in no watched folder any more."""
        with self._db.writing(counted=False):
            self._db.write_many("DELETE FROM seen_file WHERE path = ?", ((path,) for path in paths))


def _watched(row: Row) -> Watched:
    folder, linked, since, looked_at, missing, brought, brought_at = row
    return Watched(folder, bool(linked), since, looked_at, bool(missing), brought, brought_at)
