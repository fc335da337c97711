"""Facts: what readings found and what persons decided. A person's are touched by persons alone."""

from __future__ import annotations

import gc
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace

from archive_app.catalogue.connection import Database
from archive_app.catalogue.fact_rows import COLUMNS, columns_of, fact, value_text, values_text
from archive_app.catalogue.faults import decoding
from archive_app.catalogue.field_rules import check
from archive_app.catalogue.history import History
from archive_app.catalogue.identity import existing, name, number
from archive_app.catalogue.marks import Marks
from archive_app.catalogue.queue import Queue
from archive_app.domain.description import describe
from archive_app.domain.evidence import Evidence
from archive_app.domain.fact import CONFIRMED, CORRECTED, MANY, Fact, Source, Value
from archive_app.domain.record import Event, State, Work
from archive_app.errors import ConvenioError

_BY_PERSON = "record = ?1 AND field = ?2 AND source = 'person'"


class Facts:
    def __init__(self, db: Database, marks: Marks, history: History, queue: Queue) -> None:
        self._db, self._marks, self._history, self._queue = db, marks, history, queue

    def of(self, id: str) -> list[Fact]:
        """All facts of a record, readings and a person's, in the order they were kept; ``describe`` says what holds."""
        return self._db.read(fact, f"SELECT id, {COLUMNS} FROM fact WHERE record = ? ORDER BY id", (number(id),))

    def all(self, with_boxes: bool = True, fields: Collection[str] = ()) -> dict[str, list[Fact]]:
        """The facts of every record outside the trash, in the records' order; records without any have an empty list.

        Where lists need no boxes, or a few ``fields`` only, to leave the rest away takes a fraction of the time.
        """
        columns = COLUMNS if with_boxes else COLUMNS.replace("boxes", "NULL")
        which = f"WHERE field IN ({', '.join('?' * len(fields))})" if fields else ""
        with self._db.reading(), decoding(self._db.path), _collector_at_rest():
            records = self._db.rows(
                "SELECT number FROM record WHERE number NOT IN (SELECT record FROM trash) ORDER BY number"
            )
            found: dict[int, list[Fact]] = {record: [] for (record,) in records}
            for row in self._db.each(f"SELECT id, {columns}, record FROM fact {which} ORDER BY id", tuple(fields)):
                if row[-1] in found:
                    found[row[-1]].append(fact(row))
        return {name(record): facts for record, facts in found.items()}

    def of_access(self) -> dict[str, list[Fact]]:
        """What is said of who may see records, of those outside the trash of which anything is; without boxes."""
        columns = COLUMNS.replace("boxes", "NULL")
        # The field is written out: only so its own index is used.
        rows = self._db.read(
            lambda row: (name(row[-1]), fact(row)),
            f"SELECT id, {columns}, record FROM fact INDEXED BY fact_of_access WHERE field = 'access' "
            "AND record NOT IN (SELECT record FROM trash) ORDER BY record, id",
        )
        found: dict[str, list[Fact]] = {}
        for record, told in rows:
            found.setdefault(record, []).append(told)
        return found

    def replace_readings(self, id: str, facts: Iterable[Fact]) -> None:
        """What a new reading found, in place of all that earlier ones did; the record then counts as described."""
        with self._db.writing():
            self._db.write("DELETE FROM fact WHERE record = ? AND source <> 'person'", (existing(self._db, id),))
            self._keep(id, (found for found in facts if found.source is not Source.PERSON))
            self._db.write("UPDATE record SET state = ? WHERE number = ?", (State.DESCRIBED, number(id)))
            self._queue.done(Work.DESCRIBE, (id,))
            self._marks.set((id,))

    def correct(
        self,
        id: str,
        field: str,
        values: Sequence[Value],
        by: str,
        at: str,
        words: Mapping[Value, Evidence] | None = None,
    ) -> None:
        """A person's values for a field, in place of all the person said of it before.

        A single None, or no value, says that the paper does not state it. ``words`` are what some of the values rest
        on. Raises UsageError for a field that does not exist or cannot hold these values.
        """
        stated, rest_on = tuple(values) or (None,), words or {}
        check(field, stated)
        with self._db.writing(), self._told(id, field, "correction", by, at):
            self._db.write(f"DELETE FROM fact WHERE {_BY_PERSON}", (number(id), field))
            self._keep(
                id,
                (
                    Fact(field, value, 1.0, CORRECTED, rest_on.get(value), Source.PERSON, by=by, at=at)
                    for value in stated
                ),
            )

    def confirm(self, fact_id: int, by: str, at: str) -> None:
        """A person says that a reading is right: it is kept as the person's, with the reading's evidence.

        In a field that may have many values the other readings go on beside it.
        """
        with self._db.writing():
            id, confirmed = self._known(fact_id)
            if confirmed.source is Source.PERSON:
                return
            with self._told(id, confirmed.field, "confirmation", by, at):
                # Of many values only this one changes hands; what the person stated as unknown is unknown no more.
                which = "value IS ?3 OR value IS NULL OR NOT ?4"
                self._db.write(
                    f"DELETE FROM fact WHERE {_BY_PERSON} AND ({which})",
                    (number(id), confirmed.field, value_text(confirmed.value), confirmed.field in MANY),
                )
                self._keep(
                    id, (replace(confirmed, confidence=1.0, rule=CONFIRMED, source=Source.PERSON, by=by, at=at),)
                )

    def withdraw(self, id: str, field: str, by: str, at: str) -> None:
        """Takes back all that a person said of a field; the readings hold again."""
        with self._db.writing(), self._told(id, field, "withdrawal", by, at):
            self._db.write(f"DELETE FROM fact WHERE {_BY_PERSON}", (number(id), field))

    def persons(self, id: str, field: str) -> tuple[Fact, ...]:
        """What a person said of a field, without the numbers of the facts."""
        held = (fact for fact in self.of(id) if fact.field == field and fact.source is Source.PERSON)
        return tuple(replace(fact, id=None) for fact in held)

    def put_back(self, id: str, field: str, facts: Iterable[Fact], type: str, by: str, at: str) -> None:
        """A person's facts of a field as they were before or after a change, which the history tells as ``type``."""
        with self._db.writing(), self._told(id, field, type, by, at):
            self._db.write(f"DELETE FROM fact WHERE {_BY_PERSON}", (number(id), field))
            self._keep(id, facts)

    def _known(self, fact_id: int) -> tuple[str, Fact]:
        sql = f"SELECT id, {COLUMNS}, record FROM fact WHERE id = ?"
        found = self._db.read(lambda row: (name(row[-1]), fact(row)), sql, (fact_id,))
        if not found:
            raise ConvenioError(
                "This value is no longer in the catalogue, since its record was read anew; look at the record again."
            )
        return found[0]

    def _keep(self, id: str, facts: Iterable[Fact]) -> None:
        self._db.write_many(
            f"INSERT INTO fact (record, {COLUMNS}) VALUES ({', '.join('?' * 14)})",
            ((number(id), *columns_of(kept)) for kept in facts),
        )

    @contextmanager
    def _told(self, id: str, field: str, type: str, by: str, at: str) -> Iterator[None]:
        """Notes in the history what held for the field before the change and what holds after it."""
        existing(self._db, id)
        before = self._holding(id, field)
        yield
        self._history.add(Event(at, by, type, id, field, before, self._holding(id, field)))
        self._marks.set((id,))

    def _holding(self, id: str, field: str) -> str | None:
        return values_text(field, [held.value for held in describe(self.of(id)).by_field.get(field, ())])


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Without the garbage collector, which goes through every new fact again and again and finds nothing to free."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
