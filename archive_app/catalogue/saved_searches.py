"""Searches that a person gave a name to."""

from __future__ import annotations

from archive_app.catalogue.connection import Database, Row
from archive_app.domain.search import Question, SavedSearch
from archive_app.errors import UsageError

_SELECT = "SELECT id, name, question, saved_by, saved_at, changed_at FROM saved_search"


class SavedSearches:
    """Names differ by more than capitals."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def all(self) -> list[SavedSearch]:
        """Every saved search, by name."""
        return self._db.read(_saved, f"{_SELECT} ORDER BY name")

    def named(self, name: str) -> SavedSearch | None:
        return next(iter(self._db.read(_saved, f"{_SELECT} WHERE name = ?", (name,))), None)

    def get(self, id: int) -> SavedSearch | None:
        return next(iter(self._db.read(_saved, f"{_SELECT} WHERE id = ?", (id,))), None)

    def save(self, name: str, question: Question, by: str, at: str) -> SavedSearch:
        """Keeps a question under a name; where the name is taken, in place of what it stood for."""
        with self._db.writing():
            self._db.write(
                "INSERT INTO saved_search (name, question, saved_by, saved_at, changed_at) VALUES (?1, ?2, ?3, ?4, ?4) "
                "ON CONFLICT (name) DO UPDATE SET name = ?1, question = ?2, changed_at = ?4",
                (name, question.kept(), by, at),
            )
        saved = self.named(name)
        assert saved is not None
        return saved

    def rename(self, id: int, name: str, at: str) -> None:
        """Raises UsageError where another search has that name."""
        with self._db.writing():
            other = self.named(name)
            if other and other.id != id:
                raise UsageError(f"There is a saved search “{other.name}” already; choose another name.")
            self._db.write("UPDATE saved_search SET name = ?, changed_at = ? WHERE id = ?", (name, at, id))

    def delete(self, id: int) -> None:
        with self._db.writing():
            self._db.write("DELETE FROM saved_search WHERE id = ?", (id,))


def _saved(row: Row) -> SavedSearch:
    id, name, question, by, at, changed_at = row
    return SavedSearch(id, name, Question.of_kept(question), by, at, changed_at)
