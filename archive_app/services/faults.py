"""What ended a worker's item, as sentences a person can act on."""

from __future__ import annotations

from pathlib import Path

from archive_app import executor
from archive_app.errors import ReadingError
from archive_app.services.limits import READING, Limits


def fault_sentence(file: str, fault: executor.Fault | None) -> str:
    """What a worker's end by force means, as a sentence."""
    failure = failure_of(fault)
    return f"{Path(file).name}: {failure.cause} {failure.remedy}"


def failure_of(fault: executor.Fault | None, limits: Limits = READING) -> ReadingError:
    """A worker's fault as cause and remedy; ``limits`` are those it worked under."""
    if fault is not None and isinstance(fault.error, ReadingError):
        return fault.error
    kind = fault.kind if fault else "crashed"
    causes = {
        "stalled": "The disk or the network that it lies on did not answer.",
        "timeout": f"Reading took longer than {limits.seconds:.0f} seconds and was stopped.",
        "memory": f"Reading needed more than {limits.megabytes} MB of memory and was stopped.",
        "crashed": "The file brought the reading process down.",
    }
    cause = causes.get(kind) or f"Reading failed in a way that was not foreseen ({_unforeseen(fault)})."
    return ReadingError("reading", cause, "Open the file in another program and save it anew, then add it again.")


def _unforeseen(fault: executor.Fault | None) -> str:
    """An error in one line: where it was raised is of no use to the person who reads this."""
    if fault is None or not fault.detail.strip():
        return "no more is known"
    return fault.detail.strip().splitlines()[-1]
