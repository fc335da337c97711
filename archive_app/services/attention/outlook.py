"""What of an archive wants attention on a day: ends, readings to review, failures, and how safe its holdings are."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from archive_app.catalogue import FILENAME
from archive_app.domain.agreement import Agreement, Status
from archive_app.domain.record import Event, Failure
from archive_app.services import discretion, records
from archive_app.services.archive import Archive
from archive_app.services.preservation import backups, fixity
from archive_app.services.preservation.backups import Backup, Schedule
from archive_app.services.reading.backlog import ACTIVITIES
from archive_app.services.tracking import agreements

#: Originals are checked anew after so long.
CHECK_AFTER = timedelta(days=90)


@dataclass(frozen=True)
class Ending:
    """An agreement that ends soon or has lapsed, with its last day in force, where that is known."""

    agreement: Agreement
    end: date | None


@dataclass(frozen=True)
class Storage:
    """Bytes of originals kept here, of the catalogue, and free on the disk; how many originals are linked files."""

    originals: int
    catalogue: int
    free: int
    linked: int


@dataclass(frozen=True)
class Outlook:
    """``expiring`` ends soonest first, ``lapsed`` last first; ``failures`` are files that still are in no record.

    ``unindexed`` counts records that the index lacks, ``index_fault`` says why it is not whole. ``checked`` is the last
    check of all originals, ``check_due`` whether it is long ago; ``last_backup`` None where there is none.
    """

    records: int
    expiring: tuple[Ending, ...]
    lapsed: tuple[Ending, ...]
    to_review: int
    failures: tuple[Failure, ...]
    waiting: int
    unindexed: int
    index_fault: str | None
    checked: Event | None
    check_due: bool
    storage: Storage
    schedule: Schedule
    last_backup: Backup | None
    backup_due: bool
    restricted: int = 0
    in_trash: int = 0

    @property
    def calm(self) -> bool:
        """Whether nothing wants attention."""
        return not (
            self.expiring or self.lapsed or self.to_review or self.failures or self.check_due or self.backup_due
        )


def read(archive: Archive, on: date) -> Outlook:
    """The archive as it stands, its agreements as they do on the day."""
    held = records.all_described(archive)
    checked = next(iter(archive.catalogue.history.all_of(fixity.CHECK)), None)
    last, planned = next(iter(backups.listing(archive)), None), backups.schedule(archive)
    rebuild = archive.base.rebuild.state if archive.base.rebuild else None
    return Outlook(
        records=len(held), expiring=ending(archive, on, Status.EXPIRING), lapsed=ending(archive, on, Status.EXPIRED),
        to_review=len(records.to_review(archive)), failures=failures(archive),
        waiting=len(records_waiting(archive)), unindexed=len(archive.catalogue.records.to_index()),
        index_fault=rebuild.sentence() if rebuild else None,
        checked=checked, check_due=bool(held) and _is_due(archive, checked.at if checked else None, CHECK_AFTER),
        storage=storage(archive), schedule=planned, last_backup=last,
        backup_due=bool(held) and planned.days > 0
        and _is_due(archive, last.at if last else None, timedelta(days=planned.days)),
        restricted=len(discretion.restricted(archive)), in_trash=len(archive.catalogue.trash.all()),
    )  # fmt: skip


def ending(archive: Archive, on: date, status: Status) -> tuple[Ending, ...]:
    """Agreements in a state on the day: those that are to end by the nearest end, those that have by the last."""
    found = [Ending(one, one.ends(on)) for one in agreements.listing(archive, on, status=status)]
    backwards = status is Status.EXPIRED
    return tuple(sorted(found, key=lambda one: one.end or date.min, reverse=backwards))


def failures(archive: Archive) -> tuple[Failure, ...]:
    """Files that could not be taken in and have not come in since, each once, as they failed last."""
    last = {failure.file: failure for failure in archive.catalogue.imports.failures()}
    places = {place for one in records.all_described(archive.base) for place in one.record.places}
    return tuple(failure for file, failure in last.items() if file not in places)


def records_waiting(archive: Archive) -> frozenset[str]:
    """Records for which something is still to be done."""
    return frozenset(id for one in ACTIVITIES for id in archive.catalogue.queue.waiting(one.work))


def storage(archive: Archive) -> Storage:
    held = archive.catalogue.records.all(with_trash=True)
    return Storage(
        sum(record.size for record in held if not record.linked), (archive.root / FILENAME).stat().st_size,
        shutil.disk_usage(archive.root).free, sum(record.linked for record in held),
    )  # fmt: skip


def _is_due(archive: Archive, at: str | None, after: timedelta) -> bool:
    return at is None or archive.clock() - datetime.fromisoformat(at) > after
