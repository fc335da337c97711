"""Pages turned by a person: a way of looking, kept with the archive, that changes neither original nor description."""

from __future__ import annotations

from collections.abc import Mapping

from archive_app.errors import UsageError
from archive_app.services import records
from archive_app.services.archive import Archive

QUARTERS = 4


def of(archive: Archive, record: str) -> dict[int, int]:
    """Quarter turns to the right, 1 to 3, by page (from 1); pages that stand as they came are not among them."""
    return archive.catalogue.turned_pages.of(record)


def turn(archive: Archive, record: str, quarters: Mapping[int, int]) -> None:
    """Keeps how far these pages of a record are turned from how they came; other pages stay as they are.

    Nothing else is changed, so this is neither in the history nor undone: another turn takes it back. Raises UsageError
    for a record or a page that there is not.
    """
    archive.require_writable()
    records.described(archive, record)  # tells where there is none
    known = {page.number for page in records.pages_of(archive, record)}
    missing = sorted(set(quarters) - known)
    if missing:
        raise UsageError(f"{record} has no page {missing[0]}; it has {len(known)}.")
    archive.catalogue.turned_pages.put(record, {page: turned % QUARTERS for page, turned in quarters.items()})
