"""Units of description, and the records placed in them. Each change is in the history."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from archive_app.catalogue.connection import Database, Row
from archive_app.catalogue.history import History
from archive_app.catalogue.identity import existing, name, number
from archive_app.catalogue.marks import Marks
from archive_app.domain.arrangement import Arrangement, Level, Unit
from archive_app.domain.record import Event

_COLUMNS = "id, parent, level, code, title, position, texts"


class Units:
    def __init__(self, db: Database, marks: Marks, history: History) -> None:
        self._db, self._marks, self._history = db, marks, history

    def arrangement(self) -> Arrangement:
        """All units and all placements, as of one state of the catalogue."""
        with self._db.reading():
            units = self._db.read(_unit, f"SELECT {_COLUMNS} FROM unit ORDER BY id")
            placed = self._db.rows("SELECT record, unit FROM placement ORDER BY record")
        return Arrangement(tuple(units), {name(record): unit for record, unit in placed})

    def get(self, id: int) -> Unit | None:
        return next(iter(self._db.read(_unit, f"SELECT {_COLUMNS} FROM unit WHERE id = ?", (id,))), None)

    def next_id(self) -> int:
        """The number of a unit that is to be made; no number is ever given twice."""
        row = self._db.row("SELECT seq FROM sqlite_sequence WHERE name = 'unit'")
        return int(row[0]) + 1 if row else 1

    def put(self, id: int, unit: Unit | None, by: str, at: str, type: str = "arrangement") -> None:
        """Makes a unit, changes it, or takes it away (None). What stands under it is the caller's to see to."""
        with self._db.writing():
            before = self.get(id)
            if unit is None:
                self._db.write("DELETE FROM unit WHERE id = ?", (id,))
            else:
                changed = ", ".join(f"{column} = excluded.{column}" for column in _COLUMNS.split(", ")[1:])
                self._db.write(
                    f"INSERT INTO unit ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET {changed}",
                    (id, unit.parent, unit.level, unit.code, unit.title, unit.position,
                     json.dumps(unit.texts, ensure_ascii=False)),
                )  # fmt: skip
            for part, was, now in _differences(before, unit):
                self._history.add(Event(at, by, type, None, f"unit {id} {part}", was, now))

    def unit_of(self, record: str) -> int | None:
        """The unit that a record was placed in."""
        row = self._db.row("SELECT unit FROM placement WHERE record = ?", (number(record),))
        return int(row[0]) if row else None

    def place(
        self, records: Iterable[str], unit: int | None, by: str, at: str, type: str = "placement"
    ) -> list[str]:
        """Puts records into a unit, or in none; gives those that were elsewhere, whose histories tell of it."""
        with self._db.writing():
            after = self._told(unit)
            before = {id: self.unit_of(id) for id in dict.fromkeys(records)}
            moved = [id for id, was in before.items() if was != unit]
            for id in moved:
                record = existing(self._db, id)
                self._db.write("DELETE FROM placement WHERE record = ?", (record,))
                if unit is not None:
                    self._db.write("INSERT INTO placement VALUES (?, ?)", (record, unit))
                self._history.add(Event(at, by, type, id, "unit", self._told(before[id]), after))
            self._marks.touch(moved)
        return moved

    def _told(self, unit: int | None) -> str | None:
        """A unit as histories name it, whatever it is called later."""
        known = self.get(unit) if unit is not None else None
        return f"{known.code} {known.title}" if known else None


def _differences(before: Unit | None, after: Unit | None) -> Iterator[tuple[str, str | None, str | None]]:
    was, now = _parts(before), _parts(after)
    for part in dict.fromkeys((*was, *now)):
        if was.get(part) != now.get(part):
            yield part, was.get(part), now.get(part)


def _parts(unit: Unit | None) -> dict[str, str]:
    """What a history tells of a unit; its place among its neighbours is none of that."""
    if unit is None:
        return {}
    told = {"level": str(unit.level), "reference_code": unit.code, "title": unit.title}
    if unit.parent is not None:
        told["under"] = str(unit.parent)
    return told | dict(unit.texts)


def _unit(row: Row) -> Unit:
    id, parent, level, code, title, position, texts = row
    return Unit(id, parent, Level(level), code, title, position, tuple(map(tuple, json.loads(texts))))
