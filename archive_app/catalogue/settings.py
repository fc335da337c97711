"""What an archive keeps of itself under a name: its title, when it was created."""

from __future__ import annotations

from archive_app.catalogue.connection import Database


class Settings:
    def __init__(self, db: Database) -> None:
        self._db = db

    def get(self, name: str, default: str | None = None) -> str | None:
        row = self._db.row("SELECT value FROM setting WHERE name = ?", (name,))
        return str(row[0]) if row else default

    def set(self, name: str, value: str) -> None:
        with self._db.writing():
            self._db.write("INSERT OR REPLACE INTO setting VALUES (?, ?)", (name, value))

    def all(self) -> dict[str, str]:
        return dict(self._db.rows("SELECT name, value FROM setting ORDER BY name"))
