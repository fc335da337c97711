"""What persons decided about links between records: each link confirmed or refused, by whom and when."""

from __future__ import annotations

from archive_app.catalogue.connection import Database, Row
from archive_app.catalogue.history import History
from archive_app.catalogue.identity import existing, name, number
from archive_app.catalogue.marks import Marks
from archive_app.domain.links import Decision
from archive_app.domain.record import Event

_COLUMNS = "type, record, target, confirmed, decided_by, decided_at"


class Decisions:
    def __init__(self, db: Database, marks: Marks, history: History) -> None:
        self._db, self._marks, self._history = db, marks, history

    def all(self) -> list[Decision]:
        """All decisions, the first one first."""
        return self._db.read(_decision, f"SELECT {_COLUMNS} FROM decision ORDER BY decided_at, type, record, target")

    def of(self, type: str, record: str, target: str) -> Decision | None:
        rows = self._db.read(
            _decision, f"SELECT {_COLUMNS} FROM decision WHERE type = ? AND record = ? AND target = ?",
            (type, number(record), number(target)),
        )  # fmt: skip
        return next(iter(rows), None)

    def keep(self, decision: Decision) -> None:
        """A person's decision, in place of an earlier one on the same link; both records' histories tell of it."""
        with self._db.writing():
            before = self.of(decision.type, decision.record, decision.target)
            self._write(decision)
            self._told("link confirmed" if decision.confirmed else "link refused", decision, before)

    def withdraw(self, decision: Decision, by: str, at: str) -> None:
        """Takes a decision back: what the papers say and suggest holds again."""
        with self._db.writing():
            self._delete(decision.type, decision.record, decision.target)
            taken = Decision(decision.type, decision.record, decision.target, decision.confirmed, by, at)
            self._told("link decision withdrawn", taken, decision)

    def put_back(
        self, type: str, record: str, target: str, state: Decision | None, what: str, by: str, at: str
    ) -> None:
        """A decision as it was before or after a change (None for none), which the history tells as ``what``."""
        with self._db.writing():
            before = self.of(type, record, target)
            self._delete(type, record, target)
            if state is not None:
                self._write(state)
            self._told(what, Decision(type, record, target, bool(state and state.confirmed), by, at), before)

    def _write(self, decision: Decision) -> None:
        records = existing(self._db, decision.record), existing(self._db, decision.target)
        self._db.write(
            f"INSERT OR REPLACE INTO decision ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)",
            (decision.type, *records, decision.confirmed, decision.by, decision.at),
        )

    def _delete(self, type: str, record: str, target: str) -> None:
        self._db.write(
            "DELETE FROM decision WHERE type = ? AND record = ? AND target = ?", (type, number(record), number(target))
        )

    def _told(self, what: str, decision: Decision, before: Decision | None) -> None:
        was = None if before is None else "confirmed" if before.confirmed else "refused"
        for record, other in ((decision.record, decision.target), (decision.target, decision.record)):
            way = decision.type if record == decision.record else f"{decision.type} (by)"
            self._history.add(Event(decision.at, decision.by, what, record, way, was, other))
        self._marks.touch((decision.record, decision.target))


def _decision(row: Row) -> Decision:
    type, record, target, confirmed, by, at = row
    return Decision(type, name(record), name(target), bool(confirmed), by, at)
