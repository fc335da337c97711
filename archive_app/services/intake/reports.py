"""What imports did, to be looked at afterwards."""

from __future__ import annotations

from collections.abc import Sequence

from archive_app.domain.record import Failure, ImportReport, Skip
from archive_app.services.archive import Archive


def imports(archive: Archive) -> Sequence[ImportReport]:
    """Every import with its counts, the last one first."""
    return archive.catalogue.imports.all()


def left_out(archive: Archive, id: int) -> tuple[Sequence[Failure], Sequence[Skip]]:
    """The files of one import that failed, and those that were left out on purpose."""
    return archive.catalogue.imports.failures(id), archive.catalogue.imports.skips(id)
