"""Templates of the archive: values of a description under a name."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from archive_app.catalogue.connection import Database, Row
from archive_app.domain.fact import FIELDS, Value, from_json, to_json
from archive_app.domain.template import Template

_COLUMNS = "id, name, data, saved_by, saved_at, changed_at"


class Templates:
    """Names differ by more than capitals."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def all(self) -> tuple[Template, ...]:
        """Every template, by name."""
        return tuple(self._db.read(_template, f"SELECT {_COLUMNS} FROM template ORDER BY name"))

    def named(self, name: str) -> Template | None:
        return next(iter(self._db.read(_template, f"SELECT {_COLUMNS} FROM template WHERE name = ?", (name,))), None)

    def get(self, id: int) -> Template | None:
        return next(iter(self._db.read(_template, f"SELECT {_COLUMNS} FROM template WHERE id = ?", (id,))), None)

    def save(self, name: str, values: Mapping[str, tuple[Value, ...]], by: str, at: str) -> Template:
        """Keeps values under a name; where the name is taken, in place of what it stood for."""
        with self._db.writing():
            self._db.write(
                "INSERT INTO template (name, data, saved_by, saved_at, changed_at) VALUES (?1, ?2, ?3, ?4, ?4) "
                "ON CONFLICT (name) DO UPDATE SET name = ?1, data = ?2, changed_at = ?4",
                (name, _text(values), by, at),
            )
        saved = self.named(name)
        assert saved is not None
        return saved

    def rename(self, id: int, name: str, at: str) -> None:
        with self._db.writing():
            self._db.write("UPDATE template SET name = ?, changed_at = ? WHERE id = ?", (name, at, id))

    def delete(self, id: int) -> None:
        with self._db.writing():
            self._db.write("DELETE FROM template WHERE id = ?", (id,))

    def rows(self) -> tuple[Row, ...]:
        """All templates as they are kept, for ``put_back``."""
        return tuple(map(tuple, self._db.rows(f"SELECT {_COLUMNS} FROM template ORDER BY id")))

    def put_back(self, rows: Iterable[Row]) -> None:
        """All templates as they were before or after a change."""
        with self._db.writing():
            self._db.write("DELETE FROM template")
            self._db.write_many(f"INSERT INTO template ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)", rows)


def _text(values: Mapping[str, tuple[Value, ...]]) -> str:
    return json.dumps({field: [to_json(value) for value in held] for field, held in values.items()}, ensure_ascii=False)


def _template(row: Row) -> Template:
    id, name, data, by, at, changed_at = row
    values = {field: tuple(_value(field, one) for one in held) for field, held in json.loads(data).items()}
    return Template(id, name, values, by, at, changed_at)


def _value(field: str, data: object) -> Value:
    """What is of no field of a description is text: a tag."""
    return from_json(field, data) if field in FIELDS else str(data)
