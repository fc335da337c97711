"""The sample archive by the paths of its specimens, and what is expected of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from archive_app.services import records
from archive_app.services.archive import Archive
from archive_app.services.intake.accessioning import Intake
from archive_app.services.records import Described

SAMPLE = Path(__file__).resolve().parents[2] / "sample_archive"
DOCUMENTS = SAMPLE / "documents"
EXPECTED: dict[str, dict[str, Any]] = json.loads((SAMPLE / "expected.json").read_text(encoding="utf-8"))
HISTORY: dict[str, Any] = json.loads((SAMPLE / "expected_history.json").read_text(encoding="utf-8"))
ON = date.fromisoformat(HISTORY["on"])
#: Papers of which nothing can be told until their pictures are read.
PICTURES = frozenset(path for path, expected in EXPECTED.items() if expected["must"].get("needs_ocr"))


@dataclass(frozen=True)
class Sample:
    """The open archive, what came of taking the specimens in, and the records by their specimens' paths.

    A path is relative to ``documents/``; an attachment stands under the path of its letter, ``letter.eml#paper.pdf``.
    """

    archive: Archive
    intake: Intake
    by_path: Mapping[str, Described]

    @classmethod
    def of(cls, archive: Archive, intake: Intake) -> Sample:
        held = {one.id: one for one in records.all_described(archive)}
        paths: dict[str, Described] = {}
        for one in held.values():
            paths.update(dict.fromkeys(_paths(one, held), one))
        return cls(archive, intake, paths)

    def path(self, record: str) -> str:
        """The specimen of a record; of a record that was found twice the first."""
        return next(path for path, one in self.by_path.items() if one.id == record)


def _paths(one: Described, held: Mapping[str, Described]) -> list[str]:
    if one.record.parent:
        return [f"{path}#{one.record.filename}" for path in _paths(held[one.record.parent], held)]
    return [specimen_path(place) for place in one.record.places]


def specimen_path(place: str) -> str:
    """A file's path under ``documents/``, or an attachment's place as it is."""
    return Path(place).relative_to(DOCUMENTS).as_posix() if Path(place).is_absolute() else place
