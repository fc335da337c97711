"""Back-ups, and checks of originals, as tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from archive_app.gui.language import number, tr, word
from archive_app.gui.models import wording
from archive_app.gui.models.table import Column
from archive_app.services.archive import Archive
from archive_app.services.preservation import backups, checks
from archive_app.services.preservation.backups import Backup, Schedule
from archive_app.services.preservation.checks import Check, Finding


@dataclass(frozen=True)
class Safety:
    """What the place shows, read in one go."""

    schedule: Schedule
    backups: Sequence[Backup]
    checks: Sequence[Check]


def read(archive: Archive) -> Safety:
    return Safety(backups.schedule(archive), backups.listing(archive), checks.listing(archive))


def plan(schedule: Schedule) -> str:
    """When back-ups are made, how many are kept, and where, in a sentence."""
    if not schedule.days:
        return tr("safety.plan_never")
    where = str(schedule.folder) if schedule.folder else tr("safety.own_folder")
    return tr("safety.plan", number(schedule.days), number(schedule.keep), where)


def backup_columns() -> Sequence[Column[Backup]]:
    return (
        Column(tr("safety.when"), lambda row: wording.moment(row.at), key=lambda row: row.name),
        Column(tr("safety.what"), lambda row: tr("safety.whole" if row.whole else "safety.catalogue")),
        Column(tr("safety.size"), lambda row: wording.size(row.size), key=lambda row: row.size),
        Column(tr("safety.file"), lambda row: str(row.path)),
    )


def check_columns() -> Sequence[Column[Check]]:
    return (
        Column(tr("safety.when"), lambda row: wording.moment(row.event.at), key=lambda row: row.number),
        Column(tr("safety.outcome"), lambda row: tr("safety.sound" if row.sound else "safety.unsound")),
        Column(tr("safety.by"), lambda row: row.event.agent),
        Column(tr("safety.counts"), lambda row: _counts(row.event.after or "")),
    )


def finding_columns() -> Sequence[Column[Finding]]:
    return (
        Column(tr("safety.found"), lambda row: word("finding", row.what)),
        Column(tr("safety.record"), lambda row: row.record),
        Column(tr("safety.file"), lambda row: row.file),
        Column(tr("safety.help"), lambda row: word("finding_help", row.what)),
    )


def _counts(told: str) -> str:
    """``12 checked, 0 missing, 1 changed`` in the language in force."""
    numbers = [part.split(" ", 1)[0] for part in told.split(", ")]
    if len(numbers) != 3 or not all(part.isdigit() for part in numbers):
        return told
    return tr("safety.counted", *(number(int(part)) for part in numbers))
