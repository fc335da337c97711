"""Imports: when files were taken in, how many, which failed or were left out, and why."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from archive_app.catalogue.connection import Database, Row
from archive_app.domain.record import Failure, ImportReport, Skip

_REPORT = """
    SELECT id, at, paths, found, added, duplicates, skipped,
           (SELECT count(*) FROM import_failure WHERE import = import.id), seconds, linked, inside_zip
    FROM import
"""


class Imports:
    def __init__(self, db: Database) -> None:
        self._db = db

    def begin(self, at: str, paths: Iterable[str], linked: bool = False, inside_zip: bool = False) -> int:
        """A new import's number. Its report has no ``seconds`` until it is finished."""
        with self._db.writing():
            given = json.dumps([str(path) for path in paths], ensure_ascii=False)
            return self._db.write(
                "INSERT INTO import (at, paths, linked, inside_zip) VALUES (?, ?, ?, ?)",
                (at, given, linked, inside_zip),
            )

    def broken_off(self) -> list[ImportReport]:
        """Imports that were never finished, the first one first."""
        return self._db.read(_report, f"{_REPORT} WHERE seconds IS NULL ORDER BY id")

    def fail(self, id: int, failure: Failure) -> None:
        """A file that failed, noted at once; ``finish`` may bring more."""
        self._failed(id, (failure,))

    def skip(self, id: int, file: str, reason: str) -> None:
        """A file that was left out on purpose; the reason is a sentence."""
        with self._db.writing():
            self._db.write("INSERT INTO import_skip VALUES (?, ?, ?)", (id, file, reason))

    def finish(
        self,
        id: int,
        *,
        found: int,
        added: int,
        duplicates: int,
        skipped: int,
        failures: Sequence[Failure],
        seconds: float,
    ) -> None:
        with self._db.writing():
            self._failed(id, failures)
            self._db.write(
                "UPDATE import SET found = ?, added = ?, duplicates = ?, skipped = ?, seconds = ? WHERE id = ?",
                (found, added, duplicates, skipped, seconds, id),
            )

    def failures(self, id: int | None = None) -> list[Failure]:
        """The failures of one import, or of all, in the order they happened."""
        rows = self._db.rows(
            "SELECT file, stage, cause, remedy FROM import_failure WHERE ?1 IS NULL OR import = ?1 ORDER BY rowid",
            (id,),
        )
        return [Failure(*row) for row in rows]

    def skips(self, id: int | None = None) -> list[Skip]:
        """What one import left out, or all of them, in order."""
        rows = self._db.rows(
            "SELECT file, reason FROM import_skip WHERE ?1 IS NULL OR import = ?1 ORDER BY rowid", (id,)
        )
        return [Skip(*row) for row in rows]

    def get(self, id: int) -> ImportReport | None:
        return next(iter(self._db.read(_report, f"{_REPORT} WHERE id = ?", (id,))), None)

    def all(self) -> list[ImportReport]:
        """Every import, the last one first."""
        return self._db.read(_report, f"{_REPORT} ORDER BY id DESC")

    def _failed(self, id: int, failures: Iterable[Failure]) -> None:
        with self._db.writing():
            self._db.write_many(
                "INSERT INTO import_failure VALUES (?, ?, ?, ?, ?)",
                ((id, failure.file, failure.stage, failure.cause, failure.remedy) for failure in failures),
            )


def _report(row: Row) -> ImportReport:
    id, at, paths, found, added, duplicates, skipped, failed, seconds, linked, inside_zip = row
    told = tuple(json.loads(paths))
    return ImportReport(
        id, at, told, found, added, duplicates, skipped, failed, seconds, bool(linked), bool(inside_zip)
    )
