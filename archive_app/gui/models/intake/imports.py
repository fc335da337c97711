"""What imports did: the reports, and the files that failed or were left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from archive_app.domain.record import Failure, ImportReport, Skip
from archive_app.gui.language import tr, translated, word
from archive_app.gui.models.table import Column


@dataclass(frozen=True)
class Report:
    """One import with what did not come in."""

    counts: ImportReport
    failures: Sequence[Failure]
    skips: Sequence[Skip]

    @property
    def title(self) -> str:
        names = [PurePath(path).name or path for path in self.counts.paths]
        more = f" +{len(names) - 2}" if len(names) > 2 else ""
        return ", ".join(names[:2]) + more


def failure_columns() -> Sequence[Column[Failure]]:
    return (
        Column(tr("imports.file"), lambda row: PurePath(row.file).name),
        Column(tr("imports.stage"), lambda row: word("stage", row.stage)),
        Column(tr("imports.cause"), lambda row: translated(row.cause)),
        Column(tr("imports.remedy"), lambda row: translated(row.remedy)),
    )


def skip_columns() -> Sequence[Column[Skip]]:
    return (
        Column(tr("imports.file"), lambda row: PurePath(row.file).name),
        Column(tr("imports.reason"), lambda row: translated(row.reason)),
    )
