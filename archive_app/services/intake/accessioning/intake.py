"""What came of taking files in, counted as it happens."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from typing import Any

from archive_app.domain.record import Failure
from archive_app.errors import ConvenioError, ReadingError


@dataclass
class Intake:
    """What came of taking files in. Always found = added + duplicates + skipped + failed; attachments count as found.

    ``copies`` are duplicates found at a new place, each with the record of the same bytes; the same file met again is
    only counted. ``moved`` are linked files that were found again elsewhere, ``edited`` those that are no longer what
    was linked, each with its place and its record. Times are seconds from the start: until the last file could be
    found by its words, and until all were described.
    """

    found: int = 0
    added: int = 0
    duplicates: int = 0
    skipped: int = 0
    failures: list[Failure] = field(default_factory=list)
    records: list[str] = field(default_factory=list)
    skips: list[tuple[str, str]] = field(default_factory=list)
    copies: list[tuple[str, str]] = field(default_factory=list)
    moved: list[tuple[str, str]] = field(default_factory=list)
    edited: list[tuple[str, str]] = field(default_factory=list)
    searchable_seconds: float = 0.0
    seconds: float = 0.0
    cancelled: bool = False
    begun: float = field(default_factory=time.perf_counter, repr=False)

    def searchable(self) -> None:
        """All that was read can be found by its words from now on."""
        self.searchable_seconds = time.perf_counter() - self.begun

    def skip(self, place: str, reason: str) -> None:
        self.skipped += 1
        self.skips.append((place, reason))

    def fail(self, place: str, fault: ReadingError) -> None:
        self.failures.append(Failure(place, fault.stage, fault.cause, fault.remedy))

    def close(self) -> None:
        """Stops the clock. Files whose fate was not reached count as skipped, so that the sum holds."""
        self.seconds = time.perf_counter() - self.begun
        self.skipped += self.found - self.added - self.duplicates - self.skipped - len(self.failures)

    def as_json(self) -> dict[str, Any]:
        """The shape of ``add --json``."""
        return {
            "found": self.found, "added": self.added, "duplicates": self.duplicates, "skipped": self.skipped,
            "failed": len(self.failures),
            "failures": [
                {"file": f.file, "stage": f.stage, "cause": f.cause, "remedy": f.remedy} for f in self.failures
            ],
            "searchable_seconds": round(self.searchable_seconds, 2), "seconds": round(self.seconds, 2),
            "records": self.records, "skips": [{"file": file, "reason": reason} for file, reason in self.skips],
            **{name: [{"file": file, "record": record} for file, record in getattr(self, name)]
               for name in ("copies", "moved", "edited")},
            "cancelled": self.cancelled,
        }  # fmt: skip


class BrokenOff(ConvenioError):
    """What ended an intake before its end, in the cause's own sentence; ``intake`` is what had come of it until then.

    It is taken up again by ``go_on``.
    """

    def __init__(self, cause: ConvenioError, intake: Intake) -> None:
        super().__init__(str(cause), key=cause.key, operands=cause.operands)
        self.exit_status, self.intake = cause.exit_status, intake


def joined(intakes: Sequence[Intake]) -> Intake:
    """Intakes one after the other as one: counts and seconds added up."""
    whole = intakes[0]
    for intake in intakes[1:]:
        for one in fields(Intake):
            if one.name not in ("begun", "cancelled"):
                setattr(whole, one.name, getattr(whole, one.name) + getattr(intake, one.name))
        whole.cancelled = whole.cancelled or intake.cancelled
    return whole
