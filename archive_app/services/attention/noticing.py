"""Ends of agreements that nobody was told of yet: each is told once when it comes near, and once when it is past."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from archive_app.domain.agreement import Agreement, Status
from archive_app.services.archive import Archive
from archive_app.services.attention import outlook

_TOLD = "notices told"
#: What lapsed longer ago than this is no news: an archive of old agreements would begin with hundreds.
RECENT = timedelta(days=60)


@dataclass(frozen=True)
class Notice:
    """An agreement that ends on a day soon, or ``ended`` on it a short while ago."""

    agreement: Agreement
    end: date
    ended: bool

    @property
    def key(self) -> str:
        """By what it is remembered; another end, as after an amendment, is another notice."""
        return f"{self.agreement.id} {self.end.isoformat()} {'ended' if self.ended else 'ends'}"


def take(archive: Archive, on: date) -> Sequence[Notice]:
    """What is to be told on the day, the nearest end first; it counts as told from now on.

    Raises ArchiveInUse where the archive is only open for reading.
    """
    archive.require_writable()
    due = _due(archive, on)
    told = _told(archive)
    fresh = [notice for notice in due if notice.key not in told]
    if fresh:
        # Only what is still due is remembered: what is no longer so cannot come again but as something new.
        kept = [notice.key for notice in due]
        with archive.catalogue.writing():
            archive.catalogue.settings.set(_TOLD, json.dumps(kept))
    return fresh


def _due(archive: Archive, on: date) -> list[Notice]:
    near = [Notice(one.agreement, one.end, False) for one in outlook.ending(archive, on, Status.EXPIRING) if one.end]
    past = [
        Notice(one.agreement, one.end, True)
        for one in outlook.ending(archive, on, Status.EXPIRED)
        if one.end and on - one.end <= RECENT
    ]
    return [*near, *past]


def _told(archive: Archive) -> frozenset[str]:
    try:
        return frozenset(json.loads(archive.catalogue.settings.get(_TOLD, "[]") or "[]"))
    except (ValueError, TypeError):
        return frozenset()
